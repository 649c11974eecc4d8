"""Components that are too large for one exact solve: the same rules, goals and candidates, searched another way."""

from scheduler.large.decomposed import Decomposed
from scheduler.large.landscape import Landscape, landscape
from scheduler.large.settled import settled

__all__ = ["Decomposed", "Landscape", "landscape", "settled"]

"""What closes a start."""

from dataclasses import dataclass
from typing import Literal

__all__ = ["Blocker"]


@dataclass(frozen=True)
class Blocker:
    """A set of starts that a rule closes for a meeting, and because of whom or what.

    Attributes:
        rule: name of the rule.
        kind: what the subject is.
        subject: id of the person, place, seat, group, meeting or forum, or a date.
        starts: the closed starts, as bits of the term's grid; may hold starts outside the meeting's windows.
        place: id of the only place at which they are closed; ``None`` closes them everywhere.
    """

    rule: str
    kind: Literal["person", "place", "seat", "day", "meeting", "forum", "term"]
    subject: str
    starts: int
    place: str | None = None

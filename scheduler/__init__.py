"""The verbs: from a term to a plan that is proven and checked. Pure: no files, no network, no calendar clock."""

from scheduler.candidates import Candidates, candidates
from scheduler.case import Case
from scheduler.checking import check
from scheduler.faults import faults
from scheduler.goals import DEFAULT_RANKING, GOALS
from scheduler.options import Cancelled, Heard, Options, Progress
from scheduler.outcome import Violation
from scheduler.planning import BrokenPlan, plan
from scheduler.rules import RULES

__all__ = [
    "DEFAULT_RANKING",
    "GOALS",
    "RULES",
    "BrokenPlan",
    "Cancelled",
    "Candidates",
    "Case",
    "Heard",
    "Options",
    "Progress",
    "Violation",
    "candidates",
    "check",
    "faults",
    "plan",
]

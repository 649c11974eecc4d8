"""Nothing is planned in the past: before the moment that the plan is made from.

A meeting that is locked to its start stays there, whenever that was. Broken: `start` and `as_of`.
"""

from collections.abc import Iterator

from models import Plan, Term
from scheduler.checking_sheet import Sheet
from scheduler.outcome import Violation

NAME = "past"


def check(term: Term, plan: Plan) -> Iterator[Violation]:
    """Meetings that have passed without being locked there."""
    if term.as_of is None:
        return
    for one in Sheet(term, plan).held:
        if one.start < term.as_of and not one.locked_here:
            times = {
                "start": one.start.isoformat(timespec="minutes"),
                "as_of": term.as_of.isoformat(timespec="minutes"),
            }
            yield Violation(NAME, one.id, times)

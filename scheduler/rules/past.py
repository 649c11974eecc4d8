"""Nothing is planned in the past: before the moment that the plan is made from.

A meeting that is locked to its start stays there, whenever that was. Broken: `start` and `as_of`.
"""

from collections.abc import Iterator

from models import Plan, ResolvedMeeting, Term
from scheduler.blocker import Blocker
from scheduler.case import Case
from scheduler.checking_sheet import Sheet
from scheduler.outcome import Violation

NAME = "past"


def blocks(case: Case, meeting: ResolvedMeeting) -> Iterator[Blocker]:
    """The starts before the moment that the plan is seen from, but not the one locked to."""
    if case.term.as_of is not None and case.as_of_minute is not None:
        gone = case.grid.between(0, case.as_of_minute)
        yield Blocker(NAME, "term", case.term.as_of.isoformat(timespec="minutes"), gone & ~case.locked_to(meeting))


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

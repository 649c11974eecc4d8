"""People are given notice: nothing is planned on a date too close to the day of planning.

Days are counted between dates. A meeting that is locked to its start stays. Broken: `day`, and the `days`
of notice that it gives where `notice_days` are due.
"""

from collections.abc import Iterator

from models import Plan, ResolvedMeeting, Term
from scheduler.blocker import Blocker
from scheduler.case import Case
from scheduler.checking_sheet import Sheet
from scheduler.grid import DAY_MINUTES
from scheduler.outcome import Violation

NAME = "notice"


def blocks(case: Case, meeting: ResolvedMeeting) -> Iterator[Blocker]:
    """The starts on days that are too soon, but not the one locked to."""
    if case.term.as_of is None or case.as_of_minute is None:
        return
    first_fair_day = case.as_of_minute // DAY_MINUTES + case.term.notice_days
    soon = case.grid.between(0, first_fair_day * DAY_MINUTES)
    yield Blocker(NAME, "term", f"{case.term.notice_days}", soon & ~case.locked_to(meeting))


def check(term: Term, plan: Plan) -> Iterator[Violation]:
    """Meetings that are called at too short notice."""
    if term.as_of is None:
        return
    for one in Sheet(term, plan).held:
        days = (one.day - term.as_of.date()).days
        if days < term.notice_days and not one.locked_here:
            params = {"day": one.day.isoformat(), "days": days, "notice_days": term.notice_days}
            yield Violation(NAME, one.id, params)

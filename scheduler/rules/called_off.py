"""A meeting that was called off is held another day.

It is not held on the dates on which it is called off; a lock to one of them does not help. Broken: `day`.
"""

from collections.abc import Iterator

from models import Plan, ResolvedMeeting, Term
from scheduler.blocker import Blocker
from scheduler.case import Case
from scheduler.checking_sheet import Sheet
from scheduler.outcome import Violation

NAME = "called_off"


def blocks(case: Case, meeting: ResolvedMeeting) -> Iterator[Blocker]:
    """The starts of each date on which it is called off."""
    for off in meeting.called_off:
        first = max((off.first_day - case.grid.first_day).days, 0)
        last = min(((off.last_day or off.first_day) - case.grid.first_day).days, case.grid.days - 1)
        yield Blocker(NAME, "day", off.first_day.isoformat(), case.grid.on_days(range(first, last + 1)))


def check(term: Term, plan: Plan) -> Iterator[Violation]:
    """Meetings that are held on a date on which they are called off."""
    for one in Sheet(term, plan).held:
        if one.meeting.is_called_off(one.day):
            yield Violation(NAME, one.id, {"day": one.day.isoformat()})

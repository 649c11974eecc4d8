"""A forum meets only while it exists and is active.

Between its first and its last day, on dates on which it neither rests nor has ended. History stays where it was held;
a lock to another date does not help. Broken: `forum`, `day` and `what` (`resting`, `ended`, or `not_set_up` where
the date lies outside its time).
"""

from collections.abc import Iterator

from models import Plan, ResolvedMeeting, Term
from scheduler.blocker import Blocker
from scheduler.case import Case
from scheduler.checking_sheet import Sheet
from scheduler.outcome import Violation

NAME = "mandate"


def blocks(case: Case, meeting: ResolvedMeeting) -> Iterator[Blocker]:
    """The starts of each date on which the forum whose meeting it is does not meet."""
    forum = case.term.forum.get(meeting.forum or "")
    if forum is not None and not case.is_history(meeting):
        closed = case.once((NAME, forum.id), lambda: _closed(case, forum.id))
        yield Blocker(NAME, "forum", forum.id, closed)


def _closed(case: Case, forum: str) -> int:
    meets = case.term.forum[forum].meets_on
    return case.grid.on_days(day for day in range(case.grid.days) if not meets(case.grid.date(day)))


def check(term: Term, plan: Plan) -> Iterator[Violation]:
    """Meetings of a forum on dates outside its time, or while it rests or has ended."""
    sheet = Sheet(term, plan)
    for one in sheet.held:
        forum = term.forum.get(one.meeting.forum or "")
        if forum is None or sheet.history(one.meeting):
            continue
        begun = [state for state in forum.states if state.first_day <= one.day]
        state = begun[-1].state if begun else "active"
        if (forum.first_day and one.day < forum.first_day) or (forum.last_day and forum.last_day < one.day):
            yield Violation(NAME, one.id, {"forum": forum.id, "day": one.day.isoformat(), "what": "not_set_up"})
        elif state != "active":
            yield Violation(NAME, one.id, {"forum": forum.id, "day": one.day.isoformat(), "what": state})

"""The dates of what hangs on a meeting: so many days, or so many working days, before it or after it."""

from datetime import date, timedelta

from models import Deadline, Due, ResolvedMeeting
from scheduler.case import Case

__all__ = ["due"]

ONE = timedelta(days=1)


def due(case: Case, meeting: ResolvedMeeting, day: date) -> tuple[Due, ...]:
    """The date of each of a meeting's deadlines, in their order, where it is held on `day`."""
    return tuple(Due(deadline=one.id, day=_day(case, meeting, one, day)) for one in meeting.deadlines)


def _day(case: Case, meeting: ResolvedMeeting, deadline: Deadline, day: date) -> date:
    step = ONE if deadline.side == "after" else -ONE
    if deadline.counted == "calendar_days":
        return day + deadline.days * step
    left = deadline.days
    while left:
        day += step
        left -= _works(case, meeting.series, day)
    return day


def _works(case: Case, series: str, day: date) -> bool:
    """Whether work is done on the date; what the term closes, it closes for its own time alone."""
    if day.weekday() >= 5 or case.is_public_holiday(day):
        return False
    term = case.term
    return not (term.first_day <= day <= term.last_day and any(one.closes(day, series) for one in term.closed_days))

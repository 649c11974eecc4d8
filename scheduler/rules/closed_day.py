"""Nothing is planned on a public holiday, nor on a day that the term closes.

Public holidays are those of the `holidays` package for the country that the term names; other closed
days (school breaks, planning days) are data and close the calendar for all series or for some.
History stays where it was held. Broken: `day` and `reason`.
"""

from collections.abc import Iterator
from datetime import date

import holidays

from models import Plan, ResolvedMeeting, Term
from scheduler.blocker import Blocker
from scheduler.case import Case
from scheduler.checking_sheet import Sheet
from scheduler.outcome import Violation

NAME = "closed_day"


def blocks(case: Case, meeting: ResolvedMeeting) -> Iterator[Blocker]:
    """The starts of each closed day, unless the meeting has been."""
    if not case.is_history(meeting):
        # Many meetings are of one series: what closes its days is worked out, and kept in memory, once.
        yield from case.once((NAME, meeting.series), lambda: tuple(_closed(case, meeting.series)))


def _closed(case: Case, series: str) -> Iterator[Blocker]:
    for day in range(case.grid.days):
        date = case.grid.date(day)
        if date in case.public_holidays or any(one.closes(date, series) for one in case.term.closed_days):
            yield Blocker(NAME, "day", date.isoformat(), case.grid.starts_by_day[day])


def check(term: Term, plan: Plan) -> Iterator[Violation]:
    """Meetings on a day that is closed for them.

    Raises:
        NotImplementedError: the country, or the part of it, is none that the package knows.
    """
    sheet = Sheet(term, plan)
    public = _public(term)
    for one in sheet.held:
        if sheet.history(one.meeting):
            continue
        reasons = [closed.reason for closed in term.closed_days if closed.closes(one.day, one.meeting.series)]
        if one.day in public:
            reasons.append(public[one.day])
        for reason in reasons:
            yield Violation(NAME, one.id, {"day": one.day.isoformat(), "reason": reason})


def _public(term: Term) -> dict[date, str]:
    wanted = term.public_holidays
    if wanted is None:
        return {}
    years = range(term.first_day.year, term.last_day.year + 1)
    found = holidays.country_holidays(
        wanted.country, subdiv=wanted.subdivision, years=years, categories=wanted.categories
    )
    return dict(found.items())

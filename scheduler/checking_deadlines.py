"""Whether the dates of deadlines that a plan states are right: counted back from each to its meeting."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

import holidays

from models import WEEKDAYS, Deadline, PublicHolidays, Term
from scheduler.checking_sheet import Held, Sheet
from scheduler.outcome import Violation

__all__ = ["wrong_dates"]


def wrong_dates(sheet: Sheet, one: Held) -> Iterator[Violation]:
    """Deadlines of a meeting that are left out, made up, in another order or on a wrong date."""
    stated = [due.deadline for due in one.placement.deadlines]
    wanted = [deadline.id for deadline in one.meeting.deadlines]
    if stated != wanted:
        yield _wrong(one, stated, wanted)
        return
    pairs = zip(one.meeting.deadlines, one.placement.deadlines, strict=True)
    wrong = [due.deadline for deadline, due in pairs if not _holds(sheet.term, one, deadline, due.day)]
    if wrong:
        yield _wrong(one, wrong, ())


def _wrong(one: Held, stated: list[str], expected: list[str] | tuple[str, ...]) -> Violation:
    params = {"what": "deadlines", "stated": tuple(stated), "expected": tuple(expected)}
    return Violation("structure", one.id, params)


def _holds(term: Term, one: Held, deadline: Deadline, day: date) -> bool:
    """Whether so many days lie between the date and its meeting, that of the meeting not counted."""
    sign = -1 if deadline.side == "before" else 1
    if deadline.counted == "calendar_days":
        return sign * (day - one.day).days == deadline.days
    if deadline.days == 0 or sign * (day - one.day).days <= 0:
        return day == one.day and deadline.days == 0
    longest = 2 * deadline.days + 60 + (term.last_day - term.first_day).days
    if abs((day - one.day).days) > longest:  # whatever is closed; so that nobody counts through centuries
        return False
    first, last = min(day, one.day), max(day, one.day)
    between = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    between.remove(one.day)
    closed = _closed(term, one.meeting.series, between)
    working = [other for other in between if other not in closed]
    return len(working) == deadline.days and day in working


def _closed(term: Term, series: str, days: list[date]) -> set[date]:
    """Those of the dates on which no work is done."""
    ends = (one for one in days if WEEKDAYS[one.weekday()] in ("sat", "sun"))
    own = {one for one in days if term.first_day <= one <= term.last_day}
    closed = (one for one in own for closed in term.closed_days if closed.closes(one, series))
    wanted = term.public_holidays
    if wanted is None:
        return {*ends, *closed}
    years = {one.year for one in days}
    return {*ends, *closed, *(day for year in years for day in _public(wanted, year))}


@lru_cache(maxsize=64)
def _public(wanted: PublicHolidays, year: int) -> frozenset[date]:
    found = holidays.country_holidays(
        wanted.country, subdiv=wanted.subdivision, years=year, categories=wanted.categories
    )
    return frozenset(found)

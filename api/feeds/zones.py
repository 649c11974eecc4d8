"""A time zone as calendar programs read it: one STANDARD and one DAYLIGHT, each coming back by a yearly rule.

Outlook reads nothing else, and a list of dates (RDATE) made other programs an hour wrong, so the rule is worked
out from the tz database here and holds only where it says the same as that for every year of the term.
"""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

__all__ = ["YearlyChange", "vtimezone", "yearly_changes"]

ICAL_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FIRST_YEAR = 1970
"""The rules are written as if they had always held, so that the zone reads the same in every term."""


@dataclass(frozen=True)
class YearlyChange:
    """Clocks change every year on the n-th (from the end: negative) such weekday of a month."""

    month: int
    ordinal: int
    weekday: int
    clock: timedelta
    """Time of day, by the clock as it was before the change."""
    before: timedelta
    after: timedelta
    name: str
    """Of the time that begins (`CEST`)."""

    def date_in(self, year: int) -> date:
        """The date of the change."""
        last = calendar.monthrange(year, self.month)[1]
        days = [day for n in range(1, last + 1) if (day := date(year, self.month, n)).weekday() == self.weekday]
        return days[self.ordinal - 1 if self.ordinal > 0 else self.ordinal]

    @property
    def rule(self) -> dict[str, object]:
        """The yearly rule, for an RRULE."""
        return {"FREQ": "YEARLY", "BYMONTH": self.month, "BYDAY": f"{self.ordinal}{ICAL_WEEKDAYS[self.weekday]}"}


@lru_cache(maxsize=64)
def yearly_changes(zone: str, first_year: int, last_year: int) -> tuple[YearlyChange, YearlyChange] | None:
    """The zone's two changes a year, to summer time first; ``None`` where no such rule holds in all those years."""
    years = [_changes(ZoneInfo(zone), year) for year in range(first_year, last_year + 1)]
    if any(len(found) != 2 for found in years):
        return None
    one, other = (_rule_of([found[n] for found in years]) for n in (0, 1))
    if one is None or other is None:
        return None
    return (one, other) if one.after > one.before else (other, one)


def vtimezone(zone: str, changes: tuple[YearlyChange, YearlyChange]) -> Timezone:
    """The VTIMEZONE of those changes."""
    component = Timezone()
    component.add("TZID", zone)
    for kind, change in zip((TimezoneDaylight, TimezoneStandard), changes, strict=True):
        part = kind()
        part.add("DTSTART", datetime.combine(change.date_in(FIRST_YEAR), datetime.min.time()) + change.clock)
        part.add("RRULE", change.rule)
        part.add("TZNAME", change.name)
        part.add("TZOFFSETFROM", change.before)
        part.add("TZOFFSETTO", change.after)
        component.add_component(part)
    return component


@dataclass(frozen=True)
class _Change:
    """One change that the tz database knows of."""

    local: datetime
    """By the clock as it was before the change."""
    before: timedelta
    after: timedelta
    name: str

    @property
    def ordinals(self) -> set[int]:
        """Which of its weekday in the month the date is: from the start, and -1 where it is the last."""
        is_last = (self.local + timedelta(days=7)).month != self.local.month
        return {(self.local.day - 1) // 7 + 1} | ({-1} if is_last else set())

    def like(self, ordinal: int) -> YearlyChange:
        """The rule by which it comes back every year."""
        clock = timedelta(hours=self.local.hour, minutes=self.local.minute, seconds=self.local.second)
        weekday = self.local.weekday()
        return YearlyChange(self.local.month, ordinal, weekday, clock, self.before, self.after, self.name)


def _changes(zone: ZoneInfo, year: int) -> tuple[_Change, ...]:
    """The changes of the zone's offset in a year (UTC), in order."""
    next_year = datetime(year + 1, 1, 1, tzinfo=UTC)
    days = (datetime(year, 1, 1, tzinfo=UTC) + timedelta(days=n) for n in range(367))
    return tuple(
        _change_between(zone, one, other)
        for one, other in pairwise(day for day in days if day <= next_year)
        if _offset(zone, one) != _offset(zone, other)
    )


def _change_between(zone: ZoneInfo, low: datetime, high: datetime) -> _Change:
    """The change after `low` and no later than `high`, found by halving to the second."""
    before = _offset(zone, low)
    while high - low > timedelta(seconds=1):
        middle = low + timedelta(seconds=(high - low).total_seconds() // 2)
        low, high = (middle, high) if _offset(zone, middle) == before else (low, middle)
    name = high.astimezone(zone).tzname() or ""
    return _Change((high + before).replace(tzinfo=None), before, _offset(zone, high), name)


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta(0)


def _rule_of(changes: Sequence[_Change]) -> YearlyChange | None:
    """The one rule that gives the change of every year; the last such weekday where either would do."""
    ordinals = set[int].intersection(*(change.ordinals for change in changes))
    if not ordinals:
        return None
    rules = {change.like(min(ordinals)) for change in changes}
    return rules.pop() if len(rules) == 1 else None

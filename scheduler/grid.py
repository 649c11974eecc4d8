"""The term's grid: every possible start as a number, so that a set of starts is one integer's bits."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property

from models import Term, WeeklyHours, Window
from scheduler.bits import span

__all__ = ["DAY_MINUTES", "Grid", "clock_minutes"]

DAY_MINUTES = 24 * 60


@dataclass(frozen=True)
class Grid:
    """Starts of a term, numbered from its first day's midnight; minutes are counted from there too.

    Wall-clock minutes: a day has 1,440 of them also when the clock changes, since meetings lie within one date
    and none lies across a change.
    """

    first_day: date
    days: int
    step_minutes: int

    @classmethod
    def of(cls, term: Term) -> "Grid":
        """The grid of a term."""
        return cls(term.first_day, (term.last_day - term.first_day).days + 1, term.grid_minutes)

    @cached_property
    def per_day(self) -> int:
        """How many starts a day has."""
        return -(-DAY_MINUTES // self.step_minutes)

    @cached_property
    def every_start(self) -> int:
        """The set of all starts of the term."""
        return span(0, self.days * self.per_day)

    def minute(self, start: int) -> int:
        """The minute of a start."""
        day, slot = divmod(start, self.per_day)
        return day * DAY_MINUTES + slot * self.step_minutes

    def day(self, start: int) -> int:
        """The number of a start's day, 0 for the term's first."""
        return start // self.per_day

    def date(self, day: int) -> date:
        """The date of a day's number."""
        return self.first_day + timedelta(days=day)

    def moment(self, start: int) -> datetime:
        """The local time of a start."""
        return datetime.combine(self.first_day, time()) + timedelta(minutes=self.minute(start))

    def minute_of(self, moment: datetime) -> int:
        """The minute of a local time; negative before the term."""
        return int((moment - datetime.combine(self.first_day, time())).total_seconds()) // 60

    def start_at(self, moment: datetime) -> int | None:
        """The start at a local time, or ``None`` off the grid or outside the term."""
        day, minute = divmod(self.minute_of(moment), DAY_MINUTES)
        on_grid = minute % self.step_minutes == 0 and 0 <= day < self.days
        return day * self.per_day + minute // self.step_minutes if on_grid else None

    def between(self, first_minute: int, stop_minute: int) -> int:
        """The starts in `first_minute` <= minute < `stop_minute`."""
        return span(self._at_or_after(first_minute), self._at_or_after(stop_minute)) & self.every_start

    def _at_or_after(self, minute: int) -> int:
        day, rest = divmod(minute, DAY_MINUTES)
        return day * self.per_day + min(-(-rest // self.step_minutes), self.per_day)

    def touching(self, first_minute: int, stop_minute: int, duration_minutes: int) -> int:
        """The starts from which a meeting of that length overlaps [first, stop)."""
        return self.between(first_minute - duration_minutes + 1, stop_minute)

    def on_days(self, days: Iterable[int]) -> int:
        """All starts of those days."""
        return self.each_day(days, span(0, self.per_day))

    def each_day(self, days: Iterable[int], slots: int) -> int:
        """The same starts on each of those days; `slots` are starts of the term's first day.

        A number with one bit for each day, times the slots: no two products meet, since slots are of one day.
        """
        midnights = bytearray(self.days * self.per_day // 8 + 1)
        for day in days:
            if 0 <= day < self.days:
                midnights[day * self.per_day >> 3] |= 1 << (day * self.per_day & 7)
        return int.from_bytes(midnights, "little") * slots

    @cached_property
    def starts_by_day(self) -> list[int]:
        """For each day of the term, all its starts."""
        return [span(0, self.per_day) << day * self.per_day for day in range(self.days)]

    @cached_property
    def starts_by_week(self) -> list[int]:
        """For each week that the term touches, all its starts."""
        return [self.on_days(self.days_of_week(week)) for week in range(self.week(self.days - 1) + 1)]

    def upto(self, start: int) -> int:
        """The starts no later than that one."""
        return span(0, start + 1)

    def upto_day(self, day: int) -> int:
        """The starts no later than that day."""
        return span(0, max(0, min(day + 1, self.days)) * self.per_day)

    def week(self, day: int) -> int:
        """The number of a day's ISO week, counted from the term's first."""
        return (day + self.first_day.weekday()) // 7

    def days_of_week(self, week: int) -> set[int]:
        """The days of a week that lie in the term."""
        monday = week * 7 - self.first_day.weekday()
        return {day for day in range(monday, monday + 7) if 0 <= day < self.days}

    def inside(self, hours: WeeklyHours, duration_minutes: int) -> int:
        """The starts from which a meeting of that length lies within the hours (and dates, of a window)."""
        opens, closes = (clock_minutes(clock) for clock in (hours.from_time, hours.to_time))
        slots = self.between(opens, closes - duration_minutes + 1) & span(0, self.per_day)
        first, last = (hours.first_day, hours.last_day) if isinstance(hours, Window) else (None, None)
        low = max(0, (first - self.first_day).days) if first else 0
        high = min(self.days - 1, (last - self.first_day).days) if last else self.days - 1
        return self.each_day((day for day in range(low, high + 1) if hours.on(self.date(day))), slots)


def clock_minutes(clock: time) -> int:
    """The minutes from midnight to a time of day."""
    return clock.hour * 60 + clock.minute

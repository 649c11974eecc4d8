"""When: windows that meetings may lie in, days that are closed, and times that come back every week."""

from datetime import date, datetime, time, timedelta
from typing import Annotated

from pydantic import Field

from models.base import WEEKDAYS, Day, Id, LocalTime, Marked, Noun, Text, Weekday

__all__ = ["WORKING_DAYS", "ClosedDay", "PublicHolidays", "Weekly", "WeeklyHours", "Window", "days_from"]

WORKING_DAYS: tuple[Weekday, ...] = WEEKDAYS[:5]
Weekdays = Annotated[tuple[Weekday, ...], Field(min_length=1, max_length=7)]


def days_from(first: date, last: date) -> tuple[date, ...]:
    """Every date from `first` to `last`, both included."""
    return tuple(first + timedelta(days=n) for n in range((last - first).days + 1))


class WeeklyHours(Noun):
    """Hours of a day that come back on some weekdays."""

    weekdays: Weekdays = WORKING_DAYS
    """The weekdays that it is about."""
    from_time: LocalTime = time(8, 0)
    """The first minute of the day that belongs to it."""
    to_time: LocalTime = time(17, 0)
    """The first minute of the day that no longer does."""

    def on(self, day: date) -> bool:
        """Whether the date is one of the weekdays."""
        return WEEKDAYS[day.weekday()] in self.weekdays

    def covers(self, start: datetime, end: datetime) -> bool:
        """Whether all of `start`-`end` lies within the hours of one of the days."""
        return self.on(start.date()) and self.from_time <= start.time() and end <= _at(start, self.to_time)


def _at(moment: datetime, clock: time) -> datetime:
    return datetime.combine(moment.date(), clock)


class Window(WeeklyHours):
    """Dates, weekdays and hours that a meeting may lie in, from its first minute to its last."""

    first_day: Day
    """The first date that a meeting may lie on."""
    last_day: Day
    """The last date that a meeting may lie on."""

    def days(self) -> tuple[date, ...]:
        """The dates of the window, in order."""
        return tuple(day for day in days_from(self.first_day, self.last_day) if self.on(day))

    def covers(self, start: datetime, end: datetime) -> bool:
        """Whether all of `start`-`end` lies within the window."""
        return self.first_day <= start.date() <= self.last_day and super().covers(start, end)


class Weekly(WeeklyHours):
    """Hours that come back week after week, or every n-th week."""

    first_day: Day | None = None
    """The first date that counts, and the one whose week `every_weeks` is counted from; `null` is the term's first."""
    last_day: Day | None = None
    """The last date that counts; `null` is the term's last."""
    every_weeks: Annotated[int, Field(ge=1, le=52)] = 1
    """1 is each week, 2 every other, counted in ISO weeks."""

    def days(self, first: date, last: date) -> tuple[date, ...]:
        """The dates on which the hours come back, in a term from `first` to `last`."""
        begin, stop = self.first_day or first, self.last_day or last
        monday = _monday(begin)
        offsets = sorted(WEEKDAYS.index(weekday) for weekday in self.weekdays)
        weeks = range(0, (min(stop, last) - monday).days // 7 + 1, self.every_weeks)
        days = (monday + timedelta(days=7 * week + offset) for week in weeks for offset in offsets)
        return tuple(day for day in days if max(begin, first) <= day <= min(stop, last))

    def comes_back_on(self, day: date, first: date, last: date) -> bool:
        """Whether the hours come back on that date, in a term from `first` to `last`."""
        begin, stop = self.first_day or first, self.last_day or last
        weeks = (_monday(day) - _monday(begin)).days // 7
        return max(begin, first) <= day <= min(stop, last) and self.on(day) and weeks % self.every_weeks == 0


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


class ClosedDay(Marked):
    """Dates on which nothing is planned, for a reason that people are shown."""

    first_day: Day
    """The first date."""
    last_day: Day | None = None
    """The last date; `null` is the first date alone."""
    reason: Text
    """Why, for people (`Höstlov`)."""
    series: tuple[Id, ...] = ()
    """Ids of the series that it closes; empty closes it for all."""

    def closes(self, day: date, series: str) -> bool:
        """Whether that series cannot meet on that date."""
        return self.first_day <= day <= (self.last_day or self.first_day) and (not self.series or series in self.series)


class PublicHolidays(Noun):
    """Which public holidays are closed days, by the `holidays` package's names."""

    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
    """ISO 3166-1 code of the country (`SE`)."""
    subdivision: Annotated[str, Field(pattern=r"^[A-Z0-9]{1,6}$")] | None = None
    """ISO 3166-2 code of a part of it, without the country."""
    categories: Annotated[tuple[Id, ...], Field(min_length=1, max_length=10)] = ("public",)
    """Kinds of holiday: `public`; in Sweden also `de_facto` (Midsummer's, Christmas and New Year's eves)."""

"""When and where, as pages and timetables say it: a day without its year, and hours with a point or a colon."""

from datetime import date, datetime

from api.telling.names import Names
from api.texts import Language, say

__all__ = ["hours_text", "long_day", "moment_text", "month_text", "short_day", "week_text", "when_text", "where_text"]


def month_text(year: int, month: int, language: Language) -> str:
    """`Februari 2026`."""
    return f"{_month(month, language).capitalize()} {year}"


def _month(month: int, language: Language) -> str:
    return say("page.months", language).split()[month - 1]


def short_day(day: date, language: Language) -> str:
    """`tis 3 februari`."""
    return f"{say('page.weekdays', language).split()[day.weekday()]} {day.day} {_month(day.month, language)}"


def long_day(day: date, language: Language) -> str:
    """`3 februari 2026`."""
    return f"{day.day} {_month(day.month, language)} {day.year}"


def moment_text(moment: datetime, language: Language) -> str:
    """`3 februari 2026 kl. 13.00`."""
    day = long_day(moment.date(), language)
    return say("page.moment", language, date=day, clock=moment.strftime(say("page.clock", language)))


def hours_text(start: datetime, end: datetime, language: Language) -> str:
    """`13.00–14.30`."""
    how = say("page.clock", language)
    return f"{start.strftime(how)}–{end.strftime(how)}"


def when_text(start: datetime, end: datetime, language: Language) -> str:
    """`tis 3 februari, 13.00–14.30`."""
    return f"{short_day(start.date(), language)}, {hours_text(start, end, language)}"


def week_text(start: datetime, end: datetime, language: Language) -> str:
    """`tis 3 februari, 13.00–14.30 (vecka 6)`."""
    return say("page.when", language, when=when_text(start, end, language), week=start.isocalendar().week)


def where_text(names: Names, place: str | None, language: Language) -> str:
    """A place's name, or that it is decided later."""
    return names.of("place", place) if place else say("word.later", language)

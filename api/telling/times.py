"""Dates, times and lists in words."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta

from api.texts import Language, say
from models import WEEKDAYS, Weekly, Window

__all__ = ["day_text", "days_text", "listed", "moment_text", "span_text", "weekly_text", "window_text"]

LAST_MINUTE = time(23, 59)


def day_text(day: date, language: Language) -> str:
    """`tis 20 okt 2026`."""
    weekdays, months = say("told.weekdays", language).split(), say("told.months", language).split()
    said = {"day": day.day, "month": months[day.month - 1], "year": day.year}
    return say("told.day", language, weekday=weekdays[day.weekday()], **said)


def moment_text(moment: datetime, language: Language) -> str:
    """`tis 20 okt 2026 kl. 15.00`."""
    return say("told.moment", language, day=day_text(moment.date(), language), at=moment)


def days_text(first: date, last: date | None, language: Language) -> str:
    """One date, or from one to another."""
    if last is None or last == first:
        return day_text(first, language)
    return say("told.from_to", language, first=day_text(first, language), last=day_text(last, language))


def span_text(start: datetime, end: datetime, language: Language) -> str:
    """`tis 20 okt 2026 kl. 15.00–16.30`; whole days as dates alone."""
    if start.time() == time(0) and end.time() in (time(0), LAST_MINUTE) and start < end:
        last = end.date() - timedelta(days=1) if end.time() == time(0) else end.date()
        return days_text(start.date(), last, language)
    if start.date() == end.date():
        return say("told.hours", language, days=day_text(start.date(), language), start=start, end=end)
    return say("told.from_to", language, first=moment_text(start, language), last=moment_text(end, language))


def weekly_text(weekly: Weekly, language: Language) -> str:
    """`tis och tor kl. 13.00–15.00, varannan vecka, från mån 5 okt 2026`."""
    return ", ".join(_weekly(weekly, language))


def _weekly(weekly: Weekly, language: Language) -> Iterator[str]:
    days = _weekdays(weekly.weekdays, language)
    whole = weekly.from_time == time(0) and weekly.to_time == LAST_MINUTE
    yield days if whole else say("told.hours", language, days=days, start=weekly.from_time, end=weekly.to_time)
    often = {1: "told.every_week", 2: "told.every_other_week"}.get(weekly.every_weeks, "told.every_weeks")
    yield say(often, language, weeks=weekly.every_weeks)
    if weekly.first_day:
        yield say("told.from_day", language, first=day_text(weekly.first_day, language))
    if weekly.last_day:
        yield say("told.to_day", language, last=day_text(weekly.last_day, language))


def window_text(window: Window, language: Language) -> str:
    """`mån–tor kl. 12.30–17.00, tis 1 sep 2026 – mån 30 nov 2026`; of a single date that and its hours."""
    hours = {"start": window.from_time, "end": window.to_time}
    if window.first_day == window.last_day:
        return say("told.hours", language, days=day_text(window.first_day, language), **hours)
    said = say("told.hours", language, days=_weekdays(window.weekdays, language), **hours)
    return f"{said}, {days_text(window.first_day, window.last_day, language)}"


def _weekdays(weekdays: Sequence[str], language: Language) -> str:
    """Three or more that follow each other as `mån–tor`, others one by one."""
    names = say("told.weekdays", language).split()
    at = sorted({WEEKDAYS.index(one) for one in weekdays})
    if len(at) > 2 and at[-1] - at[0] == len(at) - 1:
        return f"{names[at[0]]}–{names[at[-1]]}"
    return listed((names[one] for one in at), language)


def listed(words: Iterable[str], language: Language, either: bool = False) -> str:
    """`a, b och c`, or `a, b eller c`; of nothing nothing."""
    *firsts, last = tuple(words) or ("",)
    code = "told.or" if either else "told.two"
    return say(code, language, first=", ".join(firsts), last=last) if firsts else last

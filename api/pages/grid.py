"""The term at a glance: a table of weeks and days, with what is held and what is closed and why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import groupby

import holidays

from api.telling import Names
from api.telling.dates import hours_text
from api.texts import Language, say
from models import Placement, Plan, Term

__all__ = ["Day", "Grid", "Held", "Mark", "Week", "grid"]

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
LOOKS = 6
"""Patterns of the style sheet; the letters tell more series apart than these."""
_HOLIDAY_LANGUAGES: Mapping[Language, str] = {"sv": "sv", "en": "en_US"}


@dataclass(frozen=True)
class Mark:
    """How the meetings of a series are told from others: by a letter and a pattern, not by colour alone."""

    letter: str
    look: int
    series: str


@dataclass(frozen=True)
class Held:
    """A meeting on a day."""

    meeting: str
    title: str
    hours: str
    place: str
    mark: Mark
    deputies: int
    missing: int
    locked: bool


@dataclass(frozen=True)
class Day:
    """A day of the table."""

    date: date
    name: str
    outside: bool
    closed: str
    held: tuple[Held, ...]


@dataclass(frozen=True)
class Week:
    """A row of the table: a week with its days, or several in which nothing is to be held."""

    name: str
    dates: str
    days: tuple[Day, ...]


@dataclass(frozen=True)
class Grid:
    """The table."""

    weekdays: tuple[str, ...]
    weeks: tuple[Week, ...]
    marks: tuple[Mark, ...]


def grid(term: Term, plan: Plan, names: Names, language: Language, dates: frozenset[date] | None = None) -> Grid:
    """The table of a plan: working days, and days off where something is held on one.

    Args:
        dates: those that are looked at: only their weeks have days; `None` is all in which something can be held.
    """
    maker = _Maker(term, plan, names, language, dates)
    used = (one.start.weekday() for one in plan.placements)
    days = max([4, *used, *(day.weekday() for day in dates or ())]) + 1
    weekdays = say("grid.weekdays", language).split()[:days]
    return Grid(tuple(weekdays), tuple(maker.weeks(days)), tuple(maker.marks.values()))


class _Maker:
    """Works the table out."""

    def __init__(self, term: Term, plan: Plan, names: Names, language: Language, dates: frozenset[date] | None) -> None:
        self._term, self._names, self._language = term, names, language
        used = [one for one in term.series if any(m.series == one.id for m in term.meetings)]
        self.marks = {one.id: Mark(LETTERS[n % len(LETTERS)], n % LOOKS + 1, one.title) for n, one in enumerate(used)}
        by_day = groupby(plan.placements, key=lambda one: one.start.date())
        self._held = {day: tuple(map(self._meeting, placements)) for day, placements in by_day}
        self._public = _public_holidays(term, language)
        self._weeks_used = set(self._mondays_used() if dates is None else map(_monday, dates))

    def weeks(self, days: int) -> Iterator[Week]:
        """The rows: a run of weeks in which nothing can be held is one."""
        mondays = list(_mondays(self._term.first_day, self._term.last_day))
        for used, run in groupby(mondays, key=lambda monday: monday in self._weeks_used):
            if used:
                yield from (self._week(monday, days) for monday in run)
            else:
                yield self._empty(list(run))

    def _mondays_used(self) -> Iterator[date]:
        for day in self._held:
            yield _monday(day)
        for meeting in self._term.resolved.values():
            for window in meeting.windows:
                yield from _mondays(window.first_day, window.last_day)

    def _week(self, monday: date, days: int) -> Week:
        shown = tuple(self._day(monday + timedelta(days=n)) for n in range(days))
        return Week(self._week_name(monday), self._dates(monday, shown[-1].date), shown)

    def _empty(self, mondays: list[date]) -> Week:
        first, last = self._week_name(mondays[0]), str(mondays[-1].isocalendar().week)
        name = first if len(mondays) == 1 else f"{first}–{last}"
        return Week(name, self._dates(mondays[0], mondays[-1] + timedelta(days=6)), ())

    def _week_name(self, monday: date) -> str:
        return say("grid.week", self._language, week=monday.isocalendar().week)

    def _dates(self, first: date, last: date) -> str:
        months = say("told.months", self._language).split()
        begin = str(first.day) if first.month == last.month else f"{first.day} {months[first.month - 1]}"
        return f"{begin}–{last.day} {months[last.month - 1]}"

    def _day(self, day: date) -> Day:
        weekdays = say("grid.weekdays", self._language).split()
        name = f"{weekdays[day.weekday()]} {day.day}"
        outside = not self._term.first_day <= day <= self._term.last_day
        return Day(day, name, outside, self._closed(day), self._held.get(day, ()))

    def _closed(self, day: date) -> str:
        """Why nothing is held, of those reasons that hold for all series."""
        if day in self._public:
            return self._public[day]
        series = tuple(self.marks) or ("",)
        closed = self._term.closed_days
        return next((one.reason for one in closed if all(one.closes(day, of) for of in series)), "")

    def _meeting(self, placement: Placement) -> Held:
        resolved = self._term.resolved[placement.meeting]
        return Held(
            meeting=placement.meeting,
            title=self._names.meeting(placement.meeting),
            hours=hours_text(placement.start, placement.end, self._language),
            place=self._names.of("place", placement.place) if placement.place else "",
            mark=self.marks[resolved.series],
            deputies=sum(1 for one in placement.sittings if one.deputy_rank),
            missing=sum(one.missing for one in placement.vacancies),
            locked=resolved.lock is not None,
        )


def _public_holidays(term: Term, language: Language) -> dict[date, str]:
    """The term's public holidays by the names that readers of the language know."""
    wanted = term.public_holidays
    if wanted is None:
        return {}
    years = range(term.first_day.year, term.last_day.year + 1)
    named = partial(
        holidays.country_holidays,
        wanted.country,
        subdiv=wanted.subdivision,
        years=years,
        categories=wanted.categories,
    )
    chosen = _HOLIDAY_LANGUAGES[language]
    return dict(named(language=chosen if chosen in named().supported_languages else None).items())


def _mondays(first: date, last: date) -> Iterator[date]:
    monday = _monday(first)
    while monday <= last:
        yield monday
        monday += timedelta(days=7)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())

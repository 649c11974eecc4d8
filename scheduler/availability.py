"""When people can come and places can be used, as sets of starts from which a meeting would not be disturbed."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

from models import Absence, Closure, Presence, Term, Weekly
from scheduler.grid import Grid, clock_minutes

__all__ = ["Availability"]

_Spanned = TypeVar("_Spanned", Absence, Closure, Presence)


class Availability:
    """Absences, presences and closures of a term, each asked for by the length of a meeting, in minutes."""

    def __init__(self, term: Term, grid: Grid) -> None:
        self.term, self.grid = term, grid
        self._away = _by(term.absences, "person")
        self._there = _by(term.presences, "person")
        self._shut = _by(term.closures, "place")
        self._busy: dict[tuple[str, int], int] = {}
        self._weekly: dict[tuple[Weekly, int], int] = {}  # many people are away at the same hours of the week

    def away(self, person: str, duration_minutes: int) -> int:
        """The starts from which a meeting of that length would meet an absence of the person."""
        key = (person, duration_minutes)
        if key not in self._busy:
            away = self._touched(self._away.get(person, ()), duration_minutes)
            self._busy[key] = away & ~self._set_free(person, duration_minutes)
        return self._busy[key]

    def _set_free(self, person: str, duration_minutes: int) -> int:
        """The starts from which a meeting of that length lies within a time at which the person can come after all."""
        free = 0
        for one in self._there.get(person, ()):
            first, stop = self.grid.minute_of(one.start), self.grid.minute_of(one.end)
            free |= self.grid.between(first, stop - duration_minutes + 1)
        return free

    def shut(self, place: str, duration_minutes: int) -> int:
        """The starts from which a meeting of that length would meet a closure of the place."""
        return self._touched(self._shut.get(place, ()), duration_minutes)

    def _touched(self, spans: tuple[Absence | Closure, ...], duration_minutes: int) -> int:
        touched = 0
        for one in spans:
            if one.start is not None and one.end is not None:
                first, stop = self.grid.minute_of(one.start), self.grid.minute_of(one.end)
                touched |= self.grid.touching(first, stop, duration_minutes)
            elif one.weekly is not None:
                touched |= self._touched_weekly(one.weekly, duration_minutes)
        return touched

    def _touched_weekly(self, weekly: Weekly, duration_minutes: int) -> int:
        key = (weekly, duration_minutes)
        if key not in self._weekly:
            self._weekly[key] = self._each_week(weekly, duration_minutes)
        return self._weekly[key]

    def _each_week(self, weekly: Weekly, duration_minutes: int) -> int:
        """On each of its days the same starts: those of the day before would be over by midnight."""
        opens, closes = clock_minutes(weekly.from_time), clock_minutes(weekly.to_time)
        slots = self.grid.touching(opens, closes, duration_minutes) & self.grid.starts_by_day[0]
        days = weekly.days(self.term.first_day, self.term.last_day)
        return self.grid.each_day(((day - self.grid.first_day).days for day in days), slots)


def _by(spans: Iterable[_Spanned], key: str) -> dict[str, tuple[_Spanned, ...]]:
    found: dict[str, list[_Spanned]] = defaultdict(list)
    for one in spans:
        found[getattr(one, key)].append(one)
    return {name: tuple(ones) for name, ones in found.items()}

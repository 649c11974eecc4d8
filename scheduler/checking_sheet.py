"""A term and a plan side by side, with the questions that the rules' and goals' checks ask.

Written for the check alone: the model and the candidates have their own ways, so that a mistake
in one is found by the other. It reads any plan, also one that is wrong: what names a meeting that
the term does not know is left out here and reported by ``scheduler.checking``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import combinations
from typing import TypeVar

from models import (
    Absence,
    Appointment,
    Closure,
    Place,
    Placement,
    Plan,
    Presence,
    ResolvedMeeting,
    Seat,
    Sitting,
    Term,
    WeeklyHours,
)

__all__ = ["Held", "Sheet", "overlaps", "pairs"]

_T = TypeVar("_T")


@dataclass(frozen=True)
class Held:
    """A meeting that the plan holds: what the term says of it and what the plan does."""

    meeting: ResolvedMeeting
    placement: Placement

    @property
    def id(self) -> str:
        """The meeting's id."""
        return self.meeting.id

    @property
    def start(self) -> datetime:
        """The local time at which it starts."""
        return self.placement.start

    @property
    def end(self) -> datetime:
        """The first minute after it, by the meeting's length and not by what the plan says."""
        return self.meeting.end_of(self.placement.start)

    @property
    def day(self) -> date:
        """Its date."""
        return self.placement.start.date()

    @property
    def week(self) -> date:
        """The Monday of its ISO week."""
        return self.day - timedelta(days=self.day.weekday())

    @property
    def locked_here(self) -> bool:
        """Whether its lock names the very start that it has."""
        return self.meeting.lock is not None and self.meeting.lock.start == self.start

    def on(self, seat: Seat) -> tuple[Sitting, ...]:
        """The sittings on one of its seats."""
        return tuple(sitting for sitting in self.placement.sittings if sitting.seat == seat.id)

    def missing(self, seat: Seat) -> int:
        """How many people are missing on one of its seats."""
        return max(0, seat.count - len(self.on(seat)))


class Sheet:
    """Answers questions about one plan for one term."""

    def __init__(self, term: Term, plan: Plan) -> None:
        self.term = term
        self.plan = plan

    @cached_property
    def held(self) -> tuple[Held, ...]:
        """The meetings that are placed, in order of time."""
        known = (p for p in self.plan.placements if p.meeting in self.term.resolved)
        return tuple(
            sorted((Held(self.term.resolved[p.meeting], p) for p in known), key=lambda one: (one.start, one.id))
        )

    @cached_property
    def not_held(self) -> tuple[ResolvedMeeting, ...]:
        """The term's meetings that are not placed."""
        placed = {one.id for one in self.held}
        return tuple(meeting for meeting in self.term.resolved.values() if meeting.id not in placed)

    @cached_property
    def by_person(self) -> dict[str, tuple[Held, ...]]:
        """For each person who sits anywhere, their meetings in order of time."""
        found = dict[str, list[Held]]()
        for one in self.held:
            for person in one.placement.people():
                found.setdefault(person, []).append(one)
        return {person: tuple(meetings) for person, meetings in found.items()}

    @cached_property
    def by_series(self) -> dict[str, tuple[Held, ...]]:
        """For each series, its placed meetings in order of time."""
        found = dict[str, list[Held]]()
        for one in self.held:
            found.setdefault(one.meeting.series, []).append(one)
        return {series: tuple(meetings) for series, meetings in found.items()}

    @cached_property
    def appointment(self) -> dict[str, Appointment]:
        """Every appointment by id."""
        return {one.id: one for one in self.term.appointments}

    def sittings(self) -> Iterator[tuple[Held, Sitting]]:
        """Everyone who sits anywhere."""
        for one in self.held:
            yield from ((one, sitting) for sitting in one.placement.sittings)

    def history(self, meeting: ResolvedMeeting) -> bool:
        """Whether the meeting was locked to a time that has passed."""
        return bool(self.term.as_of and meeting.lock and meeting.lock.start < self.term.as_of)

    # ---- when somebody or something is not there ----

    @cached_property
    def _absences(self) -> dict[str, tuple[Absence, ...]]:
        return _grouped((one.person, one) for one in self.term.absences)

    @cached_property
    def _closures(self) -> dict[str, tuple[Closure, ...]]:
        return _grouped((one.place, one) for one in self.term.closures)

    @cached_property
    def _presences(self) -> dict[str, tuple[Presence, ...]]:
        return _grouped((one.person, one) for one in self.term.presences)

    def absence(self, person: str, start: datetime, end: datetime) -> Absence | None:
        """An absence of the person that overlaps the time, if there is one and they cannot come after all."""
        if any(one.start <= start and end <= one.end for one in self._presences.get(person, ())):
            return None
        return next((one for one in self._absences.get(person, ()) if self._falls_on(one, start, end)), None)

    def closure(self, place: str, start: datetime, end: datetime) -> Closure | None:
        """A closure of the place that overlaps the time, if there is one."""
        return next((one for one in self._closures.get(place, ()) if self._falls_on(one, start, end)), None)

    def _falls_on(self, one: Absence | Closure, start: datetime, end: datetime) -> bool:
        if one.start is not None and one.end is not None:
            return overlaps(one.start, one.end, start, end)
        if one.weekly is None:
            return False
        comes_back = one.weekly.comes_back_on(start.date(), self.term.first_day, self.term.last_day)
        return comes_back and _hours_overlap(one.weekly, start, end)

    # ---- how far it is ----

    @cached_property
    def _legs(self) -> dict[tuple[str, str], int]:
        legs = dict[tuple[str, str], int]()
        for leg in self.term.travel.legs:
            here, there = leg.between
            legs[here, there] = leg.minutes
            if not leg.one_way:
                legs[there, here] = leg.minutes
        return legs

    @cached_property
    def longest_travel_minutes(self) -> int:
        """No journey takes longer than this."""
        travel = self.term.travel
        return max(travel.default_minutes, travel.within_locality_minutes, *self._legs.values(), 0)

    def travel_minutes(self, from_place: str | None, to_place: str | None) -> int:
        """Minutes from one place to the other; 0 where one of them is not decided."""
        here, there = self.term.place.get(from_place or ""), self.term.place.get(to_place or "")
        if here is None or there is None or here.id == there.id:
            return 0
        for leg in _ways(here, there):
            if leg in self._legs:
                return self._legs[leg]
        together = here.locality is not None and here.locality == there.locality
        return self.term.travel.within_locality_minutes if together else self.term.travel.default_minutes

    def in_time(self, earlier: Held, later: Held) -> bool:
        """Whether somebody at the one can be at the other when it starts."""
        minutes = self.travel_minutes(earlier.placement.place, later.placement.place) + self.term.buffer_minutes
        return later.start >= earlier.end + timedelta(minutes=minutes)

    def free(self, person: str, at: Held) -> bool:
        """Whether a person who does not sit at that meeting could be there, between what they sit at."""
        others = self.by_person.get(person, ())
        if any(one.id == at.id for one in others) or self.absence(person, at.start, at.end):
            return False
        return all(self.in_time(one, at) or self.in_time(at, one) for one in others)


def _ways(here: Place, there: Place) -> Iterator[tuple[str, str]]:
    """The legs that say how far it is, the most exact first."""
    yield here.id, there.id
    if there.locality:
        yield here.id, there.locality
    if here.locality:
        yield here.locality, there.id
    if here.locality and there.locality:
        yield here.locality, there.locality


def overlaps(start: datetime, end: datetime, other_start: datetime, other_end: datetime) -> bool:
    """Whether two times, each without its end, share a minute."""
    return start < other_end and other_start < end


def _hours_overlap(hours: WeeklyHours, start: datetime, end: datetime) -> bool:
    opens, closes = (datetime.combine(start.date(), clock) for clock in (hours.from_time, hours.to_time))
    return overlaps(opens, closes, start, end)


def pairs(meetings: Iterable[Held]) -> Iterator[tuple[Held, Held]]:
    """Any two of them, once each."""
    return combinations(meetings, 2)


def _grouped(items: Iterable[tuple[str, _T]]) -> dict[str, tuple[_T, ...]]:
    found = dict[str, list[_T]]()
    for key, item in items:
        found.setdefault(key, []).append(item)
    return {key: tuple(values) for key, values in found.items()}

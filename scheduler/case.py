"""A term made ready to plan: what the engine asks of it again and again, worked out once."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import holidays

from models import (
    Appointment,
    Limits,
    LockedSeat,
    Placement,
    ResolvedMeeting,
    Seat,
    Term,
)
from scheduler.availability import Availability
from scheduler.bits import span
from scheduler.grid import DAY_MINUTES, Grid, clock_minutes
from scheduler.journeys import Journeys

__all__ = ["Case", "Claim"]

_Known = TypeVar("_Known")


@dataclass(frozen=True)
class Claim:
    """One way in which a person can come to sit at a meeting: a seat, an appointment, and a rank in it."""

    meeting: str
    seat: Seat
    appointment: str
    person: str
    rank: int
    """0 for the holder, n for the n-th deputy."""


class Case:
    """Everything that rules and goals ask about a term; pure, and the same for the same term."""

    def __init__(self, term: Term, baseline: Iterable[Placement] = (), standing: Iterable[Placement] = ()) -> None:
        """Prepare.

        Args:
            term: what is to be planned.
            baseline: where the meetings stand in the plan that is to be changed; empty for a plan from nothing.
            standing: meetings that keep their start, their place and exactly their people.
        """
        self.term = term
        self.standing: dict[str, Placement] = {one.meeting: one for one in standing}
        self._baseline = tuple(baseline)
        self._known: dict[Hashable, Any] = {}
        self.grid = Grid.of(term)
        self.zone = ZoneInfo(term.time_zone)
        self.meetings: dict[str, ResolvedMeeting] = dict(term.resolved)
        self._availability = Availability(term, self.grid)
        self._journeys = Journeys(term)

    def once(self, key: Hashable, work_out: Callable[[], _Known]) -> _Known:
        """What a rule or goal works out of the term alone, kept for the next time that it is asked for."""
        if key not in self._known:
            self._known[key] = work_out()
        found: _Known = self._known[key]
        return found

    @cached_property
    def before(self) -> dict[str, Placement]:
        """The baseline's meetings that the term still has."""
        return {one.meeting: one for one in self._baseline if one.meeting in self.meetings}

    @cached_property
    def stood(self) -> dict[str, Placement]:
        """Those of them that are to come."""
        as_of = self.term.as_of
        return {m: one for m, one in self.before.items() if as_of is None or one.start >= as_of}

    def is_where_it_stood(self, meeting: str, start: int, place: str | None) -> bool:
        """Whether that is where a meeting is in the baseline; of one that stood nowhere it is not."""
        before = self.stood.get(meeting)
        return before is not None and (start, place) == (self.grid.start_at(before.start), before.place)

    def sat_at(self, meeting: str) -> frozenset[tuple[str, str]]:
        """Person and seat of everyone who sits at a meeting that is to come, in the baseline."""
        before = self.stood.get(meeting)
        return frozenset((one.person, one.seat) for one in before.sittings) if before else frozenset()

    @cached_property
    def as_of_minute(self) -> int | None:
        """The minute that the plan is seen from, if any."""
        return self.grid.minute_of(self.term.as_of) if self.term.as_of else None

    def locked_start(self, meeting: ResolvedMeeting) -> int | None:
        """The start that a meeting is locked to, if it is and that is on the grid."""
        return self.grid.start_at(meeting.lock.start) if meeting.lock else None

    def locked_to(self, meeting: ResolvedMeeting) -> int:
        """The start that a meeting is locked to, as a set; empty where it is not locked."""
        start = self.locked_start(meeting)
        return 0 if start is None else 1 << start

    def is_history(self, meeting: ResolvedMeeting) -> bool:
        """Whether the meeting is locked to a start that has been."""
        return bool(meeting.lock and self.term.as_of and meeting.lock.start < self.term.as_of)

    def places(self, meeting: ResolvedMeeting) -> tuple[str | None, ...]:
        """Where it can be held: ids of places, or ``None`` alone where that is decided later."""
        if meeting.lock and meeting.lock.place:
            return (meeting.lock.place,)
        return meeting.places or (None,)

    def windows(self, meeting: ResolvedMeeting) -> int:
        """The starts inside the meeting's windows."""
        within = 0
        for window in meeting.windows:
            within |= self.grid.inside(window, meeting.duration_minutes)
        return within

    def of_series(self, series: str) -> tuple[str, ...]:
        """Ids of the meetings of a series."""
        return self._by_series.get(series, ())

    @cached_property
    def _by_series(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = defaultdict(list)
        for meeting in self.meetings.values():
            found[meeting.series].append(meeting.id)
        return {series: tuple(ones) for series, ones in found.items()}

    @cached_property
    def span_of(self) -> dict[str, tuple[int, int]]:
        """For each meeting, the first and the last day of its windows."""
        spans = {}
        for meeting in self.meetings.values():
            within = self.windows(meeting)
            first, last = (within & -within).bit_length() - 1, within.bit_length() - 1
            spans[meeting.id] = (first // self.grid.per_day, last // self.grid.per_day)
        return spans

    def overlapping(self, meetings: Iterable[str], slack_days: int = 0) -> Iterator[list[str]]:
        """The meetings in groups, such that those of different groups lie further apart than so many days."""
        group: list[str] = []
        until = 0
        for meeting in sorted(meetings, key=lambda m: (self.span_of[m], m)):
            first, last = self.span_of[meeting]
            if group and first > until + slack_days:
                yield group
                group = []
            until = max(last, until) if group else last
            group.append(meeting)
        if group:
            yield group

    # -- calendar -------------------------------------------------------------------------------------------

    @cached_property
    def public_holidays(self) -> frozenset[date]:
        """The dates of public holidays in the years of the term."""
        years = range(self.term.first_day.year, self.term.last_day.year + 1)
        return frozenset(self._holidays(years))

    def is_public_holiday(self, day: date) -> bool:
        """Whether the date is a public holiday, in whichever year."""
        return day in self.once(("public_holidays", day.year), lambda: frozenset(self._holidays([day.year])))

    def _holidays(self, years: Iterable[int]) -> Iterable[date]:
        wanted = self.term.public_holidays
        if wanted is None:
            return ()
        return holidays.country_holidays(
            wanted.country, subdiv=wanted.subdivision, years=years, categories=wanted.categories
        )

    @cached_property
    def clock_change_days(self) -> tuple[int, ...]:
        """The days of the term on which clocks change."""
        offsets = [self._offset_at_midnight(day) for day in range(self.grid.days + 1)]
        return tuple(day for day in range(self.grid.days) if offsets[day] != offsets[day + 1])

    def _offset_at_midnight(self, day: int) -> timedelta | None:
        return datetime.combine(self.grid.date(day), time(), self.zone).utcoffset()

    # -- people -------------------------------------------------------------------------------------------

    @cached_property
    def claims(self) -> dict[str, tuple[Claim, ...]]:
        """For each meeting, every way in which somebody can come to sit on one of its wanted seats."""
        return {one.id: tuple(self._claims(one)) for one in self.meetings.values()}

    def _claims(self, meeting: ResolvedMeeting) -> list[Claim]:
        claims = (claim for seat in meeting.wanted_seats for claim in self.claims_on(meeting.id, seat))
        return [claim for claim in claims if self._as_it_was(meeting, claim)]

    def _as_it_was(self, meeting: ResolvedMeeting, claim: Claim) -> bool:
        """Whether a claim says what was, where the meeting stands or has been: nobody else sat there.

        A seat that its lock names others for is left to the lock.
        """
        stands = self.standing.get(meeting.id)
        if stands is not None:
            at = (claim.seat.id, claim.person, claim.appointment)
            return any(at == (one.seat, one.person, one.appointment) for one in stands.sittings)
        before = self.before.get(meeting.id)
        if (
            before is None
            or not self.is_history(meeting)
            or self.locked_start(meeting) != self.grid.start_at(before.start)
        ):
            return True
        sat = {one.person for one in before.sittings if one.seat == claim.seat.id}
        locked = {person for one in _locked_on(meeting, claim.seat) for person in one.people}
        return claim.person in sat or not locked <= sat

    def claims_on(self, meeting: str, seat: Seat) -> list[Claim]:
        """Every way in which somebody can come to sit on that seat."""
        found = []
        for one in self.term.appointed.get((seat.role, seat.unit), ()):
            if one.holder is not None:
                found.append(Claim(meeting, seat, one.id, one.holder, 0))
            if seat.deputy != "not":
                found += [Claim(meeting, seat, one.id, who, n) for n, who in enumerate(one.deputies, 1)]
        return found

    @cached_property
    def appointment(self) -> dict[str, Appointment]:
        """Every appointment by id."""
        return {one.id: one for one in self.term.appointments}

    def all_claims(self) -> Iterator[Claim]:
        """The claims of all meetings."""
        return (claim for claims in self.claims.values() for claim in claims)

    @cached_property
    def meetings_of(self) -> dict[str, list[str]]:
        """For each person who may sit somewhere, the meetings."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for claim in self.all_claims():
            found[claim.person][claim.meeting] = None
        return {person: list(meetings) for person, meetings in found.items()}

    def indispensable(self, meeting: ResolvedMeeting) -> list[str]:
        """Those without whom the meeting is not held: the only ones who can sit on a seat that must be filled."""
        found: dict[str, None] = {}
        for seat in meeting.wanted_seats:
            people = {claim.person for claim in self.claims[meeting.id] if claim.seat.id == seat.id}
            if seat.must_be_filled and len(people) == seat.count:
                found.update(dict.fromkeys(sorted(people)))
        return list(found)

    def able_by_appointment(self, meeting: ResolvedMeeting, seat: Seat) -> list[int]:
        """For each appointment to a seat, the starts at which its holder or a deputy can come."""
        able: dict[str, int] = defaultdict(int)
        for claim in self.claims[meeting.id]:
            if claim.seat.id == seat.id:
                able[claim.appointment] |= self.grid.every_start & ~self.unable(claim)
        return list(able.values())

    def unable(self, claim: Claim) -> int:
        """The starts of its meeting at which the person of a claim cannot sit there."""
        meeting = self.meetings[claim.meeting]
        if self.is_history(meeting):
            return 0
        return self.away(claim.person, meeting.duration_minutes) | self.unappointed(claim.appointment)

    def unappointed(self, appointment: str) -> int:
        """The starts on days on which the appointment does not count."""
        one = self.appointment[appointment]
        if one.first_day is None and one.last_day is None:
            return 0
        first = (one.first_day - self.grid.first_day).days if one.first_day else 0
        stop = (one.last_day - self.grid.first_day).days + 1 if one.last_day else self.grid.days
        per_day = self.grid.per_day
        return self.grid.every_start & ~span(max(first, 0) * per_day, max(stop, 0) * per_day)

    def away(self, person: str, duration_minutes: int) -> int:
        """The starts from which a meeting of that length would meet an absence of the person."""
        return self._availability.away(person, duration_minutes)

    def shut(self, place: str, duration_minutes: int) -> int:
        """The starts from which a meeting of that length would meet a closure of the place."""
        return self._availability.shut(place, duration_minutes)

    @cached_property
    def limits(self) -> dict[str, Limits]:
        """What each person can be asked to attend."""
        return {one.id: one.limits.over(self.term.limits) for one in self.term.people}

    @cached_property
    def longest_journey_minutes(self) -> int:
        """No two meetings of one person need more between them: the longest travel and the buffer."""
        travel = self.term.travel
        legs = [leg.minutes for leg in travel.legs]
        return self.term.buffer_minutes + max([travel.default_minutes, travel.within_locality_minutes, *legs])

    @cached_property
    def shortest_night_minutes(self) -> int:
        """From the latest end of a meeting to the earliest start of one on the next day."""
        windows = [window for meeting in self.meetings.values() for window in meeting.windows]
        latest = max((clock_minutes(window.to_time) for window in windows), default=0)
        earliest = min((clock_minutes(window.from_time) for window in windows), default=0)
        return DAY_MINUTES - latest + earliest

    # -- travel -------------------------------------------------------------------------------------------

    def travel_minutes(self, here: str | None, there: str | None) -> int:
        """From one place to another, in minutes; 0 where either is decided later."""
        if here is None or there is None or here == there:
            return 0
        return self._journeys.minutes(here, there)


def _locked_on(meeting: ResolvedMeeting, seat: Seat) -> Iterator[LockedSeat]:
    return (one for one in (meeting.lock.seats if meeting.lock else ()) if one.seat == seat.id)

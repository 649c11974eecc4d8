"""A term read once more from ``docs/rules-and-goals.md``, sharing no code with the scheduler.

Slow and plain on purpose: each function is one sentence of that page.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache
from itertools import combinations, product
from zoneinfo import ZoneInfo

import holidays

from models import (
    Absence,
    Appointment,
    Closure,
    Lock,
    LockedSeat,
    Placement,
    Plan,
    ResolvedMeeting,
    Seat,
    Term,
    Weekly,
    WeeklyHours,
    Window,
)

__all__ = ["Before", "Candidate", "Reading", "Sit"]

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
RANKING: tuple[str, ...] = (
    "kept",
    "placed",
    "vacant_seats",
    "deputies",
    "on_demand",
    "deputy_order",
    "preferred",
    "spread",
)
RANKING += ("fair_load", "travel")
REPLANNING = ("disturbed", "moved", "reseated")


@dataclass(frozen=True)
class Candidate:
    """One possible start and place of a meeting."""

    start: datetime
    end: datetime
    place: str | None


@dataclass(frozen=True)
class Sit:
    """One person on one seat by one appointment; `rank` is 0 for its holder, n for its n-th deputy."""

    seat: str
    person: str
    appointment: str
    rank: int


@dataclass(frozen=True)
class Before:
    """What a plan that changes another one knows of it: its baseline, and the moment that it is seen from."""

    baseline: tuple[Placement, ...]
    as_of: datetime | None

    @classmethod
    def of(cls, plan: Plan, as_of: datetime | None) -> "Before":
        """A plan that is to be changed at a moment."""
        return cls(plan.as_baseline, as_of)


class Reading:
    """What the page says of one term, meeting by meeting, and of the plan that is to be changed, if any."""

    def __init__(self, term: Term, before: Before | None = None) -> None:
        self.term, self.before = term, before
        self.as_of = before.as_of if before else term.as_of
        self.stood = {one.meeting: one for one in before.baseline if one.meeting in term.resolved} if before else {}
        self.meetings = {name: self._where_it_stays(one) for name, one in term.resolved.items()}
        for name in ("absent", "limit", "minutes", "pools", "slice_of"):  # asked again and again
            setattr(self, name, cache(getattr(self, name)))

    # -- what stays -----------------------------------------------------------------------------------------------

    def stays(self, meeting: ResolvedMeeting) -> str:
        """Whether the meeting of the plan that is to be changed must stay: `past`, `soon`, or empty where it need not.

        Asked of the meeting as the term has it: one that the term locks to another start, or calls off, need not.
        """
        stood = self.stood.get(meeting.id)
        if stood is None or self.as_of is None or (meeting.lock and meeting.lock.start != stood.start):
            return ""
        if any(off.first_day <= stood.start.date() <= (off.last_day or off.first_day) for off in meeting.called_off):
            return ""
        if stood.start < self.as_of:
            return "past"
        return "soon" if (stood.start.date() - self.as_of.date()).days < self.term.notice_days else ""

    def _where_it_stays(self, meeting: ResolvedMeeting) -> ResolvedMeeting:
        """The meeting locked where it stood, if it must stay; what its own lock names comes first."""
        if not self.stays(meeting):
            return meeting
        stood, own = self.stood[meeting.id], meeting.lock
        locked = {seat: LockedSeat(seat=seat, people=tuple(sorted(who))) for seat, who in self._bound(meeting).items()}
        seats = {**{one.seat: one for one in (own.seats if own else ())}, **locked}
        place = own.place if own and own.place else stood.place
        return replace(meeting, lock=Lock(start=stood.start, place=place, seats=tuple(seats.values())))

    def _bound(self, meeting: ResolvedMeeting) -> dict[str, set[str]]:
        """Those who keep their seats at a past meeting; not on a seat for which its own lock names others."""
        if self.stays(self.term.resolved[meeting.id]) != "past":
            return {}
        lock = self.term.resolved[meeting.id].lock
        named = {one.seat: set(one.people) for one in lock.seats} if lock else {}
        sat = dict[str, set[str]]()
        for one in self.stood[meeting.id].sittings:
            sat.setdefault(one.seat, set()).add(one.person)
        return {seat: people for seat, people in sat.items() if named.get(seat, set()) <= people}

    def as_they_sat(self, meeting: ResolvedMeeting, sits: tuple[Sit, ...]) -> bool:
        """Whether at a past meeting those sit who sat there, and nobody else."""
        lock = self.term.resolved[meeting.id].lock
        if self.stays(self.term.resolved[meeting.id]) != "past":
            return True
        bound = self._bound(meeting)
        by_hand = {one.seat for one in lock.seats} - bound.keys() if lock else set()
        now = dict[str, set[str]]()
        for sit in sits:
            if sit.seat not in by_hand:
                now.setdefault(sit.seat, set()).add(sit.person)
        return now == bound

    def to_come(self) -> list[Placement]:
        """The meetings of the plan that is to be changed that the goals count."""
        return [one for one in self.stood.values() if self.as_of is None or one.start >= self.as_of]

    # -- when and where -------------------------------------------------------------------------------------------

    def candidates(self, meeting: ResolvedMeeting) -> list[Candidate]:
        """Every start and place of a meeting that no rule about it alone closes."""
        return [one for one in self._all_candidates(meeting) if self._open(meeting, one)]

    def _all_candidates(self, meeting: ResolvedMeeting) -> Iterator[Candidate]:
        places: tuple[str | None, ...] = meeting.places or (None,)
        if meeting.lock and meeting.lock.place:
            places = (meeting.lock.place,)
        days = (self.term.last_day - self.term.first_day).days + 1
        for n, minute, place in product(range(days), range(0, 1440, self.term.grid_minutes), places):
            start = self._midnight(self.term.first_day + timedelta(days=n)) + timedelta(minutes=minute)
            yield Candidate(start, start + timedelta(minutes=meeting.duration_minutes), place)

    def _midnight(self, day: date) -> datetime:
        return datetime(day.year, day.month, day.day)

    def _open(self, meeting: ResolvedMeeting, one: Candidate) -> bool:
        history = self.is_history(meeting)
        return (
            any(self._in_window(window, one) for window in meeting.windows)
            and (meeting.lock is None or meeting.lock.start == one.start)
            and not any(
                off.first_day <= one.start.date() <= (off.last_day or off.first_day) for off in meeting.called_off
            )
            and (history or self._in_its_time(meeting, one.start.date()))
            and self._clocks_run_evenly(one)
            and (meeting.lock is not None or self._soon_enough(one))
            and (history or not self._closed(meeting, one.start.date()))
            and (history or one.place is None or self._venue(meeting, one))
        )

    def _in_its_time(self, meeting: ResolvedMeeting, day: date) -> bool:
        """Whether the forum whose meeting it is, if any, exists on the date and is active."""
        of_forum = next(series.forum for series in self.term.series if series.id == meeting.series)
        for forum in self.term.forums:
            if forum.id == of_forum:
                begun = {state.first_day: state.state for state in forum.states if state.first_day <= day}
                resting = bool(begun) and begun[max(begun)] != "active"
                outside = (forum.first_day or day) > day or (forum.last_day or day) < day
                return not resting and not outside
        return True

    def is_history(self, meeting: ResolvedMeeting) -> bool:
        """Whether the meeting has a lock before `as_of`."""
        return bool(meeting.lock and self.as_of and meeting.lock.start < self.as_of)

    def _in_window(self, window: Window, one: Candidate) -> bool:
        return window.first_day <= one.start.date() <= window.last_day and self._in_hours(window, one)

    def _in_hours(self, hours: WeeklyHours, one: Candidate) -> bool:
        midnight = self._midnight(one.start.date())
        opens = midnight + timedelta(hours=hours.from_time.hour, minutes=hours.from_time.minute)
        closes = midnight + timedelta(hours=hours.to_time.hour, minutes=hours.to_time.minute)
        return WEEKDAYS[one.start.weekday()] in hours.weekdays and opens <= one.start and one.end <= closes

    def _clocks_run_evenly(self, one: Candidate) -> bool:
        zone, minutes = ZoneInfo(self.term.time_zone), int((one.end - one.start).total_seconds()) // 60
        moments = [one.start + timedelta(minutes=n) for n in range(minutes + 1)]
        return len({moment.replace(tzinfo=zone, fold=f).utcoffset() for moment in moments for f in (0, 1)}) == 1

    def _soon_enough(self, one: Candidate) -> bool:
        as_of = self.as_of
        if as_of is None:
            return True
        return one.start >= as_of and (one.start.date() - as_of.date()).days >= self.term.notice_days

    def _closed(self, meeting: ResolvedMeeting, day: date) -> bool:
        public = self.term.public_holidays
        if public:
            of_country = holidays.country_holidays(
                public.country, subdiv=public.subdivision, years=day.year, categories=public.categories
            )
            if day in of_country:
                return True
        for closed in self.term.closed_days:
            for_it = not closed.series or meeting.series in closed.series
            if for_it and closed.first_day <= day <= (closed.last_day or closed.first_day):
                return True
        return False

    def _venue(self, meeting: ResolvedMeeting, one: Candidate) -> bool:
        place = next(place for place in self.term.places if place.id == one.place)
        if place.hours and not any(self._in_hours(hours, one) for hours in place.hours):
            return False
        if place.capacity is not None and sum(seat.count for seat in self.wanted(meeting)) > place.capacity:
            return False
        return not any(self._during(closure, one) for closure in self.term.closures if closure.place == one.place)

    def _during(self, away: Absence | Closure, one: Candidate) -> bool:
        if away.weekly is None:
            assert away.start is not None
            assert away.end is not None
            return away.start < one.end and one.start < away.end
        midnight = self._midnight(one.start.date())
        begins = midnight + timedelta(hours=away.weekly.from_time.hour, minutes=away.weekly.from_time.minute)
        ends = midnight + timedelta(hours=away.weekly.to_time.hour, minutes=away.weekly.to_time.minute)
        return self._comes_back_on(away.weekly, one.start.date()) and begins < one.end and one.start < ends

    def _comes_back_on(self, weekly: Weekly, day: date) -> bool:
        first, last = weekly.first_day or self.term.first_day, weekly.last_day or self.term.last_day
        weeks = (monday(day) - monday(first)).days // 7
        return first <= day <= last and WEEKDAYS[day.weekday()] in weekly.weekdays and weeks % weekly.every_weeks == 0

    def orders(self) -> list[tuple[str, str, int, int | None]]:
        """Which meeting comes before which, with least and greatest number of days: of meetings, and of series."""
        found = [(one.before, one.after, one.at_least_days, one.at_most_days) for one in self.term.orders]
        of = {one.id: [m.id for m in self.term.meetings if m.series == one.id] for one in self.term.series}
        for tie in self.term.series_orders:
            earlier, later = of[tie.before], of[tie.after]
            shares = [len(earlier) * (n + 1) // len(later) for n in range(len(later))]
            own = zip(shares, later, strict=True)
            found += [(earlier[upto - 1], one, tie.at_least_days, tie.at_most_days) for upto, one in own]
        for series in self.term.series:
            found += [(*two, 0, None) for two in combinations(of[series.id], 2) if series.in_order]
        return found

    # -- who ------------------------------------------------------------------------------------------------------

    def wanted(self, meeting: ResolvedMeeting) -> list[Seat]:
        """The required seats, and the on-demand ones that are asked for."""
        return [seat for seat in meeting.seats if seat.need == "required" or seat.id in meeting.asked]

    def sits(self, meeting: ResolvedMeeting, seat: Seat, one: Candidate) -> list[Sit]:
        """Everyone who could sit on that seat then, once for each appointment and rank by which they could."""
        found = []
        for appointment in self.term.appointments:
            in_office = self.is_history(meeting) or _holds(appointment, one.start.date())
            if (appointment.role, appointment.unit) == (seat.role, seat.unit) and in_office:
                people = [(0, appointment.holder)] if appointment.holder else []
                if seat.deputy != "not":
                    people += [(n + 1, deputy) for n, deputy in enumerate(appointment.deputies)]
                found += [Sit(seat.id, person, appointment.id, rank) for rank, person in people]
        return [sit for sit in found if self.is_history(meeting) or not self.absent(sit.person, one)]

    def in_office(self, sit: Sit, one: Candidate) -> bool:
        """Whether the appointment counts on the date, which nobody asks of those who sat at history."""
        return any(_holds(post, one.start.date()) for post in self.term.appointments if post.id == sit.appointment)

    def absent(self, person: str, one: Candidate) -> bool:
        """Whether an absence of the person overlaps, and no presence of theirs covers it all."""
        own = (there for there in self.term.presences if there.person == person)
        if any(there.start <= one.start and one.end <= there.end for there in own):
            return False
        return any(self._during(absence, one) for absence in self.term.absences if absence.person == person)

    def locked_people(self, meeting: ResolvedMeeting) -> set[tuple[str, str]]:
        """Seat and person of each sitting that a lock demands."""
        return {(one.seat, who) for one in (meeting.lock.seats if meeting.lock else ()) for who in one.people}

    def limit(self, person: str, name: str) -> int | None:
        """The person's own limit of that name, else the term's."""
        own = next(getattr(one.limits, name) for one in self.term.people if one.id == person)
        found: int | None = getattr(self.term.limits, name) if own is None else own
        return found

    def pools(self) -> dict[tuple[str, str], set[str]]:
        """Role and unit of every pool, with its appointments' ids."""
        keys = {(one.role, one.unit) for one in self.term.appointments}
        members = {key: [one for one in self.term.appointments if (one.role, one.unit) == key] for key in keys}
        shared = {key for key in keys if any(_both_hold(a, b) for a, b in product(members[key], repeat=2))}
        return {key: {one.id for one in members[key]} for key in sorted(shared)}

    # -- travel and time ------------------------------------------------------------------------------------------

    def minutes(self, here: str | None, there: str | None) -> int:
        """Travel minutes; 0 from a place to itself and where one is undecided."""
        if here is None or there is None or here == there:
            return 0
        locality = {place.id: place.locality for place in self.term.places}
        ends = [(here, there), (here, locality[there]), (locality[here], there), (locality[here], locality[there])]
        for end in ends:
            for leg in self.term.travel.legs:
                if end == leg.between or (end == leg.between[::-1] and not leg.one_way):
                    return leg.minutes
        together = locality[here] is not None and locality[here] == locality[there]
        return self.term.travel.within_locality_minutes if together else self.term.travel.default_minutes

    def in_time(self, one: Candidate, other: Candidate) -> bool:
        """Whether one person can be at both."""
        if one.start > other.start:
            one, other = other, one
        pause = timedelta(minutes=self.minutes(one.place, other.place) + self.term.buffer_minutes)
        return other.start >= one.end + pause

    def slice_of(self, series: str, day: date) -> int:
        """The slice of the term, for meetings of that series, that the date lies in."""
        own = [meeting for meeting in self.term.resolved.values() if meeting.series == series]
        weeks = set()
        for window in (window for meeting in own for window in meeting.windows):
            first, last = max(window.first_day, self.term.first_day), min(window.last_day, self.term.last_day)
            days = (first + timedelta(days=n) for n in range((last - first).days + 1))
            weeks |= {monday(one) for one in days if WEEKDAYS[one.weekday()] in window.weekdays}
        position = sorted(weeks).index(monday(day))
        return position if len(own) >= len(weeks) else position * len(own) // len(weeks)

    def penalty(self, meeting: ResolvedMeeting, one: Candidate) -> int:
        """Penalties of the preferences that are not met."""
        found = 0
        for wish in meeting.preferences:
            day = not wish.weekdays or WEEKDAYS[one.start.weekday()] in wish.weekdays
            early = wish.from_time is not None and one.start.time() < wish.from_time
            late = wish.to_time is not None and one.end > datetime.combine(one.start.date(), wish.to_time)
            found += 0 if day and not early and not late else wish.penalty
        return found

    def commute(self, sit: Sit, one: Candidate) -> int:
        """Minutes from the person's base to the meeting and back."""
        base = next(person.base for person in self.term.people if person.id == sit.person)
        return self.minutes(base, one.place) + self.minutes(one.place, base)

    def ranking(self) -> list[str]:
        """Ids of the goals that count, the most important first."""
        ranked = list(RANKING if self.term.goals is None else self.term.goals)
        if self.before is None:
            return ranked
        first = ranked.index("placed") + 1
        return [*ranked[:first], *REPLANNING, *ranked[first:]]


def monday(day: date) -> date:
    """The Monday of the date's ISO week."""
    return day - timedelta(days=day.weekday())


def _holds(appointment: Appointment, day: date) -> bool:
    begun = appointment.first_day is None or appointment.first_day <= day
    return begun and (appointment.last_day is None or day <= appointment.last_day)


def _both_hold(one: Appointment, other: Appointment) -> bool:
    """Whether two people hold them, and both on some date."""
    if one.holder is None or other.holder is None or one.holder == other.holder:
        return False
    starts_in_time = one.first_day is None or other.last_day is None or one.first_day <= other.last_day
    return starts_in_time and (other.first_day is None or one.last_day is None or other.first_day <= one.last_day)

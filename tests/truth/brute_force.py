"""The best plan of a tiny term, found by trying everything.

`values` and `allowed` say what a plan costs and whether it may be, straight from the page; `best` walks through
all combinations of ways to hold each meeting and leaves out only those that can no longer become the best: every
goal only grows as meetings are added, and all but `disturbed` by at least what a meeting costs alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import NamedTuple

from models import Placement, ResolvedMeeting, Seat, Term
from tests.truth.reading import Before, Candidate, Reading, Sit, monday

__all__ = ["Best", "TooLarge", "Way", "best", "ways"]


class TooLarge(Exception):
    """There is too much to try."""


@dataclass(frozen=True)
class Way:
    """One way to hold a meeting: when, where, and who sits."""

    meeting: ResolvedMeeting
    at: Candidate
    sits: tuple[Sit, ...]

    def who(self) -> set[str]:
        """Those who attend."""
        return {sit.person for sit in self.sits}


Plan = Mapping[str, Way | None]
"""How each meeting is held; `None` is not at all, and what is left out is not yet decided."""


@dataclass(frozen=True)
class Best:
    """The least values, in the order of the ranking, and one plan that has them."""

    values: tuple[int, ...]
    plan: Plan


def best(
    term: Term, most_steps: int = 10_000, before: Before | None = None, standing: Sequence[Placement] = ()
) -> Best:
    """The best plan of all; of those that change another one, where there is one before; of those in which what stands
    is held as it stands.

    Raises:
        TooLarge: after `most_steps` combinations.
    """
    reading = Reading(term, before)
    stands = {one.meeting: one for one in standing}
    choices = [_choices(reading, meeting, stands.get(meeting.id)) for meeting in reading.meetings.values()]
    nothing: dict[str, Way | None] = dict.fromkeys(term.resolved)
    found = Best(values(reading, nothing), nothing)
    steps = 0

    def search(n: int, so_far: dict[str, Way | None]) -> None:
        nonlocal found, steps
        reached = values(reading, so_far)
        if n == len(choices):
            found = min(found, Best(reached, so_far), key=lambda one: one.values)
            return
        least = _total(reached, *(own[0].alone for own in choices[n + 1 :]))
        for choice in choices[n]:
            if _total(least, choice.alone) >= found.values:
                return  # and so do all that follow: they are dearer
            steps += 1
            if steps > most_steps:
                raise TooLarge
            further = {**so_far, choice.meeting: choice.way}
            if allowed(reading, further):
                search(n + 1, further)

    search(0, {})
    return found


class _Choice(NamedTuple):
    """A way to hold a meeting, or none, with what that costs where nothing else is decided."""

    alone: tuple[int, ...]
    meeting: str
    way: Way | None


def _choices(reading: Reading, meeting: ResolvedMeeting, stands: Placement | None) -> list[_Choice]:
    """All of a meeting, the cheapest first; of one that stands only that."""
    all_ways = [_as_it_stands(meeting, stands)] if stands else [None, *ways(reading, meeting)]
    found = [_Choice(_alone(reading, meeting.id, way), meeting.id, way) for way in all_ways]
    return sorted(found, key=lambda one: one.alone)


def _as_it_stands(meeting: ResolvedMeeting, stands: Placement) -> Way:
    sits = (Sit(one.seat, one.person, one.appointment, one.deputy_rank) for one in stands.sittings)
    return Way(meeting, Candidate(stands.start, meeting.end_of(stands.start), stands.place), tuple(sits))


def _alone(reading: Reading, meeting: str, way: Way | None) -> tuple[int, ...]:
    """What a way costs at least, whatever the others do: whoever is disturbed may be so by another meeting already."""
    own = zip(reading.ranking(), values(reading, {meeting: way}), strict=True)
    return tuple(0 if name == "disturbed" else value for name, value in own)


def _total(*vectors: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(map(sum, zip(*vectors, strict=True)))


# -- one meeting: when, where and who ---------------------------------------------------------------------------------


def ways(reading: Reading, meeting: ResolvedMeeting) -> Iterator[Way]:
    """Every way to hold a meeting that no rule about it alone forbids."""
    for at in reading.candidates(meeting):
        by_seat = [list(_fillings(reading, meeting, seat, at)) for seat in reading.wanted(meeting)]
        for filling in product(*by_seat):
            sits = tuple(sit for one in filling for sit in one)
            sit_rightly = (
                _each_once(sits) and _locked_sit(reading, meeting, sits) and reading.as_they_sat(meeting, sits)
            )
            if sit_rightly and _enough_attend(meeting, sits):
                yield Way(meeting, at, sits)


def _fillings(reading: Reading, meeting: ResolvedMeeting, seat: Seat, at: Candidate) -> Iterator[tuple[Sit, ...]]:
    """Every way to fill a seat: with `count` people where it must be filled, else with as many or fewer."""
    must = seat.need == "required" and seat.vacancy == "never"
    possible = reading.sits(meeting, seat, at)
    for people in range(seat.count if must else 0, seat.count + 1):
        yield from combinations(possible, people)


def _each_once(sits: tuple[Sit, ...]) -> bool:
    return len({sit.person for sit in sits}) == len({sit.appointment for sit in sits}) == len(sits)


def _enough_attend(meeting: ResolvedMeeting, sits: tuple[Sit, ...]) -> bool:
    groups = {seat.id: seat.groups for seat in meeting.seats}
    return all(sum(one.group in groups[sit.seat] for sit in sits) >= one.least for one in meeting.attendance)


def _locked_sit(reading: Reading, meeting: ResolvedMeeting, sits: tuple[Sit, ...]) -> bool:
    return reading.locked_people(meeting) <= {(sit.seat, sit.person) for sit in sits}


# -- several meetings -------------------------------------------------------------------------------------------------


def allowed(reading: Reading, plan: Plan) -> bool:
    """Whether no rule about several meetings is broken by those decided."""
    held = [way for way in plan.values() if way]
    pairs = list(combinations(held, 2))
    return (
        all(reading.in_time(a.at, b.at) for a, b in pairs if a.who() & b.who())
        and all(_far_apart(reading, a, b) for a, b in pairs if a.meeting.series == b.meeting.series)
        and _in_order(reading, plan)
        and _related(reading, plan)
        and _rooms(reading, held)
        and _within_limits(reading, held)
    )


def _far_apart(reading: Reading, one: Way, other: Way) -> bool:
    series = next(series for series in reading.term.series if series.id == one.meeting.series)
    return abs((one.at.start.date() - other.at.start.date()).days) >= series.spacing_days


def _in_order(reading: Reading, plan: Plan) -> bool:
    for first, then, at_least_days, at_most_days in reading.orders():
        before, after = plan.get(first), plan.get(then)
        if before and after:
            days = (after.at.start.date() - before.at.start.date()).days
            if before.at.end > after.at.start or days < at_least_days:
                return False
            if at_most_days is not None and days > at_most_days:
                return False
    return True


def _related(reading: Reading, plan: Plan) -> bool:
    for relation in reading.term.day_relations:
        days = [way.at.start.date() for name in relation.meetings if (way := plan.get(name))]
        if len(set(days)) > 1 and relation.kind == "same_day":
            return False
        if len(set(days)) < len(days) and relation.kind == "different_days":
            return False
    return True


def _rooms(reading: Reading, held: list[Way]) -> bool:
    for place in reading.term.places:
        here = [way for way in held if way.at.place == place.id]
        for one in here:  # the most are there at the start of one of them
            if sum(other.at.start <= one.at.start < other.at.end for other in here) > place.rooms:
                return False
    return True


def _within_limits(reading: Reading, held: list[Way]) -> bool:
    for person in {person for way in held for person in way.who()}:
        days = [way.at.start.date() for way in held if person in way.who()]
        weeks = [monday(day) for day in days]
        most = {"meetings_per_term": len(days)}
        most["meetings_per_day"] = max(days.count(day) for day in days)
        most["meetings_per_week"] = max(weeks.count(week) for week in weeks)
        for name, count in most.items():
            limit = reading.limit(person, name)
            if limit is not None and count > limit:
                return False
    return True


# -- what it costs ----------------------------------------------------------------------------------------------------


def values(reading: Reading, plan: Plan) -> tuple[int, ...]:
    """The value of each goal, in the order of the ranking, of what is decided."""
    return tuple(GOALS[name](reading, plan) for name in reading.ranking())


def _held(plan: Plan) -> list[Way]:
    return [way for way in plan.values() if way]


def _not_held(reading: Reading, plan: Plan) -> list[ResolvedMeeting]:
    return [reading.meetings[name] for name, way in plan.items() if way is None]


def _kept(reading: Reading, plan: Plan) -> int:
    return sum(meeting.lock is not None for meeting in _not_held(reading, plan))


def _placed(reading: Reading, plan: Plan) -> int:
    return sum(meeting.priority for meeting in _not_held(reading, plan))


def _missing(reading: Reading, way: Way, need: str) -> Iterator[tuple[Seat, int]]:
    for seat in reading.wanted(way.meeting):
        if seat.need == need:
            yield seat, seat.count - sum(sit.seat == seat.id for sit in way.sits)


def _vacant_seats(reading: Reading, plan: Plan) -> int:
    missing = (one for way in _held(plan) for one in _missing(reading, way, "required"))
    return sum(people * (2 if seat.deputy == "should" else 1) for seat, people in missing)


def _on_demand(reading: Reading, plan: Plan) -> int:
    return sum(people for way in _held(plan) for _, people in _missing(reading, way, "on_demand"))


def _deputies(reading: Reading, plan: Plan) -> int:
    found = 0
    for way in _held(plan):
        required = {seat.id for seat in way.meeting.seats if seat.need == "required"}
        found += sum(sit.rank > 0 and sit.seat in required for sit in way.sits)
    return found


def _deputy_order(reading: Reading, plan: Plan) -> int:
    return sum(sit.rank for way in _held(plan) for sit in way.sits)


def _preferred(reading: Reading, plan: Plan) -> int:
    return sum(reading.penalty(way.meeting, way.at) for way in _held(plan))


def _spread(reading: Reading, plan: Plan) -> int:
    slices = [(way.meeting.series, reading.slice_of(way.meeting.series, way.at.start.date())) for way in _held(plan)]
    return sum(one == other for one, other in combinations(slices, 2))


def _fair_load(reading: Reading, plan: Plan) -> int:
    found = 0
    for appointments in reading.pools().values():
        own = [
            {sit.person for sit in way.sits if sit.rank == 0 and sit.appointment in appointments} for way in _held(plan)
        ]
        found += sum(len(one & other) for one, other in combinations(own, 2))
    return found


def _travel(reading: Reading, plan: Plan) -> int:
    return sum(reading.commute(sit, way.at) for way in _held(plan) for sit in way.sits)


def _disturbed(reading: Reading, plan: Plan) -> int:
    """Counted over what is decided: people who no longer have all that they had."""
    stood = {one.meeting: one for one in reading.to_come()}
    before, after = dict[str, set[object]](), dict[str, set[object]]()
    for name, way in plan.items():
        old = stood.get(name)
        for one in old.sittings if old else ():
            before.setdefault(one.person, set()).add((name, stood[name].start, stood[name].place, one.seat))
        if way and (reading.as_of is None or way.at.start >= reading.as_of):
            for sit in way.sits:
                after.setdefault(sit.person, set()).add((name, way.at.start, way.at.place, sit.seat))
    return sum(bool(had - after.get(person, set())) for person, had in before.items())


def _moved(reading: Reading, plan: Plan) -> int:
    return sum(
        (way.at.start, way.at.place) != (old.start, old.place) if way else True for old, way in _both(reading, plan)
    )


def _reseated(reading: Reading, plan: Plan) -> int:
    found = 0
    for old, way in _both(reading, plan):
        for seat in {one.seat for one in (*old.sittings, *(way.sits if way else ()))} if way else ():
            sat = {one.person for one in old.sittings if one.seat == seat}
            sits = {one.person for one in way.sits if one.seat == seat} if way else set()
            found += max(len(sat - sits), len(sits - sat))
    return found


def _both(reading: Reading, plan: Plan) -> Iterator[tuple[Placement, Way | None]]:
    """Each meeting of the plan that is to be changed as it was and as it is, where that is decided."""
    return ((old, plan[old.meeting]) for old in reading.to_come() if old.meeting in plan)


GOALS = {
    "disturbed": _disturbed,
    "moved": _moved,
    "reseated": _reseated,
    "kept": _kept,
    "placed": _placed,
    "vacant_seats": _vacant_seats,
    "deputies": _deputies,
    "on_demand": _on_demand,
    "deputy_order": _deputy_order,
    "preferred": _preferred,
    "spread": _spread,
    "fair_load": _fair_load,
    "travel": _travel,
}

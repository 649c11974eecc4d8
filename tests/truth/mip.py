"""A plain mixed-integer model of a term, solved goal by goal with HiGHS.

One binary variable for each meeting and candidate, and one for each sitting that it could have; everything else
is a row. It reads the term as the brute force does (`reading`), and shares nothing with the engine.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from typing import NamedTuple

import highspy

from models import ResolvedMeeting, Seat, Term
from tests.truth.reading import Candidate, Reading, Sit, monday

__all__ = ["optimum"]

Column = int
Sum = dict[Column, int]


class Held(NamedTuple):
    """A meeting held at a candidate."""

    column: Column
    meeting: ResolvedMeeting
    at: Candidate


class Taken(NamedTuple):
    """A sitting at a candidate."""

    column: Column
    held: Held
    seat: Seat
    sit: Sit


@dataclass
class Mip:
    """The model as it grows: rows are sums of columns between two numbers."""

    reading: Reading
    solver: highspy.Highs = field(default_factory=highspy.Highs)
    held: list[Held] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)

    def column(self) -> Column:
        """A new binary variable."""
        number: int = self.solver.getNumCol()
        self.solver.addCol(0.0, 0.0, 1.0, 0, [], [])
        self.solver.changeColIntegrality(number, highspy.HighsVarType.kInteger)
        return number

    def row(
        self, columns: Sum | Iterable[Column], least: float = -highspy.kHighsInf, most: float = highspy.kHighsInf
    ) -> None:
        """A sum of columns between `least` and `most`."""
        total = columns if isinstance(columns, dict) else add(columns)
        self.solver.addRow(least, most, len(total), list(total), [float(one) for one in total.values()])

    def held_as(self, meeting: str) -> list[Held]:
        """All candidates of a meeting."""
        return [one for one in self.held if one.meeting.id == meeting]


def add(columns: Iterable[Column], factor: int = 1) -> Sum:
    """The sum of columns, each once or more."""
    total: Sum = defaultdict(int)
    for column in columns:
        total[column] += factor
    return total


def optimum(term: Term) -> tuple[int, ...]:
    """The least values of the goals, in the order of the ranking."""
    mip = Mip(Reading(term))
    mip.solver.setOptionValue("output_flag", False)
    mip.solver.setOptionValue("threads", 1)
    mip.solver.setOptionValue("mip_rel_gap", 0.0)
    for meeting in term.resolved.values():
        _meeting(mip, meeting)
    for rule in (_in_time, _limits, _order, _spacing, _day_relations, _rooms):
        rule(mip)
    found = []
    for name in mip.reading.ranking():
        total, constant = GOALS[name](mip)
        value = _least(mip, total)
        mip.row(total, most=value)
        found.append(value + constant)
    return tuple(found)


def _least(mip: Mip, total: Sum) -> int:
    if not total:
        return 0
    for column in range(mip.solver.getNumCol()):
        mip.solver.changeColCost(column, float(total.get(column, 0)))
    mip.solver.run()
    assert mip.solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return round(mip.solver.getObjectiveValue())


# -- one meeting ------------------------------------------------------------------------------------------------------


def _meeting(mip: Mip, meeting: ResolvedMeeting) -> None:
    for at in mip.reading.candidates(meeting):
        held = Held(mip.column(), meeting, at)
        mip.held.append(held)
        own = [
            Taken(mip.column(), held, seat, sit)
            for seat in mip.reading.wanted(meeting)
            for sit in mip.reading.sits(meeting, seat, at)
        ]
        mip.taken.extend(own)
        _seats(mip, held, own)
    mip.row([held.column for held in mip.held_as(meeting.id)], most=1)


def _seats(mip: Mip, held: Held, own: list[Taken]) -> None:
    """Who sits where, if the meeting is held at this candidate."""
    for seat in mip.reading.wanted(held.meeting):
        sits = add(one.column for one in own if one.seat == seat)
        must = seat.need == "required" and seat.vacancy == "never"
        mip.row({**sits, held.column: -seat.count}, least=0 if must else -highspy.kHighsInf, most=0)
    for key in ("person", "appointment"):
        for name in {getattr(one.sit, key) for one in own}:
            mip.row({**add(one.column for one in own if getattr(one.sit, key) == name), held.column: -1}, most=0)
    for demand in held.meeting.attendance:
        side = add(one.column for one in own if demand.group in one.seat.groups)
        mip.row({**side, held.column: -demand.least}, least=0)
    for seat_id, person in mip.reading.locked_people(held.meeting):
        sits = add(one.column for one in own if (one.sit.seat, one.sit.person) == (seat_id, person))
        mip.row({**sits, held.column: -1}, least=0)


# -- several meetings -------------------------------------------------------------------------------------------------


def _in_time(mip: Mip) -> None:
    """For each of a person's candidates: not together with those of another meeting that are too near."""
    for own in _by_person(mip).values():
        by_held: dict[Held, list[Column]] = defaultdict(list)
        for taken in own:
            by_held[taken.held].append(taken.column)
        for one, others in _others(by_held):
            near = [
                column for other in others if not mip.reading.in_time(one.at, other.at) for column in by_held[other]
            ]
            if near:
                mip.row([*by_held[one], *near], most=1)


def _by_person(mip: Mip) -> dict[str, list[Taken]]:
    found: dict[str, list[Taken]] = defaultdict(list)
    for one in mip.taken:
        found[one.sit.person].append(one)
    return found


def _others(held: Iterable[Held]) -> Iterator[tuple[Held, list[Held]]]:
    """Each candidate with all those of one other meeting, for each such meeting that comes later in the list."""
    by_meeting: dict[str, list[Held]] = defaultdict(list)
    for one in held:
        by_meeting[one.meeting.id].append(one)
    for first, second in combinations(by_meeting.values(), 2):
        yield from ((one, second) for one in first)


def _limits(mip: Mip) -> None:
    for person, own in _by_person(mip).items():
        for name, key in (("day", _day), ("week", _week), ("term", lambda held: None)):
            limit = mip.reading.limit(person, f"meetings_per_{name}")
            if limit is None:
                continue
            for when in {key(one.held) for one in own}:
                mip.row([one.column for one in own if key(one.held) == when], most=limit)


def _day(held: Held) -> object:
    return held.at.start.date()


def _week(held: Held) -> object:
    return monday(held.at.start.date())


def _order(mip: Mip) -> None:
    for first, then, at_least_days, at_most_days in mip.reading.orders():
        for before in mip.held_as(first):
            wrong = []
            for after in mip.held_as(then):
                days = (after.at.start.date() - before.at.start.date()).days
                too_late = at_most_days is not None and days > at_most_days
                if after.at.start < before.at.end or days < at_least_days or too_late:
                    wrong.append(after.column)
            mip.row([before.column, *wrong], most=1)


def _spacing(mip: Mip) -> None:
    for series in mip.reading.term.series:
        own = [one for one in mip.held if one.meeting.series == series.id]
        for one, others in _others(own):
            near = [other for other in others if abs(_days_between(one, other)) < series.spacing_days]
            mip.row([one.column, *(other.column for other in near)], most=1)


def _days_between(one: Held, other: Held) -> int:
    return (other.at.start.date() - one.at.start.date()).days


def _day_relations(mip: Mip) -> None:
    for relation in mip.reading.term.day_relations:
        own = [one for one in mip.held if one.meeting.id in relation.meetings]
        for one, others in _others(own):
            same = relation.kind == "same_day"
            wrong = [other for other in others if (_days_between(one, other) == 0) != same]
            mip.row([one.column, *(other.column for other in wrong)], most=1)


def _rooms(mip: Mip) -> None:
    for place in mip.reading.term.places:
        here = [one for one in mip.held if one.at.place == place.id]
        for moment in {one.at.start for one in here}:
            mip.row([one.column for one in here if one.at.start <= moment < one.at.end], most=place.rooms)


# -- goals: a sum of columns, and what is added to it -----------------------------------------------------------------

Goal = tuple[Sum, int]


def _kept(mip: Mip) -> Goal:
    locked = [meeting for meeting in mip.reading.term.resolved.values() if meeting.lock]
    return add((one.column for one in mip.held if one.meeting.lock), -1), len(locked)


def _placed(mip: Mip) -> Goal:
    total = {one.column: -one.meeting.priority for one in mip.held}
    return total, sum(meeting.priority for meeting in mip.reading.term.resolved.values())


def _missing(mip: Mip, need: str) -> Goal:
    total: Sum = defaultdict(int)
    for held in mip.held:
        for seat in mip.reading.wanted(held.meeting):
            total[held.column] += seat.count * _weight(seat) if seat.need == need else 0
    for one in mip.taken:
        total[one.column] -= _weight(one.seat) if one.seat.need == need else 0
    return total, 0


def _weight(seat: Seat) -> int:
    return 2 if seat.need == "required" and seat.deputy == "should" else 1


def _vacant_seats(mip: Mip) -> Goal:
    return _missing(mip, "required")


def _on_demand(mip: Mip) -> Goal:
    return _missing(mip, "on_demand")


def _deputies(mip: Mip) -> Goal:
    return add(one.column for one in mip.taken if one.sit.rank and one.seat.need == "required"), 0


def _deputy_order(mip: Mip) -> Goal:
    return {one.column: one.sit.rank for one in mip.taken}, 0


def _preferred(mip: Mip) -> Goal:
    return {one.column: mip.reading.penalty(one.meeting, one.at) for one in mip.held}, 0


def _travel(mip: Mip) -> Goal:
    return {one.column: mip.reading.commute(one.sit, one.held.at) for one in mip.taken}, 0


def _spread(mip: Mip) -> Goal:
    slices: dict[object, dict[str, list[Column]]] = defaultdict(lambda: defaultdict(list))
    for one in mip.held:
        where = (one.meeting.series, mip.reading.slice_of(one.meeting.series, one.at.start.date()))
        slices[where][one.meeting.id].append(one.column)
    return add(pair for crowd in slices.values() for pair in _pairs(mip, crowd)), 0


def _fair_load(mip: Mip) -> Goal:
    loads: dict[object, dict[str, list[Column]]] = defaultdict(lambda: defaultdict(list))
    for pool, appointments in mip.reading.pools().items():
        for one in mip.taken:
            if one.sit.rank == 0 and one.sit.appointment in appointments:
                loads[pool, one.sit.person][one.held.meeting.id].append(one.column)
    return add(pair for load in loads.values() for pair in _pairs(mip, load)), 0


def _pairs(mip: Mip, crowd: dict[str, list[Column]]) -> Iterator[Column]:
    """For each two of them a column that is 1 where both happen."""
    for one, other in combinations(crowd.values(), 2):
        both = mip.column()
        mip.row({**add([*one, *other]), both: -1}, most=1)
        yield both


GOALS = {
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

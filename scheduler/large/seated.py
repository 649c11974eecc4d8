"""Meetings with their seats as arrays for compiled code: what each option and each sitting costs, and what stands.

An option is a start at a place that a meeting may have; a claim is somebody who may sit on a seat. Where rules and
goals say less than they mean, this says less too: what comes of it is checked before it stands.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from models import Limits
from scheduler.case import Case, Claim
from scheduler.day_gap import DayGap
from scheduler.goals import Goal
from scheduler.rules import Rule
from scheduler.solution import At, Solution

__all__ = ["NOWHERE", "Seated", "State", "Tables", "seated"]

Pair = tuple[int, str | None]
Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

NOWHERE = -1
CLOSED = 1e9
"""Dearer than anything."""
NO_LIMIT = 10**6
UNPLACED, HIGHEST = 10000.0, 100.0
"""What a meeting weighs that is not held, and what one unit of the first goal below does."""
FIRST_STEP, STEP = 12.0, 3.0
"""One unit of the first goal weighs so many of the second, which weighs so many of the next. An empty chair may save
four deputies at once, so the first step is steep; were all as steep, the last ones would weigh nothing."""


class Tables(NamedTuple):
    """What does not change. `x_of` says where the x of a meeting (an option, a seat) begin; a last number, where all
    end.

    Numbers of meetings, options, places, people, seats, claims and so on are all counted from 0.
    """

    duration: Ints
    unplaced: Floats
    options_of: Ints
    begins: Ints
    day: Ints
    week: Ints
    place: Ints
    place_no: Ints
    """Of an option: which of the meeting's own places."""
    cost: Floats
    crowd: Ints
    """Of an option: where meetings count together; below 0 nowhere."""
    least: Floats
    """Of an option: what it costs at the least, were nobody wanted elsewhere."""
    seats_of: Ints
    chairs_of: Ints
    vacant: Floats
    """Of a seat: what each empty chair costs."""
    claims_of: Ints
    person: Ints
    appointment: Ints
    deputy: Flags
    group: Ints
    """Of a claim: whose sittings count in pairs; below 0 nobody's."""
    able_from: Ints
    able: Flags
    """Whether the person of a claim can come, for each option of its meeting."""
    sitting_from: Ints
    sitting: Floats
    """What a claim costs, for each of the meeting's places."""
    crowd_cost: Floats
    group_cost: Floats
    gaps_of: Ints
    gap_with: Ints
    gap_least: Ints
    gap_most: Ints
    gap_inside: Flags
    gap_turn: Ints
    """1 where the meeting ends before the other starts, -1 where it is the other way round."""
    rooms: Ints
    """Of a place; below 0 where there are always enough."""
    sharing_of: Ints
    sharing: Ints
    """For each place, the meetings that may want its rooms."""
    demands_of: Ints
    demand_least: Ints
    demand_seats_of: Ints
    demand_seat: Ints
    """Seats are counted from the meeting's first."""
    most_day: Ints
    most_week: Ints
    most_term: Ints
    minutes: Ints
    """Between two places, with the time to spare."""


class State(NamedTuple):
    """Who sits where and when; of a meeting that is nowhere, nothing but that is true."""

    option: Ints
    """Of a meeting: which of its own."""
    begins: Ints
    ends: Ints
    day: Ints
    week: Ints
    place: Ints
    sits: Ints
    """On each chair: the claim."""
    attended: Ints
    """By each person: meetings, in no order."""
    attending: Ints
    """By each person: how many."""
    group: Ints
    crowd: Ints


class Seated:
    """The tables of some meetings, and the way there and back."""

    def __init__(
        self,
        case: Case,
        kept: Mapping[str, Sequence[Pair]],
        claims: Sequence[Claim],
        tables: Tables,
        weights: Sequence[float],
    ) -> None:
        """Keep them.

        Args:
            case: the term.
            kept: each meeting with its options.
            claims: in the order in which the tables number them.
            tables: what each option and each claim costs.
            weights: what one unit of each goal does.
        """
        self.case, self.kept, self.claims, self.tables, self.weights = case, kept, claims, tables, weights
        self.meetings = list(kept)

    def nowhere(self) -> State:
        """Nothing stands."""
        tables, meetings = self.tables, len(self.meetings)
        people, most = len(tables.most_day), int(np.bincount(tables.person).max(initial=0))
        option, begins, ends, day, week, place = (np.full(meetings, NOWHERE, np.int64) for _ in range(6))
        sits = np.full(tables.chairs_of[-1], NOWHERE, np.int64)
        attending, group, crowd = (
            np.zeros(n, np.int64) for n in (people, len(tables.group_cost), len(tables.crowd_cost))
        )
        attended = np.zeros((people, most), np.int64)
        return State(option, begins, ends, day, week, place, sits, attended, attending, group, crowd)

    def cost(self, state: State) -> float:
        """What all that stands costs, and what does not."""
        t = self.tables
        placed = np.flatnonzero(state.option >= 0)
        options = t.options_of[placed] + state.option[placed]
        sitting = np.flatnonzero(state.sits >= 0)
        meeting_of = np.repeat(np.arange(len(self.meetings)), np.diff(t.chairs_of[t.seats_of]))
        seat_of = np.repeat(np.arange(len(t.vacant)), np.diff(t.chairs_of))
        empty = seat_of[(state.sits < 0) & (state.option[meeting_of] >= 0)]
        place_no = np.zeros(len(self.meetings), np.int64)
        place_no[placed] = t.place_no[options]
        sat = t.sitting[t.sitting_from[state.sits[sitting]] + place_no[meeting_of[sitting]]]
        pairs = _pairs(state.crowd) @ t.crowd_cost + _pairs(state.group) @ t.group_cost
        alone = t.unplaced[state.option < 0].sum() + t.cost[options].sum() + t.vacant[empty].sum() + sat.sum()
        return float(alone + pairs)

    def solution(self, state: State) -> Solution:
        """Where the meetings stand, and who sits there."""
        pairs = zip(self.meetings, state.option.tolist(), strict=True)
        starts = {m: self.kept[m][option] for m, option in pairs if option >= 0}
        return Solution(self.case, starts, [self.claims[n] for n in state.sits.tolist() if n >= 0])


def seated(case: Case, kept: Mapping[str, Sequence[Pair]], rules: Sequence[Rule], goals: Sequence[Goal]) -> Seated:
    """Meetings with the options that they may have, by what rules and goals say of them one by one and in pairs."""
    made = _Tables(case, kept, rules, goals)
    tables = made.tables()
    for meeting in range(len(kept)):
        _work_out_least(tables, meeting)
    return Seated(case, kept, made.claims, tables, made.weights)


def _work_out_least(t: Tables, meeting: int) -> None:
    """The cheapest of all who can come to each seat, each seat for itself."""
    first, last = t.options_of[meeting], t.options_of[meeting + 1]
    least = t.least[first:last]
    least += t.cost[first:last]
    for seat in range(t.seats_of[meeting], t.seats_of[meeting + 1]):
        count, claims = t.chairs_of[seat + 1] - t.chairs_of[seat], range(t.claims_of[seat], t.claims_of[seat + 1])
        costs = np.full((count + len(claims), len(least)), t.vacant[seat])
        for row, claim in zip(costs, claims, strict=False):
            able = t.able[t.able_from[claim] : t.able_from[claim + 1]]
            sitting = t.sitting[t.sitting_from[claim] + t.place_no[first:last]]
            row[:] = np.where(able, np.minimum(sitting, t.vacant[seat]), t.vacant[seat])
        least += np.sort(costs, axis=0)[:count].sum(axis=0)


def _weights(goals: Sequence[Goal], units: Sequence[float]) -> list[float]:
    """Of each goal: the higher the dearer, each in units of its own; those above `placed` as much as that."""
    placed = next(n for n, goal in enumerate(goals) if goal.name == "placed")
    steps = [1.0, FIRST_STEP, *(FIRST_STEP * STEP**n for n in range(1, len(goals)))]
    return [UNPLACED] * (placed + 1) + [
        HIGHEST / step / unit for step, unit in zip(steps, units[placed + 1 :], strict=False)
    ]


def _unit(costs: NDArray[np.float64]) -> float:
    """What is usual where something is: the middle of the costs that are above 0."""
    above = costs[costs > 0]
    return float(np.median(above)) if above.size else 1.0


class _Tables:
    """The tables in the making."""

    def __init__(
        self, case: Case, kept: Mapping[str, Sequence[Pair]], rules: Sequence[Rule], goals: Sequence[Goal]
    ) -> None:
        self.case, self.kept, self.rules, self.goals = case, kept, rules, goals
        self.number = {m: n for n, m in enumerate(kept)}
        self.meetings = [case.meetings[m] for m in kept]
        self.places = {place: n for n, place in enumerate(dict.fromkeys(p for ones in kept.values() for _, p in ones))}
        self.places_of = {m: list(dict.fromkeys(place for _, place in ones)) for m, ones in kept.items()}
        self.claims = [
            claim
            for meeting in self.meetings
            for seat in meeting.wanted_seats
            for claim in case.claims[meeting.id]
            if claim.seat.id == seat.id
        ]
        self.weights: list[float] = []
        self.people = {person: n for n, person in enumerate(dict.fromkeys(claim.person for claim in self.claims))}

    def tables(self) -> Tables:
        """All of them, `least` not worked out yet."""
        seats = [(meeting, seat) for meeting in self.meetings for seat in meeting.wanted_seats]
        sitting, vacant, options = self._sitting(), self._vacant(), self._options()
        units = [_unit(np.concatenate([one[n] for one in (sitting, vacant, options)])) for n in range(len(self.goals))]
        self.weights = _weights(self.goals, units)
        weights = np.array(self.weights)
        of_claim = [len(self.kept[claim.meeting]) for claim in self.claims]
        crowd, crowd_cost = self._crowds(weights)
        group, group_cost = self._groups(weights)
        must = np.array([seat.must_be_filled for _, seat in seats], np.bool_)
        by_seat = {(claim.meeting, claim.seat.id): 0 for claim in self.claims}
        for claim in self.claims:
            by_seat[claim.meeting, claim.seat.id] += 1
        appointments = {name: n for n, name in enumerate(dict.fromkeys(claim.appointment for claim in self.claims))}
        pairs = [pair for ones in self.kept.values() for pair in ones]
        days = [self.case.grid.day(start) for start, _ in pairs]
        return Tables(
            duration=_ints(meeting.duration_minutes for meeting in self.meetings),
            unplaced=weights @ self._unplaced(),
            options_of=_ends(len(ones) for ones in self.kept.values()),
            begins=_ints(self.case.grid.minute(start) for start, _ in pairs),
            day=_ints(days),
            week=_ints(map(self.case.grid.week, days)),
            place=_ints(self.places[place] for _, place in pairs),
            place_no=_ints(self.places_of[m].index(place) for m, ones in self.kept.items() for _, place in ones),
            cost=weights @ options,
            crowd=crowd,
            least=np.zeros(len(pairs)),
            seats_of=_ends(len(meeting.wanted_seats) for meeting in self.meetings),
            chairs_of=_ends(seat.count for _, seat in seats),
            vacant=np.where(must, CLOSED, weights @ vacant),
            claims_of=_ends(by_seat.get((meeting.id, seat.id), 0) for meeting, seat in seats),
            person=_ints(self.people[claim.person] for claim in self.claims),
            appointment=_ints(appointments[claim.appointment] for claim in self.claims),
            deputy=np.array([claim.rank > 0 for claim in self.claims], np.bool_),
            group=group,
            able_from=_ends(of_claim),
            able=self._able(sum(of_claim)),
            sitting_from=_ends(len(self.places_of[claim.meeting]) for claim in self.claims),
            sitting=weights @ sitting,
            crowd_cost=crowd_cost,
            group_cost=group_cost,
            **self._gaps(),
            **self._rooms(),
            **self._demands(),
            **self._people(),
        )

    # -- what goals say ---------------------------------------------------------------------------------------

    def _sitting(self) -> Floats:
        """What each claim costs on each goal, place by place, were nothing else there."""
        nothing, found = Solution(self.case, {}, ()), list[list[int]]()
        for claim in self.claims:
            first = {place: start for start, place in reversed(self.kept[claim.meeting])}
            for place in self.places_of[claim.meeting]:
                at = At.of(self.case, claim.meeting, first[place], place)
                found.append([goal.claim_cost(self.case, nothing, at, claim) for goal in self.goals])
        return _by_goal(found, len(self.goals))

    def _vacant(self) -> Floats:
        seats = (seat for meeting in self.meetings for seat in meeting.wanted_seats)
        return _by_goal([[goal.vacancy_cost(seat) for goal in self.goals] for seat in seats], len(self.goals))

    def _options(self) -> Floats:
        nothing = Solution(self.case, {}, ())
        ats = (At.of(self.case, m, *pair) for m, ones in self.kept.items() for pair in ones)
        return _by_goal(
            [[goal.start_cost(self.case, nothing, at) for goal in self.goals] for at in ats], len(self.goals)
        )

    def _unplaced(self) -> Floats:
        rows = [[goal.unplaced_cost(self.case, meeting) for goal in self.goals] for meeting in self.meetings]
        return _by_goal(rows, len(self.goals))

    def _crowds(self, weights: Floats) -> tuple[Ints, Floats]:
        """Of each option, the set of starts that it is in; what a pair in each set costs. One goal can count so."""
        found, costs = dict[str, list[tuple[int, int]]](), list[float]()
        for weight, goal in zip(weights.tolist(), self.goals, strict=True):
            for meetings, sets in goal.crowds(self.case):
                for starts in sets:
                    for m in meetings:
                        found.setdefault(m, []).append((starts, len(costs)))
                    costs.append(weight)
        of_option = (
            next((n for starts, n in found.get(m, ()) if starts >> start & 1), NOWHERE)
            for m, ones in self.kept.items()
            for start, _ in ones
        )
        return _ints(of_option), np.array(costs or [0.0])

    def _groups(self, weights: Floats) -> tuple[Ints, Floats]:
        """Of each claim, whose sittings it counts with; what a pair of them costs. One goal can count so."""
        found, costs = dict[Claim, int](), list[float]()
        for weight, goal in zip(weights.tolist(), self.goals, strict=True):
            groups = goal.counted(self.case, self.claims) if goal.counted else {}
            for claims in groups.values():
                found |= dict.fromkeys(claims, len(costs))
                costs.append(weight)
        return _ints(found.get(claim, NOWHERE) for claim in self.claims), np.array(costs or [0.0])

    # -- what rules say ---------------------------------------------------------------------------------------

    def _able(self, size: int) -> Flags:
        """Of each claim, whether its person can come, option by option."""
        able, at = np.zeros(size, np.bool_), 0
        starts = {m: np.array([start for start, _ in ones], np.int64) for m, ones in self.kept.items()}
        width = self.case.grid.days * self.case.grid.per_day // 8 + 1
        for claim in self.claims:
            unable = np.frombuffer(self.case.unable(claim).to_bytes(width, "little"), np.uint8)
            here = starts[claim.meeting]
            able[at : at + len(here)] = (unable[here >> 3] >> (here & 7).astype(np.uint8) & 1) == 0
            at += len(here)
        return able

    def _gaps(self) -> dict[str, Any]:
        """The spans of days, seen from either meeting."""
        found = defaultdict[int, list[tuple[int, int, int, bool, int]]](list)
        for gap in self._day_gaps():
            one, other, most = self.number[gap.one], self.number[gap.other], gap.most_days
            most = NO_LIMIT if most is None else most
            found[one].append((other, gap.least_days, most, gap.inside, int(gap.in_turn)))
            found[other].append((one, -most, -gap.least_days, gap.inside, -int(gap.in_turn)))
        rows = [row for n in range(len(self.meetings)) for row in found[n]]
        columns = list(zip(*rows, strict=True)) or [()] * 5
        return {
            "gaps_of": _ends(len(found[n]) for n in range(len(self.meetings))),
            "gap_with": _ints(columns[0]),
            "gap_least": _ints(columns[1]),
            "gap_most": _ints(columns[2]),
            "gap_inside": np.array(columns[3], np.bool_),
            "gap_turn": _ints(columns[4]),
        }

    def _day_gaps(self) -> Iterator[DayGap]:
        gaps = (gap for rule in self.rules for gap in rule.day_gaps(self.case))
        return (gap for gap in gaps if gap.one in self.number and gap.other in self.number)

    def _rooms(self) -> dict[str, Any]:
        rooms = dict[str | None, int]()
        for rule in self.rules:
            rooms |= {one: min(most, rooms.get(one, most)) for one, most in rule.rooms(self.case).items()}
        sharing: dict[str | None, list[int]] = {place: [] for place in self.places}
        for m, places in self.places_of.items():
            for place in places:
                sharing[place].append(self.number[m])
        return {
            "rooms": _ints(rooms.get(place, NOWHERE) for place in self.places),
            "sharing_of": _ends(map(len, sharing.values())),
            "sharing": _ints(n for ones in sharing.values() for n in ones),
        }

    def _demands(self) -> dict[str, Any]:
        """The least attendance of each group."""
        demands = [(meeting, one) for meeting in self.meetings for one in meeting.attendance]
        seats = [
            [n for n, seat in enumerate(meeting.wanted_seats) if one.group in seat.groups] for meeting, one in demands
        ]
        return {
            "demands_of": _ends(len(meeting.attendance) for meeting in self.meetings),
            "demand_least": _ints(one.least for _, one in demands),
            "demand_seats_of": _ends(map(len, seats)),
            "demand_seat": _ints(n for ones in seats for n in ones),
        }

    def _people(self) -> dict[str, Any]:
        limits = [self._limits(person) for person in self.people]
        between = [[self._minutes(here, there) for there in self.places] for here in self.places]
        return {
            "most_day": _ints(NO_LIMIT if one.meetings_per_day is None else one.meetings_per_day for one in limits),
            "most_week": _ints(NO_LIMIT if one.meetings_per_week is None else one.meetings_per_week for one in limits),
            "most_term": _ints(NO_LIMIT if one.meetings_per_term is None else one.meetings_per_term for one in limits),
            "minutes": np.array(between, np.int64).reshape(len(self.places), len(self.places)),
        }

    def _limits(self, person: str) -> Limits:
        """Those of the first rule that has any; a second one is left to the check."""
        found = Limits()
        for rule in self.rules:
            found = found.over(rule.most_meetings(self.case, person))
        return found

    def _minutes(self, here: str | None, there: str | None) -> int:
        return max((rule.minutes_between(self.case, here, there) for rule in self.rules), default=0)


def _pairs(counts: Ints) -> Floats:
    return counts * (counts - 1) / 2


def _ints(numbers: Iterable[int]) -> Ints:
    return np.fromiter(numbers, np.int64)


def _ends(counts: Iterable[int]) -> Ints:
    """Where each begins, and a last number: where all end."""
    return np.concatenate([[0], np.cumsum(_ints(counts))]).astype(np.int64)


def _by_goal(rows: Sequence[Sequence[int]], goals: int) -> Floats:
    return np.array(rows, np.float64).reshape(len(rows), goals).T

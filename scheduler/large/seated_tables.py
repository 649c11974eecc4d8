"""From rules and goals to the tables of meetings with their seats: one weighted sum of all goals."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scheduler.case import Case, Claim
from scheduler.goals import Goal
from scheduler.large.seated import CLOSED, NOWHERE, Flags, Floats, Ints, Pair, Seated, Tables, ends, ints
from scheduler.large.seated_rules import said_by_rules
from scheduler.rules import Rule
from scheduler.solution import At, Solution

__all__ = ["HIGHEST", "seated"]

UNPLACED, HIGHEST = 10000.0, 100.0
"""What a meeting weighs that is not held, and what one unit of the first goal below does."""
FIRST_STEP, STEP = 12.0, 3.0
"""One unit of the first goal weighs so many of the second, which weighs so many of the next. An empty chair may save
four deputies at once, so the first step is steep; were all as steep, the last ones would weigh nothing."""


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
        self.meetings = [case.meetings[m] for m in kept]
        self.places = {place: n for n, place in enumerate(dict.fromkeys(p for ones in kept.values() for _, p in ones))}
        self.places_of = {m: list(dict.fromkeys(place for _, place in ones)) for m, ones in kept.items()}
        self.seats = [(meeting, seat) for meeting in self.meetings for seat in meeting.wanted_seats]
        self.claims = [
            claim for meeting, seat in self.seats for claim in case.claims[meeting.id] if claim.seat.id == seat.id
        ]
        self.weights: list[float] = []
        self.people = {person: n for n, person in enumerate(dict.fromkeys(claim.person for claim in self.claims))}

    def tables(self) -> Tables:
        """All of them, `least` not worked out yet."""
        sitting, vacant, options = self._sitting(), self._vacant(), self._options()
        units = [_unit(np.concatenate([one[n] for one in (sitting, vacant, options)])) for n in range(len(self.goals))]
        self.weights = _weights(self.goals, units)
        weights = np.array(self.weights)
        crowd, crowd_cost = self._crowds(weights)
        group, group_cost = self._groups(weights)
        return Tables(
            duration=ints(meeting.duration_minutes for meeting in self.meetings),
            unplaced=weights @ self._unplaced(),
            cost=weights @ options,
            crowd=crowd,
            crowd_cost=crowd_cost,
            vacant=np.where([seat.must_be_filled for _, seat in self.seats], CLOSED, weights @ vacant),
            sitting=weights @ sitting,
            group=group,
            group_cost=group_cost,
            **self._where_and_when(),
            **self._who(),
            **said_by_rules(self.case, self.kept, self.rules, self.people, self.places),
        )

    # -- what there is ----------------------------------------------------------------------------------------

    def _where_and_when(self) -> dict[str, Any]:
        """Of each option."""
        pairs = [pair for ones in self.kept.values() for pair in ones]
        days = [self.case.grid.day(start) for start, _ in pairs]
        return {
            "options_of": ends(len(ones) for ones in self.kept.values()),
            "begins": ints(self.case.grid.minute(start) for start, _ in pairs),
            "day": ints(days),
            "week": ints(map(self.case.grid.week, days)),
            "place": ints(self.places[place] for _, place in pairs),
            "place_no": ints(self.places_of[m].index(place) for m, ones in self.kept.items() for _, place in ones),
            "least": np.zeros(len(pairs)),
        }

    def _who(self) -> dict[str, Any]:
        """Of each seat and each claim."""
        claims_on = Counter((claim.meeting, claim.seat.id) for claim in self.claims)
        appointments = {name: n for n, name in enumerate(dict.fromkeys(claim.appointment for claim in self.claims))}
        able = self._able()
        return {
            "seats_of": ends(len(meeting.wanted_seats) for meeting in self.meetings),
            "chairs_of": ends(seat.count for _, seat in self.seats),
            "claims_of": ends(claims_on[meeting.id, seat.id] for meeting, seat in self.seats),
            "person": ints(self.people[claim.person] for claim in self.claims),
            "appointment": ints(appointments[claim.appointment] for claim in self.claims),
            "deputy": np.array([claim.rank > 0 for claim in self.claims], np.bool_),
            "able_from": ends(map(len, able)),
            "able": np.concatenate([np.zeros(0, np.bool_), *able]),
            "sitting_from": ends(len(self.places_of[claim.meeting]) for claim in self.claims),
        }

    def _able(self) -> list[Flags]:
        """Of each claim, whether its person can come, option by option."""
        starts = {m: np.array([start for start, _ in ones], np.int64) for m, ones in self.kept.items()}
        width = self.case.grid.days * self.case.grid.per_day // 8 + 1
        found = []
        for claim in self.claims:
            unable = np.frombuffer(self.case.unable(claim).to_bytes(width, "little"), np.uint8)
            here = starts[claim.meeting]
            found.append((unable[here >> 3] >> (here & 7).astype(np.uint8) & 1) == 0)
        return found

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
        return _by_goal([[goal.vacancy_cost(seat) for goal in self.goals] for _, seat in self.seats], len(self.goals))

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
        return ints(of_option), np.array(costs or [0.0])

    def _groups(self, weights: Floats) -> tuple[Ints, Floats]:
        """Of each claim, whose sittings it counts with; what a pair of them costs. One goal can count so."""
        found, costs = dict[Claim, int](), list[float]()
        for weight, goal in zip(weights.tolist(), self.goals, strict=True):
            groups = goal.counted(self.case, self.claims) if goal.counted else {}
            for claims in groups.values():
                found |= dict.fromkeys(claims, len(costs))
                costs.append(weight)
        return ints(found.get(claim, NOWHERE) for claim in self.claims), np.array(costs or [0.0])


def _by_goal(rows: Sequence[Sequence[int]], goals: int) -> Floats:
    return np.array(rows, np.float64).reshape(len(rows), goals).T

"""Meetings with their seats as arrays for compiled code: what each option and each sitting costs, and what stands.

An option is a start at a place that a meeting may have; a claim is somebody who may sit on a seat. Where rules and
goals say less than they mean, this says less too: what comes of it is checked before it stands.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scheduler.case import Case, Claim
from scheduler.solution import Solution

__all__ = ["CLOSED", "NOWHERE", "Flags", "Floats", "Ints", "Pair", "Seated", "State", "Tables", "ends", "ints"]


Pair = tuple[int, str | None]
Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

NOWHERE = -1
CLOSED = 1e9
"""Dearer than anything."""


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

    def chairs(self, meeting: int, claims: Iterable[int]) -> Ints:
        """Who sits on each chair of a meeting, given those who sit there at all."""
        t = self.tables
        first = t.chairs_of[t.seats_of[meeting]]
        found = np.full(t.chairs_of[t.seats_of[meeting + 1]] - first, NOWHERE, np.int64)
        for claim in claims:
            chair = t.chairs_of[np.searchsorted(t.claims_of, claim, side="right") - 1] - first
            found[chair + next(n for n, taken in enumerate(found[chair:]) if taken < 0)] = claim
        return found

    def solution(self, state: State) -> Solution:
        """Where the meetings stand, and who sits there."""
        pairs = zip(self.meetings, state.option.tolist(), strict=True)
        starts = {m: self.kept[m][option] for m, option in pairs if option >= 0}
        return Solution(self.case, starts, [self.claims[n] for n in state.sits.tolist() if n >= 0])


def ints(numbers: Iterable[int]) -> Ints:
    """Whole numbers."""
    return np.fromiter(numbers, np.int64)


def ends(counts: Iterable[int]) -> Ints:
    """Where each begins, and a last number: where all end."""
    return np.concatenate([[0], np.cumsum(ints(counts))]).astype(np.int64)

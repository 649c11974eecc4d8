"""Where the meetings of a landscape stand, and what a weighted sum of its levels costs there."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scheduler.large import heat
from scheduler.large.landscape import Landscape, Level
from scheduler.large.tables import lengths_of, tables
from scheduler.pair_cost import Where

__all__ = ["Prices", "State"]

Ints = NDArray[np.int64]
Candidates = tuple[Ints, Ints]
"""Places and starts by number, one of each a candidate."""
NOWHERE = -1


@dataclass(frozen=True)
class State:
    """Each meeting's start and place by number; a meeting that is nowhere has a place below 0."""

    at: Ints
    place: Ints

    @classmethod
    def nowhere(cls, meetings: int) -> "State":
        """Nothing is placed."""
        return cls(np.zeros(meetings, np.int64), np.full(meetings, NOWHERE, np.int64))

    def copy(self) -> "State":
        """The same, free to change."""
        return State(self.at.copy(), self.place.copy())

    def without(self, meetings: Sequence[int]) -> "State":
        """The same with some meetings taken out."""
        state = self.copy()
        state.place[list(meetings)] = NOWHERE
        return state


class Prices:
    """What a weighted sum of levels costs."""

    def __init__(self, land: Landscape, weighed: Sequence[tuple[Level, int]]) -> None:
        self.land = land
        self.tables = tables(land, weighed)
        self.kind = np.searchsorted(lengths_of(land), land.lengths)
        self.roomy = land.open.any(axis=2)

    def of(self, meeting: int, state: State) -> NDArray[np.int32]:
        """What a meeting costs at each place and start beside the others; 0 at places where it cannot be."""
        cost = np.zeros(self.land.open.shape[1:], np.int32)
        size = self.land.open.shape[2]
        heat.price(cost, meeting, 0, size, state.at, state.place, self.kind, self.roomy, *self.tables.arrays)
        return cost

    def total(self, state: State) -> tuple[int, Ints]:
        """What all meetings cost, each pair once; and each meeting, with the pairs that it is in."""
        each = np.zeros(len(self.land.meetings), np.int64)
        return int(heat.total(each, state.at, state.place, self.kind, *self.tables.arrays)), each

    def between(self, one: int, other: int, some: Candidates, others: Candidates) -> Ints:
        """What two meetings cost each other, for each candidate of the one and each of the other."""
        apart = others[1][None, :] - some[1][:, None]
        same = others[0][None, :] == some[0][:, None]
        reach = self.land.reach
        near = np.clip(apart, -reach, reach) + reach
        found = np.zeros(apart.shape, np.int64)
        for k, where in enumerate(self.tables.where.tolist()):
            cost = self.tables.points[k, self.kind[one], self.kind[other]][near] * int(
                self.tables.weight[k, one, other]
            )
            counts = {Where.ANYWHERE: np.True_, Where.SAME_PLACE: same, Where.OTHER_PLACES: ~same}[Where(where)]
            found += np.where(counts, cost, 0)
        return found

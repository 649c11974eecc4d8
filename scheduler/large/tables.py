"""What a weighted sum of levels costs, as arrays for compiled code.

A cost by how far apart two meetings start is kept as its second differences: few numbers are not 0, and two running
sums give the cost of every start at once, for all other meetings together.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scheduler.large.landscape import Landscape, Level
from scheduler.pair_cost import Points

__all__ = ["Tables", "tables"]

Small = NDArray[np.int32]


@dataclass(frozen=True)
class Tables:
    """A sum of levels in numbers.

    Attributes:
        weight: for each kind of pair cost, each pair of meetings: what its points are multiplied by.
        where: for each kind, between which meetings it falls (`pair_cost.Where`).
        points: for each kind and two lengths, the points at each distance from -reach to reach.
        first: for each kind and two lengths, where their second differences begin in `offset` and `change`.
        offset: starts from that of the other meeting.
        change: the second difference there.
        starts: each meeting's own cost at each start.
        places: each meeting's own cost at each place.
    """

    weight: Small
    where: Small
    points: Small
    first: Small
    offset: Small
    change: Small
    starts: Small
    places: Small

    @property
    def arrays(self) -> tuple[Small, ...]:
        """All of them, in the order in which compiled code takes them."""
        return (self.weight, self.where, self.points, self.first, self.offset, self.change, self.starts, self.places)


def tables(land: Landscape, weighed: Sequence[tuple[Level, int]]) -> Tables:
    """The weighted sum of some levels; pair costs of the same shape become one."""
    kinds: dict[tuple[bytes, int], NDArray[np.int64]] = {}
    shapes: dict[tuple[bytes, int], NDArray[np.int64]] = {}
    for level, weight in weighed:
        for pair in level.pairs:
            shape = _shape(land, pair.points)
            unit = max(1, int(np.gcd.reduce(shape, axis=None)))
            key = ((shape // unit).tobytes(), int(pair.where))
            shapes[key] = shape // unit
            once = np.ones((len(land.meetings),) * 2, np.int64) if pair.weight is None else pair.weight
            kinds[key] = kinds.get(key, np.zeros_like(once)) + weight * unit * once
    return _packed(land, [(shapes[key], key[1], kinds[key]) for key in kinds], weighed)


def lengths_of(land: Landscape) -> NDArray[np.int64]:
    """The different lengths of meetings, in steps."""
    found: NDArray[np.int64] = np.unique(land.lengths)
    return found


def _shape(land: Landscape, points: Points) -> NDArray[np.int64]:
    """Points by two lengths and the distance from -reach to reach."""
    lengths = lengths_of(land).tolist()
    found = np.zeros((len(lengths), len(lengths), 2 * land.reach + 1), np.int64)
    for a, one in enumerate(lengths):
        for b, other in enumerate(lengths):
            for apart, cost in points(one, other).items():
                found[a, b, apart + land.reach] = cost
    return found


def _packed(
    land: Landscape,
    kinds: list[tuple[NDArray[np.int64], int, NDArray[np.int64]]],
    weighed: Sequence[tuple[Level, int]],
) -> Tables:
    meetings, lengths = len(land.meetings), len(lengths_of(land))
    first = np.zeros((len(kinds), lengths, lengths + 1), np.int32)
    changes: list[tuple[int, int]] = []
    for k, (shape, _, _) in enumerate(kinds):
        for a in range(lengths):
            for b in range(lengths):
                first[k, a, b] = len(changes)
                changes += _second_differences(shape[a, b], land.reach)
                first[k, a, b + 1] = len(changes)
    none = (0, 0)
    return Tables(
        weight=np.array([weight for _, _, weight in kinds], np.int32).reshape(len(kinds), meetings, meetings),
        where=np.array([where for _, where, _ in kinds], np.int32),
        points=np.array([shape for shape, _, _ in kinds], np.int32).reshape(
            len(kinds), lengths, lengths, 2 * land.reach + 1
        ),
        first=first,
        offset=np.array([offset for offset, _ in changes or [none]], np.int32),
        change=np.array([change for _, change in changes or [none]], np.int32),
        starts=_summed([weight * level.starts for level, weight in weighed]),
        places=_summed([weight * level.places for level, weight in weighed]),
    )


def _summed(ones: list[NDArray[np.int64]]) -> Small:
    found: Small = np.sum(ones, axis=0).astype(np.int32)
    return found


def _second_differences(points: NDArray[np.int64], reach: int) -> list[tuple[int, int]]:
    """Of the cost of a start before (or after) another meeting's: the start is `apart` steps before that."""
    by_start = np.concatenate([[0, 0], points[::-1], [0, 0]])
    second = np.diff(by_start, 2)
    return [(n - reach, int(change)) for n, change in enumerate(second.tolist()) if change]

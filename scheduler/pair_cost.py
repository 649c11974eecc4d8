"""What two meetings cost each other by how far apart they start: how a rule or a goal speaks to the local search.

Such a table says less than the model does, but for thousands of meetings at once. Who speaks in it has `pair_cost`.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

__all__ = ["PairCost", "Points", "Weight", "Where", "overlap", "shared"]

Points = Callable[[int, int], Mapping[int, int]]
Weight = NDArray[np.int64]


class Where(IntEnum):
    """Between which meetings a cost falls."""

    ANYWHERE = 0
    SAME_PLACE = 1
    OTHER_PLACES = 2


@dataclass(frozen=True)
class PairCost:
    """A cost between any two of some meetings; their order does not matter.

    Attributes:
        points: for the lengths of two meetings in steps of the grid, the points at each number of steps that the second
            starts after the first; 0 where it is left out. Seen from the other: the same at the negative number.
        weight: what the points are multiplied by, for each pair, in the order of the meetings; ``None`` is 1.
        where: whether only meetings at the same place count, or only those at others.
    """

    points: Points
    weight: Weight | None = None
    where: Where = Where.ANYWHERE


def overlap(one: int, other: int) -> dict[int, int]:
    """The steps that two meetings have in common."""
    return {apart: min(one, apart + other) - max(0, apart) for apart in range(1 - other, one)}


def shared(
    meetings: Sequence[str], some: Mapping[str, Collection[str]], others: Mapping[str, Collection[str]]
) -> Weight:
    """For any two of the meetings, how many of the one's `some` are among the other's `others`; a symmetric matrix.

    Where `some` and `others` are not the same, both ways are added up.
    """
    names = {
        name: n for n, name in enumerate(sorted({name for of in (some, others) for m in meetings for name in of[m]}))
    }
    one, two = (_incidence(meetings, of, names) for of in (some, others))
    found: Weight = one @ two.T
    return found if some is others else found + found.T


def _incidence(meetings: Sequence[str], of: Mapping[str, Collection[str]], names: Mapping[str, int]) -> Weight:
    found = np.zeros((len(meetings), len(names)), np.int64)
    for n, meeting in enumerate(meetings):
        found[n, [names[name] for name in of[meeting]]] = 1
    return found

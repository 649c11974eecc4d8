"""The least that blocks come to together, where each may spend some of a slack that they share."""

from collections.abc import Sequence
from itertools import accumulate

__all__ = ["NEVER", "least_of_all", "least_of_others"]

NEVER = 2**60
"""Dearer than anything: a block that cannot spend so little."""


def least_of_all(costs: Sequence[Sequence[int]], slack: int) -> list[int]:
    """For each slack up to `slack`, the least sum of all blocks that spend no more than that together.

    Args:
        costs: for each block what it comes to at the least where it spends 0, 1, ... of the slack; the last of them is
            for so much and all that is more.
        slack: how much there is.
    """
    *_, found = _folded(costs, slack)
    return found


def least_of_others(costs: Sequence[Sequence[int]], slack: int) -> list[list[int]]:
    """For each block, the same of all others."""
    before, after = _folded(costs, slack), _folded(costs[::-1], slack)[::-1]
    return [_both(one, other) for one, other in zip(before[:-1], after[1:], strict=True)]


def _folded(costs: Sequence[Sequence[int]], slack: int) -> list[list[int]]:
    """The least sums of the first 0, 1, 2, ... blocks."""
    return list(accumulate(costs, _both, initial=[0] * (slack + 1)))


def _both(sums: Sequence[int], cost: Sequence[int]) -> list[int]:
    """Sums for each slack, with one more block, or with other sums of the kind."""
    return [
        min(NEVER, *(sums[have - spent] + more for spent, more in enumerate(cost[: have + 1])))
        for have in range(len(sums))
    ]

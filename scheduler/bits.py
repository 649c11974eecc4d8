"""Sets of starts as the bits of one integer: closing, counting and comparing thousands of starts at once."""

from collections.abc import Iterable, Iterator

__all__ = ["at_least", "members", "span"]


def span(first: int, stop: int) -> int:
    """The set {first, ..., stop - 1}; empty where `stop` is not above `first`."""
    first = max(first, 0)
    return ((1 << (stop - first)) - 1) << first if stop > first else 0


def members(starts: int) -> Iterator[int]:
    """The members of a set, in order."""
    while starts:
        lowest = starts & -starts
        yield lowest.bit_length() - 1
        starts ^= lowest


def at_least(sets: Iterable[int], most: int) -> list[int]:
    """For k from 0 to `most`, what lies in k or more of the sets; for k = 0 that is everything, written -1."""
    found = [-1, *[0] * most]
    for one in sets:
        for k in range(most, 0, -1):
            found[k] |= found[k - 1] & one
    return found

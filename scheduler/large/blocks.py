"""A large component cut into blocks that can be solved exactly: cut where few people, wanted at much, are all that is
shared."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush
from itertools import combinations

from scheduler.case import Case
from scheduler.goals import Goal
from scheduler.rules import Rule

__all__ = ["blocks"]


def blocks(case: Case, part: Sequence[str], rules: Iterable[Rule], goals: Iterable[Goal], most: int) -> list[list[str]]:
    """The meetings in groups of `most` at the most, the largest first; in each the document's order.

    What ties meetings as such (an order, a series) joins them first. Then those groups that share most are joined
    again and again, as long as there is room: each person counts for the two groups the less, the more meetings want
    them.
    """
    here = set(part)
    joined = _Joined(part, most)
    ones: tuple[Rule | Goal, ...] = (*rules, *goals)
    for one in ones:
        for tied in one.ties(case) if not one.of_people else ():
            joined.join([m for m in dict.fromkeys(tied) if m in here])
    joined.by_people({person: [m for m in ones if m in here] for person, ones in case.meetings_of.items()})
    return joined.groups()


class _Joined:
    """Meetings that are being joined; a group goes by the meeting that it began with."""

    def __init__(self, part: Sequence[str], most: int) -> None:
        self.order = {m: n for n, m in enumerate(part)}
        self.most = most
        self.leader = {m: m for m in part}
        self.members = {m: [m] for m in part}

    def join(self, tied: Sequence[str]) -> None:
        """Those together whose groups there is room for."""
        for other in tied[1:]:
            self._merge(self.leader[tied[0]], self.leader[other])

    def _merge(self, one: str, two: str) -> bool:
        if one == two or len(self.members[one]) + len(self.members[two]) > self.most:
            return False
        for m in self.members.pop(two):
            self.members[one].append(m)
            self.leader[m] = one
        return True

    def by_people(self, meetings_of: dict[str, list[str]]) -> None:
        """The groups that share most, each meeting with each on average, again and again."""
        shared = self._shared(meetings_of)
        waiting = [(-self._worth(shared, *pair), *pair) for pair in self._pairs(shared)]
        heapify(waiting)
        while waiting:
            worth, one, two = heappop(waiting)
            alive = one in self.members and two in self.members and -worth == self._worth(shared, one, two)
            if not alive or not self._merge(one, two):
                continue
            for other, weight in shared.pop(two).items():
                shared[other].pop(two)
                if other != one:
                    shared[one][other] = shared[other][one] = shared[one].get(other, 0.0) + weight
            for other in shared[one]:
                first, then = sorted((one, other))
                heappush(waiting, (-self._worth(shared, first, then), first, then))

    def _shared(self, meetings_of: dict[str, list[str]]) -> dict[str, dict[str, float]]:
        shared: dict[str, dict[str, float]] = defaultdict(dict)
        for meetings in meetings_of.values():
            counts: dict[str, int] = defaultdict(int)
            for m in meetings:
                counts[self.leader[m]] += 1
            for one, two in combinations(sorted(counts), 2):
                weight = counts[one] * counts[two] / len(meetings)
                shared[one][two] = shared[two][one] = shared[one].get(two, 0.0) + weight
        return shared

    def _pairs(self, shared: dict[str, dict[str, float]]) -> Iterator[tuple[str, str]]:
        yield from ((one, two) for one, others in shared.items() for two in others if one < two)

    def _worth(self, shared: dict[str, dict[str, float]], one: str, two: str) -> float:
        return shared[one][two] / (len(self.members[one]) * len(self.members[two]))

    def groups(self) -> list[list[str]]:
        """What they have become."""
        found = [sorted(ones, key=self.order.__getitem__) for ones in self.members.values()]
        return sorted(found, key=len, reverse=True)

"""Fewer candidates, the same optimum: of a day's starts, those that another one is at least as good as are dropped."""

from collections import defaultdict
from collections.abc import Sequence

from models import ResolvedMeeting
from scheduler.candidates import Candidates
from scheduler.case import Case
from scheduler.goals import Goal
from scheduler.rules import RULES, Rule

__all__ = ["reduced"]

Pair = tuple[int, str | None]


def reduced(case: Case, candidates: Candidates, goals: Sequence[Goal], rules: Sequence[Rule] = RULES) -> list[Pair]:
    """The candidates of a meeting that some optimal plan needs.

    A start is dropped where another of the same day and place lets all the same people come and costs no more: sound
    as long as neither a rule nor a goal can tell the two apart for another reason, which each rule answers for itself.
    """
    ones: tuple[Rule | Goal, ...] = (*rules, *goals)
    if any(one.tells_apart(case, candidates.meeting) for one in ones):
        return list(candidates.pairs())
    days: dict[tuple[int, str | None], list[int]] = defaultdict(list)
    for start, place in candidates.pairs():
        days[case.grid.day(start), place].append(start)
    merits = _Merits(case, candidates.meeting, goals)
    return [(start, place) for (_, place), starts in days.items() for start in merits.best(starts)]


class _Merits:
    """What tells the starts of one meeting apart: who can come, and what the start costs by itself."""

    def __init__(self, case: Case, meeting: ResolvedMeeting, goals: Sequence[Goal]) -> None:
        self._unable = sorted({case.unable(claim) for claim in case.claims[meeting.id]})
        self._costs = [goal.candidate_cost(case, meeting) for goal in goals]

    def best(self, starts: list[int]) -> list[int]:
        """Those that no other is as good as; of equals, the earliest."""
        kept: list[tuple[int, int, tuple[int, ...]]] = []
        for start in starts:
            hindered, costs = self._hindered(start), self._cost(start)
            if not any(_no_worse(one, cost, hindered, costs) for _, one, cost in kept):
                kept = [k for k in kept if not _no_worse(hindered, costs, k[1], k[2])]
                kept.append((start, hindered, costs))
        return [start for start, _, _ in kept]

    def _hindered(self, start: int) -> int:
        return sum((unable >> start & 1) << n for n, unable in enumerate(self._unable))

    def _cost(self, start: int) -> tuple[int, ...]:
        return tuple(sum(points for starts, points in one if starts >> start & 1) for one in self._costs)


def _no_worse(hindered: int, costs: tuple[int, ...], than_hindered: int, than_costs: tuple[int, ...]) -> bool:
    return hindered & ~than_hindered == 0 and all(a <= b for a, b in zip(costs, than_costs, strict=True))

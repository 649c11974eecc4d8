"""Goals in their order, several of them in one solve: exact weights, and what a solve proves of each goal.

In a pack each goal weighs more than everything below it in the pack can add up to, so the least weighted sum is the
best plan by the ranking. The weighted sum stays below 2^50: the solver answers in doubles, which are exact that far.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from scheduler.goals import Goal
from scheduler.tally import Tally

__all__ = ["Pack", "packs"]

WIDEST = 2**50


@dataclass(frozen=True)
class Pack:
    """Neighbours in the ranking that are solved at once.

    Attributes:
        goals: their ids, in order.
        tallies: their sums, in the same order.
        weights: what one unit of each counts.
    """

    goals: tuple[str, ...]
    tallies: tuple[Tally, ...]
    weights: tuple[int, ...]

    def objective(self) -> cp_model.LinearExpr:
        """The weighted sum of the pack."""
        terms = [
            (n * weight, var)
            for tally, weight in zip(self.tallies, self.weights, strict=True)
            for n, var in tally.terms
        ]
        return cp_model.LinearExpr.weighted_sum([var for _, var in terms], [n for n, _ in terms])

    def values(self, weighted: int) -> list[int]:
        """The goals' values that a weighted sum is made of."""
        found = []
        for weight in self.weights:
            value, weighted = divmod(weighted, weight)
            found.append(value)
        return found

    def bounds(self, values: Sequence[int], bound: int) -> list[int]:
        """What a bound of the weighted sum proves of each goal, given those above it at their values."""
        found = []
        for n, weight in enumerate(self.weights):
            below = sum(w * tally.most for w, tally in zip(self.weights[n + 1 :], self.tallies[n + 1 :], strict=True))
            above = sum(w * value for w, value in zip(self.weights[:n], values[:n], strict=True))
            found.append(min(values[n], max(0, -((above + below - bound) // weight))))
        return found


def packs(
    goals: Sequence[Goal], tallies: Sequence[Tally], widest: int = WIDEST, most_goals: int | None = None
) -> list[Pack]:
    """The ranking in few packs: a goal that cannot be but 0 takes no room, one that is `apart` opens a pack.

    Args:
        goals: in their order.
        tallies: what each is in a model.
        widest: no weighted sum is larger.
        most_goals: so many goals of a pack may be more than 0; ``None`` where as many as there is room for.
    """
    groups: list[list[int]] = [[]]
    span, counting = 1, 0
    for n, tally in enumerate(tallies):
        full = most_goals is not None and tally.most > 0 and counting >= most_goals
        if groups[-1] and (goals[n].apart or full or span * (tally.most + 1) > widest):
            groups.append([])
            span, counting = 1, 0
        groups[-1].append(n)
        span *= tally.most + 1
        counting += tally.most > 0
    return [_pack([goals[n].name for n in group], [tallies[n] for n in group]) for group in groups]


def _pack(goals: list[str], tallies: list[Tally]) -> Pack:
    weights = [1]
    for tally in reversed(tallies[1:]):
        weights.append(weights[-1] * (tally.most + 1))
    return Pack(tuple(goals), tuple(tallies), tuple(reversed(weights)))

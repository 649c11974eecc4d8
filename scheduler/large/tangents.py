"""A goal that counts pairs, seen block by block: its tangents.

C(x, 2) is nowhere below a·x - conj(a), whatever the slope a; and a sum of a·x over who sits where adds up block by
block. So at any slopes the blocks' least sums bound the goal, and the slopes climb by how far the blocks' answers are
from the loads that the slopes are made for, in steps of B. T. Polyak ("Minimization of unsmooth functionals", 1969).
Sums are in eighths, so that the solver has whole numbers.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any

from scheduler.case import Case, Claim
from scheduler.model import Literal, Model
from scheduler.solution import Solution

__all__ = ["PARTS", "Counted", "Tangents"]

Counted = Callable[[Case, Iterable[Claim]], Mapping[Any, list[Claim]]]
"""Parts claims into those whose pairs a goal counts; the pairs of claims that hold are what it comes to."""
PARTS = 8
"""Of one: what the slopes are rounded to."""
STEP = 0.5
"""Of the step that would be right if the blocks' answers did not change."""
PATIENCE = 3
"""After so many climbs that were no better the steps are halved, from the best slopes on."""


class Tangents:
    """Of one goal, at slopes that move."""

    def __init__(self, case: Case, counted: Counted, shown: Solution, value: int) -> None:
        """Prepare.

        Args:
            case: the term.
            counted: what the goal counts the pairs of.
            shown: a plan; the first slopes are those where it is.
            value: what it comes to.
        """
        self.case, self.counted, self.value = case, counted, value
        loads = dict.fromkeys(counted(case, case.all_claims()), 0) | self._loads([shown])
        self.slopes = {key: max(0.0, load - 0.5) for key, load in loads.items()}
        self.best, self._best_slopes = 0.0, self.slopes
        self._step, self._worse = STEP, 0

    def _loads(self, solutions: Iterable[Solution]) -> dict[Hashable, int]:
        sits = [claim for one in solutions for claim in one.sits]
        return {key: len(claims) for key, claims in self.counted(self.case, sits).items()}

    def terms(self, model: Model) -> list[tuple[int, Literal]]:
        """The part of a model in the sum."""
        found = self.counted(self.case, model.sits).items()
        return [(_eighths(self.slopes[key]), model.sits[claim]) for key, claims in found for claim in claims]

    def base(self) -> int:
        """What is taken from the sum of all parts, so that eight times the goal is no less."""
        return sum(_conjugate(_eighths(slope)) for slope in self.slopes.values())

    def hear(self, least: int, solutions: Iterable[Solution]) -> bool:
        """What all parts come to at the least, and how; moves the slopes. Whether they were the best so far."""
        bound = (least - self.base()) / PARTS
        better = bound > self.best
        self._worse = 0 if better else self._worse + 1
        if better:
            self.best, self._best_slopes = bound, self.slopes
        if self._worse >= PATIENCE:
            self.slopes, self._step, self._worse = self._best_slopes, self._step / 2, 0
        else:
            self._climb(bound, self._loads(solutions))
        return better

    def _climb(self, bound: float, chosen: Mapping[Hashable, int]) -> None:
        away = {key: chosen.get(key, 0) - _meant(_eighths(slope)) for key, slope in self.slopes.items()}
        step = self._step * (self.value - bound) / max(1.0, sum(n * n for n in away.values()))
        self.slopes = {key: max(0.0, slope + step * away[key]) for key, slope in self.slopes.items()}


def _eighths(slope: float) -> int:
    return round(PARTS * slope)


def _conjugate(eighths: int) -> int:
    """The most that slope·x - C(x, 2) comes to."""
    near = eighths // PARTS
    return max(eighths * x - PARTS * x * (x - 1) // 2 for x in (near, near + 1))


def _meant(eighths: int) -> float:
    """The load that a slope is made for: between two where it is just the price of going from one to the other."""
    return eighths // PARTS + (0.5 if eighths % PARTS == 0 and eighths else 1.0) if eighths else 0.0

"""A goal that counts pairs, seen block by block: its tangents.

C(x, 2) is nowhere below a·x - conj(a), whatever the slope a; and a sum of a·x over who sits where adds up block by
block. At the slopes where a plan is, the tangents of an optimal plan come close to what it counts. Slopes and sums are
in halves.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping

from scheduler.case import Case, Claim
from scheduler.model import Literal, Model
from scheduler.solution import Solution

__all__ = ["Counted", "Tangents"]

Counted = Callable[[Case, Iterable[Claim]], Mapping[Hashable, list[Claim]]]
"""Parts claims into those whose pairs a goal counts; the pairs of claims that hold are what it comes to."""


class Tangents:
    """Of one goal, at slopes that move."""

    def __init__(self, case: Case, counted: Counted, shown: Solution) -> None:
        """Prepare.

        Args:
            case: the term.
            counted: what the goal counts the pairs of.
            shown: a plan; the first slopes are those where it is.
        """
        self.case, self.counted = case, counted
        self.loads = dict.fromkeys(counted(case, case.all_claims()), 0.0) | self._loads([shown])
        self.climbs = 0

    def _loads(self, solutions: Iterable[Solution]) -> dict[Hashable, float]:
        sits = [claim for one in solutions for claim in one.sits]
        return {key: float(len(claims)) for key, claims in self.counted(self.case, sits).items()}

    @property
    def slopes(self) -> dict[Hashable, int]:
        """What one more costs at the loads: between the last pair's price and the next one's."""
        return {key: max(0, round(2 * load - 1)) for key, load in self.loads.items()}

    def terms(self, model: Model) -> list[tuple[int, Literal]]:
        """The part of a model in the sum."""
        slopes = self.slopes
        found = self.counted(self.case, model.sits).items()
        return [(slopes[key], model.sits[claim]) for key, claims in found for claim in claims]

    def base(self) -> int:
        """What is taken from the sum of all parts, so that twice the goal is no less."""
        return sum(_conjugate(slope) for slope in self.slopes.values())

    def climb(self, solutions: Iterable[Solution]) -> None:
        """Move the slopes towards the loads that the parts would choose (the step of Frank and Wolfe, 1956)."""
        self.climbs += 1
        step, chosen = 1 / (self.climbs + 1), self._loads(solutions)
        self.loads = {key: load + step * (chosen.get(key, 0.0) - load) for key, load in self.loads.items()}


def _conjugate(slope: int) -> int:
    """The most that slope·x - x(x - 1) comes to."""
    return max(slope * x - x * (x - 1) for x in (slope // 2, slope // 2 + 1))

"""What no plan goes below on a goal, while the goals above it may be as bad as they are: prices instead of proofs.

Where a goal is above its bound, a block may be better on the goals below by being worse on that one. So each unit that
the goals above come to has a price. In every plan the goal and the priced goals come to at least what each block alone
comes to at the least; less the price of what the goals above come to in the plan that is shown, that is a bound of the
goal (a Lagrangean bound: A. M. Geoffrion, "Lagrangean relaxation for integer programming", 1974). It holds at any
price.
"""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from ortools.sat.python import cp_model

from scheduler.case import Case
from scheduler.goals import Goal
from scheduler.model import Literal, Model
from scheduler.rules import Rule
from scheduler.search import HOLDING
from scheduler.solving import Nothing, Solver
from scheduler.tally import Tally

__all__ = ["Bounding"]

Pair = tuple[int, str | None]
Block = Mapping[str, Sequence[Pair]]
QUARTERS = (16, 4)
"""What a unit of a goal above costs, in quarters of the most that one term of the goal counts: each is tried."""
ROUNDS = 3
"""So often the rows that a solution breaks are added; the bound holds without them too, and shows less."""


@dataclass(frozen=True)
class _Priced:
    """One block's model: the goal's terms in it, and the sums that have a price."""

    model: Model
    terms: Sequence[tuple[int, Literal]]
    above: Sequence[Tally]

    def weighed(self, price: int) -> cp_model.LinearExpr:
        """Four times the goal, and what the goals above cost at a price in quarters."""
        terms = [(4 * n, var) for n, var in self.terms]
        terms += [(price * n, var) for tally in self.above for n, var in tally.terms]
        return cp_model.LinearExpr.weighted_sum([var for _, var in terms], [n for n, _ in terms])


class Bounding:
    """A component in blocks, each as if the others were not there; every meeting is held."""

    def __init__(
        self, case: Case, blocks: Sequence[Block], goals: Sequence[Goal], rules: Sequence[Rule], workers: int
    ) -> None:
        self.case, self.blocks, self.goals, self.rules, self.workers = case, blocks, goals, rules, workers

    def bound(
        self,
        level: int,
        values: Mapping[str, int],
        tight: Sequence[Mapping[str, int]],
        solver: Callable[[], Solver],
    ) -> int:
        """What no plan that holds every meeting goes below on a goal, if it is no worse on those above it.

        Args:
            level: the goal's place in the ranking.
            values: what the goals above come to.
            tight: for each block, what it comes to on those above that are proven: it has no choice there.
            solver: makes what a block is solved with.
        """
        goal = self.goals[level]
        with ThreadPoolExecutor(self.workers) as pool:
            priced = list(pool.map(lambda n: self._priced(level, self.blocks[n], tight[n]), range(len(self.blocks))))
            unit = max((n for one in priced for n, _ in one.terms), default=1)
            above = sum(values[one.name] for one in self._above(level, tight[0]))
            best = 0
            for quarters in QUARTERS:
                price = quarters * unit
                each = list(pool.map(lambda one: self._least(one, price, solver()), priced))  # noqa: B023 - done here
                if None in each:
                    break
                least = sum(one for one in each if one is not None) - price * above
                best = max(best, -(-least // 4) + goal.tangent_base(self.case))
        return best

    def _above(self, level: int, tight: Mapping[str, int]) -> list[Goal]:
        """The goals that have a price: those above that are not proven."""
        return [one for one in self.goals[:level] if one.name not in HOLDING and one.name not in tight]

    def _priced(self, level: int, block: Block, tight: Mapping[str, int]) -> _Priced:
        model = Model(self.case, block)
        for rule in self.rules:
            rule.couple(model)
        for unplaced in model.unplaced.values():
            model.cp.add(unplaced == 0)
        for goal in self.goals[:level]:
            if goal.name in tight and goal.name not in HOLDING:
                model.cp.add(goal.terms(model).expression() <= tight[goal.name])
        above = [goal.terms(model) for goal in self._above(level, tight)]
        goal = self.goals[level]
        return _Priced(model, goal.tangent(model) if goal.tangent else goal.terms(model).terms, above)

    def _least(self, one: _Priced, price: int, solver: Solver) -> int | None:
        """What a block comes to at the least, or a bound of it; ``None`` where time was up before there was one."""
        one.model.cp.minimize(one.weighed(price))
        least: int | None = None
        for _ in range(ROUNDS):
            answer = solver.solve(one.model, lambda best, bound: None, floor=least or 0)
            if isinstance(answer, Nothing):
                break
            least = max(least or 0, answer.bound)
            if not sum(rule.separate(one.model, answer.solution) for rule in self.rules):
                break
        return least

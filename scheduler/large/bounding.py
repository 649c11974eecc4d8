"""What no plan goes below on a goal, while a goal above it may be as bad as it is: prices instead of proofs.

Where a goal is above its bound, a block may be better on the goals below by being worse on that one. So each unit that
that goal comes to has a price. In every plan the goal below and the priced one come to at least what each block alone
comes to at the least; less the price of what the one above comes to in the plan that is shown, that is a bound of the
goal below (a Lagrangean bound: A. M. Geoffrion, "Lagrangean relaxation for integer programming", 1974). It holds at any
price, also at none: goals between the two have none, since their slack would cost more than it shows.
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
PRICES = (1, 2)
"""What a unit of the goal above costs, in the most that one term of the goal below counts: each is tried."""
ROUNDS = 3
"""So often the rows that a solution breaks are added; the bound holds without them too, and shows less."""


@dataclass(frozen=True)
class _Priced:
    """One block's model: the goal's terms in it, and the sum that has a price."""

    model: Model
    terms: Sequence[tuple[int, Literal]]
    above: Tally

    def weighed(self, price: int) -> cp_model.LinearExpr:
        """The goal, and what the one above costs."""
        terms = [*self.terms, *((price * n, var) for n, var in self.above.terms)]
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
            loose = self._loose(level, tight[0])
            best = 0
            for times in PRICES if loose else (0,):
                price = times * unit
                each = list(pool.map(lambda one: self._least(one, price, solver()), priced))  # noqa: B023 - done here
                if None in each:
                    break
                paid = price * values[loose.name] if loose else 0
                least = sum(one for one in each if one is not None) - paid
                best = max(best, least + goal.tangent_base(self.case))
        return best

    def _loose(self, level: int, tight: Mapping[str, int]) -> Goal | None:
        """The first goal above that is not proven, if there is one."""
        loose = (one for one in self.goals[:level] if one.name not in HOLDING and one.name not in tight)
        return next(loose, None)

    def _priced(self, level: int, block: Block, tight: Mapping[str, int]) -> _Priced:
        model = Model(self.case, block)
        for rule in self.rules:
            rule.couple(model)
        for unplaced in model.unplaced.values():
            model.cp.add(unplaced == 0)
        for goal in self.goals[:level]:
            if goal.name in tight and goal.name not in HOLDING:
                model.cp.add(goal.terms(model).expression() <= tight[goal.name])
        loose, goal = self._loose(level, tight), self.goals[level]
        above = loose.terms(model) if loose else Tally.of(())
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

"""The best plan of one component: pack after pack of goals, rows of the large rules added where they are broken."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from scheduler.case import Case
from scheduler.goals import Goal
from scheduler.model import Model
from scheduler.ranking import Pack, packs
from scheduler.rules import RULES
from scheduler.solution import Solution
from scheduler.solving import Answer, Solver

__all__ = ["Found", "Search"]

Pair = tuple[int, str | None]


@dataclass
class Found:
    """What a search has reached.

    Attributes:
        solution: who sits where and when.
        bounds: per goal, a number that no plan that is as good on all goals above it goes below.
        broken: whether the solution breaks a rule and is but a beginning.
    """

    solution: Solution
    bounds: dict[str, int] = field(default_factory=dict)
    broken: bool = False


class Search:
    """One component on its way to a proven plan."""

    def __init__(self, case: Case, kept: dict[str, list[Pair]], goals: Sequence[Goal]) -> None:
        """Build the model.

        Args:
            case: the term.
            kept: the meetings of the component, each with the candidates to choose among.
            goals: the ranking.
        """
        self.case = case
        self.model = Model(case, kept)
        for rule in RULES:
            rule.couple(self.model)
        self.packs = packs([goal.name for goal in goals], [goal.terms(self.model) for goal in goals])
        self.found = Found(Solution(case, {}, ()), {goal.name: 0 for goal in goals})

    def run(self, solver: Solver, heard: Callable[[Pack, Found], None]) -> Found:
        """Solve pack after pack, each with those above held at what was reached, until all is proven or time is up."""
        for pack in self.packs:
            answer = self._solve_obeying(pack, solver)
            if answer is None:
                break
            self._keep(pack, answer)
            heard(pack, self.found)
            if not answer.proven:
                break
            for tally, value in zip(pack.tallies, answer.values(pack), strict=True):
                self.model.cp.add(tally.expression() <= value)
        return self.found

    def _solve_obeying(self, pack: Pack, solver: Solver) -> Answer | None:
        """Solve again with the rows that the last solution broke, until one obeys every rule.

        Without those rows a solve gives a bound but no plan. Where time is up before one obeys and there is no plan
        yet, the last solution is kept as it is, marked as broken: its reader cuts it down to what obeys.
        """
        self.model.cp.minimize(pack.objective())
        while answer := solver.solve(self.model):
            if not sum(rule.separate(self.model, answer.solution) for rule in RULES):
                return answer
            if not self.found.solution.at:
                self.found.solution, self.found.broken = answer.solution, True
                self.found.bounds |= dict(
                    zip(pack.goals[:1], pack.bounds(answer.values(pack), answer.bound), strict=False)
                )
            answer.hint(self.model)
        return None

    def _keep(self, pack: Pack, answer: Answer) -> None:
        answer.hint(self.model)
        self.found.solution, self.found.broken = answer.solution, False
        self.found.bounds |= zip(pack.goals, pack.bounds(answer.values(pack), answer.bound), strict=True)

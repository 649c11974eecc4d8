"""A component too large for one exact solve, and with a choice of who sits where: solved part by part.

First small blocks are solved one after the other beside those that stand: that is a plan. Where meetings are many, a
heat bath over all of them makes it instead. Large blocks alone, as if the others were not there, give a bound: every
goal counts at least as much in the whole. Then the plan is made better and the bounds too, for as long as there is time
and a goal above its bound; what is left of the time is for bounds of the goals below.
"""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from random import Random

from scheduler.case import Case
from scheduler.goals import Goal
from scheduler.large.alone import Alone, Block
from scheduler.large.beginning import Beginning
from scheduler.large.blocks import blocks
from scheduler.large.bounding import Bounding, Part
from scheduler.large.freeing import Freeing
from scheduler.large.improving import Improving
from scheduler.large.placing import Placing
from scheduler.large.standing import Cost
from scheduler.rulebook import Rulebook
from scheduler.search import HOLDING, Found, Told
from scheduler.solution import Solution
from scheduler.solving import Solver

__all__ = ["Decomposed"]

Pair = tuple[int, str | None]
BESIDE_MEETINGS, ALONE_MEETINGS = 20, 60
"""Meetings of a block that is placed beside the others, which is soon done; and of one that is solved alone, which
shows the more the larger it is."""
MANY_MEETINGS, SMALLER_MEETINGS = 500, 30
"""Where there are more than so many, blocks alone are of that size: of those that may spend a slack fewer count."""
ALONE_SHARE, IMPROVE_SHARE = 0.6, 0.65
"""How much of the time that is left the blocks alone may have, and then the neighbourhoods; the rest is for bounds."""


class Decomposed:
    """A component on its way down."""

    def __init__(
        self,
        case: Case,
        kept: Mapping[str, Sequence[Pair]],
        goals: Sequence[Goal],
        rulebook: Rulebook,
        solver: Solver,
        obeying: Callable[[Solution], Solution] = lambda solution: solution,
    ) -> None:
        """Prepare.

        Args:
            case: the term.
            kept: the meetings of the component, each with the candidates to choose among.
            goals: the ranking.
            rulebook: where the rules stand.
            solver: its options and its time.
            obeying: cuts a solution down to what obeys every rule.
        """
        self.case, self.kept, self.goals, self.rulebook, self.solver = case, kept, goals, rulebook, solver
        cut = partial(blocks, case, list(kept), rulebook.rules, goals)
        alone = ALONE_MEETINGS if len(kept) <= MANY_MEETINGS else SMALLER_MEETINGS
        self.small, self.cut = cut(BESIDE_MEETINGS), cut(alone)
        self.placing = Placing(case, kept, goals, rulebook, solver)
        self.standing, self.alone = self.placing.standing, Alone(self.placing)
        self.beginning = Beginning(self.placing, self.small, obeying, self._count)
        self.cost: Cost = ()
        self.blocks: Sequence[Block] = ()
        self.bounds: Mapping[str, int] = dict.fromkeys((goal.name for goal in goals), 0)
        self.told: Told = lambda values, bounds: None

    def run(self, workers: int, told: Told = lambda values, bounds: None, begun: Solution | None = None) -> Found:
        """Search until the solver's time is up, or every goal is at its bound.

        Args:
            workers: threads.
            told: hears of each better plan.
            begun: a plan that obeys every rule, to begin with: what it has of these meetings stands where it can.
        """
        self.told = told
        if begun:
            self.beginning.from_plan(begun)
        with ThreadPoolExecutor(workers) as pool:
            self._begin(pool, workers)
            freeing = Freeing(self.standing, self.kept, self.goals, self.blocks, Random(self.solver.options.seed))
            improving = Improving(self.placing, self.alone, freeing, self.cost, self._heard)
            self._heard(improving)
            until = self.solver.until(IMPROVE_SHARE)
            list(pool.map(lambda _: improving.run(until), range(workers)))
        self.blocks = freeing.blocks
        return Found(self.standing.solution(), self._sharpened(workers))

    def _begin(self, pool: ThreadPoolExecutor, workers: int) -> None:
        """A plan, and the blocks alone: after it, or while it is bathed in one thread."""
        until = self.solver.until
        if self.beginning.is_bathed:
            bathed = pool.submit(self.beginning.by_baths, self.beginning.bath())
            self.blocks = self.alone.first(self.cut, pool, workers, until(ALONE_SHARE))
            bathed.result()
        else:
            self.beginning.by_blocks(pool.map)
            self.blocks = self.alone.first(self.cut, pool, workers, until(ALONE_SHARE))

    def _count(self, cost: Cost) -> None:
        self.cost = cost
        self._tell()

    def _heard(self, improving: Improving) -> None:
        self.cost, self.bounds = improving.cost, {goal.name: improving.bound(goal) for goal in self.goals}
        self._tell()

    # -- what is shown ----------------------------------------------------------------------------------------------

    @property
    def _values(self) -> dict[str, int]:
        return dict(zip((goal.name for goal in self.goals), self.cost, strict=True))

    def _tell(self) -> None:
        self.told(self._values, self._shown())

    def _shown(self) -> dict[str, int]:
        """What is proven of each goal, those above at their values: what the blocks say, as long as all above are at
        theirs.

        Below one that is not, a block could be better on this goal by being worse on that; then only counting helps.
        """
        values = self._values
        shown, proven = dict[str, int](), True
        for goal in self.goals:
            above = {name: values[name] for name in shown}
            held = "placed" in shown and all(values[name] == 0 for name in HOLDING if name in shown)
            counted = goal.floor(self.case, above) if held and len(self.kept) == len(self.case.meetings) else 0
            shown[goal.name] = min(values[goal.name], max(counted, self.bounds[goal.name] if proven else 0))
            # Only where the blocks' own bounds add up to the value must each block be at its own; that counting proves
            # it does not say so, nor does a sum in which the whole counts somebody once and each block does.
            alike = not goal.counts_once or not values[goal.name]
            proven = proven and alike and self.bounds[goal.name] == values[goal.name]
        return shown

    def _sharpened(self, workers: int) -> dict[str, int]:
        """What is shown in the end: below a goal that is above its bound, what the blocks show of how they share it."""
        values, shown = self._values, self._shown()
        if any(values[name] for name in HOLDING & values.keys()) or any(goal.replanning for goal in self.goals):
            return shown
        parts = [Part(block.meetings, block.bounds) for block in self.blocks]
        plan = self.standing.solution()
        bounding = Bounding(self.case, self.kept, parts, self.goals, self.rulebook.rules, plan, values)
        counted = bounding.counted()
        asked = bounding.run(workers, lambda share: self.placing.solver_until(self.solver.until(share)))
        return {name: max(bound, counted.get(name, 0), asked.get(name, 0)) for name, bound in shown.items()}

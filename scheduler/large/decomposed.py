"""A component too large for one exact solve, and with a choice of who sits where: solved part by part.

First small blocks are solved one after the other beside those that stand: that is a plan. Where meetings are many, a
heat bath over all of them makes it instead. Large blocks alone, as if the others were not there, give a bound: every
goal counts at least as much in the whole. Then neighbourhoods, for as long as there is time and a goal above its bound:
a meeting that costs more than it must, with those in its way.
"""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from random import Random

from scheduler.case import Case
from scheduler.goals import Goal
from scheduler.large.beginning import Beginning
from scheduler.large.blocks import blocks
from scheduler.large.bounding import Bounding, Part
from scheduler.large.freeing import Freeing
from scheduler.large.placing import MOST_SHARES, Placing, heard_by_nobody
from scheduler.large.standing import Cost
from scheduler.rulebook import Rulebook
from scheduler.search import HOLDING, Found, Search, Told
from scheduler.solution import Solution
from scheduler.solving import Solver

__all__ = ["Decomposed"]

Pair = tuple[int, str | None]
BESIDE_MEETINGS, ALONE_MEETINGS = 20, 60
"""Meetings of a block that is placed beside the others, which is soon done; and of one that is solved alone, which
shows the more the larger it is."""
MANY_MEETINGS, SMALLER_MEETINGS = 500, 30
"""Where there are more than so many, blocks alone are of that size: a sixth of the time, and bounds a little lower."""
ALONE_SHARE, IMPROVE_SHARE = 0.6, 0.5
"""How much of the time that is left the blocks alone may have, and then the neighbourhoods; the rest is for bounds."""
NEIGHBOURHOOD_SECONDS = 3.0
FIRST_LEVEL = 0.5
"""So often the first goal that is above its bound is tried; else one of those below."""


def _counts_once(goal: Goal) -> bool:
    """Whether a goal counts people, each once whatever they are in, so that blocks add up to more than the whole."""
    return goal.replanning and goal.of_people


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
        self.random = Random(solver.options.seed)
        cut = partial(blocks, case, list(kept), rulebook.rules, goals)
        alone = ALONE_MEETINGS if len(kept) <= MANY_MEETINGS else SMALLER_MEETINGS
        self.small, self.blocks = cut(BESIDE_MEETINGS), cut(alone)
        self.placing = Placing(case, kept, goals, rulebook, solver)
        self.standing, self.lock = self.placing.standing, self.placing.lock
        self.beginning = Beginning(self.placing, self.small, obeying, self._count)
        self.cost: Cost = ()
        self.alone: Sequence[Found] = ()
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
            self.bounds = {goal.name: self._bound(goal) for goal in self.goals}
            self._tell()
            until, freeing = self.solver.until(IMPROVE_SHARE), self._freeing()
            list(pool.map(lambda _: self._improve(freeing, until), range(workers)))
        return Found(self.standing.solution(), self._sharpened(workers))

    def _begin(self, pool: ThreadPoolExecutor, workers: int) -> None:
        """A plan, and the blocks alone: after it, or while it is bathed in one thread."""
        if self.beginning.is_bathed:
            bathed = pool.submit(self.beginning.by_baths, self.beginning.bath())
            self.alone = self._alone(pool, workers)
            bathed.result()
        else:
            self.beginning.by_blocks(pool.map)
            self.alone = self._alone(pool, workers)

    def _count(self, cost: Cost) -> None:
        self.cost = cost
        self._tell()

    # -- blocks alone, and what they show -------------------------------------------------------------------------

    def _alone(self, pool: ThreadPoolExecutor, workers: int) -> Sequence[Found]:
        """Every block as if the others were not there, by the goals that do not wait for all others.

        First each has its share of the time: one that takes long would leave none to those after it. Those that are
        not proven then have what is left.
        """
        until = self.solver.until(ALONE_SHARE)

        def search(turn: tuple[int, int, int]) -> Found:
            n, left, shares = turn
            kept = {m: self.kept[m] for m in self.blocks[n]}
            held = not self.placing.missing
            one = Search(self.case, kept, self.placing.early, rulebook=self.rulebook, all_held=held)
            share = self.placing.share(workers, left, until, shares)
            found = one.run(self.placing.solver_until(min(until, share)), heard_by_nobody)
            least = replace(found, bounds=found.bounds | found.least)
            return max(found, least, key=self._proven_of)

        count = len(self.blocks)
        found = list(pool.map(search, [(n, count - n, 1) for n in range(count)]))
        again = [n for n, one in enumerate(found) if not self._is_proven(one)]
        turns = [(n, len(again) - k, MOST_SHARES) for k, n in enumerate(again)]
        for n, one in zip(again, pool.map(search, turns), strict=True):
            found[n] = max(found[n], one, key=self._proven_of)
        return found

    def _is_proven(self, found: Found) -> bool:
        return all(found.values.get(goal.name) == found.bounds[goal.name] for goal in self.placing.early)

    def _proven_of(self, found: Found) -> Cost:
        """What is shown of each goal, the higher the better; then how many meetings stand."""
        return *(found.bounds[goal.name] for goal in self.placing.early), len(found.solution.at)

    def _bound(self, goal: Goal) -> int:
        """Of all blocks together; where a goal counts people once, whatever they are in, at least the worst block's."""
        each = [found.bounds.get(goal.name, 0) for found in self.alone]
        return max(each) if _counts_once(goal) else sum(each)

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
            alike = not _counts_once(goal) or not values[goal.name]
            proven = proven and alike and self.bounds[goal.name] == values[goal.name]
        return shown

    def _sharpened(self, workers: int) -> dict[str, int]:
        """What is shown in the end: below a goal that is above its bound, what the blocks show of how they share it."""
        values, shown = self._values, self._shown()
        if any(values[name] for name in HOLDING & values.keys()) or any(goal.replanning for goal in self.goals):
            return shown
        parts = [Part(block, found.bounds) for block, found in zip(self.blocks, self.alone, strict=True)]
        plan = self.standing.solution()
        bounding = Bounding(self.case, self.kept, parts, self.goals, self.rulebook.rules, plan, values)
        counted = bounding.counted()
        asked = bounding.run(workers, lambda share: self.placing.solver_until(self.solver.until(share)))
        return {name: max(bound, counted.get(name, 0), asked.get(name, 0)) for name, bound in shown.items()}

    # -- neighbourhoods -------------------------------------------------------------------------------------------

    def _freeing(self) -> Freeing:
        return Freeing(self.standing, self.kept, self.goals, self.blocks, self.alone, self.random)

    def _improve(self, freeing: Freeing, until: float) -> None:
        """For as long as a goal is above its bound: a neighbourhood of a block that costs more than it would alone."""
        while not self.placing.solver_until(until).stopped:
            with self.lock:
                level = self._level()
                if level is None:
                    return
                some = freeing.free(level)
            goals = self.placing.early if level < len(self.placing.early) else self.goals
            now = self.solver.options.clock()
            found = self.placing.solved(list(some), now + NEIGHBOURHOOD_SECONDS, goals, some)
            if found:
                with self.lock:
                    self._take(freeing, list(some), found)

    def _level(self) -> int | None:
        """The number of a goal above its bound, often the first; ``None`` where none is."""
        levels = [n for n, goal in enumerate(self.goals) if self.cost[n] > self.bounds[goal.name]]
        if len(levels) < 2 or self.random.random() < FIRST_LEVEL:
            return next(iter(levels), None)
        return self.random.choice(levels[1:])

    def _take(self, freeing: Freeing, free: Sequence[str], found: Solution) -> None:
        """Let some meetings stand anew; as they were, where that is no better, or others have come in their way."""
        if not self.standing.admits(found):
            return
        before, old = self.standing.cost(free), self.standing.solution(free)
        self.standing.drop(free)
        self.standing.take(found)
        after = self.standing.cost(free)
        if after > before:
            self.standing.drop(free)
            self.standing.take(old)
            return
        change = zip(self.cost, after, before, strict=True)
        self.cost = tuple(one + new - old for one, new, old in change)
        if after < before:
            freeing.moved(free)
            self._tell()

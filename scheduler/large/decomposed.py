"""A component too large for one exact solve, and with a choice of who sits where: solved block by block.

First the blocks are solved one after the other beside those that stand: that is a plan. Each block alone, as if the
others were not there, gives a bound: every goal counts at least as much in the whole. Then neighbourhoods, for as long
as there is time and a goal above its bound: a meeting that costs more than it must, with those in its way.
"""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from random import Random
from threading import Lock

from scheduler.case import Case
from scheduler.goals import Goal
from scheduler.large.blocks import blocks
from scheduler.large.bounding import Bounding
from scheduler.large.standing import Cost, Standing
from scheduler.ranking import Pack
from scheduler.rulebook import Rulebook
from scheduler.search import HOLDING, Found, Search, Told
from scheduler.solution import Solution
from scheduler.solving import Solver

__all__ = ["Decomposed"]

Pair = tuple[int, str | None]
BESIDE_SHARE, ALONE_SHARE = 0.5, 0.6
"""How much of the time that is left the blocks may have one after the other, and then alone."""
IMPROVE_SHARE = 0.6
"""And then the neighbourhoods; the rest is for bounds."""
LEAST_BLOCK_SECONDS = 5.0
FREE_MEETINGS = 12
"""Meetings in a neighbourhood."""
NEIGHBOURHOOD_SECONDS = 3.0
FIRST_LEVEL = 0.7
"""So often the first goal that is above its bound is tried; else one of those below."""
AS_WISHED = 0.5
"""So often a meeting is freed with what keeps it from where its block alone would have it."""
TRIES = 3
"""So often meetings are placed anew where others have come in their way."""


def _quiet(pack: Pack, values: Sequence[int], bounds: Sequence[int], obeying: bool) -> None:
    return None


def _counts_once(goal: Goal) -> bool:
    """Whether a goal counts people, each once whatever they are in, so that blocks add up to more than the whole."""
    return goal.replanning and goal.of_people


class Decomposed:
    """A component on its way down."""

    def __init__(
        self, case: Case, kept: Mapping[str, Sequence[Pair]], goals: Sequence[Goal], rulebook: Rulebook, solver: Solver
    ) -> None:
        self.case, self.kept, self.goals, self.rulebook, self.solver = case, kept, goals, rulebook, solver
        self.random = Random(solver.options.seed)
        self.blocks = blocks(case, list(kept), rulebook.rules, goals)
        self.standing = Standing(case, list(kept), rulebook.rules, goals)
        self.cost: Cost = ()
        self.bounds: Mapping[str, int] = {}
        self.told: Told = lambda values, bounds: None
        self._over: dict[int, list[int]] = {}
        self._lock = Lock()

    def run(self, workers: int, told: Told = lambda values, bounds: None) -> Found:
        """Search until the solver's time is up, or every goal is at its bound; `told` hears of each better plan."""
        self.told = told
        self._one_by_one(workers)
        self.cost = self.standing.whole_cost(self.blocks)
        self._tell(dict.fromkeys((goal.name for goal in self.goals), 0))
        alone = self._alone(workers)
        bounds = {goal.name: self._bound(goal, alone) for goal in self.goals}
        self._tell(bounds)
        self._improve(bounds, alone, self._until(IMPROVE_SHARE))
        return Found(self.standing.solution(), self._sharpened(bounds, alone, workers))

    # -- blocks ---------------------------------------------------------------------------------------------------

    def _alone(self, workers: int) -> list[Found]:
        """Every block as if the others were not there, by the goals that do not wait for all others."""
        until = self._until(ALONE_SHARE)
        placed = next(n for n, goal in enumerate(self.goals) if goal.name == "placed")
        waits = (n for n, goal in enumerate(self.goals) if goal.apart and n > placed)
        first = next(waits, len(self.goals))

        def search(block: Sequence[str]) -> Found:
            one = Search(self.case, {m: self.kept[m] for m in block}, self.goals[:first], rulebook=self.rulebook)
            return one.run(self._solver(until), _quiet)

        with ThreadPoolExecutor(workers) as pool:
            return list(pool.map(search, self.blocks))

    def _bound(self, goal: Goal, alone: Sequence[Found]) -> int:
        """Of all blocks together; where a goal counts people once, whatever they are in, at least the worst block's."""
        each = [found.bounds.get(goal.name, 0) for found in alone]
        return max(each) if _counts_once(goal) else sum(each)

    def _tell(self, bounds: Mapping[str, int]) -> None:
        shown = self._shown(bounds)
        self.told(dict(zip((goal.name for goal in self.goals), self.cost, strict=True)), shown)

    def _shown(self, bounds: Mapping[str, int]) -> dict[str, int]:
        """What is proven of each goal, those above at their values: what the blocks say, as long as all above are at
        theirs.

        Below one that is not, a block could be better on this goal by being worse on that; then only counting helps.
        """
        values = dict(zip((goal.name for goal in self.goals), self.cost, strict=True))
        shown, proven = dict[str, int](), True
        for goal in self.goals:
            above = {name: values[name] for name in shown}
            held = "placed" in shown and all(values[name] == 0 for name in HOLDING if name in shown)
            counted = goal.floor(self.case, above) if held and len(self.kept) == len(self.case.meetings) else 0
            shown[goal.name] = min(values[goal.name], max(counted, bounds[goal.name] if proven else 0))
            # Where the whole counts somebody once and each block does, no block need be at its own bound.
            alike = not _counts_once(goal) or not values[goal.name]
            proven = proven and alike and shown[goal.name] == values[goal.name]
        return shown

    def _sharpened(self, bounds: Mapping[str, int], alone: Sequence[Found], workers: int) -> dict[str, int]:
        """What is shown in the end: below a goal that is not proven, what prices prove where that is more."""
        values = dict(zip((goal.name for goal in self.goals), self.cost, strict=True))
        shown = self._shown(bounds)
        if any(values[name] for name in HOLDING & values.keys()) or any(goal.replanning for goal in self.goals):
            return shown
        blocks = [{m: self.kept[m] for m in block} for block in self.blocks]
        bounding = Bounding(self.case, blocks, self.goals, self.rulebook.rules, workers)
        tight = self._tight(values, bounds)
        known = [{name: found.bounds.get(name, 0) for name in tight} for found in alone]
        # Of the first goal that is not proven the blocks alone have said what there is to say, if they were asked.
        asked = [n for n, goal in enumerate(self.goals) if n > len(tight) or goal.name not in alone[0].bounds]
        asked = [n for n in asked if shown[self.goals[n].name] < values[self.goals[n].name]]
        for turn, level in enumerate(asked):
            until, name = self._until(1 / (len(asked) - turn)), self.goals[level].name
            found = bounding.bound(level, values, known, partial(self._solver, until))
            shown[name] = min(values[name], max(shown[name], found))
        return shown

    def _tight(self, values: Mapping[str, int], bounds: Mapping[str, int]) -> list[str]:
        """The goals at the top of the ranking that are just what the blocks come to: so must each block be."""
        names = [goal.name for goal in self.goals]
        loose = (n for n, name in enumerate(names) if values[name] > bounds[name])
        return names[: next(loose, len(names))]

    def _one_by_one(self, workers: int) -> None:
        """The blocks beside each other, those first that have most to share; as many at once as there are workers."""
        until = self._until(BESIDE_SHARE)
        with ThreadPoolExecutor(workers) as pool:
            list(
                pool.map(lambda block: self._place(block, until), sorted(self.blocks, key=self._sharing, reverse=True))
            )

    def _place(self, free: Sequence[str], until: float) -> None:
        """Some meetings beside those that stand; half and half where there is no time for all of them together."""
        if self.solver.stopped:
            return
        if not self._solve(free, self._until_of(until, free)) and len(free) > 1:
            half = len(free) // 2
            self._place(free[:half], until)
            self._place(free[half:], until)

    def _sharing(self, block: Sequence[str]) -> int:
        people = {claim.person for m in block for claim in self.case.claims[m]}
        here = set(block)
        return sum(m not in here for person in people for m in self.case.meetings_of[person])

    def _until_of(self, until: float, block: Sequence[str]) -> float:
        """A block's share of what time is left to all blocks that do not stand yet."""
        now = self.solver.options.clock()
        left = len(self.kept) - len(self.standing.starts)
        return now + max(LEAST_BLOCK_SECONDS, 3 * (until - now) * len(block) / max(left, 1))

    # -- solving --------------------------------------------------------------------------------------------------

    def _until(self, share: float) -> float:
        now = self.solver.options.clock()
        return now + share * (self.solver.deadline - now)

    def _solver(self, until: float) -> Solver:
        return Solver(self.solver.options, min(until, self.solver.deadline), self.solver.cancelled)

    def _solve(self, free: Sequence[str], until: float) -> bool:
        """Let some meetings stand anew beside the others; whether there was time for it.

        Others may have come to stand meanwhile: where they are in the way it is done again.
        """
        kept = {m: self.kept[m] for m in free}
        for _ in range(TRIES):
            with self._lock:
                self.standing.drop(free)
                left, beside = self.standing.around(kept)
                known = set(self.standing.starts)
            search = Search(self.case, left, self.goals, rulebook=self.rulebook, beside=beside)
            found = search.run(self._solver(until), _quiet)
            if found.broken or not found.solution.at:
                return False
            with self._lock:
                if known == self.standing.starts.keys() or self.standing.admits(found.solution):
                    self.standing.take(found.solution)
                    return True
        return False

    # -- neighbourhoods -------------------------------------------------------------------------------------------

    def _improve(self, bounds: Mapping[str, int], alone: Sequence[Found], until: float) -> None:
        """For as long as a goal is above its bound, the first of them: a block that costs more than it would alone."""
        self.bounds = bounds
        while not self._solver(until).stopped:
            levels = [n for n, goal in enumerate(self.goals) if self.cost[n] > bounds[goal.name]]
            if not levels:
                return
            first = self.random.random() < FIRST_LEVEL or len(levels) == 1
            self._try(self._free(levels[0] if first else self.random.choice(levels[1:]), alone))

    def _try(self, free: list[str]) -> None:
        """Some meetings anew; as they were, where that is no better."""
        before, old = self.standing.cost(free), self.standing.solution(free)
        solved = self._solve(free, self.solver.options.clock() + NEIGHBOURHOOD_SECONDS)
        after = self.standing.cost(free) if solved else before
        if not solved or after > before:
            self.standing.drop(free)
            self.standing.take(old)
            return
        change = zip(self.cost, after, before, strict=True)
        self.cost = tuple(one + new - old for one, new, old in change)
        if after < before:
            self._over.clear()
            self._tell(self.bounds)

    def _free(self, level: int, alone: Sequence[Found]) -> list[str]:
        """A meeting that costs something on a goal, and what else those people are wanted at who might make it
        cheaper."""
        over = self._above_alone(level, alone)
        number = self.random.choices(range(len(over)), over if any(over) else None)[0]
        block = self.blocks[number]
        seed = self.random.choice([m for m in block if self.standing.cost([m])[level]] or block)
        wished = alone[number].solution
        if seed in wished.at and self.random.random() < AS_WISHED:
            return self._as_wished(seed, wished)
        return self._with_others(seed)

    def _as_wished(self, seed: str, wished: Solution) -> list[str]:
        """A meeting, what stands in the way of where and with whom its block would have it alone, and some of its block
        that must move too."""
        others, free = self.standing.near([seed]), {seed: None}
        people = sorted({claim.person for claim in wished.sits if claim.meeting == seed})
        for m in self.standing.in_the_way(others, wished.at[seed], people):
            if len(free) < FREE_MEETINGS:
                free[m] = None
        moved = [m for m, at in wished.at.items() if self.standing.starts.get(m) != (at.start, at.place)]
        for m in self.random.sample(moved, len(moved)):
            if len(free) < FREE_MEETINGS:
                free[m] = None
        return list(free)

    def _above_alone(self, level: int, alone: Sequence[Found]) -> list[int]:
        """By how much each block costs more on a goal than it does at least alone; kept until something is better."""
        if level not in self._over:
            goal = self.goals[level].name
            costs = (self.standing.cost(block)[level] for block in self.blocks)
            self._over[level] = [
                max(0, cost - found.bounds.get(goal, 0)) for cost, found in zip(costs, alone, strict=True)
            ]
        return self._over[level]

    def _with_others(self, seed: str) -> list[str]:
        """A meeting, and of those whom it could have instead of who sits there the meetings nearest to some day of
        it."""
        sitting = {(claim.seat.id, claim.person) for claim in self.standing.sits.get(seed, ())}
        missed = sorted({c.person for c in self.case.claims[seed] if (c.seat.id, c.person) not in sitting})
        free = {seed: None}
        day = self.case.grid.day(self.random.choice(self.kept[seed])[0])
        self.random.shuffle(missed)
        for person in missed:
            others = [m for m in self.case.meetings_of[person] if m in self.standing.starts]
            others.sort(key=lambda m: abs(self.case.grid.day(self.standing.starts[m][0]) - day))
            for m in others[:4]:
                if len(free) < FREE_MEETINGS:
                    free[m] = None
        return list(free)

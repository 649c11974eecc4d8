"""A component with a landscape on its way to the best plan that local search finds, in parallel on all workers."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Lock

import numpy as np

from scheduler.case import Case
from scheduler.goals import Goal
from scheduler.large.landscape import Landscape, Level
from scheduler.large.prices import Prices, State
from scheduler.large.settling import Settling
from scheduler.search import Found, Told
from scheduler.solution import Solution
from scheduler.solving import Solver

__all__ = ["settled"]


def settled(
    case: Case, land: Landscape, goals: Sequence[Goal], solver: Solver, workers: int, told: Told = lambda *reached: None
) -> Found:
    """The best plan of a component that its workers find, each from a seed of its own; `told` hears of each better one.

    Its bounds are what the cheapest candidate of each meeting costs by itself: sums of those no plan that holds all
    meetings goes below. Where two meetings still break a rule, the plan is but a beginning.
    """
    judge = _Judge(land, goals, told)

    def search(seed: int) -> State:
        one = Settling(land, seed, lambda: solver.stopped, solver.options.clock)
        return one.run(solver.deadline, judge.hear)

    with ThreadPoolExecutor(workers) as pool:
        best = min(pool.map(search, range(solver.options.seed, solver.options.seed + workers)), key=judge.values)
    sits = [claim for m in land.meetings for claim in case.claims[m]]
    return Found(
        Solution(case, land.starts_of(best.at, best.place), sits), judge.bounds, broken=judge.values(best)[0] > 0
    )


class _Judge:
    """Compares states goal by goal, and tells of the best."""

    def __init__(self, land: Landscape, goals: Sequence[Goal], told: Told) -> None:
        self.levels = [level for level in land.levels if not level.is_empty or not level.name]
        self.prices = [Prices(land, [(level, 1)]) for level in self.levels]
        of_goal = {level.name: level for level in land.levels}
        self.bounds = {goal.name: _least(land, of_goal[goal.name]) for goal in goals}
        self.told, self.best, self.lock = told, list[int](), Lock()

    def values(self, state: State) -> list[int]:
        """How much of the rules is broken, then each goal that tells states apart."""
        return [prices.total(state)[0] for prices in self.prices]

    def hear(self, state: State) -> None:
        """Tell of a state that obeys every rule, where it is the best so far; from any thread."""
        values = self.values(state)
        with self.lock:
            if values[0] == 0 and (not self.best or values < self.best):
                self.best = values
                reached = {level.name: value for level, value in zip(self.levels, values, strict=True)}
                self.told({name: reached.get(name, bound) for name, bound in self.bounds.items()}, self.bounds)


def _least(land: Landscape, level: Level) -> int:
    alone = level.places[:, :, None] + level.starts[:, None, :]
    cheapest = np.where(land.open, alone, np.iinfo(np.int64).max).reshape(len(land.meetings), -1).min(axis=1)
    return int(cheapest.sum())

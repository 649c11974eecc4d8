"""A component with a landscape on its way to the best plan that local search finds, in parallel on all workers."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from scheduler.case import Case
from scheduler.goals import Goal
from scheduler.large.landscape import Landscape, Level
from scheduler.large.prices import Prices, State
from scheduler.large.settling import Settling
from scheduler.search import Found
from scheduler.solution import Solution
from scheduler.solving import Solver

__all__ = ["settled"]


def settled(case: Case, land: Landscape, goals: Sequence[Goal], solver: Solver, workers: int) -> Found:
    """The best plan of a component that its workers find, each from a seed of its own.

    Its bounds are what the cheapest candidate of each meeting costs by itself: sums of those no plan that holds all
    meetings goes below. Where two meetings still break a rule, the plan is but a beginning.
    """
    judge = _Judge(land)
    seeds = range(solver.options.seed, solver.options.seed + workers)
    with ThreadPoolExecutor(workers) as pool:
        states = pool.map(
            lambda seed: Settling(land, seed, lambda: solver.stopped, solver.options.clock).run(solver.deadline), seeds
        )
        best = min(states, key=judge.values)
    solution = Solution(
        case, land.starts_of(best.at, best.place), [claim for m in land.meetings for claim in case.claims[m]]
    )
    return Found(solution, judge.bounds(goals), broken=judge.values(best)[0] > 0)


class _Judge:
    """Compares states goal by goal."""

    def __init__(self, land: Landscape) -> None:
        self.land = land
        self.prices = [Prices(land, [(level, 1)]) for level in land.levels if not level.is_empty or not level.name]

    def values(self, state: State) -> list[int]:
        """How much of the rules is broken, then each goal that tells states apart."""
        return [prices.total(state)[0] for prices in self.prices]

    def bounds(self, goals: Sequence[Goal]) -> dict[str, int]:
        """What each goal comes to at least."""
        levels = {level.name: level for level in self.land.levels}
        return {goal.name: _least(self.land, levels[goal.name]) for goal in goals}


def _least(land: Landscape, level: Level) -> int:
    alone = level.places[:, :, None] + level.starts[:, None, :]
    cheapest = np.where(land.open, alone, np.iinfo(np.int64).max).reshape(len(land.meetings), -1).min(axis=1)
    return int(cheapest.sum())

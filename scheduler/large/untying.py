"""What a heat bath leaves, untied by CP-SAT: a meeting that still costs something, with those in its way."""

import numpy as np

from scheduler.large import heat
from scheduler.large.bathing import Water
from scheduler.large.neighbourhood import Neighbourhood
from scheduler.large.prices import Prices, State
from scheduler.large.stages import Stage, rules_first

__all__ = ["untied"]

MENDING_WEIGHS = 1_000
"""Units of the first goal that a broken rule costs where it is mended."""
NEIGHBOURS, CHEAPEST = 8, 40
SOLVE_SECONDS = 0.4


def untied(water: Water, stage: Stage, state: State, until: float) -> State:
    """Free a meeting that costs something, with those in its way, again and again; first those that break a rule."""
    mending = rules_first(stage, MENDING_WEIGHS).bath if stage.is_first else stage.bath
    free_of_all = mending, Prices(water.land, [(stage.levels[0], 0)])
    while not water.is_over(until):
        dear, worth = stage.above.total(state)[1], stage.goal.total(state)[1]
        broken = stage.is_first and bool(dear.any())
        if not (costly := np.flatnonzero(dear if broken else worth)).size:
            break
        now, above = free_of_all if broken else (stage.goal, stage.above)
        free = _free(water, stage, state, int(water.random.choice(costly)))
        seconds = min(SOLVE_SECONDS, until - water.clock())
        state = Neighbourhood(water.land, above, now, state, free).improve(water.seed(), seconds) or state
    return state


def _free(water: Water, stage: Stage, state: State, seed: int) -> list[int]:
    """A meeting, those that cost it something, and those that stand where it would be cheaper."""
    cost = np.where(water.land.open[seed], stage.bath.of(seed, state), heat.CLOSED)
    free = dict.fromkeys([seed, *_near(water, stage, state, seed, int(state.place[seed]), int(state.at[seed]))])
    few = np.argpartition(cost, min(CHEAPEST, cost.size - 1), axis=None)[:CHEAPEST]
    for n in water.random.permutation(few).tolist():
        if len(free) >= NEIGHBOURS:
            break
        p, s = divmod(n, cost.shape[1])
        free.update(dict.fromkeys(_near(water, stage, state, seed, p, s)))
    while len(free) < min(NEIGHBOURS, len(state.at)):
        free[int(water.random.integers(len(state.at)))] = None
    return list(free)[:NEIGHBOURS]


def _near(water: Water, stage: Stage, state: State, one: int, place: int, start: int) -> list[int]:
    """The meetings that would cost this one something if it were there."""
    there = np.array([place]), np.array([start])
    close = np.flatnonzero(np.abs(state.at - start) <= water.land.reach).tolist()
    return [
        j
        for j in close
        if j != one and stage.bath.between(one, j, there, (state.place[j : j + 1], state.at[j : j + 1])).any()
    ]

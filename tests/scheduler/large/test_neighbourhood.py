"""A few meetings that move together: nothing above gets worse, and of what is left they find the best."""

from collections.abc import Iterator
from itertools import product
from random import Random

import numpy as np
import pytest

from scheduler.large import Landscape
from scheduler.large.neighbourhood import Neighbourhood
from scheduler.large.prices import Prices, State
from tests.scheduler.large.lands import random_land, random_state

SEEDS = range(25)


def _levels(land: Landscape) -> tuple[Prices, Prices]:
    return Prices(land, [(land.levels[0], 50), (land.levels[1], 1)]), Prices(land, [(land.levels[2], 1)])


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_above_gets_worse_and_now_nothing_dearer(seed: int) -> None:
    random = Random(seed)
    land = random_land(random)
    above, now = _levels(land)
    state = random_state(land, random)
    free = random.sample(range(len(land.meetings)), 3)
    before = state.copy()
    found = Neighbourhood(land, above, now, state, free).improve(seed, 5.0)
    assert (state.at == before.at).all()
    assert (state.place == before.place).all()
    if found is None:
        return
    assert above.total(found)[0] <= above.total(state)[0]
    assert now.total(found)[0] <= now.total(state)[0]
    assert all(land.open[n, found.place[n], found.at[n]] for n in range(len(land.meetings)))
    stands = [n for n in range(len(land.meetings)) if n not in free]
    assert (found.at[stands] == state.at[stands]).all()
    assert (found.place[stands] == state.place[stands]).all()


@pytest.mark.parametrize("seed", SEEDS)
def test_two_meetings_find_the_best_that_makes_nothing_above_worse(seed: int) -> None:
    random = Random(seed)
    land = random_land(random)
    above, now = _levels(land)
    state = random_state(land, random)
    free = random.sample(range(len(land.meetings)), 2)
    found = Neighbourhood(land, above, now, state, free).improve(seed, 20.0) or state
    assert now.total(found)[0] == min(now.total(one)[0] for one in _allowed(land, above, state, free))


def _allowed(land: Landscape, above: Prices, state: State, free: list[int]) -> Iterator[State]:
    """Every state of two free meetings in which neither costs more above than it did, nor they each other."""
    standing = state.without(free)
    dear = [above.of(n, standing) for n in free]
    here = [int(dear[k][state.place[n], state.at[n]]) for k, n in enumerate(free)]
    ways = [
        [*np.argwhere(land.open[n] & (dear[k] <= here[k])).tolist(), [int(state.place[n]), int(state.at[n])]]
        for k, n in enumerate(free)
    ]
    both = _between(above, free, state)
    for one, other in product(*ways):
        moved = state.copy()
        for n, (p, s) in zip(free, (one, other), strict=True):
            moved.place[n], moved.at[n] = p, s
        if _between(above, free, moved) <= both:
            yield moved


def _between(prices: Prices, free: list[int], state: State) -> int:
    one, other = ((state.place[[n]], state.at[[n]]) for n in free)
    return int(prices.between(free[0], free[1], one, other)[0, 0])

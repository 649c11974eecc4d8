"""What compiled code says that a state costs is what looking at each pair finds."""

from random import Random

import numpy as np
import pytest

from scheduler.large.prices import Prices
from tests.scheduler.large.lands import between, counted, own_cost, random_land, random_state

SEEDS = range(40)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_total_is_each_pair_once(seed: int) -> None:
    random = Random(seed)
    land = random_land(random)
    weighed = [(level, random.choice((0, 1, 3))) for level in land.levels]
    state = random_state(land, random)
    total, each = Prices(land, weighed).total(state)
    assert total == counted(land, weighed, state)
    all_of_them = range(len(land.meetings))
    beside = [sum(between(land, weighed, i, j, state) for j in all_of_them if j != i) for i in all_of_them]
    assert each.tolist() == [beside[i] + own_cost(weighed, i, state) for i in all_of_them]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_meeting_costs_at_each_start_what_it_adds_to_the_others(seed: int) -> None:
    random = Random(seed)
    land = random_land(random)
    weighed = [(level, 1) for level in land.levels]
    state = random_state(land, random, held=0.8)
    own = random.randrange(len(land.meetings))
    others = state.without([own])
    found = Prices(land, weighed).of(own, state)
    for p, s in np.argwhere(land.open[own]).tolist():
        there = others.copy()
        there.place[own], there.at[own] = p, s
        assert found[p, s] == counted(land, weighed, there) - counted(land, weighed, others)


@pytest.mark.parametrize("seed", SEEDS)
def test_two_meetings_cost_each_other_the_same_by_their_candidates(seed: int) -> None:
    random = Random(seed)
    land = random_land(random)
    weighed = [(level, 2) for level in land.levels]
    i, j = random.sample(range(len(land.meetings)), 2)
    one, other = (np.nonzero(land.open[n]) for n in (i, j))
    found = Prices(land, weighed).between(i, j, one, other)
    state = random_state(land, random)
    for x in range(len(one[0])):
        for y in range(len(other[0])):
            state.place[i], state.at[i] = one[0][x], one[1][x]
            state.place[j], state.at[j] = other[0][y], other[1][y]
            assert found[x, y] == between(land, weighed, i, j, state)


def test_what_is_nowhere_costs_nothing_to_others() -> None:
    land = random_land(Random(1))
    prices = Prices(land, [(land.levels[0], 1)])
    state = random_state(land, Random(2)).without(range(1, len(land.meetings)))
    assert prices.of(0, state)[land.open[0]].sum() == 0


def test_a_level_that_weighs_nothing_is_not_counted() -> None:
    land = random_land(Random(3))
    state = random_state(land, Random(4))
    alone = Prices(land, [(land.levels[1], 1)]).total(state)[0]
    assert Prices(land, [(land.levels[1], 1), (land.levels[2], 0)]).total(state)[0] == alone
    assert Prices(land, [(land.levels[1], 1), (land.levels[2], 1)]).total(state)[0] > alone

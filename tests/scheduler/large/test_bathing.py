"""Heat baths: what they say of themselves is true, what is above gets no worse, and who is stuck gets out."""

from itertools import count
from random import Random

import numpy as np
import pytest

from scheduler.case import Case
from scheduler.large import bathing, heat
from scheduler.large.bathing import Bathing, Water
from scheduler.large.landscape import Landscape, Level
from scheduler.large.prices import State
from scheduler.large.stages import stages
from scheduler.pair_cost import PairCost, overlap
from tests.build import term
from tests.scheduler.large.lands import random_land, random_state

TICKS = 60.0


def _water(land: Landscape, seed: int) -> Water:
    """Its clock goes on by one each time that it is read."""
    ticks = count()
    return Water(land, np.random.default_rng(seed), lambda: False, lambda: float(next(ticks)))


def _is_open(land: Landscape, state: State) -> bool:
    return all(land.open[n, p, s] for n, (p, s) in enumerate(zip(state.place, state.at, strict=True)))


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("seed", range(8))
def test_a_bath_ends_no_dearer_than_it_began(seed: int, number: int) -> None:
    random = Random(seed)
    land = random_land(random)
    stage, state = stages(land)[number], random_state(land, random)
    found = Bathing(_water(land, seed)).bath(stage, state, TICKS)
    assert stage.bath.total(found)[0] <= stage.bath.total(state)[0]
    assert _is_open(land, found)


@pytest.mark.parametrize("seed", range(8))
def test_moves_count_what_they_cost(seed: int) -> None:
    """Also where a row of starts is cut short because what lies beyond it costs too much by itself."""
    random = Random(seed)
    land = random_land(random)
    stage, state = stages(land)[1], random_state(land, random)
    kept, value = state.copy(), stage.bath.total(state)[0]
    now, best = Bathing(_water(land, seed))._draw(stage, state, kept, 7, 200, 2.0, (value, value))
    assert (now, best) == (stage.bath.total(state)[0], stage.bath.total(kept)[0])
    assert _is_open(land, state)


@pytest.mark.parametrize(("most", "row"), [(0, (0, 0)), (1, (2, 3)), (3, (1, 3)), (4, (1, 4)), (9, (0, 5))], ids=str)
def test_a_row_is_cut_short_where_starts_cost_too_much_by_themselves(most: int, row: tuple[int, int]) -> None:
    assert heat._worth_pricing(0, 5, most, np.array([9, 3, 1, 4, 9])) == row


@pytest.mark.parametrize("seed", range(8))
def test_a_later_bath_leaves_nothing_above_worse(seed: int) -> None:
    random = Random(seed)
    land = random_land(random)
    stage, state = stages(land)[1], random_state(land, random)
    assert stage.worth(Bathing(_water(land, seed)).later_bath(stage, state, 4 * TICKS)) <= stage.worth(state)


@pytest.mark.parametrize("seed", range(4))
def test_where_nothing_above_costs_anything_it_costs_nothing_afterwards(seed: int) -> None:
    land = _land({"a": (0, 2), "b": (0, 1), "c": (2, 3)}, {"a": 1, "b": 1, "c": 1}, rising=True)
    stage = stages(land)[1]
    state = State(np.array([2, 1, 3]), np.zeros(3, np.int64))
    found = Bathing(_water(land, seed)).later_bath(stage, state, 4 * TICKS)
    assert stage.worth(found) == (0, 0 + 1 + 2)


@pytest.mark.parametrize("seed", range(4))
def test_a_long_meeting_takes_the_place_of_two_short_ones(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """It stands where another must be; at its only other start it is in the way of two, who can both go elsewhere."""
    monkeypatch.setattr(bathing, "STARTS_TRIED", 0.5)
    where = {"long": (0, 2), "fixed": (1,), "one": (0, 2), "other": (3, 4)}
    land = _land(where, {"long": 2, "fixed": 1, "one": 1, "other": 1})
    stage = stages(land)[0]
    state = State(np.array([0, 1, 2, 3]), np.zeros(4, np.int64))
    assert stage.above.total(state)[0]
    found = Bathing(_water(land, seed)).evict(stage, state, 20 * TICKS)
    assert found.at.tolist() == [2, 1, 0, 4]


def test_nobody_is_evicted_where_nobody_is_in_the_way() -> None:
    land = _land({"a": (0, 1), "b": (0, 1)}, {"a": 1, "b": 1})
    state = State(np.array([0, 1]), np.zeros(2, np.int64))
    assert Bathing(_water(land, 1)).evict(stages(land)[0], state, TICKS) is state


def _land(where: dict[str, tuple[int, ...]], steps: dict[str, int], rising: bool = False) -> Landscape:
    """One place, one person at all meetings, and a goal that counts how late they start where it is `rising`."""
    size, lengths = len(where), np.array([steps[m] for m in where], np.int64)
    is_open = np.zeros((size, 1, 5), np.bool_)
    for n, starts in enumerate(where.values()):
        is_open[n, 0, list(starts)] = True
    nothing = np.zeros((size, 5), np.int64), np.zeros((size, 1), np.int64)
    late = np.tile(np.arange(5), (size, 1)) * rising
    levels = (
        Level("", (PairCost(overlap),), *nothing),
        Level("first", (PairCost(lambda one, other: {0: 1}),), *nothing),
        Level("late", (), late, nothing[1]),
    )
    return Landscape(Case(term()), tuple(where), ("hall",), tuple(range(5)), lengths, is_open, levels)

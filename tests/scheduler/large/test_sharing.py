"""A slack shared out among blocks: as good as trying every way."""

from itertools import product
from random import Random

import pytest

from scheduler.large.sharing import NEVER, least_of_all, least_of_others


def _tried(costs: list[list[int]], slack: int) -> int:
    """Every way to spend no more than the slack."""
    ways = product(*(range(len(cost)) for cost in costs))
    sums = (sum(cost[n] for cost, n in zip(costs, way, strict=True)) for way in ways if sum(way) <= slack)
    return min(NEVER, *sums, NEVER)


def _random(seed: int) -> tuple[list[list[int]], int]:
    random = Random(seed)
    return [[random.randint(0, 20) for _ in range(random.randint(1, 3))] for _ in range(random.randint(1, 5))], 4


@pytest.mark.parametrize("seed", range(20))
def test_is_shared_in_the_best_way(seed: int) -> None:
    costs, slack = _random(seed)
    assert least_of_all(costs, slack) == [_tried(costs, n) for n in range(slack + 1)]


@pytest.mark.parametrize("seed", range(20))
def test_the_others_have_what_a_block_leaves(seed: int) -> None:
    costs, slack = _random(seed)
    for n, sums in enumerate(least_of_others(costs, slack)):
        assert sums == [_tried(costs[:n] + costs[n + 1 :], left) for left in range(slack + 1)]


def test_a_block_that_must_spend_leaves_the_others_none() -> None:
    assert least_of_all([[NEVER, 3], [5, 1]], 1) == [NEVER, 8]
    assert least_of_all([[NEVER, 3], [5, 1]], 2)[-1] == 4


def test_where_nothing_can_be_spent_all_pay_in_full() -> None:
    assert least_of_all([[4], [3], [2]], 0) == [9]

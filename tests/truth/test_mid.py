"""Terms of middle size: the engine's proven optimum is that of a plain model and another solver."""

import pytest

import scheduler
from tests.truth.mid import ONE_A_DAY, mid
from tests.truth.second_solver import optimum


@pytest.mark.slow
@pytest.mark.parametrize(
    ("seed", "limits"),
    [(2, ONE_A_DAY), (4, ONE_A_DAY), (8, ONE_A_DAY), (9, ONE_A_DAY), (2, {}), (5, {"meetings_per_week": 2})],
)
def test_the_engine_is_as_good_as_another_solver(seed: int, limits: dict[str, int]) -> None:
    term = mid(seed, limits=limits)
    made = scheduler.plan(term)
    assert tuple(goal.value for goal in made.goals) == optimum(term)
    assert made.proven
    assert scheduler.check(term, made) == ()

"""A run as its caller sees it: what is heard, how it is stopped, and that it comes out the same again."""

from itertools import chain, pairwise, repeat

import pytest

import scheduler
from benchmarks.areas import areas
from benchmarks.autumns import autumn
from models import Plan
from scheduler import DEFAULT_RANKING, Options, Progress, check, planning

AUTUMN = autumn(5, 0.6)


@pytest.fixture(scope="module")
def run() -> tuple[Plan, list[Progress]]:
    """A proven plan, and all that was heard on the way."""
    heard: list[Progress] = []
    return scheduler.plan(AUTUMN, heard=heard.append), heard


def test_hears_of_goals_in_the_order_of_the_ranking(run: tuple[Plan, list[Progress]]) -> None:
    _, heard = run
    assert heard
    for progress in heard:
        places = [DEFAULT_RANKING.index(goal.id) for goal in progress.goals]
        assert places == sorted(places)
        assert progress.goal in DEFAULT_RANKING


def test_hears_no_bound_that_the_plan_goes_below(run: tuple[Plan, list[Progress]]) -> None:
    plan, heard = run
    first = {goal.id: goal.value for goal in plan.goals}
    for progress in heard:
        unproven = next((goal for goal in progress.goals if not goal.proven), None)
        if unproven:  # all above it are at their values in the plan, so its bound is one of the plan's
            assert unproven.bound <= first[unproven.id]


def test_hears_of_no_proof_that_is_taken_back(run: tuple[Plan, list[Progress]]) -> None:
    plan, heard = run
    values = {goal.id: goal.value for goal in plan.goals}
    proven = [{goal.id: goal.value for goal in progress.goals if goal.proven} for progress in heard]
    assert all(earlier.items() <= later.items() for earlier, later in pairwise(proven))
    assert all(said.items() <= values.items() for said in proven)


def test_comes_out_the_same_again(run: tuple[Plan, list[Progress]]) -> None:
    plan, _ = run
    assert plan.proven
    assert scheduler.plan(AUTUMN) == plan


@pytest.mark.parametrize("seconds", [0.0, 0.2, 0.5])
def test_gives_a_plan_that_obeys_when_time_is_up(seconds: float) -> None:
    plan = scheduler.plan(autumn(2, 0.6), Options(time_limit_seconds=seconds))
    assert not plan.proven
    assert check(autumn(2, 0.6), plan) == ()


@pytest.mark.parametrize(("ready", "done"), [(2.0, 98.0), (10.0, 95.0)])
def test_keeps_time_to_check_the_answer_as_long_as_making_ready_took(ready: float, done: float) -> None:
    times = chain([0.0], repeat(ready))
    options = Options(time_limit_seconds=100.0, clock=lambda: next(times))
    one = planning._Planning(planning.Task(AUTUMN), options, None, lambda: False)
    assert one._deadline(0) == done


def test_stops_when_cancelled_with_what_it_has() -> None:
    asked: list[bool] = []

    def cancelled() -> bool:
        asked.append(True)
        return len(asked) > 3

    plan = scheduler.plan(autumn(2, 0.6), cancelled=cancelled)
    assert not plan.proven
    assert check(autumn(2, 0.6), plan) == ()


def test_plans_areas_that_share_nobody_apart() -> None:
    heard: list[Progress] = []
    plan = scheduler.plan(areas(2, 5), heard=heard.append)
    assert plan.proven
    assert {progress.components for progress in heard} == {2}
    assert len(plan.placements) == 34

"""What blocks cost each other is proven once they are one."""

import time
from random import Random

import pytest

import scheduler
from models import Cancel, Change, Plan
from scheduler import planning
from scheduler.large import improving
from scheduler.options import Options
from tests.scheduler.large.blocked import crowded, cut_into

EARLY = ("placed", "vacant_seats", "deputies", "on_demand", "deputy_order", "preferred", "spread")


def _planned(seed: int) -> Plan:
    """In six seconds of work, however much else the machine does."""
    return scheduler.plan(crowded(Random(seed)), Options(time_limit_seconds=6, clock=time.process_time))


def _proven(made: Plan) -> list[str]:
    return [goal.id for goal in made.goals if goal.proven and goal.id in EARLY]


def _bounds_are_true(made: Plan, best: Plan) -> None:
    """No bound is above the optimum, as far down as the plan is as good."""
    for one, true in zip(made.goals, best.goals, strict=True):
        assert one.bound <= true.value <= one.value
        if one.value != true.value:
            break


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each component is cut into blocks of two, and one neighbourhood that comes to nothing is enough."""
    monkeypatch.setattr(planning, "MOST_CANDIDATES", 2)
    monkeypatch.setattr(improving, "PATIENCE", 1)
    cut_into(monkeypatch, 2)


@pytest.mark.parametrize("seed", range(4))
def test_no_bound_of_joined_blocks_is_above_the_best_plan(seed: int, request: pytest.FixtureRequest) -> None:
    best = scheduler.plan(crowded(Random(seed)), Options(time_limit_seconds=20))
    assert best.proven
    request.getfixturevalue("hasty")
    made = _planned(seed)
    assert scheduler.check(crowded(Random(seed)), made) == ()
    _bounds_are_true(made, best)


@pytest.mark.parametrize("seed", range(4))
def test_no_bound_of_a_change_by_joined_blocks_is_above_the_best(seed: int, request: pytest.FixtureRequest) -> None:
    """Who is disturbed counts once, though blocks that share them each count them."""
    town = crowded(Random(seed))
    before = scheduler.plan(town, Options(time_limit_seconds=20))
    first = before.placements[0]
    changed = scheduler.apply(town, Change(actions=(Cancel(meeting=first.meeting, day=first.start.date()),)))
    best = scheduler.replan(changed, before, None, Options(time_limit_seconds=20))
    assert best.proven
    request.getfixturevalue("hasty")
    made = scheduler.replan(changed, before, None, Options(time_limit_seconds=4, clock=time.process_time))
    assert scheduler.check(changed, made) == ()
    _bounds_are_true(made, best)


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.usefixtures("hasty")
def test_blocks_that_make_each_other_cost_more_are_joined_until_that_is_proven(seed: int) -> None:
    assert _proven(_planned(seed)) == list(EARLY)


@pytest.mark.usefixtures("hasty")
def test_without_joining_some_of_it_is_not_proven(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(improving, "JOINED_MEETINGS", 0)
    assert any(_proven(_planned(seed)) != list(EARLY) for seed in (1, 2))

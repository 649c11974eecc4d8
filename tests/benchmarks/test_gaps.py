"""Gaps, what counts as near, and the growth of costs, on figures whose answers are known."""

from typing import Any

import pytest

from benchmarks.gaps import Told, exponent, first_all_placed, first_near, gap, is_near, said
from benchmarks.planned import planned
from benchmarks.sizes import cost_of, growth, parser, rows_of
from benchmarks.sodra_alvsborg.plan import all_placed_seconds
from benchmarks.sodra_alvsborg.plan import rows_of as rows_of_one_term
from models import GoalResult


def goal(id: str, value: int, bound: int) -> GoalResult:
    return GoalResult(id=id, value=value, bound=bound, proven=value == bound)


def run(municipalities: int, cost: float, near: bool = True, **more: Any) -> dict[str, Any]:
    found = {
        "municipalities": municipalities,
        "seed": 1,
        "meetings": 20 * municipalities,
        "checked": True,
        "near": near,
    }
    goals = [{**goal("placed", 0, 0).model_dump(), "gap": 0.0}]
    plain = {
        "seconds": cost / 2,
        "cpu_seconds": cost,
        "peak_mb": 200.0,
        "unplaced": 0,
        "told_near": None,
        "told_all_placed": None,
        "goals": goals,
    }
    return {**found, **plain, **more}


@pytest.mark.parametrize(("value", "bound", "far"), [(105, 100, 0.05), (3, 0, 3.0), (1, 1, 0.0), (-90, -100, 0.1)])
def test_a_gap_is_a_share_of_the_bound_and_of_1_where_that_is_0(value: int, bound: int, far: float) -> None:
    assert gap(value, bound) == pytest.approx(far)


def test_a_plan_is_near_when_each_of_its_goals_is() -> None:
    assert is_near([goal("placed", 0, 0), goal("travel", 105, 100)])
    assert not is_near([goal("placed", 0, 0), goal("travel", 106, 100)])


def test_the_first_state_near_the_final_bounds_counts() -> None:
    final = [goal("placed", 0, 0), goal("travel", 100, 100)]
    told = [
        Told(1.0, 2.0, (goal("placed", 0, 0),)),  # says nothing of travel yet
        Told(2.0, 4.0, (goal("placed", 0, 0), goal("travel", 120, 0))),
        Told(3.0, 6.0, (goal("placed", 0, 0), goal("travel", 104, 0))),
        Told(4.0, 8.0, tuple(final)),
    ]
    assert first_near(told, final) is told[2]
    assert first_near(told[:2], final) is None
    assert first_all_placed(told) is told[0]
    assert first_all_placed([Told(1.0, 2.0, (goal("placed", 1, 0),))]) is None


@pytest.mark.parametrize("power", [0.9, 1.3, 2.0])
def test_the_exponent_of_a_power_law_is_found(power: float) -> None:
    sizes = [8, 20, 49, 100, 290]
    assert exponent(sizes, [3.5 * size**power for size in sizes]) == pytest.approx(power)


def test_one_size_has_no_exponent() -> None:
    assert exponent([8, 8, 8], [1.0, 2.0, 3.0]) is None


def test_growth_leaves_out_what_is_small_far_or_failed() -> None:
    runs = [run(n, 2 * n**1.2) for n in (8, 49, 290)]
    others = [run(1, 500.0), run(100, 9_999.0, near=False), {"municipalities": 290, "seed": 2, "failed": "MemoryError"}]
    found = growth([*runs, *others])
    assert found["exponent_by_municipalities"] == found["exponent_by_meetings"] == 1.2
    assert found["sizes_fitted"] == 3
    assert found["runs_within_5_percent"] == "3 of 5 from 8 municipalities on"
    assert found["exponent_until_all_are_placed_by_meetings"] is None


def test_growth_until_all_are_placed_takes_runs_that_did_not_come_near_too() -> None:
    runs = [run(n, 900.0, near=False, told_all_placed={"cpu_seconds": 3 * n**1.1}) for n in (8, 49, 290)]
    assert growth([*runs, run(1, 5.0), run(100, 900.0)])["exponent_until_all_are_placed_by_meetings"] == 1.1


def test_a_cost_is_that_of_the_first_state_told_of_else_of_the_whole_run() -> None:
    assert cost_of(run(8, 100.0)) == 100.0
    assert cost_of(run(8, 100.0, told_near={"seconds": 5.0, "cpu_seconds": 9.0})) == 9.0


@pytest.mark.parametrize("flaw", [{"near": False}, {"checked": False}, {"failed": "MemoryError"}])
def test_a_run_without_such_a_plan_has_no_cost(flaw: dict[str, Any]) -> None:
    assert cost_of({**run(8, 100.0, told_near={"cpu_seconds": 9.0}), **flaw}) is None


def test_rows_have_the_same_columns_whatever_came_of_the_run() -> None:
    ended, far, failed = rows_of(
        [run(8, 9.0), run(8, 9.0, near=False), {"municipalities": 8, "seed": 2, "failed": "x"}]
    )
    assert ended.keys() == far.keys() == failed.keys()
    assert (ended["to 5 %"], far["to 5 %"], failed["goals"]) == ("9.0 CPU s", "not within", "x")

    ended, failed = rows_of_one_term([{"time_limit": 30, **run(8, 9.0)}, {"time_limit": 300, "failed": "x"}])
    assert ended.keys() == failed.keys()
    assert (ended["time_limit"], failed["goals"]) == (30, "x")


def test_what_is_proven_is_said_first() -> None:
    goals = [
        {**one.model_dump(), "gap": gap(one.value, one.bound)} for one in (goal("travel", 6, 4), goal("placed", 0, 0))
    ]
    assert said(goals) == "proven: placed 0; travel 6 ≥ 4 (gap 50.0%)"


def test_the_first_plan_with_all_meetings_placed_is_the_shortest_checked_run_that_has_them() -> None:
    short, long = run(8, 60.0), run(8, 600.0)
    assert all_placed_seconds([short, long]) == 30.0
    assert all_placed_seconds([{**short, "unplaced": 2}, long]) == 300.0
    assert all_placed_seconds([{**short, "checked": False}, {"failed": "x"}]) is None


def test_options_have_their_defaults() -> None:
    given = parser().parse_args(["--municipalities", "1,8", "--seeds", "4"])
    assert (given.municipalities, given.seeds, given.time_limits, given.workers) == ((1, 8), (4,), (900,), 2)


def test_a_run_that_fails_says_what_it_died_of() -> None:
    assert "1 to 290" in planned("291", 1, 1, 1)["failed"]

"""One meeting before another, with days between."""

from random import Random

import pytest

import scheduler
import scheduler.placing
from models import Plan, Term
from scheduler.rules import order as order_rule
from tests.build import (
    away,
    closed,
    day,
    found,
    holds,
    meeting,
    order,
    placed,
    plan,
    prefer,
    rules_broken,
    seat,
    series,
    series_order,
    term,
    window,
)
from tests.truth.tiny import tiny

TWO = (meeting("presidium"), meeting("council"))


def _made(town: Term, before: str, after: str) -> Plan:
    return plan(town, placed("presidium", before), placed("council", after))


def test_allows_the_right_order_on_one_day() -> None:
    town = term(*TWO, order("presidium", "council"))
    for before, after in (("mon 10:00", "mon 11:00"), ("mon 10:00", "4 fri 08:00")):
        assert rules_broken(town, _made(town, before, after)) == set()


def test_forbids_the_wrong_order_and_an_overlap() -> None:
    town = term(*TWO, order("presidium", "council"))
    for before, after in (("tue 10:00", "mon 10:00"), ("mon 10:00", "mon 10:30"), ("mon 11:00", "mon 10:00")):
        assert rules_broken(town, _made(town, before, after)) == {"order"}


def test_allows_days_within_the_bounds() -> None:
    town = term(*TWO, order("presidium", "council", at_least_days=2, at_most_days=7))
    for after in ("wed 08:00", "2 mon 16:00"):
        assert rules_broken(town, _made(town, "mon 10:00", after)) == set()


def test_forbids_too_few_and_too_many_days() -> None:
    town = term(*TWO, order("presidium", "council", at_least_days=2, at_most_days=7))
    for after, days in (("tue 16:00", 1), ("2 tue 08:00", 8)):
        wrong = _made(town, "mon 10:00", after)
        assert rules_broken(town, wrong) == {"order"}
        said = found(order_rule.check(town, wrong), "order", "before", "days")
        assert said == [("council", "presidium-council", "presidium", days)]


def test_a_meeting_that_is_not_placed_binds_nobody() -> None:
    town = term(*TWO, order("presidium", "council"))
    assert rules_broken(town, plan(town, placed("council", "mon 08:00"))) == set()
    assert rules_broken(town, plan(town, placed("presidium", "4 fri 16:00"))) == set()


# ---- said of series ----

COUNCILS = (
    series("pre", in_order=True),
    series("dps", in_order=True),
    *(meeting(f"{kind}{n}", series=kind) for kind in ("pre", "dps") for n in (1, 2, 3)),
    series_order("pre", "dps", at_least_days=2, at_most_days=5),
)


def _held(town: Term, **starts: str) -> Plan:
    return plan(town, *(placed(name, start) for name, start in starts.items()))


def test_allows_each_meeting_its_own_before_it() -> None:
    town = term(*COUNCILS)
    good = {"pre1": "mon 10:00", "dps1": "fri 10:00", "pre2": "2 mon 10:00", "dps2": "2 wed 10:00"}
    assert rules_broken(town, _held(town, **good)) == set()


def test_forbids_one_that_is_too_near_too_far_or_after() -> None:
    town = term(*COUNCILS)
    for before in ("thu 10:00", "2 mon 10:00", "mon 08:00"):
        wrong = (
            _held(town, pre1=before, dps1="fri 10:00")
            if before != "mon 08:00"
            else _held(town, pre1=before, dps1="2 mon 10:00")
        )
        assert found(order_rule.check(town, wrong), "order", "before") == [("dps1", "pre-dps:dps1", "pre1")]


def test_forbids_meetings_of_a_series_out_of_their_order() -> None:
    town = term(*COUNCILS)
    wrong = _held(town, dps1="wed 10:00", dps2="tue 10:00")
    assert found(order_rule.check(town, wrong), "order", "before", "days") == [("dps2", "dps:dps1-dps2", "dps1", -1)]


def test_forbids_it_also_where_the_one_between_them_is_not_placed() -> None:
    town = term(*COUNCILS)
    wrong = _held(town, dps1="wed 10:00", dps3="tue 10:00")
    assert found(order_rule.check(town, wrong), "order", "before") == [("dps3", "dps:dps1-dps3", "dps1")]


def test_allows_any_order_in_a_series_that_does_not_ask_for_one() -> None:
    town = term(series("dps"), meeting("dps1", series="dps"), meeting("dps2", series="dps"))
    assert rules_broken(town, _held(town, dps1="wed 10:00", dps2="tue 10:00")) == set()


def test_plans_councils_with_each_presidium_before_its_own() -> None:
    made = scheduler.plan(term(*COUNCILS))
    start = {one.meeting: one.start for one in made.placements}
    assert made.proven
    assert len(start) == 6
    for kind in ("pre", "dps"):
        assert start[f"{kind}1"] < start[f"{kind}2"] < start[f"{kind}3"]
    assert all(2 <= (start[f"dps{n}"].date() - start[f"pre{n}"].date()).days <= 5 for n in (1, 2, 3))


def test_plans_in_order_around_one_that_cannot_be_placed() -> None:
    """The second has no seat filled on any day; the first would rather be late, and the third early."""
    windows = {"windows": (window("mon", "2 fri"),)}
    late, early = prefer("fri"), prefer("mon")
    town = term(
        series("dps", in_order=True, **windows),
        meeting("one", series="dps", preferences=(late,)),
        meeting("two", seat("head"), series="dps"),
        meeting("three", series="dps", preferences=(early,)),
        holds("anna", "head"),
        away("anna", "2026-09-07 00:00", "2026-10-31 00:00"),
        closed("2 mon", "2 fri"),
    )
    made = scheduler.plan(town)
    start = {one.meeting: one.start for one in made.placements}
    assert set(start) == {"one", "three"}
    assert start["one"] < start["three"]
    assert {goal.id: goal.value for goal in made.goals}["preferred"] == 1


ORDERED = [seed for seed in range(60) if tiny(Random(seed)).ordered]


@pytest.mark.parametrize("seed", ORDERED)
def test_meetings_on_many_days_are_ordered_as_those_on_few(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A literal for each day says what comes before it: tiny terms with orders come to the same with and without."""
    town = tiny(Random(seed))
    few = scheduler.plan(town)
    monkeypatch.setattr(scheduler.placing, "MANY_DAYS", 0)
    many = scheduler.plan(town)
    assert scheduler.check(town, many) == ()
    assert [(goal.value, goal.proven) for goal in many.goals] == [(goal.value, goal.proven) for goal in few.goals]


def test_plans_half_a_year_of_councils() -> None:
    """The presidium would be early, its council late: five days are as far as they come apart."""
    windows = {"windows": (window("2026-01-12", "2026-06-12", "13:00-16:00"),)}
    town = term(
        series("pre", **windows),
        series("dps", **windows),
        meeting("pre1", series="pre", preferences=(prefer("mon"),)),
        meeting("dps1", series="dps", preferences=(prefer("sat"), prefer("fri", penalty=2))),
        series_order("pre", "dps", at_least_days=3, at_most_days=4),
        first_day=day("2026-01-01"),
        last_day=day("2026-06-30"),
    )
    made = scheduler.plan(town)
    start = {one.meeting: one.start for one in made.placements}
    assert made.proven
    assert {goal.id: goal.value for goal in made.goals}["preferred"] == 1
    assert (start["dps1"].date() - start["pre1"].date()).days == 4

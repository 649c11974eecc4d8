"""Parts and stages of tiny terms, against trying everything while the rest stands, and against the whole."""

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

import scheduler
from models import Order, Placement, Plan, Stage, Term
from scheduler.options import Options
from tests.truth.brute_force import Best, TooLarge, best
from tests.truth.reading import Reading
from tests.truth.strategies import examples
from tests.truth.tiny import tiny

LONG = Options(time_limit_seconds=20)
SECONDS = st.sampled_from((0.0, 0.005, 0.02))
SEEDS = st.integers(0, 2**48)


def _of_two_series(seed: int) -> Term:
    """A tiny term whose second series is planned before its first."""
    term = tiny(Random(seed))
    used = {one.series for one in term.meetings}
    if len(used) < 2:
        reject()
    return term.model_copy(update={"stages": (Stage(id="first", title="First", series=("s1",)),)})


def _without(term: Term, left_out: set[str]) -> Term:
    """The term as if it had no such meetings."""
    kept = {one.id for one in term.meetings} - left_out
    relations = (
        one.model_copy(update={"meetings": tuple(m for m in one.meetings if m in kept)}) for one in term.day_relations
    )
    orders = (
        Order(id=f"o{n}", before=before, after=after, at_least_days=least, at_most_days=most)
        for n, (before, after, least, most) in enumerate(Reading(term).orders())
        if {before, after} <= kept
    )
    return term.model_copy(
        update={
            "meetings": tuple(one for one in term.meetings if one.id in kept),
            "series": tuple(one.model_copy(update={"in_order": False}) for one in term.series),
            "orders": tuple(orders),
            "series_orders": (),
            "day_relations": tuple(relations),
        }
    )


def _by_trying_everything(term: Term, standing: Sequence[Placement]) -> Best:
    try:
        return best(term, standing=standing)
    except TooLarge:
        reject()


def _values(plan: Plan) -> list[int]:
    return [goal.value for goal in plan.goals]


def _where(plan: Plan, meetings: set[str]) -> dict[str, tuple[object, ...]]:
    held = (one for one in plan.placements if one.meeting in meetings)
    return {
        one.meeting: (one.start, one.place, {(s.seat, s.person, s.appointment) for s in one.sittings}) for one in held
    }


@pytest.mark.fuzz
@examples(80, 3000)
@given(SEEDS, st.sampled_from(("s0", "s1")))
def test_a_part_proves_what_trying_everything_finds_while_the_rest_stands(seed: int, series: str) -> None:
    term = _of_two_series(seed)
    before = scheduler.plan(term, LONG)
    others = {name for name, one in term.resolved.items() if one.series != series}
    standing = [one for one in before.placements if one.meeting in others]
    truth = _by_trying_everything(_without(term, others - {one.meeting for one in standing}), standing)
    made = scheduler.plan_part(term, before, [series], LONG)
    assert scheduler.check(term, made) == ()
    assert [(goal.value, goal.bound, goal.proven) for goal in made.goals] == [(v, v, True) for v in truth.values]


@pytest.mark.fuzz
@examples(60, 3000)
@given(SEEDS, st.sampled_from(("s0", "s1")), SECONDS)
def test_a_part_never_moves_what_stands_however_little_time_it_has(seed: int, series: str, seconds: float) -> None:
    term = _of_two_series(seed)
    before = scheduler.plan_in_stages(term, LONG)
    others = {name for name, one in term.resolved.items() if one.series != series}
    made = scheduler.plan_part(term, before, [series], Options(time_limit_seconds=seconds))
    assert scheduler.check(term, made) == ()
    assert _where(made, others) == _where(before, others)
    assert {one.meeting for one in made.waiting} == others - _where(before, others).keys()


@pytest.mark.fuzz
@examples(60, 3000)
@given(SEEDS)
def test_a_stage_alone_is_the_best_of_its_series_alone(seed: int) -> None:
    term = _of_two_series(seed)
    first = scheduler.plan_in_stages(term, LONG).part
    assert first is not None
    others = {name for name, one in term.resolved.items() if one.series != "s1"}
    truth = _by_trying_everything(_without(term, others), ())
    assert [goal.value for goal in first.stages[0].goals] == list(truth.values)


@pytest.mark.fuzz
@examples(60, 3000)
@given(SEEDS, SECONDS)
def test_stages_are_never_better_than_the_whole(seed: int, seconds: float) -> None:
    term = _of_two_series(seed)
    whole = scheduler.plan(term, LONG)
    staged = scheduler.plan_in_stages(term, LONG)
    assert scheduler.check(term, staged) == ()
    assert _values(whole) <= _values(staged)
    costs = scheduler.cost_of_stages(staged, whole)
    assert all(one.proven and one.at_least == one.at_most == one.staged - one.whole for one in costs)
    hasty = Options(time_limit_seconds=seconds)
    cut = scheduler.plan_in_stages(term, hasty)
    assert scheduler.check(term, cut) == ()
    assert _values(whole) <= _values(cut)


@pytest.mark.fuzz
@examples(60, 3000)
@given(SEEDS, SECONDS, SECONDS)
def test_what_is_said_of_a_cost_holds_however_little_time_there_was(seed: int, stages: float, at_once: float) -> None:
    """Of the first goal on which the truth and what was found differ; what is said below holds given that one."""
    term = _of_two_series(seed)
    truth = scheduler.plan(term, LONG)
    staged = scheduler.plan_in_stages(term, Options(time_limit_seconds=stages))
    costs = scheduler.cost_of_stages(staged, scheduler.plan(term, Options(time_limit_seconds=at_once)))
    for cost, true in zip(costs, truth.goals, strict=True):
        assert cost.staged - true.value <= cost.at_most
        assert not cost.proven or cost.whole == true.value
        if cost.whole != true.value or cost.staged != true.value:
            break
        assert cost.at_least is None or cost.at_least <= 0

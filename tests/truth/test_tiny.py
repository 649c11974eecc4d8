"""Tiny terms with every feature: nothing that the engine says is left unproven, and trying everything agrees."""

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

import scheduler
from models import Term
from scheduler.options import Options
from tests.truth.answer import answer
from tests.truth.brute_force import Best, TooLarge, best
from tests.truth.second_solver import optimum
from tests.truth.strategies import examples, terms


def _by_trying_everything(term: Term) -> Best:
    try:
        return best(term)
    except TooLarge:
        reject()


@pytest.mark.fuzz
@examples(120, 5000)
@given(terms())
def test_the_engine_proves_what_trying_everything_finds(term: Term) -> None:
    truth = _by_trying_everything(term)
    made = scheduler.plan(term, Options(time_limit_seconds=20))
    stated = {goal.id: (goal.value, goal.bound, goal.proven) for goal in made.goals}
    expected = {goal.id: (goal.value, goal.bound, goal.proven) for goal in answer(term, truth).goals}
    assert stated == expected, _shown(term)
    assert scheduler.check(term, made) == (), _shown(term)


@pytest.mark.fuzz
@examples(60, 2000)
@given(terms(), st.sampled_from((0.0, 0.005, 0.02)))
def test_a_plan_cut_short_obeys_every_rule_and_claims_no_more_than_is_true(term: Term, seconds: float) -> None:
    truth = _by_trying_everything(term)
    made = scheduler.plan(term, Options(time_limit_seconds=seconds))
    assert scheduler.check(term, made) == (), _shown(term)
    for goal, true in zip(made.goals, truth.values, strict=True):
        assert goal.bound <= true, _shown(term)
        assert not goal.proven or goal.value == true, _shown(term)
        if goal.value != true:
            break  # what is said of the goals below holds for plans that are as bad as this one


@pytest.mark.fuzz
@examples(60, 2000)
@given(terms())
def test_the_check_accepts_what_trying_everything_finds(term: Term) -> None:
    assert scheduler.check(term, answer(term, _by_trying_everything(term))) == (), _shown(term)


@pytest.mark.fuzz
@examples(60, 2000)
@given(terms())
def test_the_second_solver_agrees_with_trying_everything(term: Term) -> None:
    assert optimum(term) == _by_trying_everything(term).values, _shown(term)


def _shown(term: Term) -> str:
    return term.model_dump_json(exclude_defaults=True)

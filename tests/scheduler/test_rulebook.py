"""A caller's own rules and goals: those of docs/extending.md, as the page has them."""

import re
from pathlib import Path
from types import ModuleType

import pytest

import scheduler
from models import Plan, Stage, Term
from scheduler import planning
from scheduler.faults import faults
from scheduler.options import Options
from scheduler.rulebook import STANDARD, Rulebook
from tests.build import goals_of, holds, meeting, placed, plan, seat, series, sits, term, window

PAGE = Path(__file__).parents[2] / "docs" / "extending.md"
OPTIONS = Options(time_limit_seconds=2)
CHAIR = {"deputy": "not", "vacancy": "never"}


def _module(name: str) -> ModuleType:
    """The example of that name on the page."""
    blocks = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    (code,) = (block for block in blocks if f'NAME = "{name}"' in block)
    module = ModuleType(name)
    exec(compile(code, f"{PAGE.name}: {name}", "exec"), module.__dict__)
    return module


RULE, GOAL = _module("free_fridays"), _module("same_start")
OWN = STANDARD.having(rules=[RULE], goals=[GOAL])


def _town(*goals: str, days: tuple[str, str] = ("thu", "fri")) -> Term:
    """Three meetings of different people, of two hours in four."""
    kinds = [series(name, windows=(window(*days, "13:00-17:00"),), duration_minutes=120) for name in "abc"]
    ones = [meeting(name, seat(f"head-{name}", **CHAIR), series=name) for name in "abc"]
    heads = [holds(f"p-{name}", f"head-{name}") for name in "abc"]
    return term(*kinds, *ones, *heads, grid_minutes=60, goals=goals or None)


def _value(made: Plan) -> int:
    return next(goal.value for goal in made.goals if goal.id == "same_start")


def test_ours_stay_as_they_are() -> None:
    assert [one.name for one in OWN.rules[:-1]] == [one.name for one in STANDARD.rules]
    assert OWN.rules[-1].name == "free_fridays"
    assert Rulebook() == STANDARD


@pytest.mark.parametrize("twice", ["travel", "window"])
def test_a_rule_s_name_that_is_there_already_is_refused(twice: str) -> None:
    own = ModuleType(twice)
    own.__dict__.update(NAME=twice, check=lambda term, plan: iter(()))
    with pytest.raises(ValueError, match=twice):
        STANDARD.having(rules=[own])


def test_a_goal_s_name_that_is_there_already_is_refused() -> None:
    with pytest.raises(ValueError, match="same_start"):
        OWN.having(goals=[GOAL])


def test_a_rule_and_a_goal_may_have_one_name() -> None:
    assert {one.name for one in STANDARD.rules} & {one.name for one in STANDARD.goals}


def test_an_own_goal_comes_last_where_a_term_ranks_none() -> None:
    assert [one.name for one in OWN.ranking(_town())][-1] == "same_start"
    assert "same_start" not in [one.name for one in OWN.ranking(_town("placed", "travel"))]


def test_a_term_ranks_an_own_goal_by_its_name() -> None:
    town = _town("same_start", "placed")
    assert [one.name for one in OWN.ranking(town)] == ["same_start", "placed"]
    assert not faults(town, OWN)


@pytest.mark.parametrize("most_candidates", [6_000, 2], ids=["exact", "large"])
def test_an_own_goal_and_an_own_rule_count_in_the_plan(most_candidates: int, monkeypatch: pytest.MonkeyPatch) -> None:
    town = _town("placed", "same_start")
    monkeypatch.setattr(planning, "MOST_CANDIDATES", most_candidates)
    made = scheduler.plan(town, OPTIONS, rulebook=OWN)
    assert scheduler.check(town, made, OWN) == ()
    assert {one.start.weekday() for one in made.placements} == {3}, "Fridays are free"
    assert [goal.id for goal in made.goals] == ["placed", "same_start"]
    assert len(made.placements) == 3
    assert _value(made) == 0, "three starts of an afternoon for three meetings"


@pytest.mark.parametrize("most_candidates", [6_000, 2], ids=["exact", "large"])
def test_an_own_goal_by_blocks(most_candidates: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where who sits is a choice."""
    kinds = [series(name, windows=(window("thu", "thu", "13:00-16:00"),), duration_minutes=120) for name in "abc"]
    ones = [meeting(name, seat(f"head-{name}"), series=name) for name in "abc"]
    heads = [holds(f"p-{name}", f"head-{name}", deputies=[f"d-{name}"]) for name in "abc"]
    town = term(*kinds, *ones, *heads, grid_minutes=60)
    monkeypatch.setattr(planning, "MOST_CANDIDATES", most_candidates)
    made = scheduler.plan(town, OPTIONS, rulebook=OWN)
    assert scheduler.check(town, made, OWN) == ()
    assert _value(made) == 1, "two starts for three meetings"


def test_the_check_counts_an_own_goal_and_an_own_rule() -> None:
    town = _town("placed")
    late = plan(town, placed("a", "fri 13:00", sits("p-a", "head-a")))
    assert {one.rule for one in scheduler.check(town, late, OWN)} == {"free_fridays"}
    assert scheduler.check(town, late) == ()
    made = scheduler.plan(_town("placed", "same_start"), OPTIONS, rulebook=OWN)
    wrong = made.model_copy(update={"goals": (made.goals[0], made.goals[1].model_copy(update={"value": 3}))})
    assert {one.rule for one in scheduler.check(_town("placed", "same_start"), wrong, OWN)} == {"goal"}


def test_goals_of_ours_are_counted_as_before() -> None:
    town = _town("placed")
    made = scheduler.plan(town, OPTIONS, rulebook=OWN)
    assert goals_of(town, made) == made.goals


def test_an_own_goal_that_does_not_say_is_taken_to_tell_the_hours_of_a_day_apart() -> None:
    made = scheduler.plan(_town("placed", "same_start"), OPTIONS, rulebook=STANDARD.having(goals=[GOAL]))
    assert _value(made) == 0
    alike = ModuleType("same_start")
    alike.__dict__.update(GOAL.__dict__, tells_apart=lambda case, meeting: False)
    first = scheduler.plan(_town("placed", "same_start"), OPTIONS, rulebook=STANDARD.having(goals=[alike]))
    assert _value(first) == 1, "one start of each of two days is left for three meetings"


def test_a_part_is_planned_by_own_rules_and_goals() -> None:
    """One that stands on a Friday breaks the rule; on Thursday no other starts when it does, nor when another does."""
    town = _town("placed", "same_start")
    standing = plan(_town(), placed("a", "thu 14:00", sits("p-a", "head-a")))
    made = scheduler.plan_part(town, standing, ["b", "c"], OPTIONS, rulebook=OWN)
    assert not scheduler.check(town, made, OWN)
    assert sorted(f"{one.start:%a %H:%M}" for one in made.placements) == ["Thu 13:00", "Thu 14:00", "Thu 15:00"]
    on_friday = plan(_town(), placed("a", "fri 14:00", sits("p-a", "head-a")))
    with pytest.raises(scheduler.CannotStand) as refused:
        scheduler.plan_part(town, on_friday, ["b", "c"], OPTIONS, rulebook=OWN)
    assert [one.rule for one in refused.value.violations] == ["free_fridays"]


@pytest.mark.parametrize("both", [False, True])
def test_stages_are_planned_by_own_rules_and_goals(both: bool) -> None:
    town = _town("placed", "same_start", days=("thu", "fri"))
    town = town.model_copy(update={"stages": (Stage(id="first", title="First", series=("a",)),)})
    ways = scheduler.plan_both_ways if both else scheduler.plan_in_stages
    made = ways(town, OPTIONS, rulebook=OWN)
    for one in made if isinstance(made, tuple) else (made,):
        assert not scheduler.check(town, one, OWN)
        assert {f"{placement.start:%a}" for placement in one.placements} == {"Thu"}

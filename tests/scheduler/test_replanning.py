"""A plan that changes another one, as its caller asks for it."""

import os
import subprocess
import sys
from typing import Any
from uuid import UUID

import pytest

import scheduler
from models import Plan, Term
from scheduler import DEFAULT_RANKING, Options, check
from scheduler.goals import REPLANNING
from tests.build import at, away, called_off, holds, meeting, placed, plan, seat, series, sits, term, window

WINDOWS = (window("mon", "2 fri", "09:00-11:00"),)


def town(**fields: Any) -> Term:
    """Two meetings of the same head, who has a deputy."""
    posts = holds("anna", "head", deputies=["bo"])
    return term(series(windows=WINDOWS), *(meeting(name, seat("head")) for name in ("a", "b")), posts, **fields)


TOWN = town()
BEFORE = plan(TOWN, placed("a", "mon 09:00", sits("anna", "head")), placed("b", "tue 09:00", sits("anna", "head")))


def stands(made: Plan) -> dict[str, tuple[object, ...]]:
    return {one.meeting: (one.start, *one.people()) for one in made.placements}


def test_carries_what_it_changes_and_when() -> None:
    made = scheduler.replan(TOWN, BEFORE, at("mon 08:00"))
    assert (made.baseline, made.as_of) == (BEFORE.as_baseline, at("mon 08:00"))
    assert Plan.model_validate_json(made.model_dump_json()) == made


def test_ranks_the_people_disturbed_next_after_the_meetings_held() -> None:
    made = scheduler.replan(TOWN, BEFORE)
    assert tuple(goal.id for goal in made.goals) == ("kept", "placed", *REPLANNING, *DEFAULT_RANKING[2:])
    own = town(goals=("preferred", "placed", "travel"))
    ranked = tuple(goal.id for goal in scheduler.replan(own, BEFORE).goals)
    assert ranked == ("preferred", "placed", *REPLANNING, "travel")


def test_is_seen_from_the_latest_moment_that_is_known() -> None:
    late = town(as_of=at("wed 08:00"))
    before = BEFORE.model_copy(update={"as_of": at("tue 08:00")})
    for term_as_of, asked, seen in (
        (None, None, "tue"),
        (None, "mon", "tue"),
        (None, "thu", "thu"),
        ("wed", "mon", "wed"),
    ):
        made = scheduler.replan(late if term_as_of else TOWN, before, at(f"{asked} 08:00") if asked else None)
        assert made.as_of == at(f"{seen} 08:00")
    assert scheduler.replan(TOWN, BEFORE).as_of is None


def test_a_plan_of_another_term_is_refused() -> None:
    with pytest.raises(ValueError, match="take one of this term"):
        scheduler.replan(town(uid=UUID(int=7)), BEFORE)


def test_the_check_refuses_a_plan_seen_from_before_its_term() -> None:
    late = town(as_of=at("wed 08:00"))
    made = scheduler.replan(late, BEFORE)
    assert check(late, made) == ()
    for moment, broken in ((None, True), (at("wed 07:30"), True), (at("wed 08:00"), False), (at("wed 08:30"), False)):
        found = check(late, made.model_copy(update={"as_of": moment}))
        assert ("other_as_of" in {one.params.get("what") for one in found}) == broken, moment


def test_can_be_changed_again_and_again() -> None:
    first = scheduler.replan(TOWN, BEFORE, at("mon 12:00"))
    ill = town().model_copy(update={"absences": (away("anna", "tue 00:00", "wed 00:00"),)})
    second = scheduler.replan(Term.model_validate(ill.model_dump()), first, at("mon 13:00"))
    assert second.proven
    assert second.baseline == first.as_baseline
    assert stands(second)["a"] == (at("mon 09:00"), "anna")


def test_a_meeting_that_cannot_be_held_soon_is_held_another_day_only_when_it_is_called_off() -> None:
    notice = town(notice_days=7)
    away_all = (away("anna", "tue 00:00", "wed 00:00"), away("bo", "tue 00:00", "wed 00:00"))
    ill = Term.model_validate(notice.model_copy(update={"absences": away_all}).model_dump())
    made = scheduler.replan(ill, BEFORE, at("mon 08:00"))
    assert stands(made).keys() == {"a"}
    off = tuple(
        one.model_copy(update={"called_off": (called_off("tue"),)}) if one.id == "b" else one for one in ill.meetings
    )
    again = Term.model_validate(ill.model_copy(update={"meetings": off}).model_dump())
    made = scheduler.replan(again, BEFORE, at("mon 08:00"))
    assert made.proven
    assert stands(made)["b"][0] >= at("2 mon 09:00")  # type: ignore[operator]


def test_whoever_cannot_come_soon_is_replaced() -> None:
    ill = Term.model_validate(
        town(notice_days=7).model_copy(update={"absences": (away("anna", "tue 00:00", "wed 00:00"),)}).model_dump()
    )
    assert stands(scheduler.replan(ill, BEFORE, at("mon 08:00")))["b"] == (at("tue 09:00"), "bo")


def test_stopped_at_once_it_is_what_is_left_of_the_old_one() -> None:
    made = scheduler.replan(TOWN, BEFORE, at("mon 12:00"), cancelled=lambda: True)
    assert stands(made) == stands(BEFORE)
    assert not made.proven
    assert stands(scheduler.replan(TOWN, BEFORE, at("mon 12:00"), Options(time_limit_seconds=0))) == stands(BEFORE)


def test_every_plan_that_leaves_is_checked() -> None:
    for now in (None, "mon 08:00", "mon 12:00", "fri 12:00", "4 fri 12:00"):
        made = scheduler.replan(TOWN, BEFORE, at(now) if now else None)
        assert check(TOWN, made) == ()
        assert made.proven


MODEL = """
from scheduler.case import Case
from scheduler.goals import disturbed
from scheduler.model import Model
from tests.build import holds, meeting, placed, plan, seat, sits, term

names = [f"p{n}" for n in range(9)]
town = term(meeting("m", *(seat(name) for name in names)), *(holds(name, name) for name in names))
before = plan(town, placed("m", "mon 09:00", *(sits(name, name) for name in names)))
model = Model(Case(town, before.placements), {"m": [(0, None)]})
disturbed.terms(model)
print(model.cp.proto)
"""


def test_is_the_same_in_every_process() -> None:
    """Sets of names come in another order in each: the model must not follow it, since the solver does."""
    models = {
        subprocess.run(
            [sys.executable, "-c", MODEL],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(models) == 1

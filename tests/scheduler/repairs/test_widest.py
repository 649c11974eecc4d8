"""What is granted at once before it is said that nothing helps: never less than the plan has already."""

from typing import Any

import scheduler
from models import Plan, Term
from scheduler import Options, check
from scheduler.planning import Task, carry_out
from scheduler.repairs.widest import widest
from scheduler.standing import as_seen
from tests.build import (
    at,
    away,
    closed,
    closure,
    holds,
    lock,
    meeting,
    placed,
    plan,
    replanned,
    seat,
    series,
    sits,
    term,
    window,
)

HOUR = (window("tue", "tue", "10:00-11:00"),)
NEVER = away("anna", "mon 00:00", "4 fri 23:00")
POSTS = (holds("anna", "head"), holds("carl", "clerk"))


def town(*meetings: Any, **fields: Any) -> Term:
    """Meeting `a`, whose only holder is away for the whole term, and others."""
    return term(meeting("a", seat("head")), *meetings, *POSTS, NEVER, **fields)


def granted(town: Term, plan: Plan) -> set[str]:
    """What is held where everything is granted to `a`."""
    held = {one.meeting for one in plan.placements}
    task = Task(widest(town, as_seen(town, plan), "a", held), plan.baseline, plan.as_of)
    return {one.meeting for one in carry_out(task, Options(time_limit_seconds=10)).placements}


def test_no_other_meeting_that_is_left_out_takes_the_place_of_one_that_is_held() -> None:
    it = town(
        meeting("dear", seat("clerk"), priority=9, windows=HOUR),
        meeting("cheap", seat("clerk"), priority=1, windows=HOUR),
    )
    poor = plan(it, placed("cheap", "tue 10:00", sits("carl", "clerk")))
    assert granted(it, poor) == {"a", "cheap"}
    none = scheduler.repairs(it, poor, "a").none
    assert none is not None
    assert none.code == "not_found"


def test_what_has_been_keeps_its_lock() -> None:
    it = town(meeting("held", seat("clerk"), windows=HOUR, lock=lock("tue 10:00")))
    before = plan(town())
    after = replanned(it, before, placed("held", "tue 10:00", sits("carl", "clerk")), as_of="wed 08:00")
    assert not check(it, after)
    assert granted(it, after) == {"a", "held"}


def test_what_is_soon_may_stay_where_it_stood() -> None:
    it = term(
        series("series"),
        meeting("a", seat("head")),
        *POSTS,
        NEVER,
        closed("mon"),
        closed("wed", "2 sun"),
        closed("3 mon", "4 sun"),
        notice_days=14,
    )
    before = plan(it, placed("a", "tue 10:00", sits("anna", "head")))
    after = replanned(it, before, as_of="mon 08:00")
    assert granted(it, after) == {"a"}


def test_what_is_soon_may_stay_at_a_place_that_is_none_of_its_own_any_more() -> None:
    old = town(meeting("other", seat("clerk"), places=("annex",), windows=HOUR))
    before = plan(old, placed("other", "tue 10:00", sits("carl", "clerk")))
    shut = closure("hall", "mon 00:00", "4 fri 23:00")
    it = town(
        meeting("other", seat("clerk"), places=("hall",), windows=HOUR),
        shut,
        closure("annex", "4 fri 08:00", "4 fri 09:00"),
        notice_days=14,
    )
    after = scheduler.replan(it, before, at("mon 08:00"), Options(time_limit_seconds=10))
    assert [one.meeting for one in after.placements] == ["other"]
    assert granted(it, after) == {"a", "other"}

"""Repairs, as they are told."""

import pytest

import scheduler
from models import Unlock
from scheduler.repairs.ideas import Idea, Ideas
from scheduler.solution import At
from tests.build import at, away, holds, lock, meeting, placed, plan, replanned, seat, sits, term, window


def test_a_meeting_that_stays_is_not_taken_from_those_that_move() -> None:
    """Free Anna and `a` stays; `b` has to move all the same, since Carl is away."""
    meetings = (meeting("a", seat("head"), windows=(window("tue", "tue", "10:00-11:00"),)), meeting("b", seat("clerk")))
    posts = (holds("anna", "head"), holds("carl", "clerk"))
    before = plan(
        term(*meetings, *posts),
        placed("a", "tue 10:00", sits("anna", "head")),
        placed("b", "wed 10:00", sits("carl", "clerk")),
    )
    town = term(*meetings, *posts, away("anna", "tue 00:00", "tue 23:00"), away("carl", "wed 00:00", "wed 23:00"))
    found = scheduler.repairs(town, scheduler.replan(town, before), "a").repairs
    moved = {one.start == at("tue 10:00"): one.moved for one in found}
    assert moved == {True: 1, False: 1}


def test_whoever_wants_it_to_stop_does_not_wait_until_every_start_has_been_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    town = term(meeting("a", seat("head")), holds("anna", "head"), away("anna", "mon 00:00", "4 fri 23:00"))
    looked_at, idea = list[object](), Ideas._idea

    def counted(ideas: Ideas, at: At, way: frozenset[str], spared: frozenset[str] = frozenset()) -> Idea | None:
        looked_at.append(at)
        return idea(ideas, at, way, spared)

    monkeypatch.setattr(Ideas, "_idea", counted)
    found = scheduler.repairs(town, plan(town), "a", cancelled=lambda: len(looked_at) >= 3)
    assert found.none is not None
    assert found.none.code == "time"
    assert len(looked_at) < 20


def test_what_has_begun_is_not_held_another_day() -> None:
    """Anna sits at a meeting from 8 to 9 on Wednesday, and it is half past 8."""
    town = term(
        meeting("a", seat("head"), windows=(window("wed", "wed", "09:00-10:00"),)),
        meeting("begun", seat("clerk", "head"), lock=lock("wed 08:00")),
        holds("anna", "head"),
        buffer_minutes=60,
    )
    before = plan(term(meeting("a", seat("head")), holds("anna", "head")))
    now = replanned(town, before, placed("begun", "wed 08:00", sits("anna", "clerk")), as_of="wed 08:30")
    found = scheduler.repairs(town, now, "a").repairs
    assert found
    assert not [action for repair in found for action in repair.actions if isinstance(action, Unlock)]


def test_a_meeting_that_stays_without_a_time_is_not_counted_as_moved() -> None:
    """Both had one; Anna's leave takes `a`'s, Carl's takes `b`'s, and freeing Anna gives `b` none."""
    tuesday = (window("tue", "tue", "10:00-11:00"),)
    meetings = (meeting("a", seat("head"), windows=tuesday), meeting("b", seat("clerk"), windows=tuesday))
    posts = (holds("anna", "head"), holds("carl", "clerk"))
    stood = (placed("a", "tue 10:00", sits("anna", "head")), placed("b", "tue 10:00", sits("carl", "clerk")))
    before = plan(term(*meetings, *posts), *stood)
    town = term(*meetings, *posts, away("anna", "tue 00:00", "tue 23:00"), away("carl", "tue 00:00", "tue 23:00"))
    found = scheduler.repairs(town, scheduler.replan(town, before), "a").repairs
    assert found
    assert {one.moved for one in found} == {0}

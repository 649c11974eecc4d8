"""Tiny terms to which something has happened: the new plan disturbs as few people as any that obeys the rules."""

from collections.abc import Iterator
from datetime import time, timedelta
from random import Random

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

import scheduler
from models import WEEKDAYS, AllowTime, Cancel, Change, Placement, Term, Window
from scheduler import Answered, compare
from scheduler.options import Options
from tests.truth.answer import answer
from tests.truth.brute_force import Best, TooLarge, Way, allowed, best, values, ways
from tests.truth.happening import Happened, happened, planned
from tests.truth.reading import Before, Reading
from tests.truth.strategies import examples

LONG = Options(time_limit_seconds=20)
SEEDS = st.integers(0, 2**48)
HAPPENED = SEEDS.map(lambda seed: happened(Random(seed)))


def _by_trying_everything(it: Happened) -> Best:
    try:
        return best(it.term, before=it.before)
    except TooLarge:
        reject()


@pytest.mark.fuzz
@examples(120, 5000)
@given(HAPPENED)
def test_a_replan_proves_what_trying_everything_finds(it: Happened) -> None:
    truth = _by_trying_everything(it)
    made = scheduler.replan(it.term, it.plan, it.as_of, LONG)
    stated = [(goal.id, goal.value, goal.bound, goal.proven) for goal in made.goals]
    found = answer(it.term, truth, it.before)
    assert stated == [(goal.id, goal.value, goal.bound, goal.proven) for goal in found.goals], it.shown()
    assert scheduler.check(it.term, made) == (), it.shown()
    assert scheduler.check(it.term, found) == (), it.shown()


# ---- no more is changed than must be ----


@pytest.mark.fuzz
@examples(60, 2000)
@given(SEEDS)
def test_nothing_changes_where_nothing_has_happened(seed: int) -> None:
    term, plan = planned(Random(seed))
    made = scheduler.replan(term, plan, options=LONG)
    assert made.proven
    difference = compare(Answered(term, plan), Answered(term, made))
    assert difference.empty, term.model_dump_json(exclude_defaults=True)


@pytest.mark.fuzz
@examples(40, 3000)
@given(SEEDS)
def test_a_cancelled_meeting_goes_where_it_disturbs_nobody_else(seed: int) -> None:
    random = Random(seed)
    term, plan = planned(random)
    held = random.choice(plan.placements)
    first = random.choice((None, held.start - timedelta(days=random.choice((0, 1, 3)))))
    now = max((moment for moment in (term.as_of, first) if moment), default=None)
    if plan.unplaced or _is_wished_more_than_placed(term) or (now and held.start < now):
        reject()
    term = scheduler.apply(term, _cancelled(random, term, held))
    if not any(_gentle(term, Before.of(plan, now), held)):
        reject()
    made = scheduler.replan(term, plan, now, LONG)
    changed = {one.meeting: one for one in compare(Answered(term, plan), Answered(term, made)).meetings}
    own = changed.pop(held.meeting)
    assert (own.what, own.seats) == ("moved", ()), term.model_dump_json(exclude_defaults=True)
    assert {one.what for one in changed.values()} <= {"untouched"}, term.model_dump_json(exclude_defaults=True)


def _cancelled(random: Random, term: Term, held: Placement) -> Change:
    """Not held on its date, and with another day to be held on, so that often there is a time that suits all."""
    day = min(held.start.date() + timedelta(days=random.choice((1, 2, 7))), term.last_day)
    window = Window(first_day=day, last_day=day, weekdays=WEEKDAYS, from_time=time(8), to_time=time(16))
    return Change(
        actions=(
            Cancel(meeting=held.meeting, day=held.start.date()),
            AllowTime(meeting=held.meeting, window=window),
        )
    )


def _is_wished_more_than_placed(term: Term) -> bool:
    """Whether some goal other than `kept` comes before that all meetings are held."""
    goals = term.goals or ("placed",)
    return not set(goals[: goals.index("placed")]) <= {"kept"}


def _gentle(term: Term, before: Before, cancelled: Placement) -> Iterator[Way]:
    """Every way to hold a meeting with its people, while all others stay where they are and with whom they are."""
    reading = Reading(term, before)
    others = {one.meeting: _as_it_was(reading, one) for one in before.baseline if one.meeting != cancelled.meeting}
    if not all(others.values()):
        return
    for way in ways(reading, reading.meetings[cancelled.meeting]):
        if _seated(way) == _sat(cancelled) and allowed(reading, {**others, cancelled.meeting: way}):
            yield way


def _as_it_was(reading: Reading, stood: Placement) -> Way | None:
    """The way in which a meeting was held, if it still is one."""
    alike = (one for one in ways(reading, reading.meetings[stood.meeting]) if _seated(one) == _sat(stood))
    return next((one for one in alike if (one.at.start, one.at.place) == (stood.start, stood.place)), None)


def _seated(way: Way) -> set[tuple[str, str]]:
    return {(sit.seat, sit.person) for sit in way.sits}


def _sat(stood: Placement) -> set[tuple[str, str]]:
    return {(sitting.seat, sitting.person) for sitting in stood.sittings}


# ---- cut short ----


@pytest.mark.fuzz
@examples(60, 3000)
@given(HAPPENED, st.sampled_from((0.0, 0.005, 0.02)))
def test_a_replan_cut_short_obeys_every_rule_and_claims_no_more_than_is_true(it: Happened, seconds: float) -> None:
    truth = _by_trying_everything(it)
    made = scheduler.replan(it.term, it.plan, it.as_of, Options(time_limit_seconds=seconds))
    assert scheduler.check(it.term, made) == (), it.shown()
    for goal, true in zip(made.goals, truth.values, strict=True):
        assert goal.bound <= true, it.shown()
        assert not goal.proven or goal.value == true, it.shown()
        if goal.value != true:
            break  # what is said of the goals below holds for plans that are as bad as this one


@pytest.mark.fuzz
@examples(60, 3000)
@given(HAPPENED, st.sampled_from((0.0, 0.005, 0.02)))
def test_a_replan_cut_short_is_no_worse_than_what_is_left_of_the_old_one(it: Happened, seconds: float) -> None:
    reading = Reading(it.term, it.before)
    left: dict[str, Way | None] = {**dict.fromkeys(it.term.resolved), **dict(_left(reading))}
    if not allowed(reading, left):
        reject()
    made = scheduler.replan(it.term, it.plan, it.as_of, Options(time_limit_seconds=seconds))
    assert tuple(goal.value for goal in made.goals) <= values(reading, left), it.shown()


def _left(reading: Reading) -> Iterator[tuple[str, Way]]:
    """The meetings that can still be held where they were, by those who sat there and still can."""
    for stood in reading.stood.values():
        meeting = reading.meetings[stood.meeting]
        sat = {(sitting.seat, sitting.person, sitting.appointment) for sitting in stood.sittings}
        for way in ways(reading, meeting):
            if (way.at.start, way.at.place) == (stood.start, stood.place):
                possible = (sit for seat in reading.wanted(meeting) for sit in reading.sits(meeting, seat, way.at))
                if set(way.sits) == {sit for sit in possible if (sit.seat, sit.person, sit.appointment) in sat}:
                    yield meeting.id, way

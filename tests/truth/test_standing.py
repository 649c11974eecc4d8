"""Questions about a plan as it stands, against trying everything: where one meeting could be while all others stay."""

import os
from datetime import datetime
from random import Random

import pytest

import scheduler
from models import Meeting, Plan, Term
from scheduler.standing_plan import StandingPlan
from tests.truth.brute_force import Way, allowed, values, ways
from tests.truth.impossible import QUICK
from tests.truth.reading import Candidate, Reading, Sit
from tests.truth.tiny import tiny

SEEDS = range(1000 if os.environ.get("TERMINSPLAN_FUZZ") else 60)
ALL = 10_000


def _planned(seed: int) -> tuple[Term, Plan]:
    term = tiny(Random(seed))
    return term, scheduler.plan(term, QUICK)


def _unlocked(term: Term, meeting: str) -> Term:
    """The term as a question about one of its meetings sees it: a lock of its own is what a move would replace."""

    def free(one: Meeting) -> Meeting:
        return one.model_copy(update={"lock": None}) if one.id == meeting else one

    return term.model_copy(update={"meetings": tuple(map(free, term.meetings))})


def _others(reading: Reading, plan: Plan, meeting: str) -> dict[str, Way | None]:
    found: dict[str, Way | None] = {name: None for name in reading.term.resolved if name != meeting}
    for one in plan.placements:
        if one.meeting != meeting:
            sits = tuple(Sit(s.seat, s.person, s.appointment, s.deputy_rank) for s in one.sittings)
            at = Candidate(one.start, one.end, one.place)
            found[one.meeting] = Way(reading.term.resolved[one.meeting], at, sits)
    return found


def _open(term: Term, plan: Plan, meeting: str) -> dict[tuple[datetime, str | None], list[Way]]:
    """Every start and place at which the meeting can be while all others stand, with the ways to fill its seats."""
    reading = Reading(_unlocked(term, meeting))
    others = _others(reading, plan, meeting)
    found: dict[tuple[datetime, str | None], list[Way]] = {}
    for way in ways(reading, reading.term.resolved[meeting]):
        if allowed(reading, {**others, meeting: way}):
            found.setdefault((way.at.start, way.at.place), []).append(way)
    return found


@pytest.mark.parametrize("seed", SEEDS)
def test_spare_starts_are_all_that_there_are(seed: int) -> None:
    term, plan = _planned(seed)
    for meeting in term.resolved:
        here = plan.placement_of(meeting)
        expected = _open(term, plan, meeting).keys() - ({(here.start, here.place)} if here else set())
        spare = scheduler.spare_starts(term, plan, meeting, ALL)
        assert {(one.start, one.place) for one in spare} == expected


@pytest.mark.parametrize("seed", SEEDS)
def test_the_choices_are_open_at_just_these_and_name_what_closes_the_others(seed: int) -> None:
    term, plan = _planned(seed)
    for meeting in term.resolved:
        chosen = scheduler.choices(term, plan, meeting)
        expected = _open(term, plan, meeting)
        assert {one.start for one in chosen if not one.closed} == {start for start, _ in expected}
        assert {(one.start, one.place) for one in chosen if not one.closed} <= expected.keys()
        names = {one.id for ones in (term.people, term.places, term.meetings, term.roles) for one in ones}
        closers = [why for one in chosen for why in one.closed if why.kind in ("person", "place", "meeting")]
        assert {why.subject for why in closers} <= names


@pytest.mark.parametrize("seed", SEEDS)
def test_a_choice_costs_what_the_verdict_says(seed: int) -> None:
    term, plan = _planned(seed)
    for meeting in term.resolved:
        for one in scheduler.choices(term, plan, meeting):
            if not one.closed:
                assert one.costs == scheduler.verdict(term, plan, meeting, one.start, one.place).costs


@pytest.mark.parametrize("seed", SEEDS)
def test_the_verdict_allows_just_these(seed: int) -> None:
    term, plan = _planned(seed)
    for meeting in term.resolved:
        expected = _open(term, plan, meeting)
        reading = Reading(_unlocked(term, meeting))
        places = reading.term.resolved[meeting].places or (None,)
        for one in [one for one in _every_start(term) if one.hour in (9, 10, 12, 13)]:
            for place in places:
                said = scheduler.verdict(term, plan, meeting, one, place)
                assert said.allowed == ((one, place) in expected), (meeting, one, place, said)


def _every_start(term: Term) -> list[datetime]:
    days = sorted({window.first_day for one in term.resolved.values() for window in one.windows})
    clocks = range(0, 1440, term.grid_minutes)
    return [datetime(day.year, day.month, day.day, clock // 60, clock % 60) for day in days for clock in clocks]


@pytest.mark.parametrize("seed", SEEDS)
def test_what_a_spare_start_costs_is_the_difference_of_two_plans(seed: int) -> None:
    """And the goals' own prices, by which spare starts are ranked, say the same as counting the whole plan anew."""
    term, plan = _planned(seed)
    for meeting in term.resolved:
        standing, here = StandingPlan(term, plan, meeting), plan.placement_of(meeting)
        at = standing.at(here.start, here.place) if here else None
        seated = standing.seated(at) if at else None
        if at is None or seated is None:
            continue
        without = dict(zip(_names(standing), standing.price(at, seated), strict=True))
        counted = standing.changes(standing.supposed(at, seated), standing.without())
        told = {one.id: one.change for one in counted if one.id in without}
        assert told == {name: cost for name, cost in without.items() if cost}


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_told_of_a_spare_start_is_that_difference(seed: int) -> None:
    term, plan = _planned(seed)
    for meeting in term.resolved:
        standing = StandingPlan(term, plan, meeting)
        for spare in scheduler.spare_starts(term, plan, meeting, 5):
            at = standing.at(spare.start, spare.place)
            seated = standing.seated(at) if at else None
            assert at is not None
            assert seated is not None
            assert spare.costs == standing.changes(standing.supposed(at, seated))


@pytest.mark.parametrize("seed", SEEDS)
def test_what_a_meeting_costs_where_it_lies_is_the_difference_to_the_plan_without_it(seed: int) -> None:
    term, plan = _planned(seed)
    for one in plan.placements:
        standing = StandingPlan(term, plan, one.meeting)
        counted = standing.changes(plan, standing.without())
        told = scheduler.why_here(term, plan, one.meeting).costs
        assert told == tuple(cost for cost in counted if cost.id not in ("kept", "placed"))


def test_a_plan_is_not_measured_anew_for_each_spare_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a large plan that took a third of a second each, in a request that may ask for 200."""
    monkeypatch.setattr(StandingPlan, "changes", lambda *asked: pytest.fail("it measures whole plans"))
    term, plan = _planned(SEEDS[0])
    assert any(scheduler.spare_starts(term, plan, meeting) for meeting in term.resolved)


def _names(standing: StandingPlan) -> list[str]:
    return [goal.name for goal in standing.goals]


@pytest.mark.parametrize("seed", SEEDS)
def test_people_stay_where_they_can_and_nothing_is_cheaper_among_those_who_change_as_few(seed: int) -> None:
    term, plan = _planned(seed)
    for meeting in term.resolved:
        here = plan.placement_of(meeting)
        now = {(one.seat, one.person) for one in here.sittings} if here else set()
        open_ways = _open(term, plan, meeting)
        for (start, place), possible in sorted(open_ways.items(), key=str)[:5]:
            said = scheduler.verdict(term, plan, meeting, start, place)
            new = {(one.seat, one.person) for one in said.sittings} - now
            assert len(new) <= min(len({(s.seat, s.person) for s in way.sits} - now) for way in _full(possible))


def _full(possible: list[Way]) -> list[Way]:
    """The ways with the most people: an empty chair disturbs nobody, and is no answer."""
    most = max(len(way.sits) for way in possible)
    return [way for way in possible if len(way.sits) == most]


def test_every_goal_has_its_price_in_these_terms() -> None:
    """So that the test above is not about nothing."""
    priced = set[str]()
    for seed in SEEDS:
        term, plan = _planned(seed)
        for here in plan.placements:
            standing = StandingPlan(term, plan, here.meeting)
            at = standing.at(here.start, here.place)
            seated = standing.seated(at) if at else None
            if at and seated:
                costs = zip(_names(standing), standing.price(at, seated), strict=True)
                priced |= {name for name, cost in costs if cost}
    every = {goal.name for goal in scheduler.GOALS if not goal.replanning} - {"kept", "placed"}
    assert priced == every


def test_values_are_those_of_the_brute_force() -> None:
    term, plan = _planned(0)
    reading = Reading(term)
    whole = {name: _others(reading, plan, "")[name] for name in term.resolved}
    assert values(reading, whole) == tuple(goal.value for goal in plan.goals)

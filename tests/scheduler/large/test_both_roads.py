"""A component with more candidates than one exact solve takes: its plans obey, and claim no more than is true."""

from datetime import date
from random import Random

import pytest

import scheduler
import scheduler.large
from models import Cancel, Change, Plan, Term
from scheduler import planning
from scheduler.options import Options
from tests.build import away, day, holds, meeting, prefer, seat, series, term, window
from tests.scheduler.large.blocked import bathed, cut_into, sharing
from tests.scheduler.large.lands import GOALS, landscape_of, random_term
from tests.truth.brute_force import TooLarge, best
from tests.truth.tiny import tiny

EXACT = Options(time_limit_seconds=20)
SHORT = Options(time_limit_seconds=1.5)


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nearly every component is large."""
    monkeypatch.setattr(planning, "MOST_CANDIDATES", 2)


@pytest.fixture
def none(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every component is large, even one of a single candidate."""
    monkeypatch.setattr(planning, "MOST_CANDIDATES", 0)


def _true_of(town: Term, made: Plan, exact: tuple[int, ...]) -> None:
    """The plan obeys, and no bound that it shows is above the optimum, as far down as it is as good."""
    assert scheduler.check(town, made) == (), _shown(town)
    for goal, true in zip(made.goals, exact, strict=True):
        assert goal.bound <= true <= goal.value, _shown(town)
        assert not goal.proven or goal.value == true, _shown(town)
        if goal.value != true:
            break


def _shown(town: Term) -> str:
    return town.model_dump_json(exclude_defaults=True)


@pytest.mark.parametrize("seed", range(16))
def test_a_plan_begun_with_a_bath_claims_no_more_than_is_true(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    town = tiny(Random(seed))
    truth = best(town)
    bathed(monkeypatch)
    _true_of(town, scheduler.plan(town, SHORT), truth.values)


def _exactly(town: Term) -> tuple[int, ...]:
    made = scheduler.plan(town, EXACT)
    assert made.proven
    return tuple(goal.value for goal in made.goals)


@pytest.mark.parametrize("seed", range(6))
def test_a_plan_by_its_landscape_claims_no_more_than_is_true(seed: int, request: pytest.FixtureRequest) -> None:
    town = random_term(Random(seed))
    assert landscape_of(town) is not None
    exact = _exactly(town)
    request.getfixturevalue("few")
    _true_of(town, scheduler.plan(town, SHORT), exact)


@pytest.mark.parametrize("seed", range(4))
def test_a_landscape_finds_the_best_plan_of_few_meetings(seed: int, request: pytest.FixtureRequest) -> None:
    town = random_term(Random(seed), meetings=4)
    exact = _exactly(town)
    request.getfixturevalue("few")
    assert tuple(goal.value for goal in scheduler.plan(town, SHORT).goals) == exact


@pytest.mark.parametrize("seed", range(16))
@pytest.mark.usefixtures("few")
def test_a_plan_by_blocks_claims_no_more_than_is_true(seed: int) -> None:
    town = tiny(Random(seed))
    try:
        truth = best(town)
    except TooLarge:
        pytest.skip("too much to try")
    _true_of(town, scheduler.plan(town, SHORT), truth.values)


@pytest.mark.parametrize("most", [2, 3])
@pytest.mark.parametrize("seed", range(3))
def test_blocks_of_a_few_meetings_claim_no_more_than_is_true(
    seed: int, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    town = sharing(Random(seed))
    exact = _exactly(town)
    monkeypatch.setattr(planning, "MOST_CANDIDATES", 2)
    cut_into(monkeypatch, most)
    _true_of(town, scheduler.plan(town, SHORT), exact)


@pytest.mark.parametrize("seed", range(6))
def test_a_change_by_blocks_disturbs_no_more_than_it_must(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A meeting is called off on its day; the others begin where they stand, and who is disturbed is proven."""
    town = sharing(Random(seed))
    before = scheduler.plan(town, EXACT)
    one = Random(seed).choice(before.placements)
    changed = scheduler.apply(town, Change(actions=(Cancel(meeting=one.meeting, day=one.start.date()),)))
    exact = scheduler.replan(changed, before, None, EXACT)
    assert exact.proven
    monkeypatch.setattr(planning, "MOST_CANDIDATES", 2)
    cut_into(monkeypatch, 2)
    made = scheduler.replan(changed, before, None, SHORT)
    _true_of(changed, made, tuple(goal.value for goal in exact.goals))
    disturbed = {goal.id: goal.value for goal in exact.goals}["disturbed"]
    assert {goal.id: goal.value for goal in made.goals}["disturbed"] == disturbed


@pytest.mark.usefixtures("few")
def test_a_plan_that_still_holds_is_kept_by_blocks_as_it_is() -> None:
    town = sharing(Random(1))
    before = scheduler.plan(town, EXACT)
    made = scheduler.replan(town, before, None, SHORT)
    assert made.placements == before.placements
    assert {goal.id: (goal.value, goal.bound) for goal in made.goals}["disturbed"] == (0, 0)


@pytest.mark.parametrize("seed", range(3))
def test_blocks_of_a_term_that_ranks_placed_below_fair_load(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is solved apart from the goals above it can come before the goal that all meetings are held."""
    town = sharing(Random(seed)).model_copy(update={"goals": ("fair_load", "placed", "deputies")})
    assert landscape_of(town) is None
    exact = _exactly(town)
    monkeypatch.setattr(planning, "MOST_CANDIDATES", 2)
    made = scheduler.plan(town, SHORT)
    assert [goal.id for goal in made.goals] == ["fair_load", "placed", "deputies"]
    _true_of(town, made, exact)


@pytest.mark.usefixtures("few")
def test_a_series_in_order_keeps_it_also_where_the_meeting_between_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first would be on Wednesday and the last on Monday; nobody can come to the second, and none share anybody."""
    cut_into(monkeypatch, 1)
    days = (window("mon", "wed", "09:00-11:00"),)
    first = meeting("first", seat("head"), series="s", preferences=(prefer("wed"),))
    last = meeting("last", seat("clerk"), series="s", preferences=(prefer("mon"),))
    between = meeting("between", seat("nurse"), series="s")
    ill = away("cia", "mon 00:00", "wed 23:00")
    people = (holds("anna", "head", deputies=["bo"]), holds("eva", "clerk", deputies=["fia"]), holds("cia", "nurse"))
    kind = series("s", windows=days, in_order=True)
    town = term(kind, first, between, last, *people, ill, grid_minutes=60, goals=("placed", "preferred", "deputies"))
    made = scheduler.plan(town, SHORT)
    assert scheduler.check(town, made) == ()
    assert "between" in {one.meeting for one in made.unplaced}


@pytest.mark.usefixtures("few")
def test_a_road_is_as_good_where_all_is_done_alone() -> None:
    """One meeting that shares nothing with the rest is a part of its own, and its best plan is found."""
    alone = meeting("alone", seat("nurse"), series="alone")
    made = scheduler.plan(term(alone, holds("bo", "nurse"), series("alone", windows=(window("mon", "mon"),))), SHORT)
    assert made.unplaced == ()
    assert made.proven


@pytest.mark.usefixtures("few")
def test_a_landscape_leaves_out_what_cannot_be_held() -> None:
    """Anna has an hour for two meetings: one of them is held, and nothing is broken."""
    chair = seat("head", deputy="not", vacancy="never")
    kinds = [series(name, windows=(window("mon", "mon", "09:00-10:30"),)) for name in "ab"]
    town = term(
        *kinds, *(meeting(n, chair, series=n) for n in "ab"), holds("anna", "head"), grid_minutes=30, goals=GOALS
    )
    made = scheduler.plan(town, SHORT)
    assert scheduler.check(town, made) == ()
    assert len(made.placements) == 1


@pytest.mark.parametrize("days", [{}, {"first_day": day("3 mon")}], ids=["two posts", "elected again"])
@pytest.mark.usefixtures("none")
def test_a_landscape_seats_once_whoever_holds_two_posts(days: dict[str, date]) -> None:
    chair = seat("head", deputy="not", vacancy="never")
    posts = (holds("anna", "head"), holds("anna", "head", id="again", **days))
    town = term(meeting("m", chair, series="s"), series("s", windows=(window("mon", "mon"),)), *posts, goals=GOALS)
    assert scheduler.check(town, scheduler.plan(town, SHORT)) == ()

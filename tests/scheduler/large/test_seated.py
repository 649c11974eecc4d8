"""Baths over meetings whose seats are a choice: what they count is true, and what they come to obeys."""

from collections.abc import Iterator
from itertools import count, product
from random import Random

import numpy as np
import pytest

import scheduler
from benchmarks.years import year
from models import Plan, Term
from scheduler import planning
from scheduler.candidates import candidates
from scheduler.case import Case
from scheduler.day_gap import DayGap
from scheduler.large import decomposed
from scheduler.large.seated import Seated
from scheduler.large.seated_bath import SeatedBath
from scheduler.large.seated_tables import seated
from scheduler.large.standing import Standing
from scheduler.options import Options
from scheduler.rulebook import STANDARD
from scheduler.rules import RULES, Rule
from scheduler.solution import At, Solution
from tests.build import away, holds, lock, meeting, seat, series, term, window
from tests.truth.brute_force import TooLarge, best
from tests.truth.tiny import tiny

SHORT, ENOUGH = Options(time_limit_seconds=1.5), Options(time_limit_seconds=60)
TICKS = 40.0
PRICED = {"vacancy": "priced", "deputy": "may"}


def _seated(town: Term) -> Seated:
    case = Case(town)
    kept = {m: list(ones.pairs()) for m, ones in candidates(case).items()}
    return seated(case, kept, RULES, STANDARD.ranking(town))


def _bath(town: Term, seed: int = 1) -> SeatedBath:
    """Its clock goes on by one each time that it is read."""
    ticks = count()
    return SeatedBath(_seated(town), np.random.default_rng(seed), lambda: float(next(ticks)), lambda: False)


@pytest.fixture(scope="module")
def region() -> Term:
    """Two municipalities, with forums, orders, spacings and people of the region."""
    return year(2, seed=1)


@pytest.mark.parametrize("heat", [0.1, 5.0, 50.0])
def test_a_bath_counts_what_it_changes(region: Term, heat: float) -> None:
    bath = _bath(region)
    free = np.arange(len(bath.seated.meetings))
    for _ in range(5):
        before = bath.seated.cost(bath.state)
        change = bath.stir(200, heat, free)
        assert bath.seated.cost(bath.state) == pytest.approx(before + change)


@pytest.mark.parametrize("seed", range(20))
def test_what_stands_costs_what_the_goals_weigh(seed: int) -> None:
    town = tiny(Random(seed))
    bath = _bath(town)
    case, goals = bath.seated.case, STANDARD.ranking(town)
    bath.stir(50, 5.0, np.arange(len(bath.seated.meetings)))
    standing = Standing(case, list(case.meetings), RULES, goals)
    standing.take(bath.seated.solution(bath.state))
    values = standing.whole_cost([[m] for m in case.meetings])
    assert bath.seated.cost(bath.state) == pytest.approx(np.dot(bath.seated.weights, values))


def test_a_bath_of_a_year_comes_to_what_obeys_every_rule(region: Term) -> None:
    """Nothing has to be cut from it: every rule of ours has told the bath what it says."""
    found = _bath(region).run(TICKS)
    assert len(found.at) == len(region.meetings)
    planning_it = planning._Planning(planning.Task(region), Options(), None, lambda: False)
    assert planning_it._cut_down(found).at == found.at


def test_the_colder_the_cheaper(region: Term) -> None:
    bath = _bath(region)
    free = np.arange(len(bath.seated.meetings))
    bath.stir(2_000, 500.0, free)
    hot = bath.seated.cost(bath.state)
    bath.stir(2_000, 1.0, free)
    assert bath.seated.cost(bath.state) < hot


def test_no_option_costs_less_than_its_least(region: Term) -> None:
    """Of a meeting that stands alone; beside others it can only cost more."""
    bath = _bath(region)
    tables = bath.seated.tables
    for n in range(len(bath.seated.meetings)):
        empty = bath.seated.cost(bath.state)
        bath.movable[:] = False
        bath.movable[n] = True
        bath.stir(1, 0.1, np.array([n]))
        least = tables.least[tables.options_of[n] : tables.options_of[n + 1]]
        own = bath.seated.cost(bath.state) - empty + tables.unplaced[n]
        assert own >= least.min() - 1e-6


@pytest.mark.parametrize("seed", range(12))
def test_what_is_fixed_stays(seed: int) -> None:
    town = tiny(Random(seed))
    first = _bath(town)
    some = first.run(TICKS)
    fixed = some.without(set(list(some.at)[1:]))
    bath = _bath(town, seed=2)
    bath.fix(fixed)
    standing = Standing(bath.seated.case, bath.seated.meetings, RULES, STANDARD.ranking(town))
    standing.take(fixed)
    values = standing.whole_cost([[m] for m in bath.seated.meetings])
    assert bath.seated.cost(bath.state) == pytest.approx(np.dot(bath.seated.weights, values))
    found = bath.run(TICKS)
    assert {m: found.at[m] for m in fixed.at} == fixed.at
    assert set(fixed.sits) <= set(found.sits)


@pytest.mark.parametrize("seed", range(16))
def test_a_plan_begun_with_a_bath_claims_no_more_than_is_true(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planning, "MOST_CANDIDATES", 0)
    monkeypatch.setattr(decomposed, "BATHED_MEETINGS", 0)
    town = tiny(Random(seed))
    try:
        truth = best(town)
    except TooLarge:
        pytest.skip("too much to try")
    made = scheduler.plan(town, SHORT)
    assert scheduler.check(town, made) == ()
    for goal, true in zip(made.goals, truth.values, strict=True):
        assert goal.bound <= true <= goal.value
        if goal.value != true:
            break


def test_who_sits_elsewhere_makes_room_where_another_can_come() -> None:
    """Bo alone can stand in for Anna, who is away; so Cia takes his own chair."""
    town = term(
        series("s", windows=(window("mon", "mon", "09:00-10:00"),)),
        meeting("m", seat("head", **PRICED), seat("clerk", **PRICED), series="s"),
        holds("anna", "head", deputies=["bo"]),
        holds("bo", "clerk", deputies=["cia"]),
        away("anna", "mon 08:00", "mon 12:00"),
    )
    bath = _bath(town)
    found = bath.run(TICKS)
    assert {(claim.seat.role, claim.person) for claim in found.sits} == {("head", "bo"), ("clerk", "cia")}


def test_a_locked_meeting_stands_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """With those whom its lock names, which a bath knows nothing of."""
    monkeypatch.setattr(planning, "MOST_CANDIDATES", 0)
    monkeypatch.setattr(decomposed, "BATHED_MEETINGS", 0)
    town = term(
        series("s", windows=(window("mon", "wed", "09:00-12:00"),)),
        meeting("m", seat("head", deputy="may"), series="s", lock=lock("mon 10:00", head="bo")),
        meeting("n", seat("head", deputy="may"), series="s"),
        holds("anna", "head", deputies=["bo"]),
    )
    made: Plan = scheduler.plan(town, ENOUGH)
    assert scheduler.check(town, made) == ()
    assert not made.unplaced


# -- what rules say of days is what they hinder --------------------------------------------------------------------


def _gaps(rule: Rule, case: Case) -> dict[tuple[str, str], list[DayGap]]:
    found = dict[tuple[str, str], list[DayGap]]()
    for gap in rule.day_gaps(case):
        found.setdefault((gap.one, gap.other), []).append(gap)
    return found


def _allows(gap: DayGap, one: At, other: At) -> bool:
    most = float("inf") if gap.most_days is None else gap.most_days
    inside = gap.least_days <= other.day - one.day <= most
    return inside == gap.inside and not (gap.in_turn and one.ends > other.begins)


def _pairs(case: Case, one: str, other: str) -> Iterator[tuple[At, At]]:
    own = candidates(case)
    for first, second in product(own[one].pairs(), own[other].pairs()):
        yield At.of(case, one, *first), At.of(case, other, *second)


BETWEEN = [rule for rule in RULES if rule.name in {"order", "spacing", "day_relation"}]


@pytest.mark.parametrize("rule", BETWEEN, ids=[rule.name for rule in BETWEEN])
def test_days_between_meetings_are_those_that_the_rule_does_not_hinder(rule: Rule) -> None:
    seen = set[bool]()
    for seed in range(40):
        case = Case(tiny(Random(seed)))
        for (one, other), gaps in _gaps(rule, case).items():
            for first, second in _pairs(case, one, other):
                beside = Solution(case, {other: (second.start, second.place)}, ())
                allowed = all(_allows(gap, first, second) for gap in gaps)
                assert allowed == (other not in rule.hinders(case, beside, first))
                seen.add(allowed)
    assert seen == {True, False}

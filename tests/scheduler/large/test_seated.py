"""Baths over meetings whose seats are a choice: what they count is true, and what they come to obeys."""

from collections.abc import Iterator
from itertools import count, product
from random import Random

import numpy as np
import pytest

import scheduler
from benchmarks.years import year
from models import Appointment, Term
from scheduler.answering import placements
from scheduler.candidates import candidates
from scheduler.case import Case
from scheduler.day_gap import DayGap
from scheduler.large.seated import Seated
from scheduler.large.seated_bath import SeatedBath
from scheduler.large.seated_tables import seated
from scheduler.large.standing import Standing
from scheduler.options import Options
from scheduler.rulebook import STANDARD
from scheduler.rules import RULES, Rule
from scheduler.solution import At, Solution
from tests.build import away, holds, leg, lock, meeting, place, plan, seat, series, term, window
from tests.scheduler.large.blocked import bathed
from tests.scheduler.large.counted import cost
from tests.truth.tiny import tiny

ENOUGH = Options(time_limit_seconds=60)
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


def _broken(town: Term, found: Solution) -> set[str]:
    """The rules that a plan would break in which everything stands as in a solution."""
    broken = {one.rule for one in scheduler.check(town, plan(town, *placements(found), goals=()))}
    return broken & {rule.name for rule in RULES}


@pytest.fixture(scope="module")
def region() -> Term:
    """Two municipalities, with forums, orders, spacings and people of the region."""
    return year(2, seed=1)


@pytest.mark.parametrize("heat", [0.1, 5.0, 50.0])
def test_a_bath_counts_what_it_changes(region: Term, heat: float) -> None:
    bath = _bath(region)
    free = np.arange(len(bath.seated.meetings))
    for _ in range(5):
        before = cost(bath.seated, bath.state)
        change = bath.stir(200, heat, free)
        assert cost(bath.seated, bath.state) == pytest.approx(before + change)


@pytest.mark.parametrize("seed", range(20))
def test_what_stands_costs_what_the_goals_weigh(seed: int) -> None:
    town = tiny(Random(seed))
    bath = _bath(town)
    case, goals = bath.seated.case, STANDARD.ranking(town)
    bath.stir(50, 5.0, np.arange(len(bath.seated.meetings)))
    standing = Standing(case, list(case.meetings), RULES, goals)
    standing.take(bath.seated.solution(bath.state))
    values = standing.whole_cost([[m] for m in case.meetings])
    assert cost(bath.seated, bath.state) == pytest.approx(np.dot(bath.seated.weights, values))


def test_a_bath_places_a_whole_year(region: Term) -> None:
    found = _bath(region).run(TICKS)
    assert len(found.at) == len(region.meetings)
    assert _broken(region, found) == set()


@pytest.mark.parametrize("seed", range(40))
def test_nothing_is_broken_but_what_locks_say(seed: int) -> None:
    """Every other rule of ours has told the bath what it says."""
    town = tiny(Random(seed))
    assert _broken(town, _bath(town).run(TICKS)) <= {"lock"}


def test_the_colder_the_cheaper(region: Term) -> None:
    bath = _bath(region)
    free = np.arange(len(bath.seated.meetings))
    bath.stir(2_000, 500.0, free)
    hot = cost(bath.seated, bath.state)
    bath.stir(2_000, 1.0, free)
    assert cost(bath.seated, bath.state) < hot


def test_no_option_costs_less_than_its_least(region: Term) -> None:
    """Nor the same beside others, which can only make it dearer."""
    bath = _bath(region)
    tables, state = bath.seated.tables, bath.state
    for n in range(len(bath.seated.meetings)):
        before = cost(bath.seated, state)
        bath.movable[:] = False
        bath.movable[n] = True
        bath.stir(1, 0.1, np.array([n]))
        if state.option[n] >= 0:
            own = cost(bath.seated, state) - before + tables.unplaced[n]
            assert own >= tables.least[tables.options_of[n] + state.option[n]] - 1e-6
    assert (state.option >= 0).sum() > len(state.option) / 2


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
    assert cost(bath.seated, bath.state) == pytest.approx(np.dot(bath.seated.weights, values))
    found = bath.run(TICKS)
    assert {m: found.at[m] for m in fixed.at} == fixed.at
    assert set(fixed.sits) <= set(found.sits)


def test_who_sits_elsewhere_makes_room_where_another_can_come() -> None:
    """Bo alone can stand in for Anna, who is away; so Cia takes his own chair."""
    found = _bath(_anna_is_away(holds("bo", "clerk", deputies=["cia"]))).run(TICKS)
    assert _who(found) == {("head", "bo"), ("clerk", "cia")}


def test_another_holder_comes_rather_than_a_deputy() -> None:
    """The two of a pool are as good as each other, until one of them is wanted elsewhere."""
    clerks = (holds("bo", "clerk", deputies=["cia"]), holds("dan", "clerk"))
    found = _bath(_anna_is_away(*clerks)).run(TICKS)
    assert _who(found) == {("head", "bo"), ("clerk", "dan")}


def _anna_is_away(*clerks: Appointment) -> Term:
    return term(
        series("s", windows=(window("mon", "mon", "09:00-10:00"),)),
        meeting("m", seat("head", **PRICED), seat("clerk", **PRICED), series="s"),
        holds("anna", "head", deputies=["bo"]),
        away("anna", "mon 08:00", "mon 12:00"),
        *clerks,
    )


def _who(found: Solution) -> set[tuple[str, str]]:
    return {(claim.seat.role, claim.person) for claim in found.sits}


def test_no_more_meetings_are_held_at_a_place_than_it_has_rooms() -> None:
    ones = [meeting(name, series="s", places=("hall",)) for name in "abcdef"]
    town = term(series("s", windows=(window("mon", "mon", "09:00-12:00"),)), *ones, place("hall", rooms=2))
    found = _bath(town).run(TICKS)
    assert _broken(town, found) == set()
    assert len(found.at) == len(ones)


def test_there_is_time_to_travel_between_the_meetings_of_a_person() -> None:
    ones = [meeting(where, seat("head"), series="s", places=(where,)) for where in ("hall", "school")]
    windows = (window("mon", "mon", "09:00-12:00"),)
    town = term(series("s", windows=windows), *ones, holds("anna", "head"), leg("hall", "school", 60))
    found = _bath(town).run(TICKS)
    assert _broken(town, found) == set()
    assert len(found.at) == len(ones)


def test_a_locked_meeting_stands_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """With those whom its lock names, which a bath knows nothing of."""
    town = term(
        series("s", windows=(window("mon", "wed", "09:00-12:00"),)),
        meeting("m", seat("head", deputy="may"), series="s", lock=lock("mon 10:00", head="bo")),
        meeting("n", seat("head", deputy="may"), series="s"),
        holds("anna", "head", deputies=["bo"]),
    )
    seen, fix = list[Solution](), SeatedBath.fix

    def spied(bath: SeatedBath, fixed: Solution) -> None:
        seen.append(fixed)
        fix(bath, fixed)

    monkeypatch.setattr(SeatedBath, "fix", spied)
    bathed(monkeypatch)
    made = scheduler.plan(town, ENOUGH)
    assert [(claim.meeting, claim.person) for fixed in seen for claim in fixed.sits] == [("m", "bo")]
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

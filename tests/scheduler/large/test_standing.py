"""What stands while others are planned around it: what it costs, and what it closes to them."""

import time
from collections.abc import Sequence
from random import Random

import pytest

from models import Plan, Term
from scheduler.answering import placements
from scheduler.candidates import candidates
from scheduler.carrying import carried
from scheduler.case import Case, Claim
from scheduler.large.standing import Standing
from scheduler.options import Options
from scheduler.ranking import Pack
from scheduler.rulebook import STANDARD
from scheduler.rules import RULES
from scheduler.search import Search
from scheduler.solution import At, Solution
from scheduler.solving import Solver
from tests import build
from tests.build import plan
from tests.truth.tiny import tiny

SEEDS = range(60)


def _somehow(case: Case, random: Random, held: float = 0.8) -> Solution:
    """Most meetings at some candidate each, with some people: as nobody would plan it, but countable."""
    own, starts, sits = candidates(case), dict[str, tuple[int, str | None]](), list[Claim]()
    for m in case.meetings:
        pairs = list(own[m].pairs())
        if pairs and random.random() < held:
            starts[m] = random.choice(pairs)
            sits += _sitting(case, random, m)
    return Solution(case, starts, sits)


def _sitting(case: Case, random: Random, meeting: str) -> list[Claim]:
    taken, found = set[str](), list[Claim]()
    for seat in case.meetings[meeting].wanted_seats:
        claims = [claim for claim in case.claims[meeting] if claim.seat.id == seat.id]
        random.shuffle(claims)
        chairs = random.randint(0, seat.count)
        for claim in claims:
            if chairs and claim.person not in taken and claim.appointment not in taken:
                taken |= {claim.person, claim.appointment}
                found.append(claim)
                chairs -= 1
    return found


def _stated(town: Term, solution: Solution) -> Plan:
    return plan(town, *placements(solution), goals=())


def _standing(case: Case, town: Term) -> Standing:
    return Standing(case, list(case.meetings), RULES, STANDARD.ranking(town))


@pytest.mark.parametrize("seed", SEEDS)
def test_all_meetings_cost_what_the_goals_say_of_the_plan(seed: int) -> None:
    random = Random(seed)
    town = tiny(random)
    case = Case(town)
    solution, standing = _somehow(case, random), _standing(case, town)
    standing.take(solution)
    made = _stated(town, solution)
    values = tuple(goal.value(town, made) for goal in STANDARD.ranking(town))
    assert standing.cost(list(case.meetings)) == values


class _Changed:
    """A term with a plan that is to be changed, and another one that would change it."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.town = tiny(self.random)
        before = tuple(placements(_somehow(Case(self.town), self.random)))
        self.case, self.goals = Case(self.town, before), STANDARD.ranking(self.town, replanning=True)
        solution = _somehow(self.case, self.random)
        as_before = [m for m in self.case.stood if self.random.random() < 0.5]
        self.solution = _with(solution, carried(self.case, candidates(self.case)), as_before)
        made = _stated(self.town, self.solution).model_copy(update={"baseline": before})
        self.values = tuple(goal.value(self.town, made) for goal in self.goals)
        self.standing = Standing(self.case, list(self.case.meetings), RULES, self.goals)
        self.standing.take(self.solution)


def _with(one: Solution, other: Solution, meetings: Sequence[str]) -> Solution:
    """One solution, but some meetings as another one has them."""
    rest = {m: (at.start, at.place) for m, at in one.at.items() if m not in meetings}
    theirs = {m: (at.start, at.place) for m, at in other.at.items() if m in meetings}
    kept = [claim for claim in one.sits if claim.meeting in rest]
    return Solution(one.case, {**rest, **theirs}, [*kept, *(claim for claim in other.sits if claim.meeting in theirs)])


@pytest.mark.parametrize("seed", SEEDS)
def test_a_change_costs_what_the_goals_say_of_it(seed: int) -> None:
    """Also who is disturbed, each once, whatever meetings it is by; and in whatever parts it is added up."""
    made = _Changed(seed)
    every = list(made.case.meetings)
    assert made.standing.cost(every) == made.values
    made.random.shuffle(every)
    assert made.standing.whole_cost([every[:2], every[2:]]) == made.values


@pytest.mark.parametrize("seed", SEEDS)
def test_what_a_few_cost_less_elsewhere_the_whole_costs_less(seed: int) -> None:
    made = _Changed(seed)
    every = list(made.case.meetings)
    free = made.random.sample(every, made.random.randint(1, len(every)))
    before, whole = made.standing.cost(free), made.standing.cost(every)
    made.standing.drop(free)
    made.standing.take(_without_others(_somehow(made.case, made.random), free))
    change = [new - old for new, old in zip(made.standing.cost(free), before, strict=True)]
    assert made.standing.cost(every) == tuple(map(sum, zip(whole, change, strict=True)))


def _without_others(solution: Solution, meetings: Sequence[str]) -> Solution:
    return solution.without(set(solution.at).difference(meetings))


@pytest.mark.parametrize("seed", SEEDS)
def test_some_cost_what_the_plan_costs_less_without_them(seed: int) -> None:
    random = Random(seed)
    town = tiny(random)
    case = Case(town)
    solution, standing = _somehow(case, random), _standing(case, town)
    standing.take(solution)
    every = list(case.meetings)
    some = random.sample(every, random.randint(1, len(every)))
    rest = [m for m in every if m not in some]
    cost, whole = standing.cost(some), standing.cost(every)
    standing.drop(some)
    assert tuple(map(sum, zip(cost, standing.cost(rest), strict=True))) == whole


@pytest.mark.parametrize("seed", SEEDS)
def test_it_closes_exactly_what_rules_say_is_in_the_way(seed: int) -> None:
    random = Random(seed)
    town = tiny(random)
    case = Case(town)
    solution, standing = _somehow(case, random), _standing(case, town)
    standing.take(solution)
    free = random.sample(list(case.meetings), random.randint(1, len(case.meetings)))
    own = candidates(case)
    kept = {m: list(own[m].pairs()) for m in free}
    standing.drop(free)
    left, beside = standing.around(kept)
    others = solution.without(set(free))
    for m, pairs in kept.items():
        assert left[m] == [pair for pair in pairs if not _in_the_way(case, others, At.of(case, m, *pair))]
        busy = {claim.person for claim in case.claims[m]} & set(
            others.of_person
        )  # of nobody else anything is in the way
        for person in busy:
            for start, place in left[m]:
                closed = beside.hindered.get((m, person, place), 0) >> start & 1
                assert bool(closed) == _kept_away(case, others, At.of(case, m, start, place), person)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_the_model_counts_beside_others_is_what_its_meetings_cost_there(seed: int) -> None:
    random = Random(seed)
    town = tiny(random)
    case = Case(town)
    standing, own = _standing(case, town), candidates(case)
    standing.take(_somehow(case, random))
    free = random.sample(list(case.meetings), random.randint(1, len(case.meetings) - 1))
    standing.drop(free)
    left, beside = standing.around({m: list(own[m].pairs()) for m in free})
    counted = dict[str, int]()

    def heard(pack: Pack, values: Sequence[int], bounds: Sequence[int], obeying: bool) -> None:
        if obeying:
            counted.update(zip(pack.goals, values, strict=True))

    goals = STANDARD.ranking(town)
    found = Search(case, left, goals, beside=beside).run(Solver(Options(), time.monotonic() + 20), heard)
    standing.take(found.solution)
    assert tuple(counted[goal.name] for goal in goals) == standing.cost(free)


def test_rooms_that_those_who_stand_take_are_not_given_again() -> None:
    """Three meetings in one hour, and two rooms, of which the one that stands has one."""
    ones = [build.meeting(m, build.seat(f"head-{m}"), series="s", places=("hall",)) for m in "abc"]
    heads = [build.holds(f"p-{m}", f"head-{m}") for m in "abc"]
    hour = build.series("s", windows=(build.window("mon", "mon", "09:00-10:00"),))
    town = build.term(hour, *ones, *heads, build.place("hall", rooms=2))
    case = Case(town)
    standing, own = _standing(case, town), candidates(case)
    standing.take(Solution(case, {"a": next(own["a"].pairs())}, case.claims["a"]))
    left, beside = standing.around({m: list(own[m].pairs()) for m in "bc"})
    search = Search(case, left, STANDARD.ranking(town), beside=beside)
    found = search.run(Solver(Options(), time.monotonic() + 5), lambda pack, values, bounds, obeying: None)
    assert not found.broken
    assert len(found.solution.at) == 1
    assert found.bounds["placed"] == 1


def _in_the_way(case: Case, others: Solution, at: At) -> bool:
    return any(rule.hinders(case, others, at) for rule in RULES if not rule.of_people)


def _kept_away(case: Case, others: Solution, at: At, person: str) -> bool:
    return any(rule.hinders_person(case, others, at, person) for rule in RULES if rule.of_people)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_comes_back_stands_as_it_stood(seed: int) -> None:
    random = Random(seed)
    town = tiny(random)
    case = Case(town)
    solution, standing = _somehow(case, random), _standing(case, town)
    standing.take(solution)
    some = random.sample(list(case.meetings), 2)
    before, old = standing.cost(list(case.meetings)), standing.solution(some)
    standing.drop(some)
    assert not set(standing.solution().at) & set(some)
    standing.take(old)
    assert standing.cost(list(case.meetings)) == before
    assert standing.solution().at == solution.at
    assert set(standing.solution().sits) == set(solution.sits)

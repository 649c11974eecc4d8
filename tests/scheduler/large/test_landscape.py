"""A component in numbers: where there are none, and that they say what rules and goals say of a plan."""

from random import Random

import pytest

from models import Plan, Term
from scheduler.answering import placements
from scheduler.candidates import candidates
from scheduler.case import Case
from scheduler.large.prices import Prices
from scheduler.rulebook import STANDARD
from scheduler.rules import RULES
from scheduler.solution import Solution
from tests.build import holds, leg, meeting, order, place, plan, seat, series, term, window
from tests.scheduler.large.lands import GOALS, landscape_of, random_state, random_term

HEAD = holds("anna", "head", deputies=["bo"])
SERIES = {"windows": (window("mon", "tue"),)}


def _chair(**fields: object) -> object:
    return seat("head", deputy="not", vacancy="never", **fields)


def _town(*parts: object, chair: object = None, **fields: object) -> Term:
    chair = chair or _chair()
    ones = [meeting(name, chair, series=name, places=("hall",)) for name in "ab"]
    return term(HEAD, *(series(name, **SERIES) for name in "ab"), *ones, *parts, **{"goals": GOALS, **fields})


# ---- whether there is one ----


def test_there_is_one_where_nobody_has_a_choice() -> None:
    assert landscape_of(_town()) is not None


@pytest.mark.parametrize("chair", [seat("head", vacancy="never"), seat("head", deputy="not", vacancy="priced")])
def test_there_is_none_where_who_sits_is_a_choice(chair: object) -> None:
    assert landscape_of(_town(chair=chair)) is None


def test_there_is_none_where_two_could_take_one_chair() -> None:
    assert landscape_of(_town(holds("cia", "head"))) is None


@pytest.mark.parametrize(
    ("parts", "fields"),
    [
        ([order("a", "b")], {}),
        ([], {"limits": {"meetings_per_day": 1}}),
        ([place("hall", rooms=2), meeting("c", _chair(), series="a", places=("hall",))], {}),
        (
            [place("ward"), meeting("c", _chair(), series="a", places=("hall", "ward")), leg("hall", "ward", 10, True)],
            {},
        ),
    ],
    ids=["order", "limits", "rooms", "ways"],
)
def test_there_is_none_where_a_rule_has_no_words_for_what_it_ties(
    parts: list[object], fields: dict[str, object]
) -> None:
    assert landscape_of(_town(*parts, **fields)) is None


def test_there_is_none_where_a_ranked_goal_has_no_words_for_what_it_ties() -> None:
    another = meeting("c", _chair(), series="a", places=("hall",))
    assert landscape_of(_town(another)) is not None
    assert landscape_of(_town(another, goals=(*GOALS, "spread"))) is None


def test_there_is_none_where_a_meeting_has_nowhere_to_be() -> None:
    assert landscape_of(_town(meeting("c", _chair(), places=("hall",), duration_minutes=60 * 14, series="a"))) is None


# ---- what it says ----


def _stated(town: Term, solution: Solution) -> Plan:
    return plan(town, *placements(solution), goals=())


def _taken(case: Case, starts: dict[str, tuple[int, str | None]]) -> Solution:
    return Solution(case, starts, [claim for m in starts for claim in case.claims[m]])


@pytest.mark.parametrize("seed", range(40))
def test_its_numbers_are_the_values_of_the_plan(seed: int) -> None:
    town = random_term(Random(seed))
    land = landscape_of(town)
    assert land is not None
    state = random_state(land, Random(seed))
    made = _stated(town, _taken(land.case, land.starts_of(state.at, state.place)))
    counted = {level.name: Prices(land, [(level, 1)]).total(state)[0] for level in land.levels}
    broken = counted.pop("")
    assert counted == {goal.name: goal.value(town, made) for goal in STANDARD.ranking(town)}
    assert (broken > 0) == any(True for rule in RULES for _ in rule.check(town, made))


@pytest.mark.parametrize("seed", range(10))
def test_it_is_open_where_the_candidates_are(seed: int) -> None:
    town = random_term(Random(seed))
    land = landscape_of(town)
    assert land is not None
    for n, (m, own) in enumerate(candidates(land.case).items()):
        found = {(land.axis[s], land.places[p]) for p, s in zip(*land.open[n].nonzero(), strict=True)}
        assert (land.meetings[n], found) == (m, set(own.pairs()))


def test_a_grid_that_lengths_and_buffer_both_do_not_fit_has_no_words() -> None:
    """Half an hour and half an hour's buffer on a grid of hours: each rounded up, 9 and 10 would be too near, and are
    not."""
    kinds = [series(name, windows=(window("mon", "mon", "09:00-11:00"),)) for name in "ab"]
    ones = [meeting(name, _chair(), series=name, duration_minutes=30) for name in "ab"]
    assert landscape_of(term(*kinds, *ones, HEAD, grid_minutes=60, buffer_minutes=30, goals=GOALS)) is None

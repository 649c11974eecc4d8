"""What counting alone shows of a goal is never above what the best plan has."""

from collections.abc import Iterator
from random import Random

import pytest

from models import Term
from scheduler.case import Case
from scheduler.goals import fair_load, travel
from scheduler.goals import ranking as ranked
from tests.build import holds, leg, meeting, person, seat, term
from tests.truth.brute_force import TooLarge, best
from tests.truth.tiny import tiny

FLOORS = (fair_load, travel)


def _solved(count: int) -> Iterator[tuple[Term, dict[str, int]]]:
    """Tiny terms all of whose meetings can be held, with the values of a best plan."""
    seed = 0
    while count:
        seed += 1
        town = tiny(Random(seed))
        try:
            values = dict(zip(ranked(town, False), best(town).values, strict=True))
        except TooLarge:
            continue
        if not values["placed"] and not values.get("kept", 0):
            count -= 1
            yield town, values


@pytest.mark.slow
def test_no_floor_is_above_the_best_plan() -> None:
    told = {goal.NAME: 0 for goal in FLOORS}
    for town, values in _solved(40):
        for goal in FLOORS:
            if goal.NAME in values:
                names = list(values)
                above = {name: values[name] for name in names[: names.index(goal.NAME)]}
                counted = goal.floor(Case(town), above)
                assert counted <= values[goal.NAME], town.model_dump_json(exclude_defaults=True)
                told[goal.NAME] += counted > 0
    assert sum(told.values()) > 0, "a floor that is 0 everywhere says nothing"


@pytest.mark.parametrize(("chairs", "pairs"), [(2, 0), (3, 1), (4, 2), (6, 6)])
def test_two_who_share_cannot_share_more_evenly_than_half_each(chairs: int, pairs: int) -> None:
    town = term(
        *(meeting(f"m{n}", seat("nurse", deputy="not")) for n in range(chairs)),
        holds("anna", "nurse"),
        holds("bo", "nurse"),
    )
    assert fair_load.floor(Case(town), {"vacant_seats": 0, "on_demand": 0, "deputy_order": 0}) == pairs


def test_an_empty_chair_and_a_deputy_take_from_the_floor_of_sharing() -> None:
    nurses = (holds("anna", "nurse", deputies=["eva"]), holds("bo", "nurse"))
    case = Case(term(*(meeting(f"m{n}", seat("nurse")) for n in range(6)), *nurses))
    above = {"vacant_seats": 0, "on_demand": 0, "deputy_order": 0}
    assert fair_load.floor(case, above) == 6
    assert fair_load.floor(case, {**above, "vacant_seats": 1}) == 4
    assert fair_load.floor(case, {**above, "deputy_order": 1}) == 4


def test_sharing_has_no_floor_where_nothing_is_known_of_empty_chairs() -> None:
    case = Case(
        term(*(meeting(f"m{n}", seat("nurse")) for n in range(6)), holds("anna", "nurse"), holds("bo", "nurse"))
    )
    assert fair_load.floor(case, {}) == 0


def test_the_nearest_place_is_the_floor_of_a_journey() -> None:
    base = person("anna", base="home")
    one = meeting("m", seat("head", deputy="not", vacancy="never"), places=("near", "far"))

    legs = (leg("home", "near", 10), leg("home", "far", 50))
    case = Case(term(base, one, holds("anna", "head"), *legs))
    assert travel.floor(case, {}) == 20


def test_a_chair_that_may_be_empty_takes_from_the_floor_of_journeys() -> None:

    base, one = person("anna", base="home"), meeting("m", seat("head", vacancy="priced"), places=("near",))
    case = Case(term(base, one, holds("anna", "head"), leg("home", "near", 10)))
    assert travel.floor(case, {"vacant_seats": 0, "on_demand": 0}) == 20
    assert travel.floor(case, {"vacant_seats": 1, "on_demand": 0}) == 0
    assert travel.floor(case, {}) == 0

"""A large component in groups that can be solved exactly."""

from random import Random

import pytest

from models import Term
from scheduler.case import Case
from scheduler.large.blocks import blocks
from scheduler.rulebook import STANDARD
from tests.build import holds, meeting, order, seat, series, term


def _town(random: Random, meetings: int) -> Term:
    roles = [f"r{n}" for n in range(5)]
    ones = [
        meeting(f"m{n}", *(seat(role) for role in random.sample(roles, 2)), series=f"s{n % 9}") for n in range(meetings)
    ]
    kinds = [series(f"s{n}", spacing_days=random.choice((0, 2))) for n in range(9)]
    ties = [order(f"m{n}", f"m{n + 1}") for n in range(0, meetings - 1, 7)]
    return term(*kinds, *ones, *(holds(f"p{role}", role) for role in roles), *ties)


def _blocks(town: Term, most: int) -> list[list[str]]:
    case = Case(town)
    return blocks(case, list(case.meetings), STANDARD.rules, STANDARD.ranking(town), most)


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("most", [1, 4, 10, 100])
def test_each_meeting_is_in_one_and_none_is_too_large(seed: int, most: int) -> None:
    town = _town(Random(seed), 27)
    found = _blocks(town, most)
    assert sorted(m for block in found for m in block) == sorted(town.resolved)
    assert max(map(len, found)) <= most
    assert [len(block) for block in found] == sorted(map(len, found), reverse=True)
    order_of = list(town.resolved)
    assert all(block == sorted(block, key=order_of.index) for block in found)


def test_they_are_the_same_each_time() -> None:
    assert _blocks(_town(Random(1), 27), 8) == _blocks(_town(Random(1), 27), 8)


def test_all_stay_together_where_there_is_room() -> None:
    assert len(_blocks(_town(Random(1), 27), 27)) == 1


def test_a_series_of_few_meetings_stays_together_whoever_else_shares_its_people() -> None:
    ones = [meeting(f"{kind}{n}", seat("head"), seat(f"own{n}"), series=kind) for n in range(3) for kind in "ab"]
    town = term(*ones, holds("anna", "head"), *(holds(f"p{n}", f"own{n}") for n in range(3)))
    assert sorted(map(sorted, _blocks(town, 3))) == [["a0", "a1", "a2"], ["b0", "b1", "b2"]]


def test_those_are_joined_that_share_the_people_who_are_wanted_at_least() -> None:
    """Anna is wanted everywhere, so she joins nobody; Bo and Cia are wanted at two each."""
    ones = [
        meeting(name, seat("head"), seat(own), series=name)
        for name, own in zip("abcd", ("x", "y", "x", "y"), strict=True)
    ]
    town = term(*ones, holds("anna", "head"), holds("bo", "x"), holds("cia", "y"))
    assert sorted(_blocks(town, 2)) == [["a", "c"], ["b", "d"]]


def test_a_part_is_cut_by_itself() -> None:
    town = _town(Random(2), 20)
    case = Case(town)
    some = list(case.meetings)[5:15]
    found = blocks(case, some, STANDARD.rules, STANDARD.ranking(town), 4)
    assert sorted(m for block in found for m in block) == sorted(some)

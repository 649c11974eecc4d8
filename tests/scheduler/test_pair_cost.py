"""What meetings cost each other by how far apart they start."""

from itertools import product

import pytest

from scheduler.pair_cost import overlap, shared


@pytest.mark.parametrize(("one", "other"), product(range(1, 5), repeat=2))
def test_overlap_is_the_steps_that_two_meetings_have_in_common(one: int, other: int) -> None:
    found = overlap(one, other)
    for apart in range(-6, 7):
        both = set(range(one)) & set(range(apart, apart + other))
        assert found.get(apart, 0) == len(both)


@pytest.mark.parametrize(("one", "other"), product(range(1, 5), repeat=2))
def test_overlap_is_the_same_from_the_other_s_side(one: int, other: int) -> None:
    assert overlap(one, other) == {-apart: steps for apart, steps in overlap(other, one).items()}


HEADS = {"a": ("anna", "bo"), "b": ("bo", "cia", "anna"), "c": ()}
CLERKS = {"a": ("cia",), "b": ("bo",), "c": ("anna",)}


def test_shared_counts_those_whom_two_meetings_have_in_common() -> None:
    found = shared("abc", HEADS, HEADS)
    assert found[0, 1] == found[1, 0] == 2
    assert found[:, 2].tolist() == [0, 0, 0]


def test_shared_of_two_kinds_counts_both_ways() -> None:
    found = shared("abc", HEADS, CLERKS)
    assert (found == found.T).all()
    assert found[0, 1] == 1 + 1  # bo is a head of a and a clerk of b; cia a clerk of a and a head of b
    assert found[0, 2] == 1


def test_shared_goes_by_the_order_of_the_meetings() -> None:
    assert (shared("cba", HEADS, HEADS) == shared("abc", HEADS, HEADS)[::-1, ::-1]).all()

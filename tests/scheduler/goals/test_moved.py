"""Meetings that have another time or place than before, or none, are counted."""

from typing import Any

from models import Term
from scheduler.goals import moved
from tests.build import called_off, holds, meeting, placed, plan, replanned, rules_broken, seat, sits, term


def town(*names: str, **of_a: Any) -> Term:
    own = {"places": ("hall", "school")}
    return term(
        *(meeting(name, seat("head"), **own, **(of_a if name == "a" else {})) for name in names),
        holds("anna", "head", deputies=["bo"]),
    )


TOWN = town("a", "b", "c")
ANNA = sits("anna", "head")
A, B, C = (
    placed(name, f"{day} 10:00", ANNA, place="hall") for name, day in zip("abc", ("mon", "tue", "wed"), strict=True)
)
BEFORE = plan(TOWN, A, B, C)


def value(*now: Any, of: Term = TOWN, as_of: str = "") -> int:
    made = replanned(of, BEFORE, *now, as_of=as_of)
    assert rules_broken(of, made) == set()
    return moved.value(of, made)


def test_nothing_moves_where_all_stays() -> None:
    assert value(A, B, C) == 0


def test_other_people_are_no_move() -> None:
    assert value(placed("a", "mon 10:00", sits("bo", "head"), place="hall"), B, C) == 0


def test_another_time_another_place_and_none_are_each_a_move() -> None:
    assert value(placed("a", "mon 10:30", ANNA, place="hall"), B, C) == 1
    assert value(placed("a", "mon 10:00", ANNA, place="school"), B, C) == 1
    assert value(B, C) == 1
    assert value(placed("a", "thu 11:00", ANNA, place="school"), placed("b", "tue 11:00", ANNA, place="hall")) == 3


def test_a_meeting_that_is_new_or_withdrawn_has_not_moved() -> None:
    assert value(B, C, placed("d", "fri 10:00", ANNA, place="hall"), of=town("b", "c", "d")) == 0


def test_what_has_been_is_not_counted() -> None:
    assert value(A, B, C, as_of="mon 12:00") == 0
    off = town("a", "b", "c", called_off=(called_off("mon"),))
    again = placed("a", "fri 10:00", ANNA, place="hall")
    assert value(again, B, C, of=off, as_of="mon 12:00") == 0
    assert value(again, B, C, of=off, as_of="mon 08:00") == 1

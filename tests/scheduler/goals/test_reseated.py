"""Who left a seat, or who came to it where they are more, is counted at meetings that both plans hold."""

from typing import Any

from models import Term
from scheduler.goals import reseated
from tests.build import holds, lock, meeting, placed, plan, replanned, rules_broken, seat, sits, term

SEATS = (seat("head"), seat("nurse", vacancy="priced", count=2))
POSTS = (holds("anna", "head", deputies=["bo"]), holds("cia", "nurse"), holds("dan", "nurse"), holds("eva", "nurse"))


def town(*names: str, **of_a: Any) -> Term:
    return term(*(meeting(name, *SEATS, **(of_a if name == "a" else {})) for name in names), *POSTS)


TOWN = town("a", "b")
ANNA, CIA, DAN, EVA = sits("anna", "head"), sits("cia", "nurse"), sits("dan", "nurse"), sits("eva", "nurse")
A, B = placed("a", "mon 10:00", ANNA, CIA, DAN), placed("b", "tue 10:00", ANNA, CIA)
BEFORE = plan(TOWN, A, B)


def value(*now: Any, of: Term = TOWN, as_of: str = "") -> int:
    made = replanned(of, BEFORE, *now, as_of=as_of)
    assert rules_broken(of, made) == set()
    return reseated.value(of, made)


def test_nobody_is_reseated_where_all_sit_as_they_sat() -> None:
    assert value(A, B) == 0
    assert value(placed("a", "mon 10:00", ANNA, DAN, CIA), B) == 0


def test_another_time_leaves_people_on_their_seats() -> None:
    assert value(placed("a", "wed 11:00", ANNA, CIA, DAN), B) == 0


def test_one_who_leaves_counts_one_and_so_does_one_who_joins() -> None:
    assert value(placed("a", "mon 10:00", ANNA, CIA), B) == 1
    assert value(A, placed("b", "tue 10:00", ANNA, CIA, DAN)) == 1


def test_whoever_takes_the_chair_that_somebody_left_costs_nothing_more() -> None:
    assert value(placed("a", "mon 10:00", ANNA, CIA, EVA), B) == 1
    assert value(placed("a", "mon 11:00", sits("bo", "head"), EVA), placed("b", "tue 10:00", ANNA, DAN)) == 1 + 2 + 1


def test_a_meeting_that_only_one_plan_holds_is_not_counted() -> None:
    assert value(B) == 0
    assert value(B, of=town("b")) == 0
    assert value(A, B, placed("c", "wed 10:00", ANNA), of=town("a", "b", "c")) == 0


def test_what_has_been_is_not_counted() -> None:
    locked = town("a", "b", lock=lock("mon 10:00", head="bo"))
    now = placed("a", "mon 10:00", sits("bo", "head"), CIA, DAN)
    assert value(now, B, of=locked, as_of="mon 08:00") == 1
    assert value(now, B, of=locked, as_of="mon 12:00") == 0

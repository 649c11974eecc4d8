"""People whose own times, places or seats change are counted, each once."""

from typing import Any

from models import Term
from scheduler.goals import disturbed
from tests.build import holds, lock, meeting, on_demand, placed, plan, replanned, rules_broken, seat, sits, term

SEATS = (seat("head"), seat("nurse", vacancy="priced"), on_demand("adviser", "nurse", deputy="not"))
POSTS = (holds("anna", "head", deputies=["bo"]), holds("cia", "nurse"), holds("dan", "nurse"))


def town(*names: str, **of_a: Any) -> Term:
    own = {"places": ("hall", "school"), "asked": ("adviser",)}
    return term(*(meeting(n, *SEATS, **own, **(of_a if n == "a" else {})) for n in names), *POSTS)


TOWN = town("a", "b")
ANNA, CIA, DAN = sits("anna", "head"), sits("cia", "nurse"), sits("dan", "adviser")
A = placed("a", "tue 10:00", ANNA, CIA, DAN, place="hall")
B = placed("b", "wed 10:00", ANNA, place="hall")
BEFORE = plan(TOWN, A, B)


def value(*now: Any, of: Term = TOWN, as_of: str = "") -> int:
    made = replanned(of, BEFORE, *now, as_of=as_of)
    assert rules_broken(of, made) == set()
    return disturbed.value(of, made)


def test_nobody_is_disturbed_where_nothing_changes() -> None:
    assert value(A, B) == 0


def test_all_are_disturbed_by_another_time_or_place() -> None:
    assert value(placed("a", "tue 11:00", ANNA, CIA, DAN, place="hall"), B) == 3
    assert value(placed("a", "tue 10:00", ANNA, CIA, DAN, place="school"), B) == 3


def test_all_are_disturbed_where_the_meeting_is_no_longer_held() -> None:
    assert value(B) == 3


def test_whoever_is_disturbed_twice_counts_once() -> None:
    moved = placed("b", "wed 11:00", ANNA, place="hall")
    assert value(A, moved) == 1
    assert value(placed("a", "tue 11:00", ANNA, CIA, DAN, place="hall"), moved) == 3


def test_who_leaves_is_disturbed() -> None:
    assert value(placed("a", "tue 10:00", ANNA, DAN, place="hall"), B) == 1


def test_who_is_asked_to_one_meeting_more_is_not() -> None:
    """Only Anna is, whose seat Bo takes; Cia keeps what she has."""
    assert value(placed("a", "tue 10:00", sits("bo", "head"), CIA, DAN, place="hall"), B) == 1
    assert value(A, placed("b", "wed 10:00", ANNA, CIA, place="hall")) == 0


def test_another_seat_disturbs() -> None:
    swapped = (sits("dan", "nurse"), sits("cia", "adviser"))
    assert value(placed("a", "tue 10:00", ANNA, *swapped, place="hall"), B) == 2


def test_a_meeting_that_is_new_disturbs_nobody() -> None:
    more = town("a", "b", "c")
    assert value(A, B, placed("c", "thu 10:00", sits("bo", "head"), place="hall"), of=more) == 0


def test_a_meeting_that_was_withdrawn_disturbs_nobody() -> None:
    assert value(B, of=town("b")) == 0


def test_what_has_been_disturbs_nobody() -> None:
    assert value(A, B, as_of="tue 10:30") == 0
    kept = town("a", "b", lock=lock("tue 10:00", "hall", head="bo"))
    assert (
        value(placed("a", "tue 10:00", sits("bo", "head"), CIA, DAN, place="hall"), B, of=kept, as_of="tue 10:30") == 0
    )


def test_counts_for_no_plan_from_nothing() -> None:
    made = plan(TOWN, A, B)
    assert disturbed.NAME not in {goal.id for goal in made.goals}

"""The place is one of the meeting's, open, large enough, and not full."""

from datetime import time

from models import Closure, Plan, Term, Weekly
from scheduler.rules import venue
from tests.build import (
    at,
    closure,
    found,
    holds,
    lock,
    meeting,
    on_demand,
    open_hours,
    place,
    placed,
    plan,
    rules_broken,
    seat,
    sits,
    term,
)

HOURS = term(
    meeting("m", places=("hall",)), place("hall", open_hours("08:00-12:00"), open_hours("13:00-16:00", "mon tue"))
)


def _what(town: Term, made: Plan) -> list[tuple[object, ...]]:
    return found(venue.check(town, made), "what")


def test_allows_one_of_the_places() -> None:
    town = term(meeting("m", places=("hall", "school")))
    for where in ("hall", "school"):
        assert rules_broken(town, plan(town, placed("m", "mon 10:00", place=where))) == set()


def test_forbids_any_other_place_and_none() -> None:
    town = term(meeting("m", places=("hall", "school")), place("barn"))
    for where in ("barn", None):
        wrong = plan(town, placed("m", "mon 10:00", place=where))
        assert rules_broken(town, wrong) == {"venue"}
        assert _what(town, wrong) == [("m", "elsewhere")]


def test_a_meeting_without_places_has_none() -> None:
    town = term(meeting("m"), place("barn"))
    assert rules_broken(town, plan(town, placed("m", "mon 10:00"))) == set()
    assert rules_broken(town, plan(town, placed("m", "mon 10:00", place="barn"))) == {"venue"}


def test_the_place_of_a_lock_is_allowed_where_the_meeting_names_none() -> None:
    town = term(meeting("m", lock=lock("mon 10:00", "barn")))
    assert rules_broken(town, plan(town, placed("m", "mon 10:00", place="barn"))) == set()
    assert rules_broken(town, plan(town, placed("m", "mon 10:00"))) == {"venue", "lock"}


def test_allows_opening_hours_to_the_minute() -> None:
    for start in ("wed 08:00", "wed 11:00", "tue 15:00"):
        assert rules_broken(HOURS, plan(HOURS, placed("m", start))) == set(), start


def test_forbids_a_meeting_outside_opening_hours() -> None:
    for start in ("wed 11:30", "wed 13:00", "tue 12:30", "tue 15:30"):
        wrong = plan(HOURS, placed("m", start))
        assert rules_broken(HOURS, wrong) == {"venue"}, start
        assert _what(HOURS, wrong) == [("m", "hours")]


def test_allows_a_meeting_next_to_a_closure() -> None:
    town = term(meeting("m", places=("hall",)), closure("hall", "mon 10:00", "tue 12:00"))
    for start in ("mon 09:00", "tue 12:00"):
        assert rules_broken(town, plan(town, placed("m", start))) == set(), start


def test_forbids_a_meeting_during_a_closure() -> None:
    town = term(meeting("m", places=("hall",)), closure("hall", "mon 10:00", "tue 12:00"))
    for start in ("mon 09:30", "mon 10:00", "mon 15:00", "tue 11:30"):
        wrong = plan(town, placed("m", start))
        assert _what(town, wrong) == [("m", "closed")], start


def test_a_closure_can_come_back_every_other_week() -> None:
    weekly = Weekly(weekdays=("mon",), from_time=time(8), to_time=time(12), every_weeks=2)
    town = term(meeting("m", places=("hall",)), Closure(id="cleaning", place="hall", weekly=weekly))
    broken = [_what(town, plan(town, placed("m", f"{week} mon 11:00"))) for week in (1, 2, 3, 4)]
    assert broken == [[("m", "closed")], [], [("m", "closed")], []]
    assert _what(town, plan(town, placed("m", "mon 12:00"))) == []


SEATED = (seat("head", count=2), on_demand("mas"), holds("anna", "head"), holds("bo", "head"), holds("cia", "mas"))


def test_allows_as_many_people_as_the_place_holds() -> None:
    town = term(meeting("m", *SEATED[:2], places=("hall",)), place("hall", capacity=2), *SEATED[2:])
    full = plan(town, placed("m", "mon 10:00", sits("anna", "head"), sits("bo", "head")))
    assert rules_broken(town, full) == set()


def test_forbids_a_place_too_small_for_those_wanted() -> None:
    asked = meeting("m", *SEATED[:2], places=("hall",), asked=("mas",))
    town = term(asked, place("hall", capacity=2), *SEATED[2:])
    wrong = plan(town, placed("m", "mon 10:00", sits("anna", "head"), sits("bo", "head")))
    assert found(venue.check(town, wrong), "what", "people", "capacity") == [("m", "capacity", 3, 2)]


def test_allows_as_many_meetings_at_once_as_there_are_rooms() -> None:
    town = term(*(meeting(name, places=("hall",)) for name in "abc"), place("hall", rooms=2))
    good = plan(town, placed("a", "mon 10:00"), placed("b", "mon 10:30"), placed("c", "mon 11:00"))
    assert rules_broken(town, good) == set()


def test_forbids_more_meetings_at_once_than_rooms() -> None:
    town = term(*(meeting(name, places=("hall",)) for name in "abc"), place("hall", rooms=2))
    wrong = plan(town, placed("a", "mon 10:00"), placed("b", "mon 10:30"), placed("c", "mon 10:30"))
    assert rules_broken(town, wrong) == {"venue"}
    assert found(venue.check(town, wrong), "what", "rooms", "others") == [("c", "rooms", 2, ("a", "b"))]


def test_one_room_holds_one_meeting_after_another() -> None:
    town = term(*(meeting(name, places=("hall",)) for name in "ab"))
    assert rules_broken(town, plan(town, placed("a", "mon 10:00"), placed("b", "mon 11:00"))) == set()
    assert rules_broken(town, plan(town, placed("a", "mon 10:00"), placed("b", "mon 10:30"))) == {"venue"}


def test_history_stays_at_a_place_that_is_closed_or_too_small() -> None:
    locked = meeting("m", *SEATED[:1], places=("hall",), lock=lock("mon 10:00"))
    hall = place("hall", open_hours("13:00-16:00"), capacity=1)
    parts = (locked, hall, closure("hall", "mon 08:00", "mon 17:00"), *SEATED[2:4])
    for now, broken in (("tue 08:00", set[str]()), ("mon 08:00", {"venue"})):
        town = term(*parts, as_of=at(now))
        assert (
            rules_broken(town, plan(town, placed("m", "mon 10:00", sits("anna", "head"), sits("bo", "head")))) == broken
        )


def test_history_takes_its_room_all_the_same() -> None:
    town = term(*(meeting(name, places=("hall",), lock=lock("mon 10:00")) for name in "ab"), place("hall", rooms=2))
    one_room = town.model_copy(update={"places": (place("hall"),), "as_of": at("tue 08:00")})
    assert rules_broken(one_room, plan(one_room, placed("a", "mon 10:00"), placed("b", "mon 10:00"))) == {"venue"}

"""Two plans side by side: what became of each meeting, and of each person's own."""

from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

import scheduler
from models import Difference, MeetingChange, OwnChange, Plan, Term
from scheduler import Answered, Options, compare
from tests.build import at, holds, meeting, placed, plan, seat, sits, term
from tests.truth.happening import happened, planned

SEATS = (seat("head"), seat("nurse", vacancy="priced", count=2))
POSTS = (
    holds("anna", "head", deputies=["bo"]),
    *(holds(who, "nurse") for who in ("cia", "dan", "anna")),
)


def town(*names: str, **fields: Any) -> Term:
    return term(*(meeting(name, *SEATS, places=("hall", "school"), **fields) for name in names), *POSTS)


TOWN = town("a", "b", "c")
ANNA, CIA = sits("anna", "head"), sits("cia", "nurse")
A, B = placed("a", "mon 10:00", ANNA, CIA, place="hall"), placed("b", "tue 10:00", ANNA, place="hall")
BEFORE = Answered(TOWN, plan(TOWN, A, B))


def difference(*now: Any, of: Term = TOWN, before: Answered | None = BEFORE) -> Difference:
    return compare(before, Answered(of, plan(of, *now)))


def changes(found: Difference) -> dict[str, str]:
    """What became of each meeting."""
    return {one.meeting: one.what for one in found.meetings}


def own(found: Difference) -> dict[str, list[tuple[str, str]]]:
    """For each person, kind and meeting of each change of theirs."""
    return {one.person: [(change.kind, change.meeting) for change in one.changes] for one in found.people}


# ---- meetings ----


def test_nothing_has_changed_where_all_is_as_it_was() -> None:
    found = difference(A, B)
    assert found.empty
    assert changes(found) == {"a": "untouched", "b": "untouched"}


def test_another_time_or_place_is_a_move() -> None:
    for now in (placed("b", "tue 11:00", ANNA, place="hall"), placed("b", "tue 10:00", ANNA, place="school")):
        found = difference(A, now)
        assert changes(found) == {"a": "untouched", "b": "moved"}
        (moved,) = found.those("moved")
        assert moved.before
        assert moved.after
        assert (moved.before.start, moved.before.place) == (at("tue 10:00"), "hall")
        assert (moved.after.start, moved.after.place) == (now.start, now.place)
        assert own(found) == {"anna": [("moved", "b")]}


def test_another_length_is_a_move() -> None:
    longer = term(*(one.model_copy(update={"duration_minutes": 90}) for one in TOWN.meetings), *TOWN.appointments)
    assert changes(difference(A, B, of=longer)) == {"a": "moved", "b": "moved"}


def test_other_people_on_a_seat_are_told_by_seat() -> None:
    found = difference(placed("a", "mon 10:00", sits("bo", "head"), sits("dan", "nurse"), CIA, place="hall"), B)
    assert changes(found) == {"a": "reseated", "b": "untouched"}
    (a,) = found.those("reseated")
    assert [(one.seat, one.left, one.joined) for one in a.seats] == [
        ("head", ("anna",), ("bo",)),
        ("nurse", (), ("dan",)),
    ]
    assert own(found) == {"anna": [("leaves", "a")], "bo": [("joins", "a")], "dan": [("joins", "a")]}


def test_a_meeting_that_moves_with_other_people_tells_both() -> None:
    found = difference(placed("a", "mon 11:00", sits("bo", "head"), CIA, place="hall"), B)
    (a,) = found.those("moved")
    assert [one.seat for one in a.seats] == ["head"]
    assert own(found) == {"anna": [("leaves", "a")], "bo": [("joins", "a")], "cia": [("moved", "a")]}


def test_another_seat_is_told_to_the_person() -> None:
    found = difference(
        placed("a", "mon 10:00", sits("bo", "head"), sits("anna", "nurse", "nurse:anna"), CIA, place="hall"), B
    )
    assert own(found)["anna"] == [("seat", "a")]
    (change,) = next(one.changes for one in found.people if one.person == "anna")
    assert (change.seats_before, change.seats_after) == (("head",), ("nurse",))


def test_the_same_people_by_other_appointments_are_no_change() -> None:
    twice = term(meeting("m", seat("head")), holds("anna", "head", id="one"), holds("anna", "head", id="two"))
    before = Answered(twice, plan(twice, placed("m", "mon 10:00", sits("anna", "head", "one"))))
    assert difference(placed("m", "mon 10:00", sits("anna", "head", "two")), of=twice, before=before).empty


def test_a_meeting_that_was_not_held_is_new() -> None:
    found = difference(A, B, placed("c", "wed 10:00", ANNA, place="hall"))
    (new,) = found.those("new")
    assert (new.meeting, new.before, new.seats) == ("c", None, ())
    assert own(found) == {"anna": [("joins", "c")]}


def test_a_meeting_that_is_not_held_is_cancelled_and_may_come_back() -> None:
    found = difference(A)
    (cancelled,) = found.those("cancelled")
    assert (cancelled.meeting, cancelled.after, cancelled.withdrawn, cancelled.seats) == ("b", None, False, ())
    assert own(found) == {"anna": [("cancelled", "b")]}


def test_a_meeting_that_has_left_the_term_is_cancelled_for_good() -> None:
    found = difference(A, of=town("a", "c"))
    (cancelled,) = found.those("cancelled")
    assert (cancelled.meeting, cancelled.title, cancelled.withdrawn) == ("b", "Series", True)
    assert [change.withdrawn for one in found.people for change in one.changes] == [True]


def test_a_meeting_that_neither_holds_is_not_told_of() -> None:
    assert "c" not in changes(difference(A, B))


def test_before_the_first_plan_there_was_nothing() -> None:
    found = difference(A, B, before=None)
    assert changes(found) == {"a": "new", "b": "new"}
    assert own(found) == {"anna": [("joins", "a"), ("joins", "b")], "cia": [("joins", "a")]}
    assert difference(before=None).empty


def test_a_meeting_whose_id_is_corrected_is_the_same_meeting() -> None:
    uid = TOWN.resolved["b"].uid
    corrected = term(
        meeting("a", *SEATS, places=("hall", "school")),
        meeting("bee", *SEATS, places=("hall", "school"), uid=uid),
        *POSTS,
    )
    same = placed("bee", "tue 10:00", ANNA, place="hall")
    assert difference(A, same, of=corrected).empty
    moved = difference(A, placed("bee", "tue 11:00", ANNA, place="hall"), of=corrected)
    assert changes(moved) == {"a": "untouched", "bee": "moved"}
    assert own(moved) == {"anna": [("moved", "bee")]}


def test_another_meeting_of_the_same_id_is_another_meeting() -> None:
    other = term(*(one.model_copy(update={"uid": None}) for one in TOWN.meetings), *POSTS, uid=TOWN.meetings[2].uid)
    found = difference(A, of=other)
    assert sorted((one.what, one.meeting, one.withdrawn) for one in found.meetings) == [
        ("cancelled", "a", True),
        ("cancelled", "b", True),
        ("new", "a", False),
    ]


def test_all_is_told_in_order_of_time_and_people_by_id() -> None:
    found = difference(
        placed("c", "mon 08:00", ANNA, place="hall"), placed("b", "fri 10:00", sits("bo", "head"), place="hall")
    )
    assert [one.meeting for one in found.meetings] == ["c", "a", "b"]
    assert [one.person for one in found.people] == ["anna", "bo", "cia"]
    assert [change.meeting for change in found.people[0].changes] == ["c", "a", "b"]


# ---- of any two plans ----

SEEDS = st.integers(0, 2**48)


def _two(seed: int) -> tuple[Answered, Answered]:
    """A plan, and what became of it after something had happened."""
    it = happened(Random(seed))
    made = scheduler.replan(it.term, it.plan, it.as_of, Options(time_limit_seconds=20))
    return Answered(it.old, it.plan), Answered(it.term, made)


@settings(max_examples=40)
@given(SEEDS)
def test_a_plan_does_not_differ_from_itself(seed: int) -> None:
    one = Answered(*planned(Random(seed)))
    found = compare(one, one)
    assert found.empty
    assert {meeting.what for meeting in found.meetings} == {"untouched"}


MIRRORED = {"joins": {"leaves", "cancelled"}, "leaves": {"joins"}, "cancelled": {"joins"}, "moved": {"moved"}}
MIRRORED["seat"] = {"seat"}
BACK = {"new": "cancelled", "cancelled": "new", "moved": "moved", "reseated": "reseated", "untouched": "untouched"}


@settings(max_examples=60)
@given(SEEDS)
def test_the_way_back_mirrors_the_way_there(seed: int) -> None:
    before, after = _two(seed)
    there, back = compare(before, after), compare(after, before)
    returned = {one.uid: one for one in back.meetings}
    assert len(there.meetings) == len(returned)
    for one_way in there.meetings:
        way_back = returned[one_way.uid]
        assert way_back.what == BACK[one_way.what]
        assert (way_back.before, way_back.after) == (one_way.after, one_way.before)
        assert {(s.seat, s.joined, s.left) for s in way_back.seats} == {
            (s.seat, s.left, s.joined) for s in one_way.seats
        }
    mine, theirs = _own(there), _own(back)
    assert mine.keys() == theirs.keys()
    for key, change in mine.items():
        assert theirs[key].kind in MIRRORED[change.kind]
        assert (theirs[key].seats_before, theirs[key].seats_after) == (change.seats_after, change.seats_before)


@settings(max_examples=60)
@given(SEEDS)
def test_what_people_are_told_is_what_became_of_the_meetings(seed: int) -> None:
    one, other = _two(seed)
    found = compare(one, other)
    told = {key: change.kind for key, change in _own(found).items()}
    expected = {
        (str(meeting.uid), person): kind
        for meeting in found.meetings
        for person, kind in _kinds(meeting, _people(one, meeting), _people(other, meeting)).items()
    }
    assert told == expected
    assert found.empty == (not told and {meeting.what for meeting in found.meetings} <= {"untouched"})
    assert {m.uid for m in found.meetings} == {*one.placements, *other.placements}


def _own(found: Difference) -> dict[tuple[str, str], OwnChange]:
    return {(str(change.uid), one.person): change for one in found.people for change in one.changes}


def _people(of: Answered, meeting: MeetingChange) -> dict[str, set[str]]:
    """The people at a meeting, each with their seats."""
    sat = dict[str, set[str]]()
    placement = of.placements.get(meeting.uid)
    for sitting in placement.sittings if placement else ():
        sat.setdefault(sitting.person, set()).add(sitting.seat)
    return sat


def _kinds(meeting: MeetingChange, was: dict[str, set[str]], now: dict[str, set[str]]) -> dict[str, str]:
    """What each person should be told of a meeting, by what became of it and who sat and sits there."""
    gone = "cancelled" if meeting.what == "cancelled" else "leaves"
    kinds = {**dict.fromkeys(was.keys() - now.keys(), gone), **dict.fromkeys(now.keys() - was.keys(), "joins")}
    stayed = was.keys() & now.keys()
    if meeting.what == "moved":
        return {**kinds, **dict.fromkeys(stayed, "moved")}
    return {**kinds, **{person: "seat" for person in stayed if was[person] != now[person]}}


def test_people_disturbed_are_those_who_are_told_that_something_of_theirs_changes() -> None:
    """The goal and the difference count the same people, where nothing has been and nothing was withdrawn.

    Whoever is only asked to one meeting more is told, and not counted.
    """
    for seed in range(25):
        it = happened(Random(seed))
        made: Plan = scheduler.replan(it.term, it.plan, None, Options(time_limit_seconds=20))
        value = {goal.id: goal.value for goal in made.goals}["disturbed"]
        if made.as_of is None and set(it.old.resolved) <= set(it.term.resolved):
            found = compare(Answered(it.term, it.plan), Answered(it.term, made))
            assert value == sum(any(c.kind != "joins" for c in one.changes) for one in found.people), it.shown()

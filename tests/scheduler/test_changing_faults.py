"""What is wrong with a change is told at its place in it, or in the term that would come of it."""

from typing import Any

import pytest
from pydantic import ValidationError

from models import Change
from scheduler import apply
from tests.build import placed, plan, window
from tests.scheduler.changing import TOWN, changed, faults

UNKNOWN: dict[str, tuple[dict[str, Any], str]] = {
    "cancel": ({"meeting": "x", "day": "2026-09-08"}, "meeting"),
    "withdraw": ({"meeting": "x"}, "meeting"),
    "away": ({"person": "x", "start": "2026-09-08T08:00", "end": "2026-09-08T09:00"}, "person"),
    "leave": ({"person": "x", "day": "2026-09-08"}, "person"),
    "close": ({"place": "x", "start": "2026-09-08T08:00", "end": "2026-09-08T09:00"}, "place"),
    "close_day": ({"first_day": "2026-09-08", "why": "w", "series": ["x"]}, "series"),
    "lock": ({"meeting": "x", "start": "2026-09-08T08:00"}, "meeting"),
    "move": ({"meeting": "a", "start": "2026-09-08T08:00", "place": "x"}, "place"),
    "unlock": ({"meeting": "x"}, "meeting"),
    "free": ({"person": "x", "start": "2026-09-08T08:00", "end": "2026-09-08T09:00"}, "person"),
    "allow": ({"meeting": "x", "window": {"first_day": "2026-09-08", "last_day": "2026-09-08"}}, "meeting"),
    "seat": ({"meeting": "x", "seat": "head"}, "meeting"),
    "limit": ({"person": "x"}, "person"),
    "places": ({"meeting": "a", "places": ["x"]}, "places"),
    "attendance": ({"meeting": "x", "group": "town", "least": 0}, "meeting"),
    "untie": ({"tie": "x"}, "tie"),
    "spacing": ({"series": "x", "days": 1}, "series"),
}


@pytest.mark.parametrize("kind", UNKNOWN)
def test_an_unknown_id_is_told_at_its_place_in_the_change(kind: str) -> None:
    action, field = UNKNOWN[kind]
    good = {"kind": "unlock", "meeting": "b"}
    assert faults({"kind": kind, **action}) == [("unknown_id", f"/actions/0/{field}")]
    assert faults(good, {"kind": kind, **action}) == [("unknown_id", f"/actions/1/{field}")]


def test_an_unknown_successor_and_an_unknown_series_are_told_there_too() -> None:
    leave = {"kind": "leave", "person": "anna", "day": "2026-09-08", "successor": "x"}
    assert faults(leave) == [("unknown_id", "/actions/0/successor")]
    add = {"kind": "add", "meeting": {"id": "d", "series": "x"}}
    allow = {"kind": "allow", "meeting": "d", "window": window().model_dump()}
    assert faults(add) == faults(add, allow) == [("unknown_id", "/actions/0/meeting/series")]


def test_an_unknown_id_is_told_with_the_nearest_one() -> None:
    with pytest.raises(ValidationError, match='unknown person "ana", did you mean "anna"\\?'):
        changed({"kind": "limit", "person": "ana"})


POINTLESS: dict[str, tuple[dict[str, Any], str, str]] = {
    "cancelled outside of the term": (
        {"kind": "cancel", "meeting": "a", "day": "2031-09-08"},
        "day_outside_term",
        "/day",
    ),
    "a successor of oneself": (
        {"kind": "leave", "person": "anna", "day": "2026-09-08", "successor": "anna"},
        "own_successor",
        "/successor",
    ),
    "a successor and a newcomer": (
        {
            "kind": "leave",
            "person": "anna",
            "day": "2026-09-08",
            "successor": "bo",
            "newcomer": {"id": "n", "name": "N"},
        },
        "one_of_two",
        "/newcomer",
    ),
    "a limit without a number": ({"kind": "limit", "person": "anna"}, "says_nothing", ""),
    "a seat of which nothing is said": ({"kind": "seat", "meeting": "a", "seat": "head"}, "says_nothing", ""),
    "no seat in that group": (
        {"kind": "attendance", "meeting": "a", "group": "region", "least": 1},
        "unknown_group",
        "/group",
    ),
}


@pytest.mark.parametrize("name", POINTLESS)
def test_what_changes_nothing_or_cannot_be_meant_is_told_too(name: str) -> None:
    action, code, place = POINTLESS[name]
    assert faults(action) == [(code, f"/actions/0{place}")]


def test_a_meeting_is_cancelled_on_the_date_that_people_know() -> None:
    """Or on which it was cancelled before: said again without `until` it is given back to the plan."""
    made = plan(TOWN, placed("a", "tue 10:00", place="hall"))
    wrong = Change.model_validate({"actions": [{"kind": "cancel", "meeting": "a", "day": "2026-09-09"}]})
    right = Change.model_validate({"actions": [{"kind": "cancel", "meeting": "a", "day": "2026-09-08"}]})
    with pytest.raises(ValidationError, match="is not held on 2026-09-09 but on 2026-09-08"):
        apply(TOWN, wrong, known=[made])
    assert apply(apply(TOWN, right, known=[made]), right, known=[made])
    assert apply(TOWN, wrong), "where no plan is known, it is taken at its word"


RESULTING: dict[str, tuple[dict[str, Any], str, str]] = {
    "lock outside every window": (
        {"kind": "lock", "meeting": "a", "start": "2026-09-12T10:00"},
        "lock_outside_window",
        "/meetings/0/lock/start",
    ),
    "move off the grid": (
        {"kind": "move", "meeting": "a", "start": "2026-09-08T12:15"},
        "lock_outside_grid",
        "/meetings/0/lock/start",
    ),
    "move upon another lock": (
        {"kind": "move", "meeting": "a", "start": "2026-09-08T10:00"},
        "locks_clash",
        "/meetings/1/lock",
    ),
    "lock of a stranger": (
        {
            "kind": "lock",
            "meeting": "a",
            "start": "2026-09-09T10:00",
            "seats": [{"seat": "head", "people": ["cia"]}],
        },
        "locked_person_not_eligible",
        "/meetings/0/lock/seats/0/people/0",
    ),
    "rule for no seat": (
        {"kind": "seat", "meeting": "a", "seat": "hed", "deputy": "not"},
        "unknown_id",
        "/meetings/0/seat_rules/0/seat",
    ),
    "absence without a time": ({"kind": "away", "person": "cia"}, "when_needed", "/absences/1"),
    "presence that ends before it starts": (
        {"kind": "free", "person": "cia", "start": "2026-09-08T10:00", "end": "2026-09-08T09:00"},
        "ends_before_start",
        "/presences/0/end",
    ),
    "cancelled until before": (
        {"kind": "cancel", "meeting": "a", "day": "2026-09-08", "until": "2026-09-07"},
        "ends_before_start",
        "/meetings/0/called_off/0/last_day",
    ),
    "a meeting of an id that is taken": (
        {"kind": "add", "meeting": {"id": "a", "series": "centre"}},
        "duplicate_id",
        "/meetings/3/id",
    ),
    "a newcomer of an id that is taken": (
        {"kind": "leave", "person": "anna", "day": "2026-09-08", "newcomer": {"id": "bo", "name": "Bo"}},
        "duplicate_id",
        "/people/4/id",
    ),
}


@pytest.mark.parametrize("name", RESULTING)
def test_what_comes_of_a_change_is_checked_as_a_term(name: str) -> None:
    action, code, where = RESULTING[name]
    found = faults(action)
    if "taken" in name and code == "duplicate_id":  # the uid that is minted from the same id is taken too
        found = [one for one in found if one[0] != "duplicate_uid"]
    assert found == [(code, where)]


def test_a_change_says_at_least_one_thing_that_is_known() -> None:
    for actions in ([], [{"kind": "dance"}], [{"kind": "cancel", "meeting": "a"}]):
        with pytest.raises(ValidationError):
            Change.model_validate({"actions": actions})

"""Every fault that a document can have is told, at its place, with what would mend it."""

from collections.abc import Callable
from typing import Any

import pytest
from pydantic import ValidationError

from models import FAULTS, Fault, Sizes, Term, as_validation_error, nearest, pointer
from tests.models.document import good, said

Change = Callable[[dict[str, Any]], Any]
Expected = tuple[str, str]

FOUND_WITH_THE_CALENDAR = {"unknown_goal", "unknown_country", "goal_needed"}
FOUND_IN_A_CHANGE = {"day_outside_term", "not_held_then", "not_locked", "one_of_two", "own_successor", "says_nothing"}
"""Faults that `scheduler.faults` finds, since only it knows the goals and the holidays."""


def _put(path: str, value: Any) -> Change:
    """A change that puts a value at a JSON pointer; `-` as its end appends to a list."""
    *way, last = path.strip("/").split("/")

    def change(document: dict[str, Any]) -> None:
        at: Any = document
        for step in way:
            at = at[int(step)] if isinstance(at, list) else at.setdefault(step, {})
        if isinstance(at, list):
            at.append(value) if last == "-" else at.__setitem__(int(last), value)
        else:
            at[last] = value

    return change


def _all(*changes: Change) -> Change:
    def change(document: dict[str, Any]) -> None:
        for one in changes:
            one(document)

    return change


def _window(**fields: Any) -> dict[str, Any]:
    return {"first_day": "2026-09-07", "last_day": "2026-10-30", **fields}


LOCK = "/meetings/2/lock"
TURNS = "/forums/0/chairmanship"
OF_BOARD = _put("/series/0/forum", "board")
CALLED = _put("/series/0/called", ["board"])
ONE: dict[str, tuple[Change, str, str]] = {
    # Ids.
    "person unknown": (_put("/appointments/2/holder", "dam"), "unknown_id", "/appointments/2/holder"),
    "deputy unknown": (_put("/appointments/0/deputies/0", "bob"), "unknown_id", "/appointments/0/deputies/0"),
    "role unknown": (_put("/appointments/2/role", "mass"), "unknown_id", "/appointments/2/role"),
    "organisation unknown": (_put("/units/0/organisation", "x"), "unknown_id", "/units/0/organisation"),
    "district of an unknown area": (_put("/districts/0/area", "x"), "unknown_id", "/districts/0/area"),
    "absence of a stranger": (_put("/absences/0/person", "x"), "unknown_id", "/absences/0/person"),
    "presence of a stranger": (_put("/presences/0/person", "ana"), "unknown_id", "/presences/0/person"),
    "an order of an unknown series": (
        _put("/series_orders", [{"id": "x", "before": "aria", "after": "area"}]),
        "unknown_id",
        "/series_orders/0/before",
    ),
    "two orders of series with one id": (
        _put("/series_orders", [{"id": "x", "before": "area", "after": "prep"}] * 2),
        "duplicate_id",
        "/series_orders/1/id",
    ),
    "an order with the id of one that follows from series": (
        _all(_put("/series/0/in_order", True), _put("/orders/0/id", "area:m1-m2")),
        "duplicate_id",
        "/orders/0/id",
    ),
    "a series before itself": (
        _put("/series_orders", [{"id": "x", "before": "area", "after": "area"}]),
        "series_order_of_itself",
        "/series_orders/0/after",
    ),
    "a series with fewer meetings than need one before them": (
        _put("/series_orders", [{"id": "x", "before": "prep", "after": "area"}]),
        "series_order_short",
        "/series_orders/0/before",
    ),
    "an order of series with its numbers of days turned round": (
        _put("/series_orders", [{"id": "x", "before": "area", "after": "prep", "at_least_days": 3, "at_most_days": 2}]),
        "order_impossible",
        "/series_orders/0/at_most_days",
    ),
    "an order against that of the document": (
        _all(_put("/series/0/in_order", True), _put("/orders/0", {"id": "o1", "before": "m2", "after": "m1"})),
        "order_circle",
        "/orders",
    ),
    "orders of series in a circle": (
        _all(
            _put("/meetings/-", {"id": "p", "series": "prep"}),
            _put("/meetings/-", {"id": "n", "series": "none"}),
            _put("/series_orders", [{"id": "x", "before": "prep", "after": "none"}]),
            _put("/series_orders/-", {"id": "y", "before": "none", "after": "prep"}),
        ),
        "order_circle",
        "/series_orders",
    ),
    "forum of a series unknown": (_put("/series/0/forum", "bord"), "unknown_id", "/series/0/forum"),
    "forum that is called unknown": (_put("/series/0/called", ["bord"]), "unknown_id", "/series/0/called/0"),
    "forum reports to an unknown one": (_put("/forums/1/reports_to/0", "x"), "unknown_id", "/forums/1/reports_to/0"),
    "forum formed by an unknown one": (_put("/forums/1/formed_by/0", "x"), "unknown_id", "/forums/1/formed_by/0"),
    "forum of an unknown area": (_put("/forums/0/area", "x"), "unknown_id", "/forums/0/area"),
    "role of a member unknown": (_put("/forums/0/members/0/role", "x"), "unknown_id", "/forums/0/members/0/role"),
    "unit of a secretary unknown": (_put("/forums/0/secretary/unit", "x"), "unknown_id", "/forums/0/secretary/unit"),
    "a stranger elected": (
        _put(f"{TURNS}/elections/0/chair/person", "x"),
        "unknown_id",
        f"{TURNS}/elections/0/chair/person",
    ),
    "two members of one id": (_put("/forums/0/members/2/id", "town"), "duplicate_id", "/forums/0/members/2/id"),
    "a series' seat with a member's id": (
        _all(OF_BOARD, _put("/forums/0/members/2/id", "chief")),
        "duplicate_id",
        "/series/0/seats/0/id",
    ),
    "a meeting's seat with a member's id": (
        _all(OF_BOARD, _put("/meetings/0/seats", [{"id": "guest", "role": "head", "unit": "care"}])),
        "duplicate_id",
        "/meetings/0/seats/0/id",
    ),
    "a seat with the id of a member who is called": (
        _all(
            CALLED,
            _put("/series/0/seats/-", {"id": "board:town", "role": "mas", "unit": "social", "need": "on_demand"}),
        ),
        "duplicate_id",
        "/series/0/called",
    ),
    "a forum called to its own meetings": (_all(OF_BOARD, CALLED), "repeated", "/series/0/called/0"),
    # Forums.
    "quorum larger than the voting members": (_put("/forums/0/quorum", 3), "quorum_above_members", "/forums/0/quorum"),
    "representation of a side without members": (
        _put("/forums/0/representation/0/group", "twon"),
        "no_member_in_group",
        "/forums/0/representation/0/group",
    ),
    "representation beyond the members": (
        _put("/forums/0/representation/0/least", 2),
        "attendance_above_seats",
        "/forums/0/representation/0",
    ),
    "a side without members": (_put(f"{TURNS}/sides/-", "state"), "no_member_in_group", f"{TURNS}/sides/2"),
    "a side twice": (_put(f"{TURNS}/sides/-", "town"), "repeated", f"{TURNS}/sides/2"),
    "a co-opted member among the voters": (
        _put("/forums/0/members/2/groups", ["voting"]),
        "group_of_voters",
        "/forums/0/members/2/groups",
    ),
    "a seat of the series among the voters": (
        _all(OF_BOARD, _put("/series/0/seats/1/groups", ["voting"])),
        "group_of_voters",
        "/series/0/seats/1/groups",
    ),
    "elected for an unknown side": (
        _put(f"{TURNS}/elections/0/chair/side", "regoin"),
        "unknown_side",
        f"{TURNS}/elections/0/chair/side",
    ),
    "chair and vice chair of one side": (
        _put(f"{TURNS}/elections/0/chair/side", "town"),
        "officers_of_one_side",
        f"{TURNS}/elections/0/vice_chair/side",
    ),
    "an election before the first period": (
        _put(f"{TURNS}/elections/0/first_day", "2024-02-01"),
        "election_too_early",
        f"{TURNS}/elections/0/first_day",
    ),
    "elections out of order": (
        _put(
            f"{TURNS}/elections/-",
            {"first_day": "2025-02-01", "chair": {"side": "town"}, "vice_chair": {"side": "region"}},
        ),
        "out_of_order",
        f"{TURNS}/elections/1/first_day",
    ),
    "states out of order": (
        _put("/forums/0/states/0/first_day", "2027-01-01"),
        "out_of_order",
        "/forums/0/states/1/first_day",
    ),
    "a state after the end": (
        _put("/forums/0/states/-", {"first_day": "2028-01-01", "state": "active"}),
        "state_after_end",
        "/forums/0/states/1/state",
    ),
    "a forum that ends before it begins": (
        _all(_put("/forums/1/first_day", "2026-09-02"), _put("/forums/1/last_day", "2026-09-01")),
        "ends_before_start",
        "/forums/1/last_day",
    ),
    "forums that report in a circle": (
        _put("/forums/0/reports_to", ["task"]),
        "forum_circle",
        "/forums/0/reports_to",
    ),
    "a forum that formed itself": (_put("/forums/0/formed_by", ["board"]), "forum_circle", "/forums/0/formed_by"),
    "a series of a forum that has ended before": (
        _all(OF_BOARD, _put("/forums/0/states/1/first_day", "2026-09-07")),
        "forum_never_meets",
        "/series/0/forum",
    ),
    "a meeting after its forum has ended": (
        _all(
            OF_BOARD,
            _put("/forums/0/last_day", "2026-10-01"),
            _put("/meetings/0/windows", [_window(first_day="2026-10-02")]),
        ),
        "forum_never_meets",
        "/meetings/0/windows",
    ),
    "rule for an unknown seat": (
        _put("/meetings/0/seat_rules/0/seat", "nurze"),
        "unknown_id",
        "/meetings/0/seat_rules/0/seat",
    ),
    "rule for a seat of another meeting": (
        _all(
            _put("/meetings/1/seats", [{"id": "own", "role": "mas", "unit": "social"}]),
            _put("/meetings/0/seat_rules/0/seat", "own"),
        ),
        "unknown_id",
        "/meetings/0/seat_rules/0/seat",
    ),
    "two rules for one seat": (
        _put("/meetings/0/seat_rules/-", {"seat": "nurse", "vacancy": "never"}),
        "repeated",
        "/meetings/0/seat_rules/1",
    ),
    "two presences of one id": (
        _put(
            "/presences/-",
            {"id": "y1", "person": "bo", "start": "2026-09-14T08:00", "end": "2026-09-14T09:00"},
        ),
        "duplicate_id",
        "/presences/1/id",
    ),
    "closure of no place": (_put("/closures/0/place", "x"), "unknown_id", "/closures/0/place"),
    "locality unknown": (_put("/places/0/locality", "x"), "unknown_id", "/places/0/locality"),
    "leg to nowhere": (_put("/travel/legs/0/between", ["hall", "x"]), "unknown_id", "/travel/legs/0/between/1"),
    "series of a closed day unknown": (_put("/closed_days/0/series/0", "x"), "unknown_id", "/closed_days/0/series/0"),
    "series of a meeting unknown": (_put("/meetings/0/series", "x"), "unknown_id", "/meetings/0/series"),
    "place of a meeting unknown": (_put("/meetings/0/places", ["x"]), "unknown_id", "/meetings/0/places/0"),
    "unit of a seat unknown": (_put("/series/0/seats/2/unit", "x"), "unknown_id", "/series/0/seats/2/unit"),
    "unit of a duty unknown": (_put("/series/0/convener/unit", "x"), "unknown_id", "/series/0/convener/unit"),
    "role of a duty unknown": (_put("/series/0/convener/role", "x"), "unknown_id", "/series/0/convener/role"),
    "meeting of an order unknown": (_put("/orders/0/after", "x"), "unknown_id", "/orders/0/after"),
    "meeting of a relation unknown": (
        _put("/day_relations/0/meetings/1", "x"),
        "unknown_id",
        "/day_relations/0/meetings/1",
    ),
    "asked seat unknown": (_put("/meetings/1/asked", ["maas"]), "unknown_id", "/meetings/1/asked/0"),
    "locked place unknown": (_put(f"{LOCK}/place", "x"), "unknown_id", f"{LOCK}/place"),
    "locked seat unknown": (_put(f"{LOCK}/seats/0/seat", "chef"), "unknown_id", f"{LOCK}/seats/0/seat"),
    "locked person unknown": (_put(f"{LOCK}/seats/0/people", ["x"]), "unknown_id", f"{LOCK}/seats/0/people/0"),
    "two people of one id": (_put("/people/-", {"id": "anna", "name": "Anna 2"}), "duplicate_id", "/people/4/id"),
    "a place and a locality of one id": (
        _put("/localities/-", {"id": "school", "name": "S"}),
        "duplicate_id",
        "/localities/1/id",
    ),
    "two seats of one id": (
        _put("/series/0/seats/-", {"id": "nurse", "role": "nurse", "unit": "care", "vacancy": "priced"}),
        "duplicate_id",
        "/series/0/seats/3/id",
    ),
    "a seat of the meeting and of its series": (
        _put("/meetings/0/seats", [{"id": "nurse", "role": "nurse", "unit": "care"}]),
        "duplicate_id",
        "/meetings/0/seats/0/id",
    ),
    "two meetings of one uid": (
        _all(*(_put(f"/meetings/{n}/uid", "00000000-0000-4000-8000-00000000000a") for n in (0, 1))),
        "duplicate_uid",
        "/meetings/1/uid",
    ),
    "a meeting with the uid of the term": (
        _put("/meetings/0/uid", "00000000-0000-4000-8000-000000000001"),
        "duplicate_uid",
        "/meetings/0/uid",
    ),
    "a place twice": (_put("/series/0/places", ["hall", "school", "hall"]), "repeated", "/series/0/places/2"),
    "a locked seat twice": (
        _put(f"{LOCK}/seats", [{"seat": "chief", "people": ["anna"]}, {"seat": "chief", "people": ["bo"]}]),
        "repeated",
        f"{LOCK}/seats/1",
    ),
    # Ends before starts.
    "term ends before it starts": (
        _all(
            _put("/first_day", "2026-11-02"),
            lambda document: [
                document.pop(key) for key in ("series", "meetings", "orders", "day_relations", "closed_days", "stages")
            ],
        ),
        "ends_before_start",
        "/last_day",
    ),
    "window ends before it starts": (
        _put("/series/0/windows/-", _window(first_day="2026-10-31")),
        "ends_before_start",
        "/series/0/windows/1/last_day",
    ),
    "window closes before it opens": (
        _put("/series/0/windows/-", _window(from_time="17:00", to_time="08:00")),
        "ends_before_start",
        "/series/0/windows/1/to_time",
    ),
    "absence ends before it starts": (
        _put("/absences/0/end", "2026-09-14T08:00"),
        "ends_before_start",
        "/absences/0/end",
    ),
    "presence ends as it starts": (
        _put("/presences/0/end", "2026-09-14T08:00"),
        "ends_before_start",
        "/presences/0/end",
    ),
    "called off to before it was": (
        _put("/meetings/0/called_off/0/last_day", "2026-09-14"),
        "ends_before_start",
        "/meetings/0/called_off/0/last_day",
    ),
    "weekly absence ends before it starts": (
        _put("/absences/1/weekly/to_time", "07:00"),
        "ends_before_start",
        "/absences/1/weekly/to_time",
    ),
    "weekly absence's days end before they start": (
        _all(_put("/absences/1/weekly/first_day", "2026-10-01"), _put("/absences/1/weekly/last_day", "2026-09-30")),
        "ends_before_start",
        "/absences/1/weekly/last_day",
    ),
    "closed days end before they start": (
        _put("/closed_days/0/last_day", "2026-10-25"),
        "ends_before_start",
        "/closed_days/0/last_day",
    ),
    "appointment ends before it starts": (
        _all(_put("/appointments/0/first_day", "2026-10-01"), _put("/appointments/0/last_day", "2026-09-30")),
        "ends_before_start",
        "/appointments/0/last_day",
    ),
    "place closes before it opens": (
        _put("/places/1/hours/0/to_time", "08:00"),
        "ends_before_start",
        "/places/1/hours/0/to_time",
    ),
    # Windows.
    "window without any of its days": (
        _put("/series/0/windows/-", _window(first_day="2026-09-08", last_day="2026-09-13", weekdays=["mon"])),
        "window_without_days",
        "/series/0/windows/1",
    ),
    "window whose days lie outside the term": (
        _put("/series/0/windows/-", _window(first_day="2026-09-01", last_day="2026-09-07", weekdays=["tue"])),
        "window_without_days",
        "/series/0/windows/1",
    ),
    "window outside the term": (
        _put("/series/0/windows/-", _window(first_day="2026-08-01", last_day="2026-09-06")),
        "window_outside_term",
        "/series/0/windows/1",
    ),
    "window too short": (
        _put("/meetings/0/windows", [_window(from_time="08:00", to_time="08:59")]),
        "window_too_short",
        "/meetings/0/windows/0",
    ),
    "meeting too long for its window": (
        _all(_put("/meetings/0/duration_minutes", 90), _put("/meetings/0/windows", [_window(to_time="09:00")])),
        "window_too_short",
        "/meetings/0/windows/0",
    ),
    "no window": (_put("/meetings/0/windows", []), "no_window", "/meetings/0/windows"),
    # Seats.
    "deputy of himself": (_put("/appointments/0/deputies/-", "anna"), "self_deputy", "/appointments/0/deputies/1"),
    "count above the pool": (_put("/series/0/seats/1/count", 2), "count_above_pool", "/series/0/seats/1/count"),
    "nobody appointed": (_put("/appointments/1/unit", "social"), "nobody_appointed", "/series/0/seats/1"),
    "post vacant without deputies": (_put("/appointments/1/holder", None), "nobody_appointed", "/series/0/seats/1"),
    "only a deputy where none may": (
        _all(_put("/series/0/seats/0/deputy", "not"), _put("/appointments/0/holder", None), _put(f"{LOCK}/seats", [])),
        "nobody_appointed",
        "/series/0/seats/0",
    ),
    "asked for a required seat": (_put("/meetings/1/asked", ["nurse"]), "asked_not_on_demand", "/meetings/1/asked/0"),
    "unknown group": (_put("/series/0/attendance/0/group", "leader"), "unknown_group", "/meetings/0"),
    "more demanded than seats": (
        _put("/meetings/1/attendance", [{"group": "leaders", "least": 2}]),
        "attendance_above_seats",
        "/meetings/1/attendance/0",
    ),
    # Locks.
    "lock outside the windows": (_put(f"{LOCK}/start", "2026-09-12T10:00"), "lock_outside_window", f"{LOCK}/start"),
    "lock that ends outside the window": (
        _put(f"{LOCK}/start", "2026-09-08T16:30"),
        "lock_outside_window",
        f"{LOCK}/start",
    ),
    "lock outside the term": (
        _all(_put("/meetings/2/windows", [_window(last_day="2026-11-30")]), _put(f"{LOCK}/start", "2026-11-02T10:00")),
        "lock_outside_window",
        f"{LOCK}/start",
    ),
    "lock outside the grid": (_put(f"{LOCK}/start", "2026-09-08T10:15"), "lock_outside_grid", f"{LOCK}/start"),
    "lock elsewhere": (_put("/meetings/2/places", ["school"]), "lock_elsewhere", f"{LOCK}/place"),
    "locked person may not sit there": (
        _put(f"{LOCK}/seats/0/people", ["dan"]),
        "locked_person_not_eligible",
        f"{LOCK}/seats/0/people/0",
    ),
    "locked seat is not asked for": (
        _put(f"{LOCK}/seats/-", {"seat": "mas", "people": ["dan"]}),
        "locked_seat_not_wanted",
        f"{LOCK}/seats/1/seat",
    ),
    "more people locked than wanted": (
        _put(f"{LOCK}/seats/0/people", ["anna", "bo"]),
        "locked_too_many",
        f"{LOCK}/seats/0/people",
    ),
    # Times.
    "absence at a time that does not exist": (
        _all(_put("/absences/0/start", "2026-03-29T02:30")),
        "time_does_not_exist",
        "/absences/0/start",
    ),
    "presence at a time that does not exist": (
        _put("/presences/0/start", "2026-03-29T02:30"),
        "time_does_not_exist",
        "/presences/0/start",
    ),
    "seen from a time that does not exist": (_put("/as_of", "2026-03-29T02:00"), "time_does_not_exist", "/as_of"),
    "unknown time zone": (_put("/time_zone", "Europe/Stokholm"), "unknown_time_zone", "/time_zone"),
    "neither single nor weekly": (_put("/absences/1/weekly", None), "when_needed", "/absences/1"),
    "both single and weekly": (_put("/absences/0/weekly", {}), "when_needed", "/absences/0"),
    "half a closure": (_put("/closures/0/end", None), "when_needed", "/closures/0"),
    # Ties.
    "order of itself": (_put("/orders/0/after", "m1"), "order_of_itself", "/orders/0/after"),
    "order impossible": (
        _all(_put("/orders/0/at_least_days", 7), _put("/orders/0/at_most_days", 6)),
        "order_impossible",
        "/orders/0/at_most_days",
    ),
    "orders in a circle": (_put("/orders/-", {"id": "o2", "before": "m2", "after": "m1"}), "order_circle", "/orders"),
    "unknown series of a stage": (_put("/stages/0/series/0", "nowhere"), "unknown_id", "/stages/0/series/0"),
    "series twice in a stage": (_put("/stages/0/series/-", "area"), "repeated", "/stages/0/series/1"),
    "series in two stages": (
        _put("/stages/-", {"id": "then", "title": "Sedan", "series": ["area"]}),
        "series_in_two_stages",
        "/stages/1/series/0",
    ),
    "half coordinates": (_put("/places/0/longitude", None), "half_coordinates", "/places/0/latitude"),
    "leg to itself": (
        _put("/travel/legs/-", {"between": ["hall", "hall"], "minutes": 1}),
        "leg_to_itself",
        "/travel/legs/1/between",
    ),
    "leg twice": (
        _put("/travel/legs/-", {"between": ["school", "hall"], "minutes": 1}),
        "leg_twice",
        "/travel/legs/1/between",
    ),
}


def _at_once(document: dict[str, Any]) -> None:
    """Two locks at the same time, with the same chief."""
    document["meetings"][0]["lock"] = {"start": "2026-09-08T10:30", "place": "school"}


def _back_in_the_night(document: dict[str, Any]) -> None:
    nights = _window(last_day="2026-10-31", from_time="00:00", to_time="23:00")
    document["meetings"][2]["windows"] = [{**nights, "last_day": "2026-11-01", "weekdays": ["sun"]}]
    document["meetings"][2]["lock"]["start"] = "2026-10-25T02:30"


ONE["two locks at once"] = (_at_once, "locks_clash", "/meetings/0/lock")
ONE["lock at a time that comes twice"] = (_back_in_the_night, "time_happens_twice", f"{LOCK}/start")


def test_the_good_document_is_good() -> None:
    assert said(good()) == []


@pytest.mark.parametrize("name", ONE)
def test_a_single_fault_is_told_alone_and_at_its_place(name: str) -> None:
    change, code, place = ONE[name]
    document = good()
    change(document)
    found = said(document)
    if name == "unknown group":  # every meeting of the series lacks it
        assert found == [(code, f"/meetings/{n}") for n in range(3)]
    else:
        assert found == [(code, place)]


def test_every_fault_has_such_a_test() -> None:
    elsewhere = FOUND_WITH_THE_CALENDAR | FOUND_IN_A_CHANGE
    assert {code for _, code, _ in ONE.values()} | {"too_many"} | elsewhere == set(FAULTS)


def test_every_fault_says_what_would_mend_it() -> None:
    advice = ("add", "correct", "give", "swap", "move", "remove", "lower", "widen", "choose", "leave", "raise")
    for code, sentence in FAULTS.items():
        assert any(word in sentence for word in advice), code


def test_an_unknown_id_is_told_with_the_nearest_one() -> None:
    document = good()
    document["absences"][0]["person"] = "anne"
    with pytest.raises(ValidationError, match='unknown person "anne", did you mean "anna"\\?: add it to people'):
        Term.model_validate(document)


def test_nothing_is_suggested_that_is_not_near() -> None:
    assert nearest("zzz", ["anna", "bo"]) == ""
    assert nearest("p17", ["p71", "x"]) == ', did you mean "p71"?'


# ---- several at once ----


def test_all_faults_are_told_at_once() -> None:
    document = good()
    names = ("person unknown", "leg twice", "count above the pool", "lock outside the grid", "half a closure")
    changes = [ONE[name] for name in names]
    for change, _, _ in changes:
        change(document)
    assert set(said(document)) == {(code, place) for _, code, place in changes}


def test_what_cannot_be_read_does_not_hide_the_rest() -> None:
    document = good()
    del document["people"][1]["name"]
    document["people"].append({"id": "eva", "name": "Eva", "base": "nowhere"})
    document["appointments"][0]["role"] = "hed"
    assert said(document) == [
        ("missing", "/people/1/name"),
        ("unknown_id", "/people/4/base"),  # at its place in the whole document
        ("unknown_id", "/appointments/0/role"),
    ]


def test_what_cannot_be_read_is_not_unknown() -> None:
    document = good()
    document["people"][1]["age"] = 40
    assert said(document) == [("extra_forbidden", "/people/1/age")]


@pytest.mark.parametrize("field", ["uid", "title", "first_day", "last_day"])
def test_a_missing_field_of_the_term_does_not_hide_the_rest(field: str) -> None:
    document = good()
    del document[field]
    document["absences"][0]["person"] = "x"
    assert said(document) == [("missing", f"/{field}"), ("unknown_id", "/absences/0/person")]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("people", {}),
        ("roles", None),
        ("meetings", "m1"),
        ("series", 7),
        ("grid_minutes", 1),
        ("travel", []),
        ("as_of", "x"),
    ],
)
def test_a_field_that_cannot_be_read_makes_no_other_faults(field: str, value: object) -> None:
    document = good()
    document[field] = value
    found = said(document)
    assert {place.split("/")[1] for _, place in found} == {field}


def test_whoever_cannot_be_named_may_be_anybody() -> None:
    document = good()
    document["people"][0]["id"] = ""
    assert said(document) == [("string_pattern_mismatch", "/people/0/id")]


def test_a_field_that_cannot_be_read_does_not_hide_the_rest() -> None:
    document = good()
    document["people"] = {}
    document["orders"][0]["after"] = "m7"
    document["travel"]["legs"][0]["between"][0] = "x"
    places = [place for code, place in said(document) if code == "unknown_id"]
    assert places == ["/orders/0/after", "/travel/legs/0/between/0"]


@pytest.mark.parametrize("document", [[], "term", 7, None, {}])
def test_what_is_no_term_is_said_to_be_none(document: object) -> None:
    assert said(document) != []


# ---- locks ----


def test_every_meeting_that_clashes_is_told_once() -> None:
    document = good()
    document["meetings"] = [
        {
            "id": f"m{n}",
            "series": "area",
            "lock": {"start": f"2026-09-08T1{n}:00", "place": "hall"},
            "duration_minutes": 120,
        }
        for n in range(4)
    ]
    document["orders"] = document["day_relations"] = []
    document["series"][0]["duration_minutes"] = 120
    document["series"][0]["seats"] = document["series"][0]["attendance"] = []
    assert said(document) == [("locks_clash", f"/meetings/{n}/lock") for n in (1, 2, 3)]


@pytest.mark.parametrize(
    ("other", "clashes"),
    [
        ({"start": "2026-09-08T11:00"}, False),  # afterwards
        ({"start": "2026-09-08T09:00"}, False),  # before
        ({"start": "2026-09-08T10:30"}, True),
        ({"start": "2026-09-08T09:30"}, True),
    ],
)
def test_locks_clash_only_when_they_overlap(other: dict[str, str], clashes: bool) -> None:
    document = good()
    document["meetings"][0]["lock"] = {**other, "place": "hall"}
    assert {code for code, _ in said(document)} == ({"locks_clash"} if clashes else set())


def test_locks_do_not_clash_where_people_and_rooms_suffice() -> None:
    document = good()
    document["appointments"] += [
        {"id": "a4", "role": "head", "unit": "care", "holder": "bo"},
        {"id": "a5", "role": "nurse", "unit": "care", "holder": "dan"},
    ]
    document["meetings"][0]["lock"] = {"start": "2026-09-08T10:00", "place": "hall"}
    assert said(document) == [("locks_clash", "/meetings/2/lock")]  # at the one room
    document["places"][0]["rooms"] = 2
    assert said(document) == []


# ---- sizes ----


@pytest.mark.parametrize(
    ("bound", "most", "place"),
    [
        ("people", 3, "/people"),
        ("meetings", 2, "/meetings"),
        ("absences_per_person", 0, "/absences"),
        ("legs", 0, "/travel/legs"),
        ("relations", 1, "/orders"),
        ("term_days", 55, "/last_day"),
        ("seats_per_meeting", 2, "/series/0/seats"),
        ("seats", 8, "/meetings"),
        ("starts", 1000, "/meetings"),
    ],
)
def test_a_term_beyond_a_bound_is_told_so(bound: str, most: int, place: str) -> None:
    assert ("too_many", place) in said(good(), sizes=Sizes(**{bound: most}))
    assert {code for code, _ in said(good(), sizes=Sizes(**{bound: most}))} == {"too_many"}


@pytest.mark.parametrize(
    ("bound", "most"),
    [("people", 4), ("meetings", 3), ("absences_per_person", 1), ("relations", 2), ("term_days", 56), ("seats", 9)],
)
def test_a_term_just_within_a_bound_is_good(bound: str, most: int) -> None:
    assert said(good(), sizes=Sizes(**{bound: most})) == []


# ---- how they are told ----


def test_a_pointer_is_a_json_pointer() -> None:
    assert pointer(("a", 1, "b/c~d")) == "/a/1/b~1c~0d"


def test_faults_of_others_are_told_the_same_way() -> None:
    wrong = as_validation_error("Term", [Fault("goal_needed", ("goals",))])
    assert [(error["type"], error["loc"], error["msg"]) for error in wrong.errors()] == [
        ("goal_needed", ("goals",), FAULTS["goal_needed"])
    ]

"""Changes that make one fault each of the good document: which fault, and where it is told."""

from typing import Any

from tests.models.document import Change, all_of, put, window
from tests.models.faulty_forums import OF_FORUMS

__all__ = ["ONE"]

LOCK = "/meetings/2/lock"
ONE: dict[str, tuple[Change, str, str]] = {
    # Ids.
    "person unknown": (put("/appointments/2/holder", "dam"), "unknown_id", "/appointments/2/holder"),
    "deputy unknown": (put("/appointments/0/deputies/0", "bob"), "unknown_id", "/appointments/0/deputies/0"),
    "role unknown": (put("/appointments/2/role", "mass"), "unknown_id", "/appointments/2/role"),
    "organisation unknown": (put("/units/0/organisation", "x"), "unknown_id", "/units/0/organisation"),
    "district of an unknown area": (put("/districts/0/area", "x"), "unknown_id", "/districts/0/area"),
    "absence of a stranger": (put("/absences/0/person", "x"), "unknown_id", "/absences/0/person"),
    "presence of a stranger": (put("/presences/0/person", "ana"), "unknown_id", "/presences/0/person"),
    "rule for an unknown seat": (
        put("/meetings/0/seat_rules/0/seat", "nurze"),
        "unknown_id",
        "/meetings/0/seat_rules/0/seat",
    ),
    "rule for a seat of another meeting": (
        all_of(
            put("/meetings/1/seats", [{"id": "own", "role": "mas", "unit": "social"}]),
            put("/meetings/0/seat_rules/0/seat", "own"),
        ),
        "unknown_id",
        "/meetings/0/seat_rules/0/seat",
    ),
    "two rules for one seat": (
        put("/meetings/0/seat_rules/-", {"seat": "nurse", "vacancy": "never"}),
        "repeated",
        "/meetings/0/seat_rules/1",
    ),
    "two presences of one id": (
        put(
            "/presences/-",
            {"id": "y1", "person": "bo", "start": "2026-09-14T08:00", "end": "2026-09-14T09:00"},
        ),
        "duplicate_id",
        "/presences/1/id",
    ),
    "closure of no place": (put("/closures/0/place", "x"), "unknown_id", "/closures/0/place"),
    "locality unknown": (put("/places/0/locality", "x"), "unknown_id", "/places/0/locality"),
    "leg to nowhere": (put("/travel/legs/0/between", ["hall", "x"]), "unknown_id", "/travel/legs/0/between/1"),
    "series of a closed day unknown": (put("/closed_days/0/series/0", "x"), "unknown_id", "/closed_days/0/series/0"),
    "series of a meeting unknown": (put("/meetings/0/series", "x"), "unknown_id", "/meetings/0/series"),
    "place of a meeting unknown": (put("/meetings/0/places", ["x"]), "unknown_id", "/meetings/0/places/0"),
    "unit of a seat unknown": (put("/series/0/seats/2/unit", "x"), "unknown_id", "/series/0/seats/2/unit"),
    "unit of a duty unknown": (put("/series/0/convener/unit", "x"), "unknown_id", "/series/0/convener/unit"),
    "role of a duty unknown": (put("/series/0/convener/role", "x"), "unknown_id", "/series/0/convener/role"),
    "meeting of an order unknown": (put("/orders/0/after", "x"), "unknown_id", "/orders/0/after"),
    "meeting of a relation unknown": (
        put("/day_relations/0/meetings/1", "x"),
        "unknown_id",
        "/day_relations/0/meetings/1",
    ),
    "asked seat unknown": (put("/meetings/1/asked", ["maas"]), "unknown_id", "/meetings/1/asked/0"),
    "locked place unknown": (put(f"{LOCK}/place", "x"), "unknown_id", f"{LOCK}/place"),
    "locked seat unknown": (put(f"{LOCK}/seats/0/seat", "chef"), "unknown_id", f"{LOCK}/seats/0/seat"),
    "locked person unknown": (put(f"{LOCK}/seats/0/people", ["x"]), "unknown_id", f"{LOCK}/seats/0/people/0"),
    "two people of one id": (put("/people/-", {"id": "anna", "name": "Anna 2"}), "duplicate_id", "/people/4/id"),
    "a place and a locality of one id": (
        put("/localities/-", {"id": "school", "name": "S"}),
        "duplicate_id",
        "/localities/1/id",
    ),
    "two seats of one id": (
        put("/series/0/seats/-", {"id": "nurse", "role": "nurse", "unit": "care", "vacancy": "priced"}),
        "duplicate_id",
        "/series/0/seats/3/id",
    ),
    "a seat of the meeting and of its series": (
        put("/meetings/0/seats", [{"id": "nurse", "role": "nurse", "unit": "care"}]),
        "duplicate_id",
        "/meetings/0/seats/0/id",
    ),
    "two meetings of one uid": (
        all_of(*(put(f"/meetings/{n}/uid", "00000000-0000-4000-8000-00000000000a") for n in (0, 1))),
        "duplicate_uid",
        "/meetings/1/uid",
    ),
    "a meeting with the uid of the term": (
        put("/meetings/0/uid", "00000000-0000-4000-8000-000000000001"),
        "duplicate_uid",
        "/meetings/0/uid",
    ),
    "a place twice": (put("/series/0/places", ["hall", "school", "hall"]), "repeated", "/series/0/places/2"),
    "a locked seat twice": (
        put(f"{LOCK}/seats", [{"seat": "chief", "people": ["anna"]}, {"seat": "chief", "people": ["bo"]}]),
        "repeated",
        f"{LOCK}/seats/1",
    ),
    # Ends before starts.
    "term ends before it starts": (
        all_of(
            put("/first_day", "2026-11-02"),
            lambda document: [
                document.pop(key) for key in ("series", "meetings", "orders", "day_relations", "closed_days", "stages")
            ],
        ),
        "ends_before_start",
        "/last_day",
    ),
    "window ends before it starts": (
        put("/series/0/windows/-", window(first_day="2026-10-31")),
        "ends_before_start",
        "/series/0/windows/1/last_day",
    ),
    "window closes before it opens": (
        put("/series/0/windows/-", window(from_time="17:00", to_time="08:00")),
        "ends_before_start",
        "/series/0/windows/1/to_time",
    ),
    "absence ends before it starts": (
        put("/absences/0/end", "2026-09-14T08:00"),
        "ends_before_start",
        "/absences/0/end",
    ),
    "presence ends as it starts": (
        put("/presences/0/end", "2026-09-14T08:00"),
        "ends_before_start",
        "/presences/0/end",
    ),
    "called off to before it was": (
        put("/meetings/0/called_off/0/last_day", "2026-09-14"),
        "ends_before_start",
        "/meetings/0/called_off/0/last_day",
    ),
    "weekly absence ends before it starts": (
        put("/absences/1/weekly/to_time", "07:00"),
        "ends_before_start",
        "/absences/1/weekly/to_time",
    ),
    "weekly absence's days end before they start": (
        all_of(put("/absences/1/weekly/first_day", "2026-10-01"), put("/absences/1/weekly/last_day", "2026-09-30")),
        "ends_before_start",
        "/absences/1/weekly/last_day",
    ),
    "closed days end before they start": (
        put("/closed_days/0/last_day", "2026-10-25"),
        "ends_before_start",
        "/closed_days/0/last_day",
    ),
    "appointment ends before it starts": (
        all_of(put("/appointments/0/first_day", "2026-10-01"), put("/appointments/0/last_day", "2026-09-30")),
        "ends_before_start",
        "/appointments/0/last_day",
    ),
    "place closes before it opens": (
        put("/places/1/hours/0/to_time", "08:00"),
        "ends_before_start",
        "/places/1/hours/0/to_time",
    ),
    # Windows.
    "window without any of its days": (
        put("/series/0/windows/-", window(first_day="2026-09-08", last_day="2026-09-13", weekdays=["mon"])),
        "window_without_days",
        "/series/0/windows/1",
    ),
    "window whose days lie outside the term": (
        put("/series/0/windows/-", window(first_day="2026-09-01", last_day="2026-09-07", weekdays=["tue"])),
        "window_without_days",
        "/series/0/windows/1",
    ),
    "window outside the term": (
        put("/series/0/windows/-", window(first_day="2026-08-01", last_day="2026-09-06")),
        "window_outside_term",
        "/series/0/windows/1",
    ),
    "window too short": (
        put("/meetings/0/windows", [window(from_time="08:00", to_time="08:59")]),
        "window_too_short",
        "/meetings/0/windows/0",
    ),
    "meeting too long for its window": (
        all_of(put("/meetings/0/duration_minutes", 90), put("/meetings/0/windows", [window(to_time="09:00")])),
        "window_too_short",
        "/meetings/0/windows/0",
    ),
    "no window": (put("/meetings/0/windows", []), "no_window", "/meetings/0/windows"),
    # Seats.
    "deputy of himself": (put("/appointments/0/deputies/-", "anna"), "self_deputy", "/appointments/0/deputies/1"),
    "count above the pool": (put("/series/0/seats/1/count", 2), "count_above_pool", "/series/0/seats/1/count"),
    "nobody appointed": (put("/appointments/1/unit", "social"), "nobody_appointed", "/series/0/seats/1"),
    "post vacant without deputies": (put("/appointments/1/holder", None), "nobody_appointed", "/series/0/seats/1"),
    "only a deputy where none may": (
        all_of(put("/series/0/seats/0/deputy", "not"), put("/appointments/0/holder", None), put(f"{LOCK}/seats", [])),
        "nobody_appointed",
        "/series/0/seats/0",
    ),
    "asked for a required seat": (put("/meetings/1/asked", ["nurse"]), "asked_not_on_demand", "/meetings/1/asked/0"),
    "unknown group": (put("/series/0/attendance/0/group", "leader"), "unknown_group", "/meetings/0"),
    "more demanded than seats": (
        put("/meetings/1/attendance", [{"group": "leaders", "least": 2}]),
        "attendance_above_seats",
        "/meetings/1/attendance/0",
    ),
    # Locks.
    "lock outside the windows": (put(f"{LOCK}/start", "2026-09-12T10:00"), "lock_outside_window", f"{LOCK}/start"),
    "lock that ends outside the window": (
        put(f"{LOCK}/start", "2026-09-08T16:30"),
        "lock_outside_window",
        f"{LOCK}/start",
    ),
    "lock outside the term": (
        all_of(put("/meetings/2/windows", [window(last_day="2026-11-30")]), put(f"{LOCK}/start", "2026-11-02T10:00")),
        "lock_outside_window",
        f"{LOCK}/start",
    ),
    "lock outside the grid": (put(f"{LOCK}/start", "2026-09-08T10:15"), "lock_outside_grid", f"{LOCK}/start"),
    "lock elsewhere": (put("/meetings/2/places", ["school"]), "lock_elsewhere", f"{LOCK}/place"),
    "locked person may not sit there": (
        put(f"{LOCK}/seats/0/people", ["dan"]),
        "locked_person_not_eligible",
        f"{LOCK}/seats/0/people/0",
    ),
    "locked seat is not asked for": (
        put(f"{LOCK}/seats/-", {"seat": "mas", "people": ["dan"]}),
        "locked_seat_not_wanted",
        f"{LOCK}/seats/1/seat",
    ),
    "more people locked than wanted": (
        put(f"{LOCK}/seats/0/people", ["anna", "bo"]),
        "locked_too_many",
        f"{LOCK}/seats/0/people",
    ),
    # Times.
    "absence at a time that does not exist": (
        all_of(put("/absences/0/start", "2026-03-29T02:30")),
        "time_does_not_exist",
        "/absences/0/start",
    ),
    "presence at a time that does not exist": (
        put("/presences/0/start", "2026-03-29T02:30"),
        "time_does_not_exist",
        "/presences/0/start",
    ),
    "seen from a time that does not exist": (put("/as_of", "2026-03-29T02:00"), "time_does_not_exist", "/as_of"),
    "unknown time zone": (put("/time_zone", "Europe/Stokholm"), "unknown_time_zone", "/time_zone"),
    "neither single nor weekly": (put("/absences/1/weekly", None), "when_needed", "/absences/1"),
    "both single and weekly": (put("/absences/0/weekly", {}), "when_needed", "/absences/0"),
    "half a closure": (put("/closures/0/end", None), "when_needed", "/closures/0"),
    # Ties.
    "order of itself": (put("/orders/0/after", "m1"), "order_of_itself", "/orders/0/after"),
    "order impossible": (
        all_of(put("/orders/0/at_least_days", 7), put("/orders/0/at_most_days", 6)),
        "order_impossible",
        "/orders/0/at_most_days",
    ),
    "orders in a circle": (put("/orders/-", {"id": "o2", "before": "m2", "after": "m1"}), "order_circle", "/orders"),
    "unknown series of a stage": (put("/stages/0/series/0", "nowhere"), "unknown_id", "/stages/0/series/0"),
    "series twice in a stage": (put("/stages/0/series/-", "area"), "repeated", "/stages/0/series/1"),
    "series in two stages": (
        put("/stages/-", {"id": "then", "title": "Sedan", "series": ["area"]}),
        "series_in_two_stages",
        "/stages/1/series/0",
    ),
    "half coordinates": (put("/places/0/longitude", None), "half_coordinates", "/places/0/latitude"),
    "leg to itself": (
        put("/travel/legs/-", {"between": ["hall", "hall"], "minutes": 1}),
        "leg_to_itself",
        "/travel/legs/1/between",
    ),
    "leg twice": (
        put("/travel/legs/-", {"between": ["school", "hall"], "minutes": 1}),
        "leg_twice",
        "/travel/legs/1/between",
    ),
    **OF_FORUMS,
}


def _at_once(document: dict[str, Any]) -> None:
    """Two locks at the same time, with the same chief."""
    document["meetings"][0]["lock"] = {"start": "2026-09-08T10:30", "place": "school"}


def _back_in_the_night(document: dict[str, Any]) -> None:
    nights = window(last_day="2026-10-31", from_time="00:00", to_time="23:00")
    document["meetings"][2]["windows"] = [{**nights, "last_day": "2026-11-01", "weekdays": ["sun"]}]
    document["meetings"][2]["lock"]["start"] = "2026-10-25T02:30"


ONE["two locks at once"] = (_at_once, "locks_clash", "/meetings/0/lock")
ONE["lock at a time that comes twice"] = (_back_in_the_night, "time_happens_twice", f"{LOCK}/start")

"""What is sent in malice or by mistake gets a clear answer, and soon."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from time import process_time
from typing import Any

import pytest
from pydantic import ValidationError

from models import Term
from tests.models.document import good, said

ONE_DAY = {"first_day": "2026-09-08", "last_day": "2026-09-08"}


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Fails when what is done inside takes this process longer, whatever else the machine does."""
    began = process_time()
    yield
    took = process_time() - began
    assert took < seconds, f"took {took:.1f} s"


def _said_of(text: str | bytes) -> list[str]:
    with pytest.raises(ValidationError) as wrong:
        Term.model_validate_json(text)
    return [error["type"] for error in wrong.value.errors(include_url=False, include_input=False)]


# ---- no JSON, or strange JSON ----


@pytest.mark.parametrize(
    "text", ["", "{", "[" * 100_000, '{"a":' * 100_000, "\x00", '{"title": "a\x01"}', "NaN", b"\xff\xfe{}"]
)
def test_what_is_no_json_is_refused(text: str | bytes) -> None:
    with within(1):
        assert _said_of(text) == ["json_invalid"] or text == "NaN"


def test_deep_nesting_in_a_field_is_refused() -> None:
    deep: Any = "x"
    for _ in range(500):
        deep = {"note": [deep]}
    document = good()
    document["note"] = deep
    assert said(document) == [("string_type", "/note")]
    document["people"][0]["limits"] = deep
    assert {place.split("/")[1] for _, place in said(document)} == {"note", "people"}


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "91"])
def test_a_place_lies_on_the_globe(number: str) -> None:
    text = json.dumps(good()).replace("57.7", number)
    with pytest.raises(ValidationError) as wrong:
        Term.model_validate_json(text)
    assert [error["loc"] for error in wrong.value.errors()] == [("places", 0, "latitude")]


@pytest.mark.parametrize("number", ["NaN", "1e999", "1.5", "-1", "99999999999999999999999", '"many"'])
def test_minutes_are_whole_and_few(number: str) -> None:
    text = json.dumps(good()).replace('"minutes": 15', f'"minutes": {number}')
    with pytest.raises(ValidationError) as wrong:
        Term.model_validate_json(text)
    assert [error["loc"] for error in wrong.value.errors()] == [("travel", "legs", 0, "minutes")]


def test_of_a_key_given_twice_the_last_counts() -> None:
    text = json.dumps(good())[:-1] + ', "title": "Second", "people": []}'
    assert set(_said_of(text)) == {"unknown_id"}  # nobody is left
    assert Term.model_validate_json(json.dumps(good())[:-1] + ', "title": "Second"}').title == "Second"


# ---- strange texts ----


@pytest.mark.parametrize("bad", ["\x00", "\x07", "\n", "\r", "\x1b[31m", "\x7f", "\x85", "\u2028", "\u2029", "\ufeff"])
def test_a_name_holds_no_control_characters(bad: str) -> None:
    document = good()
    document["people"][0]["name"] = f"An{bad}na"
    assert said(document) == [("string_pattern_mismatch", "/people/0/name")]


@pytest.mark.parametrize("bad", ["", " ", "a b", "a\n", "\n", "../a", "a/b", "-a", "a" * 65, "a\x00", "{id}", "<b>"])
def test_an_id_is_a_plain_word(bad: str) -> None:
    document = good()
    document["roles"].append({"id": bad, "name": "Role"})
    ((_, place),) = said(document)
    assert place == "/roles/3/id"


def test_a_name_of_10_kilobytes_is_too_long() -> None:
    document = good()
    document["title"] = document["people"][0]["name"] = "å" * 10_000
    assert said(document) == [("string_too_long", "/title"), ("string_too_long", "/people/0/name")]


def test_a_note_may_hold_lines_but_not_a_book() -> None:
    document = good()
    document["note"] = "one\n\ttwo"
    assert said(document) == []
    document["note"] = "x" * 4001
    assert said(document) == [("string_too_long", "/note")]


def test_a_lone_surrogate_is_refused() -> None:
    assert _said_of(json.dumps(good()).replace("Hösten 2026", "x").replace('"Cia"', '"\\ud800"')) == ["json_invalid"]


# ---- too much ----


def test_a_million_starts_are_too_many_of_them() -> None:
    document = good()
    document |= {"first_day": "2026-01-01", "last_day": "2028-12-31", "grid_minutes": 5, "closed_days": []}
    document["series"][0]["windows"] = [
        {"first_day": "2026-01-01", "last_day": "2028-12-31", "from_time": "00:00", "to_time": "23:55"}
    ] * 7
    with within(1):
        assert said(document) == [("too_many", "/meetings")]


def test_10000_absences_of_one_person_are_too_many() -> None:
    document = good()
    document["absences"] = [{"id": f"x{n}", "person": "anna", "weekly": {"every_weeks": 2}} for n in range(10_000)]
    with within(2):
        assert said(document) == [("too_many", "/absences")]


def test_many_meetings_of_many_seats_are_counted_before_they_are_put_together() -> None:
    document = good()
    document["series"][0]["seats"] = [
        {"id": f"s{n}", "role": "nurse", "unit": "care", "vacancy": "priced"} for n in range(400)
    ]
    document["series"][0]["attendance"] = []
    document["meetings"] = [{"id": f"m{n}", "series": "area"} for n in range(10_000)]
    with within(3):
        assert set(said(document)) == {("too_many", "/meetings")}


def test_many_unknown_ids_are_told_without_looking_for_the_nearest_for_ever() -> None:
    document = good()
    document["people"] += [{"id": f"person-{n}", "name": "P"} for n in range(5_000)]
    document["absences"] = [
        {"id": f"x{n}", "person": f"persona-{n}", "start": "2026-09-07T08:00", "end": "2026-09-07T09:00"}
        for n in range(5_000)
    ]
    with within(8):
        assert len(said(document)) == 5_000


def test_a_long_list_of_deputies_is_read_in_no_time() -> None:
    document = good()
    document["people"] += [{"id": f"p{n}", "name": "P"} for n in range(20_000)]
    document["appointments"][0]["deputies"] = [f"p{n}" for n in range(20_000)]
    document["appointments"] += [
        {"id": f"b{n}", "role": "head", "unit": "care", "holder": f"p{n}"} for n in range(20_000)
    ]
    with within(3):
        assert said(document) == []


def test_ten_thousand_locks_at_one_time_are_compared_in_no_time() -> None:
    document = good()
    document["orders"] = document["day_relations"] = []
    document["meetings"] = [
        {"id": f"m{n}", "series": "area", "lock": {"start": "2026-09-08T10:00", "place": "hall"}} for n in range(10_000)
    ]
    document["series"][0]["windows"] = [ONE_DAY]
    with within(4):
        # Each but the first meets another in the one room, with the one nurse.
        assert len(said(document)) == 2 * 9_999


def test_a_long_circle_is_told_in_short() -> None:
    document = good()
    document["meetings"] = [{"id": f"m{n}", "series": "area"} for n in range(2_000)]
    document["day_relations"] = []
    document["series"][0]["windows"] = [ONE_DAY]
    document["orders"] = [{"id": f"o{n}", "before": f"m{n}", "after": f"m{(n + 1) % 2_000}"} for n in range(2_000)]
    with within(2), pytest.raises(ValidationError) as wrong:
        Term.model_validate(document)
    (error,) = wrong.value.errors()
    assert error["type"] == "order_circle"
    assert len(error["msg"]) < 200


def test_very_many_things_that_cannot_be_read_are_told_in_bounded_time() -> None:
    document = good()
    document["people"] = [7] * 50_000
    with within(5):
        assert len(said(document)) == 50_000

"""Every fault that a document can have is told, at its place, with what would mend it."""

import pytest
from pydantic import ValidationError

from models import FAULTS, Fault, Term, as_validation_error, nearest, pointer
from tests.models.document import good, said
from tests.models.faulty import ONE

FOUND_WITH_THE_CALENDAR = {"unknown_goal", "unknown_country", "goal_needed"}
"""Faults that `scheduler.faults` finds, since only it knows the goals and the holidays."""
FOUND_IN_A_CHANGE = {"day_outside_term", "not_held_then", "not_locked", "one_of_two", "own_successor", "says_nothing"}


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


# ---- how they are told ----


def test_a_pointer_is_a_json_pointer() -> None:
    assert pointer(("a", 1, "b/c~d")) == "/a/1/b~1c~0d"


def test_faults_of_others_are_told_the_same_way() -> None:
    wrong = as_validation_error("Term", [Fault("goal_needed", ("goals",))])
    assert [(error["type"], error["loc"], error["msg"]) for error in wrong.errors()] == [
        ("goal_needed", ("goals",), FAULTS["goal_needed"])
    ]

"""Changes over HTTP: told as they happened, refused when somebody was first, taken back while nobody knows."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from api.routes.examples import EXAMPLES, TERM
from models import Sizes
from tests.api.routes.house import House, changed

TERM_HERE = f"/v1/terms/{TERM['uid']}"
HERE = f"{TERM_HERE}/changes"
CANCEL = {"kind": "cancel", "meeting": "möte-1", "day": "2026-09-01"}
AWAY = {"kind": "away", "person": "chef-1", "start": "2026-09-02T08:00", "end": "2026-09-02T17:00"}


def _change(house: House, *actions: dict[str, Any], if_match: str = '"1"') -> Any:
    return house.client.post(HERE, json={"actions": actions}, headers={"If-Match": if_match})


def _undo(house: House, number: int, if_match: str) -> Any:
    return house.client.post(f"{HERE}/{number}/undo", headers={"If-Match": if_match})


def test_keeps_what_happened_and_says_which_revision_it_made(house: House) -> None:
    house.make_term()
    made = house.client.post(HERE, json=EXAMPLES["Change"], headers={"If-Match": '"1"'})
    assert (made.status_code, made.headers["location"], made.headers["etag"]) == (201, f"{HERE}/1", '"2"')
    said = made.json()
    assert (said["number"], said["based_on"], said["revision"], said["by"]) == (1, 1, 2, "Anna")
    assert said["change"]["reason"] == "Sjukdom"
    assert house.client.get(f"{HERE}/1").json() == said
    assert house.client.get(TERM_HERE).headers["etag"] == '"2"'
    assert house.client.get(TERM_HERE).json()["meetings"][0]["called_off"][0]["first_day"] == "2026-09-01"


def test_lists_the_changes_newest_first(house: House) -> None:
    house.make_term()
    for n in (1, 2, 3):
        _change(house, AWAY, if_match=f'"{n}"')
    first = house.client.get(f"{HERE}?limit=2").json()
    assert [one["number"] for one in first["items"]] == [3, 2]
    rest = house.client.get(f"{HERE}?limit=2&cursor={first['next']}").json()
    assert ([one["number"] for one in rest["items"]], rest["next"]) == ([1], None)


def test_wants_to_know_what_a_change_is_based_on(house: House) -> None:
    house.make_term()
    refused = house.client.post(HERE, json={"actions": [AWAY]})
    assert (refused.status_code, refused.json()["code"]) == (428, "if_match_required")
    _change(house, AWAY)
    assert house.client.post(f"{HERE}/1/undo").status_code == 428


def test_tells_the_second_what_the_first_did(house: House) -> None:
    house.make_term()
    _change(house, CANCEL, AWAY)
    refused = _change(house, AWAY)
    params = refused.json()["params"]
    assert (refused.status_code, refused.headers["etag"], params["based_on"]) == (412, '"2"', 1)
    (news,) = params["changed"]
    assert (news["revision"], news["by"], news["what"], news["change"]) == (2, "Anna", "changed", 1)
    assert news["actions"] == ["cancel", "away"]
    put = house.client.put(TERM_HERE, json=TERM, headers={"If-Match": '"1"'})
    plan = house.client.post(f"{TERM_HERE}/plan-jobs", json={"revision": 1})
    undo = _undo(house, 1, '"1"')
    assert [one.json()["params"]["changed"] for one in (put, plan, undo)] == [[news]] * 3


def test_of_two_coordinators_one_is_first(house: House) -> None:
    house.make_term()
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda _: _change(house, AWAY), range(6)))
    assert sorted(one.status_code for one in answers) == [201] + [412] * 5
    assert all(one.json()["params"]["changed"] for one in answers if one.status_code == 412)
    assert len(house.client.get(HERE).json()["items"]) == 1


@pytest.mark.parametrize(
    ("action", "source", "pointer", "code"),
    [
        ({"kind": "cancel", "meeting": "mote-1", "day": "2026-09-01"}, "body", "/actions/0/meeting", "unknown_id"),
        ({"kind": "dance"}, "body", "/actions/0", "union_tag_invalid"),
        ({"kind": "away", "person": "chef-1"}, "term", "/absences/0", "when_needed"),
        ({"kind": "lock", "meeting": "möte-1", "start": "2026-09-05T13:00"}, "term", "/meetings/0/lock/start", None),
    ],
)
def test_says_where_a_fault_lies(house: House, action: Any, source: str, pointer: str, code: str | None) -> None:
    house.make_term()
    refused = _change(house, action)
    fault = refused.json()["faults"][0]
    assert (refused.status_code, fault["in"], fault["pointer"]) == (422, source, pointer)
    assert code in (None, fault["code"])
    assert house.client.get(TERM_HERE).headers["etag"] == '"1"'


@pytest.mark.parametrize(
    ("action", "pointer"),
    [
        ({"kind": "cancel", "meeting": "möte-1", "day": "soon"}, "/actions/0/day"),
        ({"kind": "places", "meeting": "möte-1", "places": ["a b"]}, "/actions/0/places/0"),
        ({"kind": "places", "meeting": "möte-1", "places": ["nowhere"]}, "/actions/0/places"),
        ({"kind": "dance"}, "/actions/0"),
    ],
)
def test_a_faulty_action_is_one_fault_at_its_place(house: House, action: Any, pointer: str) -> None:
    house.make_term()
    faults = _change(house, action).json()["faults"]
    assert [(one["in"], one["pointer"]) for one in faults] == [("body", pointer)]


def test_takes_a_change_back(house: House) -> None:
    house.make_term()
    before = house.client.get(TERM_HERE).json()
    _change(house, CANCEL)
    undone = _undo(house, 1, '"2"')
    assert (undone.status_code, undone.headers["etag"]) == (200, '"3"')
    assert (undone.json()["undone_revision"], undone.json()["undone_by"]) == (3, "Anna")
    assert house.client.get(TERM_HERE).json() == before
    again = _undo(house, 1, '"3"')
    assert (again.status_code, again.json()["code"]) == (409, "undone")


def test_refuses_to_take_back_what_people_have_been_told(house: House) -> None:
    house.make_term()
    _change(house, AWAY)
    house.make_release(TERM["uid"])
    refused = _undo(house, 1, '"2"')
    assert (refused.status_code, refused.json()["code"], refused.json()["params"]["release"]) == (409, "released", 1)


def test_refuses_to_take_back_what_has_been_changed_again(house: House) -> None:
    house.make_term()
    _change(house, CANCEL)
    _change(house, {"kind": "move", "meeting": "möte-1", "start": "2026-09-08T13:00"}, if_match='"2"')
    refused = _undo(house, 1, '"3"').json()
    assert (refused["status"], refused["code"], refused["params"]["id"]) == (409, "entangled", "möte-1")


def test_refuses_to_take_back_what_something_later_needs(house: House) -> None:
    house.make_term()
    _change(house, {"kind": "add", "meeting": {"id": "möte-2", "series": "höst"}})
    order = {"id": "o", "before": "möte-1", "after": "möte-2"}
    term = house.client.get(TERM_HERE).json()
    house.client.put(TERM_HERE, json=changed(term, orders=[order]), headers={"If-Match": '"2"'})
    refused = _undo(house, 1, '"3"').json()
    assert (refused["status"], refused["faults"][0]["in"]) == (422, "term")
    assert refused["faults"][0]["pointer"] == "/orders/0/after"


def test_unknown_changes_are_not_found(house: House) -> None:
    house.make_term()
    for path in (f"{HERE}/1", f"{HERE}/2147483647", f"/v1/terms/{TERM['uid'][:-2]}12/changes"):
        assert house.client.get(path).status_code == 404
    assert _undo(house, 1, '"1"').status_code == 404
    assert house.client.get(f"{HERE}/0").status_code == 422


@pytest.mark.parametrize(
    "body",
    [
        {"actions": []},
        {"actions": [AWAY] * 101},
        {"actions": [{}]},
        {"actions": [[AWAY]]},
        {"actions": [AWAY], "by": "Bo"},
        {"actions": [{**AWAY, "start": 0}]},
        {"actions": [{**AWAY, "person": "x" * 100_000}]},
        {"actions": [{"kind": "cancel", "meeting": "möte-1", "day": "9999-12-31"}]},
        {"actions": [{"kind": "limit", "person": "chef-1", "meetings_per_day": 10**30}]},
        {"actions": [AWAY], "reason": "a\u0000b"},
    ],
)
def test_what_is_no_change_is_refused(house: House, body: Any) -> None:
    house.make_term()
    refused = house.client.post(HERE, content=json.dumps(body), headers={"If-Match": '"1"', **JSON})
    assert refused.status_code == 422
    assert len(refused.content) < 3_000


JSON = {"Content-Type": "application/json"}


def test_a_change_that_makes_the_term_too_large_is_refused(tmp_path: Path) -> None:
    house = House.at(tmp_path / "small", sizes=Sizes(absences_per_person=3))
    house.make_term()
    assert _change(house, AWAY, AWAY, AWAY).status_code == 201
    refused = _change(house, AWAY, if_match='"2"')
    assert (refused.status_code, refused.json()["faults"][0]["code"]) == (422, "too_many")
    assert refused.json()["faults"][0]["in"] == "term"
    house.store.close()

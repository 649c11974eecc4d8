"""Terms over HTTP: written whole, read by revision, changed only by those who have seen the newest."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from api.routes.examples import TERM
from tests.api.routes.house import House, changed

HERE = f"/v1/terms/{TERM['uid']}"


def _put(house: House, term: dict[str, Any], if_match: str) -> Any:
    return house.client.put(HERE, json=term, headers={"If-Match": if_match})


def test_keeps_a_new_term(house: House) -> None:
    made = house.client.post("/v1/terms", json=TERM)
    assert (made.status_code, made.headers["location"], made.headers["etag"]) == (201, HERE, '"1"')
    read = house.client.get(HERE)
    assert (read.json(), read.headers["etag"]) == (made.json(), '"1"')
    assert read.json()["meetings"][0]["uid"]  # minted, and kept


def test_refuses_a_term_that_exists(house: House) -> None:
    house.make_term()
    again = house.client.post("/v1/terms", json=TERM)
    assert (again.status_code, again.json()["code"]) == (409, "term_exists")


def test_validates_and_keeps_nothing(house: House) -> None:
    fine = house.client.post("/v1/term-validations", json=TERM)
    assert (fine.status_code, fine.json()["id"], fine.json()["meetings"]) == (200, TERM["uid"], 1)
    wrong = house.client.post("/v1/term-validations", json=changed(TERM, time_zone="Europe/Boras"))
    assert (wrong.status_code, wrong.json()["faults"][0]["pointer"]) == (422, "/time_zone")
    assert house.client.get(HERE).status_code == 404


def test_the_digest_of_a_valid_term_is_that_of_the_stored_one(house: House) -> None:
    valid = house.client.post("/v1/term-validations", json=TERM).json()
    house.make_term()
    assert house.client.get("/v1/terms").json()["items"][0]["digest"] == valid["digest"]


@pytest.mark.parametrize("goals", [["placed", "nonsense"]])
def test_refuses_what_only_the_scheduler_knows_to_be_wrong(house: House, goals: list[str]) -> None:
    wrong = house.client.post("/v1/terms", json=changed(TERM, goals=goals))
    assert (wrong.status_code, wrong.json()["faults"][0]["code"]) == (422, "unknown_goal")


def test_replaces_the_revision_that_was_seen(house: House) -> None:
    house.make_term()
    replaced = _put(house, changed(TERM, title="Ny"), '"1"')
    assert (replaced.status_code, replaced.headers["etag"], replaced.json()["title"]) == (200, '"2"', "Ny")


def test_refuses_to_replace_what_was_not_seen(house: House) -> None:
    house.make_term()
    _put(house, changed(TERM, title="Ny"), '"1"')
    for stale in ('"1"', '"1", "7"', '"999999999"'):
        refused = _put(house, changed(TERM, title="Nyare"), stale)
        assert (refused.status_code, refused.headers["etag"]) == (412, '"2"'), stale
        assert refused.json()["params"]["current_version"] == 2
    assert house.client.get(HERE).json()["title"] == "Ny"


@pytest.mark.parametrize("if_match", ["1", 'W/"1"', '"x"', '"99999999999999999999"', "", "1, 2"])
def test_asks_for_the_tag_as_it_was_given(house: House, if_match: str) -> None:
    house.make_term()
    refused = _put(house, changed(TERM, title="Ny"), if_match)
    assert (refused.status_code, refused.json()["code"]) == (428, "if_match_required")
    assert '"4"' in refused.json()["detail"]
    assert house.client.get(HERE).json()["title"] != "Ny"


@pytest.mark.parametrize("if_match", ['"7", "1"', "*", '"0", "1", "2"'])
def test_replaces_when_one_of_several_tags_is_the_newest(house: House, if_match: str) -> None:
    house.make_term()
    assert _put(house, changed(TERM, title="Ny"), if_match).headers["etag"] == '"2"'


def test_of_many_who_saw_the_same_revision_one_wins(house: House) -> None:
    house.make_term()
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda n: _put(house, changed(TERM, title=f"Ny {n}"), '"1"').status_code, range(8)))
    assert sorted(answers) == [200] + [412] * 7
    assert house.client.get(HERE).headers["etag"] == '"2"'


def test_the_same_document_again_makes_no_revision(house: House) -> None:
    house.make_term()
    stored = house.client.get(HERE).json()
    assert _put(house, stored, '"1"').headers["etag"] == '"1"'


def test_refuses_another_terms_document(house: House) -> None:
    house.make_term()
    other = changed(TERM, uid="6f1b2c1e-2f0a-4c57-9d5e-0c6f5a3f7b12")
    assert (_put(house, other, '"1"')).json()["code"] == "other_term"


def test_a_revision_never_changes(house: House) -> None:
    house.make_term()
    first = house.client.get(f"{HERE}/revisions/1").json()
    _put(house, changed(TERM, title="Ny"), '"1"')
    assert house.client.get(f"{HERE}/revisions/1").json() == first
    listed = house.client.get(f"{HERE}/revisions").json()
    assert [(one["revision"], one["title"]) for one in listed["items"]] == [(2, "Ny"), (1, TERM["title"])]
    assert house.client.get(f"{HERE}/revisions/3").status_code == 404


def test_a_reader_who_has_it_is_told_so(house: House) -> None:
    house.make_term()
    read = house.client.get(HERE)
    same = house.client.get(HERE, headers={"If-None-Match": f'"x", W/{read.headers["etag"]}'})
    assert (same.status_code, same.content, same.headers["etag"]) == (304, b"", '"1"')
    assert house.client.get(HERE, headers={"If-None-Match": '"0"'}).status_code == 200


def test_nobody_sees_another_workspace(house: House) -> None:
    house.make_term()
    plan_id = house.make_release(TERM["uid"])
    job_id = house.office.jobs()[0].id
    shared = house.office.subscribe(TERM["uid"], "term", None, "Anna")
    other = house.client_of(house.store.create_workspace("other", "Annan"))
    assert other.get("/v1/terms").json()["items"] == []
    assert other.get("/v1/plan-jobs").json()["items"] == []
    hidden = [
        *(f"{HERE}{below}" for below in ("", "/revisions", "/revisions/1", "/plans", "/releases", "/releases/1")),
        *(f"{HERE}/{below}" for below in ("releases/newest", "subscriptions")),
        *(f"/v1/plan-jobs/{job_id}{below}" for below in ("", "/events")),
        *(f"/v1/plans/{plan_id}{below}" for below in ("", "/check")),
        f"/v1/subscriptions/{shared.id}",
    ]
    assert [path for path in hidden if house.client.get(path).status_code not in (200, 204)] == []
    assert [path for path in hidden if other.get(path).status_code != 404] == []
    assert other.put(HERE, json=TERM, headers={"If-Match": '"1"'}).status_code == 404
    assert other.post(f"{HERE}/plan-jobs").status_code == 404
    assert other.post(f"{HERE}/releases", json={"plan_id": plan_id}).status_code == 404
    for act in (
        f"/v1/plan-jobs/{job_id}/cancel",
        *(f"/v1/subscriptions/{shared.id}/{do}" for do in ("rotate", "revoke")),
    ):
        assert other.post(act).status_code == 404

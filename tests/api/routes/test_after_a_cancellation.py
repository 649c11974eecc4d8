"""After a cancellation, from end to end: change, re-plan, look at what changes for whom, release, roll back."""

from typing import Any

import pytest

from api.routes.examples import TERM
from tests.api.routes.house import House, changed

HERE = f"/v1/terms/{TERM['uid']}"
MEETINGS = [{"id": "möte-1", "series": "höst"}, {"id": "möte-2", "series": "höst"}]
AS_OF = {"as_of": "2026-08-25T08:00"}


@pytest.fixture
def office(house: House) -> House:
    """A term of two meetings whose plan is released, and a link to everybody's calendar."""
    house.make_term(meetings=MEETINGS)
    plan_id = house.planned(TERM["uid"])
    house.office.subscribe(TERM["uid"], "term", None, "Anna")
    house.office.subscribe(TERM["uid"], "person", "chef-2", "Anna")
    house.office.release(TERM["uid"], plan_id, "Anna")
    return house


def _first(house: House) -> dict[str, Any]:
    """The placement that is first in time, of the released plan."""
    plan_id = house.office.released(TERM["uid"]).plan_id
    placements: list[dict[str, Any]] = house.client.get(f"/v1/plans/{plan_id}").json()["plan"]["placements"]
    return placements[0]


def _cancel(house: House, **headers: str) -> Any:
    """The first meeting is not held on its day."""
    first = _first(house)
    action = {"kind": "cancel", "meeting": first["meeting"], "day": first["start"][:10]}
    return house.client.post(f"{HERE}/changes", json={"actions": [action]}, headers={"If-Match": '"1"', **headers})


def _replan(house: House, wish: dict[str, Any] | None = None) -> dict[str, Any]:
    """The replan job, done."""
    asked = house.client.post(f"{HERE}/replan-jobs", json=wish or AS_OF)
    assert asked.status_code == 202, asked.text
    house.work_on(asked.json()["id"])
    job: dict[str, Any] = house.client.get(asked.headers["location"]).json()
    return job


def test_one_cancellation_disturbs_those_of_one_meeting(office: House) -> None:
    known = office.office.released(TERM["uid"]).plan_id
    cancelled = _cancel(office).json()["change"]["actions"][0]
    job = _replan(office)
    assert (job["kind"], job["state"], job["revision"]) == ("replan", "succeeded", 2)
    assert job["request"] == {**AS_OF, "baseline_plan_id": known}
    assert job["result"] == {"changed": True, "baseline_plan_id": known}
    plan = office.client.get(f"/v1/plans/{job['plan_id']}").json()
    assert (plan["proven"], plan["unplaced"]) == (True, 0)
    assert [one["value"] for one in plan["goals"] if one["id"] in ("disturbed", "moved")] == [1, 1]
    assert office.client.get(f"/v1/plans/{job['plan_id']}/check").json()["obeys"]

    found = office.client.get(f"/v1/plans/{job['plan_id']}/difference", headers={"Accept-Language": "en"}).json()
    assert (found["before_plan_id"], found["after_plan_id"], found["changed"]) == (known, job["plan_id"], True)
    what = {one["meeting"]: one["what"] for one in found["meetings"]}
    assert what.pop(cancelled["meeting"]) == "moved"
    assert list(what.values()) == ["untouched"]
    (person,) = found["people"]
    assert (person["person"], person["name"]) == ("chef-1", "Enhetschef hemtjänst")
    assert [one["kind"] for one in person["changes"]] == ["moved"]
    assert "Närvårdsmöte" in person["changes"][0]["detail"]
    swedish = office.client.get(f"/v1/plans/{job['plan_id']}/difference").json()
    assert swedish["people"][0]["changes"][0]["detail"] != person["changes"][0]["detail"]


def test_a_replan_that_needs_no_change_says_so(office: House) -> None:
    job = _replan(office)
    assert job["result"]["changed"] is False
    found = office.client.get(f"/v1/plans/{job['plan_id']}/difference").json()
    assert (found["changed"], found["people"]) == (False, [])
    preview = office.client.post(f"{HERE}/release-previews", json={"plan_id": job["plan_id"]}).json()
    assert (preview["feeds"], preview["feeds_changed"]) == (2, 0)


def test_looks_at_a_release_before_it_is_made(office: House) -> None:
    _cancel(office)
    job = _replan(office)
    audit = office.client.get("/v1/audit").json()
    preview = office.client.post(f"{HERE}/release-previews", json={"plan_id": job["plan_id"]})
    seen = preview.json()
    assert preview.status_code == 200
    assert (seen["release"], seen["revision"], seen["current_revision"]) == (2, 2, 2)
    assert (seen["feeds"], seen["feeds_changed"]) == (2, 1)
    assert [one["person"] for one in seen["people"]] == ["chef-1"]
    assert office.client.get(f"{HERE}/releases/newest").json()["number"] == 1
    assert office.client.get("/v1/audit").json() == audit
    made = office.client.post(f"{HERE}/releases", json={"plan_id": job["plan_id"], "based_on": 1})
    assert (made.status_code, made.json()["number"], made.json()["revision"]) == (201, 2, 2)
    between = office.client.get(f"{HERE}/releases/difference?from=1&to=2").json()
    assert between["meetings"] == seen["meetings"]
    assert [one | {"state": "none"} for one in between["people"]] == seen["people"]


def test_the_first_release_concerns_everybody_who_sits_somewhere(house: House) -> None:
    house.make_term(meetings=MEETINGS)
    plan_id = house.planned(TERM["uid"])
    assert house.client.get(f"/v1/plans/{plan_id}/difference").status_code == 404
    seen = house.client.post(f"{HERE}/release-previews", json={"plan_id": plan_id}).json()
    assert (seen["release"], seen["before_plan_id"], seen["feeds"]) == (1, None, 0)
    assert {one["what"] for one in seen["meetings"]} == {"new"}
    assert [one["kind"] for one in seen["people"][0]["changes"]] == ["joins", "joins"]


def test_rolls_back_by_a_new_release(office: House) -> None:
    _cancel(office)
    first = office.office.released(TERM["uid"])
    office.office.release(TERM["uid"], _replan(office)["plan_id"], "Anna")
    seen = office.client.post(f"{HERE}/release-previews", json={"roll_back_to": 1}).json()
    assert (seen["release"], seen["revision"], seen["after_plan_id"]) == (3, 1, first.plan_id)
    for act in ("releases", "release-previews"):
        empty = office.client.post(f"{HERE}/{act}", json={"roll_back_to": 2})
        assert (empty.status_code, empty.json()["code"]) == (409, "nothing_to_roll_back")
    back = office.client.post(f"{HERE}/releases", json={"roll_back_to": 1, "based_on": 2})
    assert (back.status_code, back.headers["location"]) == (201, f"{HERE}/releases/3")
    assert (back.json()["plan_id"], back.json()["revision"]) == (first.plan_id, 1)
    assert not office.client.get(f"{HERE}/releases/difference?from=1&to=3").json()["changed"]
    assert office.client.get(f"{HERE}/releases/difference?from=2").json()["changed"]
    refused = office.client.post(f"{HERE}/releases", json={"roll_back_to": 1, "based_on": 2})
    assert (refused.status_code, refused.json()["params"]["changed"][0]["plan_id"]) == (412, first.plan_id)
    assert office.client.post(f"{HERE}/releases", json={"roll_back_to": 9}).status_code == 404


@pytest.mark.parametrize("body", [{}, {"based_on": 1}, {"plan_id": "p", "roll_back_to": 1}, {"roll_back_to": 0}])
def test_a_release_names_one_plan(house: House, body: dict[str, Any]) -> None:
    house.make_term()
    assert house.client.post(f"{HERE}/releases", json=body).status_code == 422


def test_from_nothing_to_a_release_everything_is_new(office: House) -> None:
    found = office.client.get(f"{HERE}/releases/difference?from=0").json()
    assert (found["before_plan_id"], {one["what"] for one in found["meetings"]}) == (None, {"new"})


def test_compares_only_what_can_be_compared(office: House) -> None:
    plan_id = office.office.released(TERM["uid"]).plan_id
    office.make_term(uid="6f1b2c1e-2f0a-4c57-9d5e-0c6f5a3f7b12")
    other = office.planned("6f1b2c1e-2f0a-4c57-9d5e-0c6f5a3f7b12")
    refused = office.client.get(f"/v1/plans/{plan_id}/difference?against={other}")
    assert (refused.status_code, refused.json()["code"]) == (409, "other_term")
    preview = office.client.post(f"{HERE}/release-previews", json={"plan_id": other})
    assert (preview.status_code, preview.json()["code"]) == (409, "other_term")
    for path in (f"/v1/plans/{plan_id}/difference?against=nothing", f"{HERE}/releases/difference?from=7&to=1"):
        assert office.client.get(path).status_code == 404
    assert office.client.get(f"{HERE}/releases/difference").status_code == 422


def test_there_is_nothing_to_change_before_there_is_a_plan(house: House) -> None:
    house.make_term()
    refused = house.client.post(f"{HERE}/replan-jobs")
    assert (refused.status_code, refused.json()["code"]) == (409, "nothing_to_change")


def test_a_replan_is_made_from_now_unless_it_is_said(office: House) -> None:
    job = office.client.post(f"{HERE}/replan-jobs").json()
    assert job["request"]["as_of"] == "2026-08-24T10:00"  # by the clock on the wall
    assert job["result"] is None
    busy = office.client.post(f"{HERE}/plan-jobs")
    assert (busy.status_code, busy.json()["params"]["job"]) == (409, job["id"])


def test_a_replan_begins_where_it_is_told_to(office: House) -> None:
    other = office.planned(TERM["uid"])
    assert _replan(office, {**AS_OF, "baseline_plan_id": other})["request"]["baseline_plan_id"] == other
    assert office.client.post(f"{HERE}/replan-jobs", json={"baseline_plan_id": "nothing"}).status_code == 404
    wrong = office.client.post(f"{HERE}/replan-jobs", json={"as_of": "2026-08-25T08:00Z"})
    assert (wrong.status_code, wrong.json()["faults"][0]["pointer"]) == (422, "/as_of")
    stale = office.client.post(f"{HERE}/replan-jobs", json={"revision": 7})
    assert (stale.status_code, stale.json()["params"]["changed"]) == (412, [])


def test_the_same_key_asks_for_one_kind_only(office: House) -> None:
    key = {"Idempotency-Key": "k1"}
    first = office.client.post(f"{HERE}/replan-jobs", headers=key).json()
    assert office.client.post(f"{HERE}/replan-jobs", headers=key).json() == first
    assert office.client.post(f"{HERE}/plan-jobs", headers=key).json()["code"] == "idempotency_key_reused"


def test_the_audit_says_who_did_what(office: House) -> None:
    _cancel(office)
    office.client.post(f"{HERE}/changes/1/undo", headers={"If-Match": '"2"'})
    first = office.client.get("/v1/audit?limit=2").json()
    assert [one["action"] for one in first["items"]] == ["change.undo", "change.create"]
    assert {(one["by"], one["subject"]) for one in first["items"]} == {("Anna", f"{TERM['uid']}/1")}
    rest = office.client.get(f"/v1/audit?cursor={first['next']}").json()
    assert rest["items"][0]["action"] == "release.create"
    assert office.client.get("/v1/audit?cursor=bm90aGluZw").status_code == 400


def test_nobody_sees_another_workspace(office: House) -> None:
    _cancel(office)
    job = _replan(office)
    plan_id = office.office.released(TERM["uid"]).plan_id
    stranger = office.client_of(office.store.create_workspace("other", "Annan"))
    hidden = [
        *(f"{HERE}{below}" for below in ("/changes", "/changes/1", "/releases/difference?from=1")),
        *(f"/v1/plans/{job['plan_id']}{below}" for below in ("/difference", "/load", "/meetings/möte-1/why-here")),
        f"/v1/plans/{plan_id}/meetings/möte-1/verdict?start=2026-09-02T13:00",
        f"/v1/plans/{plan_id}/meetings/möte-1/spare-starts",
    ]
    assert [path for path in hidden if office.client.get(path).status_code != 200] == []
    assert [path for path in hidden if stranger.get(path).status_code != 404] == []
    assert [one["action"] for one in stranger.get("/v1/audit").json()["items"]] == ["token.issue"]
    cancel = {"actions": [{"kind": "unlock", "meeting": "möte-1"}]}
    for act, body in (
        (f"{HERE}/changes", cancel),
        (f"{HERE}/changes/1/undo", None),
        (f"{HERE}/replan-jobs", None),
        (f"{HERE}/release-previews", {"plan_id": plan_id}),
        (f"{HERE}/releases", {"roll_back_to": 1}),
        (f"/v1/plans/{plan_id}/why-not-jobs", {"meeting": "möte-1", "start": "2026-09-02T13:00"}),
        (f"/v1/plans/{plan_id}/repair-jobs", {"meeting": "möte-1"}),
        (f"/v1/plans/{plan_id}/alternative-jobs", None),
    ):
        assert stranger.post(act, json=body, headers={"If-Match": '"2"'}).status_code == 404, act


def test_the_same_plan_is_no_difference(office: House) -> None:
    plan_id = office.office.released(TERM["uid"]).plan_id
    found = office.client.get(f"/v1/plans/{plan_id}/difference?against={plan_id}").json()
    assert (found["changed"], {one["what"] for one in found["meetings"]}) == (False, {"untouched"})
    assert changed(found, meetings=None)["people"] == []

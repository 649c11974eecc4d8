"""Why a plan is as it is: at once where nothing need be solved, by a job where it must."""

from typing import Any

import pytest

from api.routes.examples import TERM
from tests.api.routes.house import House, changed

HERE = f"/v1/terms/{TERM['uid']}"
WINDOW = TERM["series"][0]["windows"][0]
AWAY = [
    {"id": "a1", "person": "chef-1", "weekly": {"weekdays": ["mon", "tue"], "from_time": "08:00", "to_time": "17:00"}},
]


@pytest.fixture
def plan(house: House) -> str:
    """The address of a plan of two meetings."""
    meetings = [{"id": "möte-1", "series": "höst"}, {"id": "möte-2", "series": "höst"}]
    house.make_term(meetings=meetings, absences=AWAY)
    return f"/v1/plans/{house.planned(TERM['uid'])}"


def _at(house: House, plan: str, meeting: str) -> dict[str, Any]:
    placements = house.client.get(plan).json()["plan"]["placements"]
    return next(one for one in placements if one["meeting"] == meeting)


def _done(house: House, asked: Any) -> dict[str, Any]:
    """The job of a request, once it is over."""
    assert asked.status_code == 202, asked.text
    house.work_on(asked.json()["id"])
    job: dict[str, Any] = house.client.get(asked.headers["location"]).json()
    return job


def test_says_why_a_meeting_lies_where_it_lies(house: House, plan: str) -> None:
    why = house.client.get(f"{plan}/meetings/möte-1/why-here", headers={"Accept-Language": "en"}).json()
    here = _at(house, plan, "möte-1")
    assert (why["meeting"], why["start"], why["place"]) == ("möte-1", here["start"], "centrum")
    assert 0 < why["open_starts"] <= why["starts"]
    assert len(why["details"]) == len(why["blocked"]) + len(why["costs"])


def test_says_at_once_what_becomes_of_a_move(house: House, plan: str) -> None:
    taken = _at(house, plan, "möte-2")["start"]
    clash = house.client.get(f"{plan}/meetings/möte-1/verdict", params={"start": taken}).json()
    assert (clash["fits"], clash["start"]) == (False, taken)
    assert clash["broken"]
    assert clash["details"]
    night = house.client.get(f"{plan}/meetings/möte-1/verdict", params={"start": "2026-09-02T03:00"}).json()
    assert (night["fits"], night["closed"][0]["rule"]) == (False, "window")
    best = house.client.get(f"{plan}/meetings/möte-1/spare-starts?most=3").json()["starts"]
    assert len(best) == 3
    free = house.client.get(f"{plan}/meetings/möte-1/verdict", params={"start": best[0]["start"], "place": "centrum"})
    assert (free.json()["fits"], free.json()["closed"], free.json()["broken"]) == (True, [], [])


def test_a_move_that_fits_can_be_made(house: House, plan: str) -> None:
    start = house.client.get(f"{plan}/meetings/möte-1/spare-starts?most=1").json()["starts"][0]["start"]
    move = {"actions": [{"kind": "move", "meeting": "möte-1", "start": start}]}
    assert house.client.post(f"{HERE}/changes", json=move, headers={"If-Match": '"1"'}).status_code == 201
    job = _done(house, house.client.post(f"{HERE}/replan-jobs", json={"as_of": "2026-08-25T08:00"}))
    assert _at(house, f"/v1/plans/{job['plan_id']}", "möte-1")["start"] == start


def test_says_what_is_asked_of_each_person(house: House, plan: str) -> None:
    people = house.client.get(f"{plan}/load").json()["people"]
    assert sum(one["meetings"] for one in people) == 2
    assert all(one["minutes"] == 90 * one["meetings"] for one in people)


@pytest.mark.parametrize(
    ("below", "status"),
    [
        ("/meetings/möte-9/why-here", 404),
        ("/meetings/möte-9/verdict?start=2026-09-02T13:00", 404),
        ("/meetings/möte-1/verdict?start=2026-09-02T13:00&place=nowhere", 404),
        ("/meetings/möte-9/spare-starts", 404),
        ("/meetings/möte-9/choices", 404),
        ("/meetings/möte-1/verdict", 422),
        ("/meetings/möte-1/verdict?start=1", 422),
        ("/meetings/möte-1/verdict?start=2026-09-02T13:00Z", 422),
        ("/meetings/möte-1/verdict?start=0001-01-01T00:00", 422),
        ("/meetings/möte-1/verdict?start=2199-12-31T23:59", 200),
        ("/meetings/möte-1/verdict?start=2026-09-02T13:07", 200),
        ("/meetings/möte-1/verdict?start=2026-09-02", 422),
        ("/meetings/möte-1/verdict?start=2026-09-02T13:00&place=", 422),
        ("/meetings/möte-1/spare-starts?most=0", 422),
        ("/meetings/möte-1/spare-starts?most=100000", 422),
        ("/meetings/%00/why-here", 422),
        ("/meetings/..%2f..%2fterms/why-here", 404),
    ],
)
def test_odd_questions_are_answered(house: House, plan: str, below: str, status: int) -> None:
    assert house.client.get(plan + below).status_code == status


def test_a_plan_that_is_not_there_explains_nothing(house: House, plan: str) -> None:
    assert plan
    for below in ("/load", "/meetings/möte-1/why-here", "/meetings/möte-1/spare-starts"):
        assert house.client.get(f"/v1/plans/nothing{below}").status_code == 404
    assert house.client.post("/v1/plans/nothing/alternative-jobs").status_code == 404


def test_lists_every_start_with_what_it_costs_or_who_closes_it(house: House, plan: str) -> None:
    found = house.client.get(f"{plan}/meetings/möte-1/choices").json()["choices"]
    spare = house.client.get(f"{plan}/meetings/möte-1/spare-starts?most=200").json()["starts"]
    still_open = {one["start"] for one in found if not one["closed"]} - {_at(house, plan, "möte-1")["start"]}
    assert {one["start"] for one in spare} <= still_open
    assert [one["start"] for one in found] == sorted(one["start"] for one in found)
    assert any(one["closed"] for one in found)


def test_finds_what_a_start_would_take(house: House, plan: str) -> None:
    taken = _at(house, plan, "möte-2")["start"]
    job = _done(house, house.client.post(f"{plan}/why-not-jobs", json={"meeting": "möte-1", "start": taken}))
    assert (job["kind"], job["state"], job["plan_id"]) == ("why-not", "succeeded", None)
    about = {"plan_id": plan.rpartition("/")[2], "known_plan_id": None, "as_of": job["request"]["as_of"]}
    assert job["request"] == {"meeting": "möte-1", "start": taken, "place": None, **about}
    assert job["result"]["forced"] is not None
    assert {"disturbed", "moved"} <= {one["id"] for one in job["result"]["forced_goals"]}
    assert any("de andra gör plats" in one for one in job["details"])


def test_finds_repairs_that_can_be_sent_as_a_change(house: House) -> None:
    away = [{**AWAY[0], "weekly": {**AWAY[0]["weekly"], "weekdays": ["mon", "tue", "wed", "thu"]}}]
    seats = [{**TERM["series"][0]["seats"][0], "deputy": "not"}]
    house.make_term(absences=away, series=[changed(TERM["series"][0], seats=seats)])
    plan_id = house.planned(TERM["uid"])
    assert house.client.get(f"/v1/plans/{plan_id}").json()["unplaced"] == 1
    job = _done(house, house.client.post(f"/v1/plans/{plan_id}/repair-jobs", json={"meeting": "möte-1", "most": 3}))
    found = job["result"]["repairs"]
    assert (job["kind"], job["state"], len(found)) == ("repairs", "succeeded", 3)
    english = house.client.get(f"/v1/plan-jobs/{job['id']}", headers={"Accept-Language": "en"}).json()
    assert english["details"][0].endswith("Each has been tried with a new plan:")
    assert [one[:3] for one in english["details"][1::2]] == ["1. ", "2. ", "3. "]
    prices = [one["price"] for one in found]
    assert prices == sorted(prices)
    change = {"actions": found[0]["actions"]}
    assert house.client.post(f"{HERE}/changes", json=change, headers={"If-Match": '"1"'}).status_code == 201
    mended = _done(house, house.client.post(f"{HERE}/replan-jobs", json={"as_of": "2026-08-25T08:00"}))
    assert house.client.get(f"/v1/plans/{mended['plan_id']}").json()["unplaced"] == 0


def test_finds_other_plans(house: House, plan: str) -> None:
    job = _done(house, house.client.post(f"{plan}/alternative-jobs", json={"count": 2, "differ": 2}))
    assert (job["kind"], job["state"], len(job["result"])) == ("alternatives", "succeeded", 2)
    assert {one["differs"] for one in job["result"]} == {2}
    assert job["details"][0] == "Alternativ 1: 2 möten ligger på en annan tid."
    (listed, _) = house.client.get("/v1/plan-jobs").json()["items"]
    assert (listed["id"], "result" in listed) == (job["id"], False)


def test_explains_also_while_the_term_is_planned_and_after_it_has_changed(house: House, plan: str) -> None:
    assert house.client.post(f"{HERE}/plan-jobs").status_code == 202
    house.client.put(HERE, json=changed(TERM, title="Ny"), headers={"If-Match": '"1"'})
    first = house.client.post(f"{plan}/alternative-jobs", json={"count": 1})
    again = house.client.post(f"{plan}/alternative-jobs", json={"count": 1})
    assert (first.status_code, again.status_code) == (202, 202)
    assert first.json()["revision"] == 1
    assert _done(house, again)["state"] == "succeeded"


def test_follows_and_cancels_an_explanation_like_a_plan(house: House, plan: str) -> None:
    job = house.client.post(f"{plan}/repair-jobs", json={"meeting": "möte-1"}).json()
    cancelled = house.client.post(f"/v1/plan-jobs/{job['id']}/cancel").json()
    assert (cancelled["state"], cancelled["result"]) == ("cancelled", None)
    assert "cancelled" in house.client.get(f"/v1/plan-jobs/{job['id']}/events").text


@pytest.mark.parametrize(
    ("kind", "wish", "status"),
    [
        ("why-not", {}, 422),
        ("why-not", {"meeting": "möte-9", "start": "2026-09-02T13:00"}, 404),
        ("why-not", {"meeting": "möte-1", "start": "2026-09-02T13:00", "place": "nowhere"}, 404),
        ("why-not", {"meeting": "möte-1", "start": 1}, 422),
        ("why-not", {"meeting": "möte-1", "start": "2026-09-02"}, 422),
        ("repair", {"meeting": "möte-9"}, 404),
        ("repair", {"meeting": "möte-1", "most": 0}, 422),
        ("repair", {"meeting": "möte-1", "most": 51}, 422),
        ("repair", {"meeting": "möte-1", "time_limit_seconds": 601}, 422),
        ("alternative", {"count": 0}, 422),
        ("alternative", {"count": 11}, 422),
        ("alternative", {"differ": 0}, 422),
        ("alternative", {"meeting": "möte-1"}, 422),
    ],
)
def test_refuses_wishes_out_of_bounds(house: House, plan: str, kind: str, wish: dict[str, Any], status: int) -> None:
    assert house.client.post(f"{plan}/{kind}-jobs", json=wish).status_code == status
    assert len(house.client.get("/v1/plan-jobs").json()["items"]) == 1


def test_the_same_key_is_the_same_explanation_of_the_same_plan(house: House, plan: str) -> None:
    key, wish = {"Idempotency-Key": "k1"}, {"meeting": "möte-1"}
    first = house.client.post(f"{plan}/repair-jobs", json=wish, headers=key).json()
    assert house.client.post(f"{plan}/repair-jobs", json=wish, headers=key).json() == first
    other = f"/v1/plans/{house.planned(TERM['uid'])}"
    refused = house.client.post(f"{other}/repair-jobs", json=wish, headers=key)
    assert (refused.status_code, refused.json()["code"]) == (422, "idempotency_key_reused")


def test_offers_no_start_that_has_been_by_the_moment_that_it_is_asked_at(house: House, plan: str) -> None:
    spare = f"{plan}/meetings/möte-1/spare-starts"
    assert house.client.get(spare).json()["starts"]
    assert house.client.get(f"{spare}?as_of=2026-12-31T08:00").json()["starts"] == []


def test_a_term_cannot_be_asked_without_end(house: House, plan: str) -> None:
    for _ in range(10):
        assert house.client.post(f"{plan}/alternative-jobs").status_code == 202
    refused = house.client.post(f"{plan}/alternative-jobs", headers={"Accept-Language": "en"})
    assert (refused.status_code, refused.json()["code"]) == (409, "too_many_questions")
    assert "10 questions about the term wait" in refused.json()["detail"]

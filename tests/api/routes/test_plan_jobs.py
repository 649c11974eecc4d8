"""Plan jobs over HTTP: enqueued and followed, never waited for."""

import json
import threading
import time
from typing import Any

import pytest

from api.jobs.desk import Desk
from api.routes import plan_jobs
from api.routes.examples import TERM
from api.store import JobFailure
from tests.api.routes.house import House, changed

HERE = f"/v1/terms/{TERM['uid']}/plan-jobs"


def _events(text: str) -> list[dict[str, Any]]:
    """The events of a stream, as an EventSource would read them."""
    blocks = [block for block in text.split("\n\n") if block and not block.startswith(":")]
    read = [dict(line.split(": ", 1) for line in block.split("\n")) for block in blocks]
    return [{**one, "data": json.loads(one["data"])} for one in read]


def test_asks_for_a_plan_and_says_where_it_will_be(house: House) -> None:
    house.make_term()
    asked = house.client.post(HERE, json={"time_limit_seconds": 5, "seed": 7})
    job = asked.json()
    assert (asked.status_code, asked.headers["location"]) == (202, f"/v1/plan-jobs/{job['id']}")
    assert (job["state"], job["revision"], job["plan_id"], job["by"]) == ("queued", 1, None, "Anna")
    assert job["options"] == {"time_limit_seconds": 5.0, "workers": 2, "seed": 7}
    assert house.client.get(asked.headers["location"]).json() == job


def test_a_request_that_says_nothing_gets_the_defaults(house: House) -> None:
    house.make_term()
    assert house.client.post(HERE).json()["options"] == {"time_limit_seconds": 60.0, "workers": 2, "seed": 1}


@pytest.mark.parametrize(
    ("wish", "pointer"),
    [
        ({"time_limit_seconds": 601}, "/time_limit_seconds"),
        ({"time_limit_seconds": 0}, "/time_limit_seconds"),
        ({"time_limit_seconds": 1e400}, "/time_limit_seconds"),
        ({"seed": -1}, "/seed"),
        ({"seed": 2**31}, "/seed"),
        ({"revision": 10**30}, "/revision"),
        ({"workers": 64}, "/workers"),
    ],
)
def test_refuses_wishes_out_of_bounds(house: House, wish: dict[str, Any], pointer: str) -> None:
    house.make_term()
    body = json.dumps(wish).replace("Infinity", "1e400")
    refused = house.client.post(HERE, content=body, headers={"Content-Type": "application/json"})
    assert (refused.status_code, refused.json()["faults"][0]["pointer"]) == (422, pointer)
    assert house.client.get("/v1/plan-jobs").json()["items"] == []


def test_the_same_key_and_request_is_the_same_job(house: House) -> None:
    house.make_term()
    first, again = (house.client.post(HERE, json={"seed": 3}, headers={"Idempotency-Key": "k1"}) for _ in range(2))
    assert (again.status_code, again.json()["id"]) == (202, first.json()["id"])


def test_the_same_key_and_another_request_is_refused(house: House) -> None:
    house.make_term()
    house.client.post(HERE, json={"seed": 3}, headers={"Idempotency-Key": "k1"})
    other = house.client.post(HERE, json={"seed": 4}, headers={"Idempotency-Key": "k1"})
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")


@pytest.mark.parametrize("key", ["", "a b", "å", "x" * 201])
def test_an_odd_key_is_refused(house: House, key: str) -> None:
    house.make_term()
    refused = house.client.post(HERE, headers={"Idempotency-Key": key.encode("latin-1")})
    assert (refused.status_code, refused.json()["faults"][0]["in"]) == (422, "header")


def test_a_busy_term_takes_no_other_job(house: House) -> None:
    house.make_term()
    job = house.client.post(HERE).json()
    busy = house.client.post(HERE)
    assert (busy.status_code, busy.json()["code"], busy.json()["params"]["job"]) == (409, "term_busy", job["id"])


def test_refuses_to_plan_what_is_no_longer_the_newest(house: House) -> None:
    house.make_term()
    house.client.put(f"/v1/terms/{TERM['uid']}", json=changed(TERM, title="Ny"), headers={"If-Match": '"1"'})
    refused = house.client.post(HERE, json={"revision": 1})
    assert (refused.status_code, refused.headers["etag"]) == (412, '"2"')
    assert house.client.post(HERE, json={"revision": 2}).status_code == 202


def test_cancels_a_job_and_again_is_no_fault(house: House) -> None:
    house.make_term()
    job = house.client.post(HERE).json()
    for _ in range(2):
        cancelled = house.client.post(f"/v1/plan-jobs/{job['id']}/cancel")
        assert (cancelled.status_code, cancelled.json()["state"]) == (202, "cancelled")


def test_lists_the_jobs_of_one_term_or_of_all(house: House) -> None:
    house.make_term()
    other = house.make_term(uid="6f1b2c1e-2f0a-4c57-9d5e-0c6f5a3f7b12")
    here = house.client.post(HERE).json()["id"]
    there = house.client.post(f"/v1/terms/{other}/plan-jobs").json()["id"]
    assert [job["id"] for job in house.client.get("/v1/plan-jobs").json()["items"]] == [there, here]
    assert [job["id"] for job in house.client.get(f"/v1/plan-jobs?term_id={TERM['uid']}").json()["items"]] == [here]
    assert house.client.get("/v1/plan-jobs?term_id=00000000-0000-4000-8000-000000000000").status_code == 404


def test_says_why_a_job_failed(house: House) -> None:
    house.make_term()
    job = house.client.post(HERE).json()
    Desk(house.office).fail(job["id"], JobFailure("violations", "it breaks travel", ({"rule": "travel"},)))
    failed = house.client.get(f"/v1/plan-jobs/{job['id']}").json()
    assert (failed["state"], failed["failure"]["code"]) == ("failed", "violations")
    assert failed["failure"]["details"] == [{"rule": "travel"}]


def test_tells_all_events_of_a_finished_job_and_ends(house: House) -> None:
    house.make_term()
    job = house.make_plan(TERM["uid"])
    stream = house.client.get(f"/v1/plan-jobs/{job.id}/events")
    assert stream.headers["content-type"].startswith("text/event-stream")
    told = _events(stream.text)
    assert [one["id"] for one in told] == [str(n + 1) for n in range(len(told))]
    assert [(one["event"], one["data"].get("state")) for one in told] == [
        ("state", "queued"),
        ("state", "running"),
        ("progress", None),
        ("state", "succeeded"),
    ]
    assert told[-1]["data"]["plan_id"] == job.plan_id


def test_goes_on_after_the_last_event_that_was_seen(house: House) -> None:
    house.make_term()
    job = house.make_plan(TERM["uid"])
    rest = house.client.get(f"/v1/plan-jobs/{job.id}/events", headers={"Last-Event-ID": "2"})
    assert [one["id"] for one in _events(rest.text)] == ["3", "4"]


def test_a_client_that_has_seen_the_end_is_told_to_stop(house: House) -> None:
    house.make_term()
    job = house.make_plan(TERM["uid"])
    done = house.client.get(f"/v1/plan-jobs/{job.id}/events", headers={"Last-Event-ID": str(job.last_event)})
    assert (done.status_code, done.content) == (204, b"")


def test_head_does_not_wait_for_events(house: House) -> None:
    house.make_term()
    job = house.client.post(HERE).json()
    head = house.client.head(f"/v1/plan-jobs/{job['id']}/events")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-type"].startswith("text/event-stream")


def test_an_odd_last_event_is_refused(house: House) -> None:
    house.make_term()
    job = house.make_plan(TERM["uid"])
    refused = house.client.get(f"/v1/plan-jobs/{job.id}/events", headers={"Last-Event-ID": "x"})
    assert (refused.status_code, refused.json()["faults"][0]["pointer"]) == (422, "/last-event-id")


def test_follows_a_job_while_it_is_worked_on(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan_jobs, "HEARTBEAT_SECONDS", 0.02)
    house.make_term()
    job = house.client.post(HERE).json()
    heard: list[str] = []
    follower = threading.Thread(target=lambda: heard.append(house.client.get(f"/v1/plan-jobs/{job['id']}/events").text))
    follower.start()
    desk = Desk(house.office)
    time.sleep(0.2)  # the stream has nothing to tell for a while, and must stay open
    desk.begin(job["id"])
    desk.fail(job["id"], JobFailure("error", "it broke down"))
    follower.join(10)
    assert [one["data"]["state"] for one in _events(heard[0])] == ["queued", "running", "failed"]
    assert ": still here" in heard[0]


def test_other_answers_do_not_wait_while_a_job_is_followed(house: House) -> None:
    house.make_term()
    job = house.client.post(HERE).json()
    follower = threading.Thread(target=lambda: house.client.get(f"/v1/plan-jobs/{job['id']}/events"))
    follower.start()
    before = time.monotonic()
    assert house.client.get("/v1/terms").status_code == 200
    assert time.monotonic() - before < 5
    house.client.post(f"/v1/plan-jobs/{job['id']}/cancel")
    follower.join(10)
    assert not follower.is_alive()

"""Releases over HTTP: numbered, immutable, and not made over somebody else's head."""

from api.routes.examples import TERM
from tests.api.routes.house import House

HERE = f"/v1/terms/{TERM['uid']}/releases"


def test_publishes_a_plan(house: House) -> None:
    house.make_term()
    plan_id = house.make_plan(TERM["uid"]).plan_id
    made = house.client.post(HERE, json={"plan_id": plan_id})
    assert (made.status_code, made.headers["location"], made.headers["etag"]) == (201, f"{HERE}/1", '"1"')
    assert (made.json()["number"], made.json()["plan_id"], made.json()["by"]) == (1, plan_id, "Anna")
    assert house.client.get(f"{HERE}/1").json() == house.client.get(f"{HERE}/newest").json() == made.json()


def test_lists_the_releases_newest_first(house: House) -> None:
    house.make_term()
    plan_id = house.make_release(TERM["uid"])
    house.client.post(HERE, json={"plan_id": plan_id})
    assert [one["number"] for one in house.client.get(HERE).json()["items"]] == [2, 1]


def test_nothing_is_newest_before_the_first(house: House) -> None:
    house.make_term()
    assert house.client.get(f"{HERE}/newest").status_code == 404


def test_refuses_to_publish_over_a_release_that_was_not_seen(house: House) -> None:
    house.make_term()
    plan_id = house.make_release(TERM["uid"])
    refused = house.client.post(HERE, json={"plan_id": plan_id, "based_on": 0})
    assert (refused.status_code, refused.json()["params"]["current_version"]) == (412, 1)
    assert house.client.post(HERE, json={"plan_id": plan_id, "based_on": 1}).status_code == 201


def test_refuses_another_terms_plan(house: House) -> None:
    house.make_term()
    other = house.make_term(uid="6f1b2c1e-2f0a-4c57-9d5e-0c6f5a3f7b12")
    plan_id = house.make_plan(TERM["uid"]).plan_id
    refused = house.client.post(f"/v1/terms/{other}/releases", json={"plan_id": plan_id})
    assert (refused.status_code, refused.json()["code"]) == (409, "other_term")


def test_refuses_an_unknown_plan(house: House) -> None:
    house.make_term()
    assert house.client.post(HERE, json={"plan_id": "nothing"}).status_code == 404

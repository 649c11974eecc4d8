"""Digests over HTTP: who is told what, and whom it has reached."""

from api.routes.examples import TERM
from tests.api.routes.house import House

HERE = f"/v1/terms/{TERM['uid']}/releases/1"


def test_lists_whom_a_release_has_something_to_tell(house: House) -> None:
    house.make_term()
    house.make_release(TERM["uid"])
    answer = house.client.get(f"{HERE}/digests").json()
    assert [one["person"] for one in answer["items"]] == ["chef-1"]
    (one,) = answer["items"]
    assert (one["state"], one["since"], one["sent_at"], one["attempts"], one["language"]) == ("none", 0, None, 0, "sv")
    assert "text" not in one


def test_answers_with_what_one_person_is_told(house: House) -> None:
    house.make_term()
    house.make_release(TERM["uid"])
    digest = house.client.get(f"{HERE}/digests/chef-1").json()
    assert digest["subject"] == f"Dina möten: {TERM['title']}"
    assert "1 sep 2026" in digest["text"]
    assert digest["html"].startswith("<!DOCTYPE html>")
    assert house.client.get(f"{HERE}/digests/chef-2").status_code == 404
    assert house.client.get(f"{HERE}/digests/nobody").status_code == 404


def test_goes_through_long_lists_page_by_page(house: House) -> None:
    house.make_term()
    house.make_release(TERM["uid"])
    for what in ("digests", "reach"):
        page = house.client.get(f"{HERE}/{what}?limit=1").json()
        assert (len(page["items"]), page["next"]) == (1, None)
        assert house.client.get(f"{HERE}/{what}?cursor=Im5vYm9keSI").json()["code"] == "bad_cursor"


def test_nothing_is_told_of_a_release_that_is_not_there(house: House) -> None:
    house.make_term()
    for what in ("digests", "digests/chef-1", "reach"):
        assert house.client.get(f"{HERE}/{what}").status_code == 404


def test_says_whom_it_has_certainly_not_reached(house: House) -> None:
    house.make_term()
    own = house.client.post(
        f"/v1/terms/{TERM['uid']}/subscriptions", json={"kind": "person", "subject": "chef-1"}
    ).json()
    house.make_release(TERM["uid"])
    (before,) = house.client.get(f"{HERE}/reach").json()["items"]
    assert before == {
        "person": "chef-1",
        "state": "none",
        "mailed_at": None,
        "fetched_at": None,
        "certainly_not_reached": True,
    }
    house.stranger().get(own["url"])
    (after,) = house.client.get(f"{HERE}/reach").json()["items"]
    assert after["fetched_at"]
    assert not after["certainly_not_reached"]


def test_another_office_sees_none_of_it(house: House) -> None:
    house.make_term()
    house.make_release(TERM["uid"])
    theirs = house.client_of(house.store.create_workspace("other", "The other office"))
    for what in ("digests", "digests/chef-1", "reach"):
        assert theirs.get(f"{HERE}/{what}").status_code == 404
        assert house.stranger().get(f"{HERE}/{what}").status_code == 401

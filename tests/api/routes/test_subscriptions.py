"""Subscriptions over HTTP: the coordinator can always see a link, renew it and end it."""

from typing import Any

import pytest

from api.routes.examples import TERM
from tests.api.routes.house import House

HERE = f"/v1/terms/{TERM['uid']}/subscriptions"


def _shared(house: House, **wish: str) -> Any:
    house.make_term()
    house.make_release(TERM["uid"])
    return house.client.post(HERE, json=wish or {"kind": "term"})


def _opens(house: House, url: str) -> int:
    return house.stranger().get(url.removeprefix("http://testserver")).status_code


@pytest.mark.parametrize(
    ("kind", "subject"), [("term", None), ("person", "chef-1"), ("unit", "hemtjänst"), ("series", "höst")]
)
def test_makes_a_link_that_opens_the_calendar(house: House, kind: str, subject: str | None) -> None:
    made = _shared(house, kind=kind, **({"subject": subject} if subject else {}))
    assert (made.status_code, made.headers["location"]) == (201, f"/v1/subscriptions/{made.json()['id']}")
    assert made.json()["url"].startswith("http://testserver/feeds/")
    assert _opens(house, made.json()["url"]) == 200
    assert house.client.get(made.headers["location"]).json()["url"] == made.json()["url"]


def test_asked_for_again_it_is_the_same_link(house: House) -> None:
    first = _shared(house).json()
    assert house.client.post(HERE, json={"kind": "term"}).json()["url"] == first["url"]
    assert len(house.client.get(HERE).json()["items"]) == 1


@pytest.mark.parametrize("wish", [{"kind": "person", "subject": "nobody"}, {"kind": "unit"}])
def test_refuses_a_subject_that_is_not_in_the_term(house: House, wish: dict[str, str]) -> None:
    assert _shared(house, **wish).status_code == 404


def test_a_renewed_link_replaces_the_old_one(house: House) -> None:
    old = _shared(house).json()
    new = house.client.post(f"/v1/subscriptions/{old['id']}/rotate").json()
    assert (new["id"], new["generation"]) == (old["id"], 2)
    assert (_opens(house, old["url"]), _opens(house, new["url"])) == (404, 200)


def test_a_revoked_link_opens_nothing_and_is_still_listed(house: House) -> None:
    shared = _shared(house).json()
    for _ in range(2):
        assert house.client.post(f"/v1/subscriptions/{shared['id']}/revoke").json()["url"] is None
    assert _opens(house, shared["url"]) == 404
    (listed,) = house.client.get(HERE).json()["items"]
    assert listed["revoked_at"] is not None
    assert house.client.post(f"/v1/subscriptions/{shared['id']}/rotate").status_code == 404


def test_says_when_a_calendar_last_asked(house: House) -> None:
    shared = _shared(house).json()
    assert shared["last_fetched_at"] is None
    _opens(house, shared["url"])
    assert house.client.get(f"/v1/subscriptions/{shared['id']}").json()["last_fetched_at"] is not None


def test_links_lead_to_the_public_address(house: House) -> None:
    house.app.state.settings = house.app.state.settings.model_copy(update={"public_url": "https://narvard.example/"})
    assert _shared(house).json()["url"].startswith("https://narvard.example/feeds/")


def test_a_calendar_is_in_the_language_that_was_asked_for(house: House) -> None:
    swedish = _shared(house, kind="person", subject="chef-1").json()
    english = house.client.post(HERE, json={"kind": "person", "subject": "chef-1", "language": "en"}).json()
    assert (swedish["language"], english["language"]) == ("sv", "en")
    bodies = [house.stranger().get(one["url"].removeprefix("http://testserver")).text for one in (swedish, english)]
    assert "Din plats" in bodies[0]
    assert "Your seat" in bodies[1]

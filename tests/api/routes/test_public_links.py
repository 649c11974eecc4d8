"""The timetable for the public is switched on, renewed and switched off over HTTP, as on its page."""

from typing import Any

import pytest

from api.routes.examples import TERM
from api.routes.timetables import FILES
from tests.api.routes.house import House, changed

HERE = f"/v1/terms/{TERM['uid']}/public-link"


@pytest.fixture
def office(house: House) -> House:
    """A house with a published term, one series of which is public."""
    house.make_term(series=[changed(TERM["series"][0], public=True)])
    house.make_release(TERM["uid"])
    return house


def _made(house: House) -> Any:
    return house.client.post(HERE).json()


def _opens(house: House, url: str, ending: str = "") -> int:
    return house.stranger().get(url.removeprefix("http://testserver") + ending).status_code


def test_a_link_opens_every_form(office: House) -> None:
    made = office.client.post(HERE)
    assert (made.status_code, made.headers["location"]) == (201, HERE)
    assert {_opens(office, made.json()["url"], ending) for ending in ("", *(f".{one}" for one in FILES))} == {200}
    assert office.client.get(HERE).json() == made.json()


def test_asked_for_again_it_is_the_same_link(office: House) -> None:
    assert _made(office) == _made(office)


def test_there_is_none_until_it_is_switched_on(office: House) -> None:
    assert office.client.get(HERE).status_code == 404
    assert office.client.post("/v1/terms/00000000-0000-4000-8000-000000000000/public-link").status_code == 404


def test_a_renewed_link_replaces_the_old_one(office: House) -> None:
    old = _made(office)
    new = office.client.post(f"/v1/public-links/{old['id']}/rotate").json()
    assert (new["id"], new["generation"]) == (old["id"], 2)
    assert (_opens(office, old["url"]), _opens(office, new["url"])) == (404, 200)


def test_switched_off_it_opens_nothing(office: House) -> None:
    made = _made(office)
    for _ in range(2):
        assert office.client.post(f"/v1/public-links/{made['id']}/revoke").json()["url"] is None
    assert _opens(office, made["url"]) == 404
    assert office.client.get(HERE).status_code == 404
    assert office.client.post(f"/v1/public-links/{made['id']}/rotate").status_code == 404


def test_who_has_no_token_can_neither_read_nor_make_it(office: House) -> None:
    made = _made(office)
    for method, path in (("GET", HERE), ("POST", HERE), ("POST", f"/v1/public-links/{made['id']}/revoke")):
        assert office.stranger().request(method, path).status_code == 401
    assert _opens(office, made["url"]) == 200


def test_nobody_sees_another_workspace(office: House) -> None:
    made = _made(office)
    stranger = office.client_of(office.store.create_workspace("other", "Annan"))
    assert stranger.get(HERE).status_code == 404
    for act in (HERE, *(f"/v1/public-links/{made['id']}/{what}" for what in ("rotate", "revoke"))):
        assert stranger.post(act).status_code == 404
    assert _opens(office, made["url"]) == 200

"""Lists page by page: nothing twice, nothing left out, and no cursor but one's own."""

from uuid import uuid4

import pytest

from tests.api.routes.house import House


def test_pages_hold_everything_once(house: House) -> None:
    made = [house.make_term(uid=str(uuid4())) for _ in range(5)]
    seen, cursor = [], None
    for _ in range(3):
        found = house.client.get("/v1/terms", params={"limit": 2} | ({"cursor": cursor} if cursor else {})).json()
        seen += [one["id"] for one in found["items"]]
        cursor = found["next"]
    assert seen == made[::-1]
    assert cursor is None


def test_a_full_last_page_has_no_next(house: House) -> None:
    for _ in range(2):
        house.make_term(uid=str(uuid4()))
    assert house.client.get("/v1/terms?limit=2").json()["next"] is None


def test_what_is_added_meanwhile_moves_nothing(house: House) -> None:
    first, second, third = (house.make_term(uid=str(uuid4())) for _ in range(3))
    page = house.client.get("/v1/terms?limit=1").json()
    house.make_term(uid=str(uuid4()))
    rest = house.client.get("/v1/terms", params={"cursor": page["next"]}).json()
    assert [one["id"] for one in page["items"] + rest["items"]] == [third, second, first]


@pytest.mark.parametrize(
    "cursor",
    ["x", "IiI", "MQ", "bnVsbA", "W10", "ÿ", "Im5vbmUi", "LTE", "MWU5OTk", "Ilx1MDAwMCI", "Ilx1ZDgwMCI", "9" * 300],
)
def test_a_cursor_that_was_not_given_is_refused(house: House, cursor: str) -> None:
    house.make_term()
    answer = house.client.get("/v1/terms", params={"cursor": cursor})
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_cursor")


@pytest.mark.parametrize("limit", ["0", "201", "-1", "1e3", "", "9" * 400])
def test_a_limit_out_of_bounds_is_refused(house: House, limit: str) -> None:
    assert house.client.get("/v1/terms", params={"limit": limit}).status_code == 422

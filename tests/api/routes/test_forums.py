"""The forums of a term on a date, over HTTP."""

from typing import Any

from api.routes.examples import TERM
from tests.api.routes.house import House

HERE = f"/v1/terms/{TERM['uid']}/forums"


def forums_of_town() -> list[dict[str, Any]]:
    """A steering group that takes turns, and a task group that reports to it."""
    post = {"role": TERM["appointments"][0]["role"], "unit": TERM["appointments"][0]["unit"]}
    members = [
        {"id": "kommun", **post, "groups": ["kommun"], "vacancy": "priced"},
        {"id": "region", **post, "groups": ["region"], "vacancy": "priced", "standing": "co_opted"},
    ]
    return [
        {
            "id": "styrgrupp",
            "title": "Styrgrupp",
            "members": members,
            "chairmanship": {"sides": ["kommun", "region"], "first_day": "2025-01-01"},
        },
        {"id": "grupp", "title": "Grupp", "reports_to": ["styrgrupp"]},
    ]


def _made(house: House) -> None:
    series = [{**TERM["series"][0], "forum": "grupp"}]
    house.make_term(forums=forums_of_town(), series=series)


def test_tells_each_on_the_date(house: House) -> None:
    _made(house)
    steering, group = house.client.get(HERE, params={"on": "2026-06-01"}).json()["forums"]
    assert [one["standing"] for one in steering["members"]] == ["voting", "co_opted"]
    assert (steering["officers"]["chair"]["side"], steering["officers"]["last_day"]) == ("kommun", "2026-12-31")
    later = house.client.get(HERE, params={"on": "2027-01-01"}).json()["forums"][0]
    assert later["officers"]["chair"]["side"] == "region"
    assert {one["start"] for one in group["meetings"]} == {None}


def test_tells_its_meetings_of_the_newest_plan(house: House) -> None:
    _made(house)
    plan = house.planned(TERM["uid"])
    (_, group) = house.client.get(HERE, params={"on": "2026-06-01"}).json()["forums"]
    placed = house.client.get(f"/v1/plans/{plan}").json()["plan"]["placements"]
    assert {one["meeting"]: one["start"] for one in group["meetings"]} == {
        one["meeting"]: one["start"] for one in placed
    }


def test_refuses_what_is_no_date_and_a_term_that_is_not_there(house: House) -> None:
    _made(house)
    assert house.client.get(HERE, params={"on": "in June"}).status_code == 422
    assert house.client.get(HERE).status_code == 422
    assert house.client.get("/v1/terms/00000000-0000-4000-8000-00000000ffff/forums?on=2026-06-01").status_code == 404

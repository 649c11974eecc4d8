"""The pages of forums: who sits in each, who chairs on a date, and what it meets for."""

from typing import Any

import pytest

from api.routes.examples import TERM
from tests.api.pages.visiting import Visitor, signed_in
from tests.api.routes.house import House
from tests.api.routes.test_forums import forums_of_town

ELECTED = {"first_day": "2026-03-01", "chair": {"side": "region", "person": "chef-1"}, "vice_chair": {"side": "kommun"}}


@pytest.fixture
def anna(house: House) -> Visitor:
    return signed_in(house)


def _term(house: House, **of_first: Any) -> str:
    steering, group = forums_of_town()
    series = [{**TERM["series"][0], "forum": "styrgrupp"}]
    return f"/terms/{house.make_term(forums=[{**steering, **of_first}, group], series=series)}"


def test_a_term_without_forums_says_so(house: House, anna: Visitor) -> None:
    page = anna.get(f"/terms/{house.make_term()}/forums")
    assert "Terminen har inga forum än." in page.text


def test_the_list_says_who_chairs_on_the_date(house: House, anna: Visitor) -> None:
    term = _term(house)
    before, after = (anna.get(f"{term}/forums?on={day}").text for day in ("2026-12-31", "2027-01-01"))
    assert "Forum den 31 december 2026" in before
    assert before.index("kommun") < before.index("region")
    assert after.index("region") < after.index("kommun")


def test_a_forum_shows_its_members_with_standing_and_who_holds_the_post(house: House, anna: Visitor) -> None:
    page = anna.get(f"{_term(house)}/forums/styrgrupp?on=2026-06-01").text
    holder = next(one["name"] for one in TERM["people"] if one["id"] == TERM["appointments"][0]["holder"])
    for words in ("Med rösträtt", "Adjungerad", holder, "Aktivt den 1 juni 2026", "Tar emot rapporter från", "Grupp"):
        assert words in page, words


def test_an_election_is_named_with_its_person_and_from_when(house: House, anna: Visitor) -> None:
    turns = {"sides": ["kommun", "region"], "first_day": "2025-01-01", "elections": [ELECTED]}
    term = _term(house, chairmanship=turns)
    page = anna.get(f"{term}/forums/styrgrupp?on=2026-06-01").text
    name = next(one["name"] for one in TERM["people"] if one["id"] == "chef-1")
    assert f"{name} (region)" in page
    assert "val från 1 mars 2026" in page
    assert "huvudregeln" in anna.get(f"{term}/forums/styrgrupp?on=2026-02-28").text


def test_says_who_answers_for_what_and_when_it_rests(house: House, anna: Visitor) -> None:
    duty = {"unit": TERM["units"][0]["id"]}
    states = [{"first_day": "2026-05-01", "state": "resting"}, {"first_day": "2026-08-01", "state": "active"}]
    own = {"secretary": duty, "quorum": 1, "representation": [{"group": "kommun"}], "assignment": "Utred <allt>"}
    page = anna.get(f"{_term(house, **own, states=states, last_day='2026-12-31')}/forums/styrgrupp?on=2026-06-01")
    for words in ("Sekreterare", "minst 1 röstberättigad", "Måste vara med", "Utred <allt>", "Vilande den 1 juni 2026"):
        assert words in page.text, words


def test_its_meetings_stand_in_order_of_time_with_links(house: House, anna: Visitor) -> None:
    term = _term(house)
    assert "Mötet har ingen tid." in anna.get(f"{term}/forums/styrgrupp").text
    house.planned(term.split("/")[2])
    page = anna.get(f"{term}/forums/styrgrupp")
    links = [given.get("href") or "" for tag, given in page.tags if tag == "a"]
    assert any(link.startswith(f"{term}/meetings/") for link in links)
    assert "vecka" in page.text


def test_the_page_of_its_meeting_says_who_answers_for_what(house: House, anna: Visitor) -> None:
    unit, role = TERM["units"][0], TERM["roles"][0]
    term = _term(house, secretary={"unit": unit["id"], "role": role["id"]}, convener={"unit": unit["id"]})
    meeting = f"{term}/meetings/{TERM['meetings'][0]['id']}"
    page = anna.get(meeting)
    for words in (f"Sekreterare {role['name']}, {unit['name']}", f"Sammankallande {unit['name']}"):
        assert words in page.text, words
    assert ("a", {"href": f"{term}/forums/styrgrupp"}) in page.tags
    assert "Ordförande" not in page.text, "whose turn it is its date will say"
    house.planned(term.split("/")[2])
    assert "Ordförande kommun" in anna.get(meeting).text


def test_a_meeting_of_no_forum_for_which_nobody_answers_says_nothing_of_it(house: House, anna: Visitor) -> None:
    page = anna.get(f"/terms/{house.make_term()}/meetings/{TERM['meetings'][0]['id']}")
    assert "Vilka som ansvarar" not in page.text


def test_what_is_no_date_is_said_at_the_field(house: House, anna: Visitor) -> None:
    page = anna.get(f"{_term(house)}/forums?on=igår")
    assert "Skriv ett datum" in page.text
    assert anna.answer.status_code == 200


def test_a_forum_that_is_not_there_is_not_found(house: House, anna: Visitor) -> None:
    anna.get(f"{_term(house)}/forums/none")
    assert anna.answer.status_code == 404

"""Two plans side by side: where each meeting stands in both, what that means, the goals, and who is concerned."""

import pytest

from api.routes.examples import TERM
from models import Cancel, Change
from tests.api.pages.visiting import Visitor, signed_in
from tests.api.routes.house import House, changed

MEETINGS = [{"id": one, "series": "höst", "title": one.capitalize()} for one in ("råd", "samråd")]


@pytest.fixture
def anna(house: House) -> Visitor:
    return signed_in(house)


@pytest.fixture
def term(house: House) -> str:
    """A term that is published with two meetings, of which the second is then cancelled and planned again."""
    made = house.make_term(meetings=MEETINGS)
    house.office.release(made, house.planned(made), "anna")
    held = house.office.plans(made)[0].plan.placement_of("samråd")
    assert held is not None
    house.office.change_term(made, Change(actions=(Cancel(meeting="samråd", day=held.start.date()),)), 1, "anna")
    house.work_on(house.client.post(f"/v1/terms/{made}/replan-jobs").json()["id"])
    return made


def _plans(house: House, term: str) -> tuple[str, str]:
    """Ids of the newest plan and the one before."""
    newest, before = house.office.plans(term)
    return newest.id, before.id


def test_the_draft_against_the_release(house: House, anna: Visitor, term: str) -> None:
    page = anna.get(f"/terms/{term}/compare")
    for words in (
        "Utgåva 1, 24 augusti 2026 kl. 10.00",
        "Utgåva 1 jämförs med Utkast (plan 2)",
        "Samråd flyttas från",
        "Resten är lika: 1 möte",
        "Råd, ",
        "Enhetschef hemtjänst",
        "Granska och publicera",
        "Lika",
        "Bevisat",
    ):
        assert words in page.text
    moved = [house.office.plan(one).plan.placement_of("samråd") for one in _plans(house, term)]
    for held in moved:
        assert held is not None
        assert f"{held.start:%H.%M}–{held.end:%H.%M} (vecka {held.start.isocalendar().week})" in page.text


def test_any_two_plans_the_other_way_round(house: House, anna: Visitor, term: str) -> None:
    newest, before = _plans(house, term)
    page = anna.get(f"/terms/{term}/compare?before={newest}&after={before}")
    assert "Utkast (plan 2) jämförs med Utgåva 1" in page.text
    assert "Granska och publicera" not in page.text
    assert page.forms[-1].fields == {"before": newest, "after": before}
    page = anna.get(f"/terms/{term}/compare?before={newest}&after={newest}")
    assert "Inget möte skiljer sig åt" in page.text
    assert "Resten är lika: 2 möten" in page.text


def test_a_goal_that_is_worse_says_by_how_much(house: House, anna: Visitor, term: str) -> None:
    away = [{"id": "a1", "person": "chef-1", "start": "2026-09-01T00:00", "end": "2026-12-01T00:00"}]
    newest = house.office.term(term)
    changed = newest.term.model_validate({**newest.term.model_dump(mode="json"), "absences": away})
    house.office.replace_term(term, changed, newest.revision, "anna")
    house.work_on(house.client.post(f"/v1/terms/{term}/replan-jobs").json()["id"])
    page = anna.get(f"/terms/{term}/compare")
    assert "Sämre: 2 ersättare fler" in page.text
    after, before = _plans_of_three(house, term)
    page = anna.get(f"/terms/{term}/compare?before={after}&after={before}")
    assert "Bättre: 2 ersättare färre" in page.text


def _plans_of_three(house: House, term: str) -> tuple[str, str]:
    newest, _, first = house.office.plans(term)
    return newest.id, first.id


def test_a_meeting_that_is_not_held_any_more_says_so(house: House, anna: Visitor, term: str) -> None:
    newest = house.office.term(term)
    fewer = newest.term.model_copy(update={"meetings": newest.term.meetings[:1]})
    house.office.replace_term(term, fewer, newest.revision, "anna")
    house.work_on(house.client.post(f"/v1/terms/{term}/replan-jobs").json()["id"])
    page = anna.get(f"/terms/{term}/compare")
    assert "Har ingen tid" in page.text
    assert "hålls inte senare heller" in page.text


def test_one_plan_has_nothing_to_be_compared_with(house: House, anna: Visitor) -> None:
    term = house.make_term()
    assert "inte två planer" in anna.get(f"/terms/{term}/compare").text
    house.make_plan(term)
    assert "inte två planer" in anna.get(f"/terms/{term}/compare").text


def test_a_plan_of_another_term_is_not_found(house: House, anna: Visitor, term: str) -> None:
    other = house.make_term(uid="6f1b2c1e-2f0a-4c57-9d5e-0c6f5a3f7b12")
    foreign = house.make_plan(other).plan_id
    for wrong in (f"after={foreign}", f"before={foreign}", "after=none"):
        anna.get(f"/terms/{term}/compare?{wrong}")
        assert anna.answer.status_code == 404


def test_the_way_there_stands_where_there_is_a_draft_and_a_release(house: House, anna: Visitor, term: str) -> None:
    bo = signed_in(house, "reader", "bo")
    for address in (f"/terms/{term}", f"/terms/{term}/release"):
        assert f"/terms/{term}/compare" in [given.get("href") for _, given in anna.get(address).tags]
    assert "Samråd flyttas" in bo.get(f"/terms/{term}/compare").text


def test_many_people_stand_on_several_pages(house: House, anna: Visitor) -> None:
    people = [{"id": f"p{n:03}", "name": f"Person {n:03}"} for n in range(60)]
    appointments = [
        {"id": f"u-{one['id']}", "role": "enhetschef", "unit": "hemtjänst", "holder": one["id"]} for one in people
    ]
    series = [changed(TERM["series"][0], seats=[changed(TERM["series"][0]["seats"][0], count=60)])]
    term = house.make_term(people=people, appointments=appointments, series=series)
    house.planned(term)
    page = anna.get(f"/terms/{term}/release")
    assert "60 personer berörs" in page.text
    assert ("Person 039" in page.text, "Person 040" in page.text) == (True, False)
    more = next(given["href"] or "" for _, given in page.tags if "people=" in (given.get("href") or ""))
    page = anna.get(more)
    assert ("Person 039" in page.text, "Person 059" in page.text) == (False, True)
    assert "60 personer berörs" in page.text

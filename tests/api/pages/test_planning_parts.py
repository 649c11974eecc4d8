"""Planning some series while the rest stands, and stage by stage, with pages and forms alone."""

import re
from typing import Any

import pytest

from api.jobs.desk import Desk
from api.routes.examples import TERM
from models import Term
from tests.api.pages.visiting import Outline, Visitor, signed_in
from tests.api.routes.house import House, changed

FIRST: dict[str, Any] = TERM["series"][0]
SECOND: dict[str, Any] = {**FIRST, "id": "efter", "title": "Uppföljning"}
STAGES = [{"id": "först", "title": "Politiken", "series": [FIRST["id"]]}]


@pytest.fixture
def anna(house: House) -> Visitor:
    return signed_in(house)


def two_series(house: House, **changes: Any) -> str:
    meetings = [*TERM["meetings"], {"id": "möte-2", "series": "efter"}]
    return house.make_term(series=[FIRST, SECOND], meetings=meetings, **{"stages": STAGES, **changes})


def planned(house: House, anna: Visitor, term: str, **typed: str) -> Outline:
    """The term's page once what its form asked for is done."""
    anna.get(f"/terms/{term}")
    anna.send("/plan", **typed)
    house.work_on(anna.at.split("/")[-1])
    return anna.get(f"/terms/{term}")


def test_chosen_series_are_planned_and_the_others_wait_then_stand(house: House, anna: Visitor) -> None:
    term = two_series(house)
    page = planned(house, anna, term, how="part", series="efter")
    assert "Planerat nu: Uppföljning. 0 möten i andra serier står kvar" in page.text
    assert f"Väntar på sin tur: 1 möte i {FIRST['title']}" in page.text
    assert "Möten utan tid" not in page.text, "what waits is no failure"
    assert "Bevisat så länge det övriga står kvar" in page.text
    stood = house.office.plans(term)[0].plan.placement_of("möte-2")
    page = planned(house, anna, term, how="part", series=FIRST["id"])
    assert "1 möte i andra serier står kvar med tid, lokal och deltagare" in page.text
    assert "Väntar" not in page.text
    assert house.office.plans(term)[0].plan.placement_of("möte-2") == stood


def test_no_series_chosen_is_told_where_they_are_chosen(house: House, anna: Visitor) -> None:
    term = two_series(house)
    anna.get(f"/terms/{term}")
    page = anna.send("/plan", how="part")
    assert anna.answer.status_code == 422
    assert "Välj minst en serie" in page.text
    assert ("details", {"class": "told", "open": None}) in page.tags, "and it is open there"
    assert house.office.jobs() == ()


def test_what_cannot_stand_is_told_with_its_reason(house: House, anna: Visitor) -> None:
    term = two_series(house)
    planned(house, anna, term, how="part", series="efter")
    stored = house.office.term(term).term
    away = {"id": "borta", "person": "chef-1", "start": f"{stored.first_day}T00:00", "end": f"{stored.last_day}T23:00"}
    now = Term.model_validate(changed(stored.model_dump(mode="json"), absences=[away]))
    house.office.replace_term(term, now, 1, "bo")
    anna.get(f"/terms/{term}")
    anna.send("/plan", how="part", series=FIRST["id"])
    job = anna.at.split("/")[-1]
    house.work_on(job)
    page = anna.get(f"/jobs/{job}")
    assert "Det som skulle stå kvar kan inte det" in page.text
    assert "Uppföljning" in page.text
    assert "cannot stand" not in page.text, "in the words of the page"


def test_stages_are_planned_and_what_they_cost_is_shown(house: House, anna: Visitor) -> None:
    term = two_series(house)
    anna.get(f"/terms/{term}")
    assert "Politiken Övriga serier" in anna.page.text, "the stages in their order, then the rest"
    page = planned(house, anna, term, how="stages")
    assert "Planerat i steg" in page.text
    assert "Politiken (bevisat) och Övriga serier (bevisat)" in page.text
    assert "Vad stegen kostar" not in page.text.replace("Visa vad stegen kostar", "")
    page = planned(house, anna, term, how="stages", against_whole="yes")
    assert "Stegen kostar ingenting" in page.text
    assert re.search(r"Alla möten får en tid .*Bevisat: 0", page.text)


def test_the_cost_of_stages_is_shown_in_english_too(house: House, anna: Visitor) -> None:
    term = two_series(house)
    planned(house, anna, term, how="stages", against_whole="yes")
    page = anna.get(f"/terms/{term}?lang=en")
    for words in ("What the stages cost", "In stages", "At once", "The stages cost nothing", "Planned in stages"):
        assert words in page.text


def test_a_search_says_which_round_it_is_in(house: House, anna: Visitor) -> None:
    term = two_series(house)
    anna.get(f"/terms/{term}")
    anna.send("/plan", how="stages", against_whole="yes")
    job, desk = anna.at.split("/")[-1], Desk(house.office)
    desk.begin(job)
    goal = {"id": "placed", "value": 0, "bound": 0, "proven": True}
    for step, proof in ((1, "Bevisat så länge det övriga står kvar"), (3, "Bevisat: bättre än så")):
        desk.tell(job, 1, {"goal": "placed", "seconds": 0.5, "goals": [goal], "step": step, "steps": 3})
        page = anna.get(f"/jobs/{job}")
        assert f"Omgång {step} av 3: Söker och bevisar" in page.text
        assert proof in page.text, "the last round is the whole, which nothing stands in the way of"


def test_a_term_with_one_series_and_no_stages_is_asked_neither(house: House, anna: Visitor) -> None:
    page = anna.get(f"/terms/{house.make_term()}")
    assert "Planera bara några serier" not in page.text
    assert "Planera i steg" not in page.text


def test_a_published_plan_of_a_part_says_so(house: House, anna: Visitor) -> None:
    term = two_series(house)
    planned(house, anna, term, how="part", series="efter")
    house.office.release(term, house.office.plans(term)[0].id, "anna")
    page = Visitor(house).get("/")
    assert "1 av 2 möten har fått tid" in page.text
    assert "Bevisat så länge det övriga står kvar" in page.text

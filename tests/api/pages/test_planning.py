"""From an empty office to a published plan, with pages and forms alone and without scripts."""

import json
import re
from typing import Any

import pytest

from api.routes.examples import TERM
from tests.api.pages.visiting import Visitor, signed_in
from tests.api.routes.house import House, changed


def _sent(visitor: Visitor, document: Any) -> None:
    text = document if isinstance(document, bytes) else json.dumps(document).encode()
    visitor.get("/terms")
    visitor.send("/terms/import", files={"file": ("term.json", text, "application/json")})


@pytest.fixture
def anna(house: House) -> Visitor:
    return signed_in(house)


def _planned(house: House, anna: Visitor, term: str) -> None:
    anna.get(f"/terms/{term}")
    anna.send("/plan", how="plan")
    house.work_on(anna.at.split("/")[-1])


def _hours(house: House, term: str) -> str:
    """When the newest plan holds the meeting."""
    held = house.office.plans(term)[0].plan.placements[0]
    return f"{held.start:%H.%M}–{held.end:%H.%M}"


def test_an_empty_office_says_how_to_begin(anna: Visitor) -> None:
    page = anna.get("/terms")
    assert "Här finns ingen termin än" in page.text
    anna.send("/terms/example")
    assert anna.at.startswith("/terms/")
    assert "Närvårdsmöten i Borås 2026" in anna.page.text
    assert "Terminen är sparad" in anna.page.text
    anna.get("/terms")
    assert "Inte planerad" in anna.page.text
    anna.send("/terms/example")
    assert anna.at.startswith("/terms/"), "once is enough"


def test_a_file_is_kept_or_its_faults_are_told_at_the_field(anna: Visitor) -> None:
    _sent(anna, TERM)
    assert anna.at == f"/terms/{TERM['uid']}"
    _sent(anna, TERM)
    assert "finns redan" in anna.page.text
    _sent(anna, changed(TERM, first_day="2026-12-01", people=[]))
    assert anna.answer.status_code == 422
    field = next(given for tag, given in anna.page.tags if given.get("name") == "file")
    assert field["aria-invalid"] == "true"
    assert re.search(r"Filen har \d+ fel", anna.page.text)
    assert "/appointments/0/holder" in anna.page.text
    for wrong in (b"{", b"\xff", b"[" * 1000 + b"]" * 1000, b"", json.dumps(changed(TERM, goals=["x"])).encode()):
        _sent(anna, wrong)
        assert anna.answer.status_code == 422, wrong[:10]


def test_a_file_that_is_too_large_is_a_page(tmp_path: Any) -> None:
    house = House.at(tmp_path / "small", max_body_bytes=5000)
    anna = signed_in(house)
    _sent(anna, b"x" * 6000)
    assert anna.answer.status_code == 413
    assert "Filen är för stor" in anna.page.text
    house.store.close()


def test_plans_shows_and_publishes(house: House, anna: Visitor) -> None:
    term = house.make_term()
    anna.get(f"/terms/{term}")
    assert "inte planerad än" in anna.page.text
    anna.send("/plan", how="plan", seconds="20")
    assert anna.at.startswith("/jobs/")
    assert "Väntar på sin tur" in anna.page.text
    job = anna.at.split("/")[-1]
    anna.get(f"/terms/{term}")
    assert "planeras nu" in anna.page.text
    house.work_on(job)
    anna.get(f"/jobs/{job}")
    assert "Klart" in anna.page.text
    page = anna.get(f"/terms/{term}")
    for words in ("Utkast", "v. 36", "tis 1", "Vårdcentralen Centrum", "Bevisat", _hours(house, term)):
        assert words in page.text
    anna.get("/terms")
    assert "Utkast" in anna.page.text
    anna.get(f"/terms/{term}/release")
    for words in ("Publicera utgåva 1", "1 möte ändras", "Enhetschef hemtjänst"):
        assert words in anna.page.text
    anna.send("/release")
    assert "Planen är publicerad" in anna.page.text
    assert "Utgåva 1, publicerad" in anna.page.text
    assert house.office.released(term).by == "anna"
    assert house.office.audit()[0].action == "release.create"


@pytest.mark.parametrize("typed", ["", "x", "4", "601", "10.5", "-7"])
def test_a_time_limit_that_is_none_is_told_at_the_field(house: House, anna: Visitor, typed: str) -> None:
    term = house.make_term()
    anna.get(f"/terms/{term}")
    page = anna.send("/plan", how="plan", seconds=typed)
    assert anna.answer.status_code == 422
    field = next(given for _, given in page.tags if given.get("name") == "seconds")
    assert (field["aria-invalid"], field.get("value") or "") == ("true", typed or "60")
    assert "Skriv ett heltal från 5 till 600" in page.text


def test_who_asks_second_looks_on(house: House, anna: Visitor) -> None:
    term = house.make_term()
    anna.get(f"/terms/{term}")
    second = Visitor(house)
    second.sign_in("anna")
    second.get(f"/terms/{term}")
    anna.send("/plan", how="plan")
    second.send("/plan", how="plan")
    assert second.at == anna.at


def test_a_run_is_stopped(house: House, anna: Visitor) -> None:
    term = house.make_term()
    anna.get(f"/terms/{term}")
    anna.send("/plan", how="plan")
    anna.send("/stop")
    assert "Stoppad innan det fanns någon plan" in anna.page.text


def test_a_run_is_followed_as_it_happens(house: House, anna: Visitor) -> None:
    job = house.make_plan(house.make_term())
    answer = anna.client.get(f"/jobs/{job.id}/events")
    assert answer.headers["content-type"].startswith("text/event-stream")
    told = [json.loads(line[6:]) for line in answer.text.splitlines() if line.startswith("data: ")]
    assert told[-1]["over"] is True
    assert told[-1]["said"] == "Klart: planen finns."
    assert anna.client.head(f"/jobs/{job.id}/events").text == ""


def test_a_meeting_says_who_sits_why_and_where_else(house: House, anna: Visitor) -> None:
    term = house.make_term()
    _planned(house, anna, term)
    page = anna.get(f"/terms/{term}/meetings/möte-1")
    for words in (
        _hours(house, term),
        "Enhetschef hemtjänst",
        "Varför just då",
        "Andra tider som går",
        "Ställ in mötet",
    ):
        assert words in page.text
    assert anna.get(f"/terms/{term}/meetings/none").text
    assert anna.answer.status_code == 404


def test_another_time_leads_to_what_moving_there_means(house: House, anna: Visitor) -> None:
    term = house.make_term()
    _planned(house, anna, term)
    page = anna.get(f"/terms/{term}/meetings/möte-1")
    to = next(str(given["href"]) for tag, given in page.tags if tag == "a" and "/move?" in str(given["href"]))
    assert anna.get(to.removesuffix("#verdict")).text
    assert any(form.action.endswith("/move") for form in anna.page.forms)


def test_a_meeting_is_called_off_and_planned_again(house: House, anna: Visitor) -> None:
    term = house.make_term()
    _planned(house, anna, term)
    anna.get(f"/terms/{term}/release")
    anna.send("/release")
    before = house.office.plan(house.office.released(term).plan_id).plan.placements[0].start
    anna.get(f"/terms/{term}/meetings/möte-1")
    anna.send("/cancel", reason="Sjukdom")
    assert "Ändringen är sparad" in anna.page.text
    assert "planera om" in anna.page.text
    anna.send("/plan", how="replan")
    house.work_on(anna.at.split("/")[-1])
    anna.get(f"/terms/{term}/release")
    assert "Publicera utgåva 2" in anna.page.text
    after = house.office.plans(term)[0].plan.placements[0].start
    assert after.date() != before.date()
    page = anna.get(f"/terms/{term}/meetings/möte-1")
    assert "Vad som har hänt" in page.text
    assert house.office.change(term, 1).change.reason == "Sjukdom"
    anna.get(f"/terms/{term}/release")
    anna.send("/release")
    page = anna.get(f"/terms/{term}/releases/2")
    assert "Vad utgåva 2 ändrade mot utgåva 1" in page.text
    assert "flyttas" in page.text
    anna.get(f"/terms/{term}/releases/3")
    assert anna.answer.status_code == 404
    assert "Utgåva 1, publicerad" in anna.get(f"/terms/{term}/releases").text


def test_a_meeting_is_withdrawn(house: House, anna: Visitor) -> None:
    term = house.make_term()
    _planned(house, anna, term)
    anna.get(f"/terms/{term}/meetings/möte-1")
    anna.send("/cancel", how="withdraw")
    assert house.office.term(term).term.meetings == ()
    assert "Närvårdsmöte" in anna.get(f"/terms/{term}/meetings/möte-1").text
    assert anna.answer.status_code == 200


def test_a_reason_that_is_too_long_is_told_and_kept(house: House, anna: Visitor) -> None:
    term = house.make_term()
    _planned(house, anna, term)
    anna.get(f"/terms/{term}/meetings/möte-1")
    page = anna.send("/cancel", how="withdraw", reason="x" * 301)
    assert anna.answer.status_code == 422
    field = next(given for _, given in page.tags if given.get("name") == "reason")
    assert (field["aria-invalid"], len(field["value"] or "")) == ("true", 301)
    chosen = [given for _, given in page.tags if given.get("value") == "withdraw"]
    assert "checked" in chosen[0]
    assert house.office.changes(term) == ()


def test_who_is_second_is_shown_both_versions(house: House, anna: Visitor) -> None:
    term = house.make_term()
    _planned(house, anna, term)
    second = Visitor(house)
    second.sign_in("anna")
    for visitor in (anna, second):
        visitor.get(f"/terms/{term}/meetings/möte-1")
    anna.send("/cancel")
    page = second.send("/cancel", how="withdraw", reason="Behövs inte")
    assert second.answer.status_code == 412
    assert "Någon annan hann före" in page.text
    assert "Revision 2 av anna" in page.text
    assert house.office.term(term).revision == 2
    second.send("/cancel")
    assert house.office.term(term).revision == 3
    assert house.office.change(term, 2).change.reason == "Behövs inte"


def test_who_publishes_second_reviews_again(house: House, anna: Visitor) -> None:
    term = house.make_term()
    _planned(house, anna, term)
    second = Visitor(house)
    second.sign_in("anna")
    for visitor in (anna, second):
        visitor.get(f"/terms/{term}/release")
    anna.send("/release")
    page = second.send("/release")
    assert second.answer.status_code == 412
    assert "anna har publicerat utgåva 1 medan du läste" in page.text
    assert len(house.office.releases(term)) == 1


def test_what_has_no_time_says_what_is_in_the_way(house: House, anna: Visitor) -> None:
    away = [
        {"id": f"a{n}", "person": f"chef-{n}", "start": "2026-09-01T00:00", "end": "2026-12-01T00:00"} for n in (1, 2)
    ]
    term = house.make_term(absences=away)
    _planned(house, anna, term)
    page = anna.get(f"/terms/{term}")
    assert "Möten utan tid" in page.text
    assert "Enhetschef, Hemtjänst kan inte fyllas" in page.text
    anna.get("/terms")
    assert "1 möte utan tid" in anna.page.text
    page = anna.get(f"/terms/{term}/meetings/möte-1")
    assert "Vad som är i vägen" in page.text


def test_another_offices_things_are_not_there(house: House, anna: Visitor) -> None:
    term = house.make_term()
    job = house.make_plan(term)
    other = house.store.create_workspace("other", "Annan")
    other.create_account("bo", "långt lösenord 1", "coordinator", "test")
    bo = Visitor(house)
    bo.sign_in("bo")
    for address in (f"/terms/{term}", f"/terms/{term}/release", f"/jobs/{job.id}", f"/terms/{term}/meetings/möte-1"):
        assert bo.get(address).text
        assert bo.answer.status_code == 404, address


def test_every_page_speaks_english_too(house: House, anna: Visitor) -> None:
    term = house.make_term(title="Autumn")
    _planned(house, anna, term)
    job = house.office.jobs()[0].id
    for address in ("/terms", f"/terms/{term}", f"/terms/{term}/release", f"/jobs/{job}"):
        page = anna.get(f"{address}?lang=en")
        assert dict(page.tags)["html"]["lang"] == "en"
        assert not re.search(r"\b(och|inte|möten|planen|ändras)\b", page.text), address


def test_what_a_term_says_is_text_and_never_markup(house: House, anna: Visitor) -> None:
    title = "<script>alert(1)</script> & \"'"
    term = house.make_term(title=title)
    _planned(house, anna, term)
    for address in ("/terms", f"/terms/{term}", f"/terms/{term}/release", f"/terms/{term}/meetings/möte-1"):
        page = anna.get(address)
        assert title in page.text
        scripts = [given.get("src") or "" for tag, given in page.tags if tag == "script"]
        assert all(source.startswith("/static/") for source in scripts)


def test_a_long_list_shows_a_month_at_a_time(house: House, anna: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.pages.term.MOST_LISTED", 5)
    anna.send("/terms/example")
    term = anna.at.split("/")[-1]
    house.planned(term)
    page = anna.get(f"/terms/{term}")
    headings = [given for tag, given in page.tags if tag == "a" and "month=" in (given.get("href") or "")]
    assert len(headings) == 5
    assert page.text.count("September 2026") == 2, "in the choice and over the list"
    assert page.text.count("November 2026") == 1
    assert anna.get(f"/terms/{term}?month=2026-11").text.count("November 2026") == 2
    assert anna.get(f"/terms/{term}?month=never").text.count("September 2026") == 2

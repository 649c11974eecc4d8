"""The coordinator's side of a reported absence: seen, taken in as a change, or declined with a word."""

from datetime import datetime, timedelta

import pytest

from api.routes.examples import TERM
from models import Away, Cancel, Change, Term
from tests.api.pages.visiting import Visitor, signed_in
from tests.api.routes.house import House, changed

START = datetime(2026, 9, 1, 13)


@pytest.fixture
def anna(house: House) -> Visitor:
    return signed_in(house)


@pytest.fixture
def term(house: House) -> str:
    """A term with a published plan and a report that waits: of the meeting's own time."""
    term = house.make_term()
    house.make_release(term)
    _report(house, term)
    return term


def _report(house: House, term: str, days: int = 0, person: str = "chef-1") -> None:
    start = START + timedelta(days=days)
    away = Away(person=person, start=start, end=start + timedelta(minutes=90))
    house.office.report_away(term, away, "participant", reason="Kurs i Umeå", meeting="Närvårdsmöte")


def test_it_is_seen_that_something_waits(anna: Visitor, term: str) -> None:
    assert "1 anmälan väntar" in anna.get("/terms").text
    assert "1 anmälan väntar" in anna.get(f"/terms/{term}").text
    assert "1 anmälan väntar" in anna.get(f"/terms/{term}/calendars").text
    page = anna.get(f"/terms/{term}/reports")
    for words in (
        "Enhetschef hemtjänst",
        "tis 1 sep 2026 kl. 13.00–14.30",
        "Mötet Närvårdsmöte",
        "Närvårdsmöte, tis 1 sep 2026 kl. 13.00–14.30 (Enhetschef, Hemtjänst)",
        "Orsak: Kurs i Umeå",
        "Anmäld 24 augusti 2026",
    ):
        assert words in page.text


def test_a_time_without_a_meeting_says_so(house: House, anna: Visitor) -> None:
    term = house.make_term()
    house.make_release(term)
    _report(house, term, days=20)
    assert "Personen har inget möte då i planen" in anna.get(f"/terms/{term}/reports").text


def test_taking_it_in_is_a_change_of_the_term(house: House, anna: Visitor, term: str) -> None:
    anna.get(f"/terms/{term}/reports")
    anna.send("/1/accept")
    assert "Frånvaron är inlagd" in anna.page.text
    assert "Inlagd 24 augusti 2026 av anna" in anna.page.text
    (change,) = house.office.changes(term)
    assert (change.by, change.change.reason) == ("anna", "Kurs i Umeå")
    assert house.office.term(term).term.absences[0].start == START
    assert "väntar" not in anna.get("/terms").text.replace("väntar på ny plan", "")


def test_declining_changes_nothing_and_says_a_word(house: House, anna: Visitor, term: str) -> None:
    anna.get(f"/terms/{term}/reports")
    anna.send("/1/decline", answer="  Ring\tmig ")
    assert "avslutad utan ändring" in anna.page.text
    assert "Svar: Ring mig" in anna.page.text
    assert house.office.term(term).revision == 1
    me = Visitor(house).get(f"/me/{house.office.give_page(term, 'chef-1', 'anna').token}")
    assert "Svar: Ring mig" in me.text


@pytest.mark.parametrize("answer", ["x" * 301, "a\0b"])
def test_a_word_that_is_none_is_refused(house: House, anna: Visitor, term: str, answer: str) -> None:
    anna.get(f"/terms/{term}/reports")
    anna.send("/1/decline", answer=answer)
    assert anna.answer.status_code == 422
    typed = next(given for tag, given in anna.page.tags if given.get("name") == "answer")
    assert (typed["value"] or "").strip() == answer.strip(), "what was typed is kept"
    assert typed["aria-invalid"] == "true"
    assert "högst 300 tecken" in anna.page.text
    assert house.office.waiting(term) == 1


def test_who_is_second_sees_both(house: House, anna: Visitor, term: str) -> None:
    anna.get(f"/terms/{term}/reports")
    other = Change(actions=(Cancel(meeting="möte-1", day=START.date()),))
    house.office.change_term(term, other, 1, "bo")
    anna.send("/1/accept")
    assert anna.answer.status_code == 412
    assert "Någon annan hann före" in anna.page.text
    assert "Revision 2 av bo" in anna.page.text
    assert "Enhetschef hemtjänst" in anna.page.text
    assert house.office.waiting(term) == 1
    anna.send("/1/accept")
    assert "Frånvaron är inlagd" in anna.page.text
    assert house.office.term(term).revision == 3


def test_what_waits_no_longer_is_told(house: House, anna: Visitor, term: str) -> None:
    anna.get(f"/terms/{term}/reports")
    house.office.withdraw_report(term, 1, "chef-1", "participant")
    for deed in ("accept", "decline"):
        key = anna.get("/terms").forms[0].fields["form_key"]
        data = {"form_key": key, "based_on": "1"}
        anna.answer = anna.client.post(f"/terms/{term}/reports/1/{deed}", data=data)
        assert anna.answer.status_code == 409
        assert "väntade inte längre" in anna.page.text
        assert "Tillbakatagen 24 augusti 2026 av personen själv" in anna.page.text
    assert house.office.term(term).revision == 1


def test_what_the_term_cannot_take_in_is_told_at_the_report(house: House, anna: Visitor) -> None:
    term = house.make_term()
    house.make_release(term)
    _report(house, term, person="chef-2")
    (post,) = TERM["appointments"]
    left = changed(TERM, people=TERM["people"][:1], appointments=[changed(post, deputies=[])])
    house.office.replace_term(term, Term.model_validate(left), 1, "anna")
    page = anna.get(f"/terms/{term}/reports")
    assert "Biträdande enhetschef hemtjänst" in page.text, "by the name that people know"
    anna.send("/1/accept")
    assert anna.answer.status_code == 422
    assert "okänt id ”chef-2”" in anna.page.text
    assert "wrong-1" in str([given.get("aria-describedby") for tag, given in anna.page.tags if tag == "button"])
    assert house.office.waiting(term) == 1


def test_the_page_stays_light_however_many_wait(house: House, anna: Visitor) -> None:
    people = [*TERM["people"], *({"id": f"p{n}", "name": f"Person {n}"} for n in range(10))]
    term = house.make_term(people=people)
    for n in range(10):
        for days in range(7):
            _report(house, term, days, f"p{n}")
    page = anna.get(f"/terms/{term}/reports")
    assert "Här står de 60 som har väntat längst av 70." in page.text
    assert "Person 0" in page.text
    assert len(anna.answer.content) < 150_000


def test_readers_see_who_and_when_and_not_why(house: House, term: str) -> None:
    bo = signed_in(house, "reader", "bo")
    page = bo.get(f"/terms/{term}/reports")
    assert "Enhetschef hemtjänst" in page.text
    assert "Umeå" not in page.text
    assert "Lägg in frånvaron" not in page.text
    key = bo.get("/terms").forms[0].fields["form_key"]
    for deed in ("accept", "decline"):
        answer = bo.client.post(f"/terms/{term}/reports/1/{deed}", data={"form_key": key, "based_on": "1"})
        assert answer.status_code == 403
    assert house.office.waiting(term) == 1


@pytest.mark.parametrize("number", ["2", "0", "99999999999999999999", "x"])
def test_a_report_that_is_not_there_is_not_found(house: House, anna: Visitor, term: str, number: str) -> None:
    key = anna.get("/terms").forms[0].fields["form_key"]
    for deed in ("accept", "decline"):
        data = {"form_key": key, "based_on": "1"}
        assert anna.client.post(f"/terms/{term}/reports/{number}/{deed}", data=data).status_code == 404


def test_another_office_decides_nothing_here(house: House, term: str) -> None:
    other = house.store.create_workspace("other", "Other")
    other.create_account("carl", "långt lösenord 1", "coordinator", "test")
    carl = Visitor(house)
    carl.sign_in("carl")
    key = carl.get("/terms").forms[0].fields["form_key"]
    assert carl.client.get(f"/terms/{term}/reports").status_code == 404
    answer = carl.client.post(f"/terms/{term}/reports/1/accept", data={"form_key": key, "based_on": "1"})
    assert answer.status_code == 404
    assert house.office.waiting(term) == 1

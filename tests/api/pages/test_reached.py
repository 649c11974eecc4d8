"""The page of a release says who has been told and how, and sends again what did not arrive."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from api.mail.message import Letter
from api.mail.outbox import Outbox
from api.routes.examples import TERM
from tests.api.pages.visiting import Outline, Visitor, signed_in
from tests.api.routes.house import House, changed

ADDRESS = "chef@example.se"


@pytest.fixture
def mailing(tmp_path: Path) -> Iterator[House]:
    """A house that sends mail."""
    made = House.at(tmp_path / "mailing", smtp_host="127.0.0.1", mail_from="plan@example.se")
    yield made
    made.store.close()


def _released(house: House, email: str | None = ADDRESS) -> str:
    people = [changed(TERM["people"][0], email=email), TERM["people"][1]]
    term = house.make_term(people=people)
    house.make_release(term)
    return term


def _taken(house: House) -> Letter:
    outbox = Outbox(house.office)
    letter = outbox.take(outbox.due()[0])
    assert letter is not None
    return letter


def test_what_did_not_arrive_is_sent_again(mailing: House) -> None:
    term, anna = _released(mailing), signed_in(mailing)
    here = f"/terms/{term}/releases/1"
    assert "Väntar på att skickas" in anna.get(here).text
    Outbox(mailing.office).refused(_taken(mailing), 550)
    page = anna.get(here)
    for words in (
        "Gick inte fram",
        "1 person har säkert inte fått veta",
        "Har inte fått veta",
        "Kalendern är inte hämtad",
    ):
        assert words in page.text
    page = anna.send("/send-again")
    assert "Mejlet skickas igen" in page.text
    assert "Väntar på att skickas" in page.text
    Outbox(mailing.office).sent(_taken(mailing))
    page = anna.get(here)
    assert "Skickat 24 augusti 2026 kl. 10.00" in page.text
    assert "Alla som berörs kan ha fått veta" in page.text
    assert ADDRESS not in page.text


def test_a_button_that_is_too_late_says_why(mailing: House) -> None:
    term, anna = _released(mailing), signed_in(mailing)
    Outbox(mailing.office).refused(_taken(mailing), 550)
    anna.get(f"/terms/{term}/releases/1")
    form = next(form for form in anna.page.forms if form.action.endswith("/send-again"))
    anna.send("/send-again")
    anna.answer = anna.client.post(form.action, data=form.fields)
    assert anna.answer.status_code == 409
    assert "redan skickats, eller väntar" in anna.page.text
    assert anna.client.post(form.action, data={**form.fields, "person": "none"}).status_code == 404


def test_who_has_no_address_has_no_button_until_there_is_one(mailing: House) -> None:
    term, anna = _released(mailing, email=None), signed_in(mailing)
    here = f"/terms/{term}/releases/1"
    page = anna.get(here)
    assert "Ingen e-post går ut" in page.text
    assert not [form for form in page.forms if form.action.endswith("/send-again")]
    newest = mailing.office.term(term)
    people = tuple(one.model_copy(update={"email": ADDRESS}) for one in newest.term.people)
    mailing.office.replace_term(term, newest.term.model_copy(update={"people": people}), 1, "anna")
    anna.get(here)
    anna.send("/send-again")
    assert _taken(mailing).email == ADDRESS


def test_a_reader_sees_who_has_been_told_and_sends_nothing(mailing: House) -> None:
    term, bo = _released(mailing), signed_in(mailing, "reader", "bo")
    Outbox(mailing.office).refused(_taken(mailing), 550)
    page = bo.get(f"/terms/{term}/releases/1")
    assert "Gick inte fram" in page.text
    assert not [form for form in page.forms if form.action.endswith("/send-again")]


def test_a_calendar_that_was_fetched_counts(house: House) -> None:
    anna: Visitor = signed_in(house)
    term = house.make_term()
    link = house.office.subscribe(term, "person", "chef-1", "anna")
    house.make_release(term)
    assert house.stranger().get(f"/feeds/{link.token}.ics").status_code == 200
    page = anna.get(f"/terms/{term}/releases/1")
    assert "Kalendern hämtades 24 augusti 2026 kl. 10.00" in page.text
    assert "Alla som berörs kan ha fått veta" in page.text


def test_many_people_stand_on_several_pages(mailing: House) -> None:
    anna = signed_in(mailing)
    anna.send("/terms/example")
    term = anna.at.split("/")[-1]
    mailing.office.release(term, mailing.planned(term), "anna")
    told = len(mailing.office.reach(term, 1, limit=1000))
    page = anna.get(f"/terms/{term}/releases/1")
    assert f"Var och en av {told} personer" in page.text
    assert _listed(page) == 100
    page = anna.get(next(given["href"] or "" for _, given in page.tags if "reached=" in (given.get("href") or "")))
    assert f"Var och en av {told} personer" in page.text
    assert _listed(page) == told - 100
    assert "reached=200" not in anna.answer.text


def _listed(page: Outline) -> int:
    """How many people the table lists."""
    return len([tag for tag, given in page.tags if tag == "th" and given.get("scope") == "row"])

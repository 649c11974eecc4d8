"""A participant's page: opened by its link alone, leaving no trace, showing what is published and taking in reports."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from api.routes.examples import TERM
from api.store.reports import MOST_WAITING
from models import Cancel, Change, Term
from tests.api.pages.visiting import Outline, Visitor
from tests.api.routes.house import NOW, House, changed

WHO = "chef-1"


@pytest.fixture
def term(house: House) -> str:
    """A term whose only meeting, on 1 September 13.00–14.30, is published."""
    term = house.make_term()
    house.make_release(term)
    return term


@pytest.fixture
def me(house: House, term: str) -> Visitor:
    """The participant who sits there, at their page."""
    visitor = Visitor(house)
    visitor.get(_address(house, term))
    return visitor


@pytest.fixture(autouse=True)
def answers(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Any]]:
    """Every answer that a visitor gets; none of a participant's page sets a cookie or may be kept."""
    seen: list[Any] = []
    request = TestClient.request

    def noted(self: TestClient, *given: Any, **named: Any) -> Any:
        answer = request(self, *given, **named)
        seen.extend([*answer.history, answer])
        return answer

    monkeypatch.setattr(TestClient, "request", noted)
    yield seen
    for answer in seen:
        if answer.url.path.startswith("/me/"):
            assert "set-cookie" not in answer.headers, answer.url
            assert answer.headers["cache-control"] == "no-store"
            assert answer.headers["referrer-policy"] == "no-referrer"
            assert "noindex" in answer.headers["x-robots-tag"]


def _address(house: House, term: str, person: str = WHO) -> str:
    return f"/me/{house.office.give_page(term, person, 'anna').token}"


def _field(page: Outline, name: str) -> dict[str, str | None]:
    return next(given for _, given in page.tags if given.get("name") == name)


def _meeting(house: House, term: str) -> str:
    return str(house.office.term(term).term.resolved["möte-1"].uid)


def test_shows_what_is_ahead_with_seat_place_and_map(me: Visitor) -> None:
    for words in ("Dina möten", "Enhetschef hemtjänst", "Närvårdsmöte", "tis 1 sep 2026, 13.00–14.30", "vecka 36"):
        assert words in me.page.text
    assert "Du deltar som Enhetschef, Hemtjänst." in me.page.text
    assert "Vårdcentralen Centrum, Storgatan 1" in me.page.text
    map_link = next(given for tag, given in me.page.tags if tag == "a" and "openstreetmap" in str(given.get("href")))
    assert "V%C3%A5rdcentralen%20Centrum%2C%20Storgatan%201" in str(map_link["href"])
    assert "noreferrer" in str(map_link["rel"])


def test_nothing_of_others_is_loaded(me: Visitor) -> None:
    loaded = [given.get("src") or "" for tag, given in me.page.tags if tag in ("img", "script")]
    loaded += [given.get("href") or "" for tag, given in me.page.tags if tag == "link"]
    assert loaded
    assert [one for one in loaded if not one.startswith(("/static/", "data:"))] == []
    assert not [given for _, given in me.page.tags if "style" in given or "onclick" in given]


def test_the_map_is_the_operators_choice(tmp_path: Path) -> None:
    for url, found in (("", False), ("https://kartor.example/?s={where}", True)):
        house = House.at(tmp_path / str(found), map_url=url)
        term = house.make_term()
        house.make_release(term)
        page = Visitor(house).get(_address(house, term))
        assert ("Visa på karta" in page.text) is found
        house.store.close()


def test_a_deputy_is_told_for_whom(house: House) -> None:
    absent = {"id": "away", "person": WHO, "start": "2026-08-01T00:00", "end": "2026-12-31T00:00"}
    seat = {**TERM["series"][0]["seats"][0], "deputy": "may"}
    series = changed(TERM["series"][0], seats=[seat])
    term = house.make_term(absences=[absent], series=[series])
    house.office.release(term, house.planned(term), "anna")
    page = Visitor(house).get(_address(house, term, "chef-2"))
    assert "Du ersätter Enhetschef hemtjänst som Enhetschef, Hemtjänst." in page.text


def test_shows_the_newest_release_and_never_a_draft(house: House, me: Visitor, term: str) -> None:
    away = Change(actions=(Cancel(meeting="möte-1", day=NOW.date().replace(month=9, day=1)),))
    house.office.change_term(term, away, 1, "anna")
    draft = house.planned(term)
    assert "tis 1 sep 2026" in me.get(me.at).text
    assert "Inställt" not in me.page.text
    house.office.release(term, draft, "anna")
    page = me.get(me.at)
    assert "2026-09-01T13:00" not in [given.get("datetime") for tag, given in page.tags if tag == "time"]
    assert "Utgåva 2, 24 augusti 2026" in page.text
    assert "flyttas" in page.text


def test_a_cancelled_meeting_is_shown_as_such(house: House, me: Visitor, term: str) -> None:
    later = house.office.term(term).term
    window = later.series[0].windows[0].model_copy(update={"first_day": later.last_day, "last_day": later.last_day})
    closed = later.series[0].model_copy(update={"windows": (window,)})
    absent = {"id": "a", "person": WHO, "start": "2026-11-01T00:00", "end": "2026-12-31T00:00"}
    other = {"id": "b", "person": "chef-2", "start": "2026-11-01T00:00", "end": "2026-12-31T00:00"}
    document = later.model_copy(update={"series": (closed,)}).model_dump(mode="json") | {"absences": [absent, other]}
    house.office.replace_term(term, Term.model_validate(document), 1, "anna")
    house.office.release(term, house.planned(term), "anna")
    page = me.get(me.at)
    assert "Inställt. En ny tid är inte bestämd än." in page.text
    assert "Visa på karta" not in page.text
    assert _meeting(house, term) not in [given.get("value") for tag, given in page.tags if tag == "option"]


def test_before_the_first_release_it_says_so(house: House) -> None:
    page = Visitor(house).get(_address(house, house.make_term()))
    assert "Ingen plan är publicerad än" in page.text
    assert "Du har inga möten framför dig" in page.text


def test_what_is_over_is_folded_and_cannot_be_reported(tmp_path: Path) -> None:
    house = House.at(tmp_path / "past")
    term = house.make_term()
    house.make_release(term)
    later = House.at(tmp_path / "past")
    _travel(later, days=30)
    me = Visitor(later)
    me.get(_address(later, term))
    assert "Visa 1 tidigare möte" in me.page.text
    me.answer = me.client.post(me.at, data={"what": "meeting", "meeting": _meeting(later, term)})
    assert me.answer.status_code == 422
    assert later.office.reports(term) == ()
    house.store.close()
    later.store.close()


def _travel(house: House, days: int) -> None:
    """Let the house's pages see a later day."""
    from api.app import create_app

    house.app = create_app(house.store.settings, house.store, lambda: NOW + timedelta(days=days))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_language_is_in_the_address_alone(house: House, term: str, language: str) -> None:
    me = Visitor(house, **{"Accept-Language": "en" if language == "sv" else "sv"})
    page = me.get(_address(house, term) + f"?lang={language}")
    assert ("Dina möten" in page.text) is (language == "sv")
    assert me.answer.headers["content-language"] == language
    own = [str(given["action"]) for tag, given in page.tags if tag == "form"]
    assert own
    assert all(f"lang={language}" in one for one in own)
    me.send(f"lang={language}#absence", meeting=_meeting(house, term))
    assert f"lang={language}" in str(me.answer.url.query)
    assert me.answer.headers["content-language"] == language


def test_a_cookie_that_is_there_is_not_read(house: House, term: str) -> None:
    me = Visitor(house)
    me.client.cookies.set("terminsplan-language", "en")
    me.client.cookies.set("terminsplan", "x" * 43)
    assert "Dina möten" in me.get(_address(house, term)).text


def test_reports_a_meeting_and_sees_that_it_waits(house: House, me: Visitor, term: str) -> None:
    me.send("#absence", meeting=_meeting(house, term), reason=" Jag är\tpå kurs ")
    assert "Anmälan är skickad till samordnaren" in me.page.text
    (report,) = house.office.reports(term)
    assert (report.person, report.meeting, report.reason) == (WHO, "Närvårdsmöte", "Jag är på kurs")
    assert (report.start.isoformat(), report.end.isoformat()) == ("2026-09-01T13:00:00", "2026-09-01T14:30:00")
    assert "Väntar på samordnaren" in me.page.text
    assert "Samordnaren har inte svarat än" in me.page.text
    assert house.office.term(term).revision == 1, "nothing has changed"
    assert house.office.audit()[0].by == "participant"


def test_the_link_beside_a_meeting_chooses_it(house: House, me: Visitor, term: str) -> None:
    page = me.get(f"{me.at}?meeting={_meeting(house, term)}")
    chosen = [given["value"] for tag, given in page.tags if tag == "option" and "selected" in given]
    assert chosen == [_meeting(house, term)]


def test_sending_twice_is_one_report(house: House, me: Visitor, term: str) -> None:
    for _ in range(2):
        me.answer = me.client.post(me.at, data={"what": "meeting", "meeting": _meeting(house, term)})
    assert len(house.office.reports(term)) == 1


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ({"from_day": "2026-10-05"}, "2026-10-05T00:00", "2026-10-06T00:00"),
        ({"from_day": "2026-10-05", "to_day": "2026-10-09"}, "2026-10-05T00:00", "2026-10-10T00:00"),
        (
            {"from_day": "2026-10-05", "from_time": "13:00", "to_day": "2026-10-05", "to_time": "15.30"},
            "2026-10-05T13:00",
            "2026-10-05T15:30",
        ),
        ({"from_day": "2026-08-24", "from_time": "9.00"}, "2026-08-24T09:00", "2026-08-25T00:00"),
    ],
)
def test_reports_a_time(house: House, typed: dict[str, str], start: str, end: str) -> None:
    term = house.make_term(first_day="2026-08-24")
    house.make_release(term)
    me = Visitor(house)
    me.get(_address(house, term))
    me.client.post(me.at, data={"what": "time", **typed})
    (report,) = house.office.reports(term)
    said = (report.start.isoformat(timespec="minutes"), report.end.isoformat(timespec="minutes"))
    assert said == (start, end)
    assert report.meeting is None


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"from_day": ""}, "from_day", "Skriv ett datum"),
        ({"from_day": "5 oktober"}, "from_day", "Skriv ett datum"),
        ({"from_day": "2026-W40-1"}, "from_day", "Skriv ett datum"),
        ({"from_day": "2026-10-05", "to_day": "2026-02-30"}, "to_day", "Skriv ett datum"),
        ({"from_day": "2026-10-05", "from_time": "25:00"}, "from_time", "Skriv ett klockslag"),
        ({"from_day": "2026-10-05", "to_time": "1300Z"}, "to_time", "Skriv ett klockslag"),
        ({"from_day": "2026-10-05", "to_day": "2026-10-04"}, "to_day", "Slutet måste komma efter"),
        ({"from_day": "2026-10-05", "from_time": "13:00", "to_time": "13:00"}, "to_day", "Slutet måste komma efter"),
        ({"from_day": "2026-08-20"}, "from_day", "inom terminen"),
        ({"from_day": "2026-08-20", "to_day": "2026-10-01"}, "from_day", "inom terminen"),
        ({"from_day": "2026-10-05", "to_day": "2199-10-05"}, "to_day", "inom terminen"),
        ({"from_day": "9999-12-31"}, "from_day", "inom terminen"),
        ({"from_day": "2026-10-05", "time_reason": "x" * 301}, "time_reason", "högst 300 tecken"),
        ({"from_day": "2026-10-05", "time_reason": "a\0b"}, "time_reason", "högst 300 tecken"),
    ],
)
def test_a_time_that_cannot_be_meant_is_told_at_the_field(
    house: House, me: Visitor, term: str, typed: dict[str, str], field: str, words: str
) -> None:
    me.answer = me.client.post(me.at, data={"what": "time", **typed})
    assert me.answer.status_code == 422
    given = _field(me.page, field)
    assert given["aria-invalid"] == "true"
    assert f"{field}-wrong" in str(given["aria-describedby"])
    assert words in me.page.text
    assert _field(me.page, "from_day").get("value", "") in (typed["from_day"], None, "")
    assert "open" in next(given for tag, given in me.page.tags if tag == "details" and "card" in str(given))
    assert house.office.reports(term) == ()


def test_a_time_that_is_over_is_told_at_the_field(house: House) -> None:
    term = house.make_term(first_day="2026-08-01")
    me = Visitor(house)
    me.get(_address(house, term))
    me.answer = me.client.post(me.at, data={"what": "time", "from_day": "2026-08-24", "to_time": "10:00"})
    assert _field(me.page, "to_day")["aria-invalid"] == "true", "it is ten o'clock now"
    assert "har redan varit" in me.page.text
    me.client.post(me.at, data={"what": "time", "from_day": "2026-08-24", "to_time": "10:01"})
    assert len(house.office.reports(term)) == 1


@pytest.mark.parametrize("meeting", ["", "möte-1", "00000000-0000-0000-0000-000000000000", "\0", "x" * 10_000])
def test_a_meeting_that_is_not_theirs_is_refused(house: House, me: Visitor, term: str, meeting: str) -> None:
    me.answer = me.client.post(me.at, data={"what": "meeting", "meeting": meeting, "reason": "Kurs"})
    assert me.answer.status_code == 422
    assert _field(me.page, "meeting")["aria-invalid"] == "true"
    assert _field(me.page, "reason")["value"] == "Kurs", "what was typed is kept"
    assert house.office.reports(term) == ()


def test_nobody_reports_a_meeting_that_they_do_not_sit_at(house: House, term: str) -> None:
    other = Visitor(house)
    other.get(_address(house, term, "chef-2"))
    other.answer = other.client.post(other.at, data={"what": "meeting", "meeting": _meeting(house, term)})
    assert other.answer.status_code == 422
    assert house.office.reports(term) == ()


def test_one_person_cannot_flood_the_office(house: House, me: Visitor, term: str) -> None:
    for day in range(1, MOST_WAITING + 2):
        me.answer = me.client.post(me.at, data={"what": "time", "from_day": f"2026-10-{day:02}"})
    assert me.answer.status_code == 409
    assert "många anmälningar" in me.page.text
    assert house.office.waiting(term) == MOST_WAITING


def test_takes_a_report_back_while_it_waits(house: House, me: Visitor, term: str) -> None:
    me.send("#absence", meeting=_meeting(house, term))
    me.send("/withdraw")
    assert "Anmälan är tillbakatagen" in me.page.text
    assert house.office.waiting(term) == 0
    assert "Jag kan inte komma (Närvårdsmöte" in me.page.text.replace("  ", " ")


def test_what_was_decided_meanwhile_is_told(house: House, me: Visitor, term: str) -> None:
    me.send("#absence", meeting=_meeting(house, term))
    house.office.decline_report(term, 1, "anna", "Vi behöver dig: ring mig")
    me.send("/withdraw")
    assert "Samordnaren hann före" in me.page.text
    assert "Svar: Vi behöver dig: ring mig" in me.page.text


def test_nobody_takes_back_what_another_reported(house: House, me: Visitor, term: str) -> None:
    me.send("#absence", meeting=_meeting(house, term))
    other = Visitor(house)
    address = _address(house, term, "chef-2")
    for number in ("1", "2", "0", "-1", "x", str(2**40)):
        assert other.client.post(f"{address}/withdraw", data={"number": number}).status_code == 404
    assert house.office.waiting(term) == 1


def test_makes_their_own_calendar_and_says_how_to_use_it(house: House, me: Visitor, term: str) -> None:
    assert "Du har ingen kalenderlänk än" in me.page.text
    me.send("/calendar")
    (feed,) = house.office.subscriptions(term)
    assert (feed.kind, feed.subject) == ("person", WHO)
    assert f"http://testserver/feeds/{feed.token}.ics" in me.page.text
    hrefs = [str(given.get("href")) for tag, given in me.page.tags if tag == "a"]
    assert f"webcal://testserver/feeds/{feed.token}.ics" in hrefs
    image = next(given for tag, given in me.page.tags if tag == "img")
    assert str(image["src"]).startswith("data:image/png;base64,")
    assert image["alt"]
    for program in ("Outlook (nya, och på webben)", "Outlook (klassiska", "Google", "iPhone", "Mac", "Thunderbird"):
        assert program in me.page.text
    assert me.client.get(f"/feeds/{feed.token}.ics").status_code == 200
    me.client.post(f"{me.at}/calendar")
    assert len(house.office.subscriptions(term)) == 1


def _wrong_links(house: House, term: str) -> dict[str, str]:
    office = house.office
    good = office.give_page(term, WHO, "anna")
    mac = good.token.split(".")[1]
    other = house.store.create_workspace("other", "Other")
    theirs = other.create_term(Term.model_validate(TERM), "bo")
    feed = office.subscribe(term, "person", WHO, "anna")
    renewed = office.give_page(term, "chef-2", "anna")
    office.rotate_page(renewed.id, "anna")
    strange = other.give_page(theirs.id, WHO, "bo")
    other.revoke_page(strange.id, "bo")
    return {
        "a feed's": feed.token,
        "rotated": renewed.token,
        "revoked, of another office": strange.token,
        "tampered": f"{good.id}.{mac[:-1]}{'A' if mac[-1] != 'A' else 'B'}",
        "of another id": f"{feed.id}.{mac}",
        "short": good.id,
        "long": "x" * 5000,
        "strange": "%00%ff",
        "empty": "%20",
    }


def test_a_link_that_opens_nothing_says_nothing(house: House, term: str) -> None:
    told = set()
    visitor = Visitor(house)
    for what, token in _wrong_links(house, term).items():
        visitor.get(f"/me/{token}")
        assert visitor.answer.status_code == 404, what
        told.add(re.sub(r'href="/me/[^"]*"', "", visitor.answer.text))
        for below in ("", "/withdraw", "/calendar"):
            assert visitor.client.post(f"/me/{token}{below}", data={"what": "time"}).status_code == 404
    assert len(told) == 1, "all of them say the same"
    assert house.office.reports(term) == ()


def test_a_page_of_another_office_is_of_that_office_alone(house: House, term: str) -> None:
    other = house.store.create_workspace("other", "Other")
    theirs = other.create_term(Term.model_validate(changed(TERM, title="Andra kontorets termin")), "bo")
    visitor = Visitor(house)
    page = visitor.get(f"/me/{other.give_page(theirs.id, WHO, 'bo').token}")
    assert "Andra kontorets termin" in page.text
    visitor.client.post(visitor.at, data={"what": "time", "from_day": "2026-10-05"})
    assert (house.office.waiting(term), other.waiting(theirs.id)) == (0, 1)


def test_other_sites_send_no_forms_here(house: House, me: Visitor, term: str) -> None:
    for site, status in (("cross-site", 403), ("same-site", 403), ("none", 200), ("same-origin", 200)):
        data = {"what": "meeting", "meeting": _meeting(house, term)}
        answer = me.client.post(me.at, data=data, headers={"Sec-Fetch-Site": site})
        assert answer.status_code == status, site
        assert "set-cookie" not in answer.headers
    assert len(house.office.reports(term)) == 1


def test_a_body_that_is_too_long_or_broken_is_a_page(me: Visitor) -> None:
    assert me.client.post(me.at, data={"what": "time", "time_reason": "x" * 30_000}).status_code == 413
    kind = {"Content-Type": "multipart/form-data"}
    assert me.client.post(me.at, content=b"x", headers=kind).status_code == 400
    assert me.client.post(me.at, content=b"\xff=\xff" + b"&a=b" * 300).status_code == 400


def test_no_answer_is_said_by_an_address(me: Visitor) -> None:
    assert "Anmälan är skickad" in me.get(me.at + "?done=reported").text
    assert "role" not in [name for _, given in me.get(me.at + "?done=<b>").tags for name in given]


def test_the_log_holds_neither_link_nor_reason(
    house: House, me: Visitor, term: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG", logger="terminsplan")
    me.send("#absence", meeting=_meeting(house, term), reason="Hemligt skäl")
    assert "Hemligt" not in caplog.text
    assert me.at.split("/")[-1] not in "".join(one.getMessage() for one in caplog.records if "httpx" not in one.name)

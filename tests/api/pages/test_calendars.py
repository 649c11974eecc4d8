"""The calendars page: who has which link and how fresh what they fetched is, making links, renewing and ending them."""

import re
from typing import Any
from urllib.parse import quote

import pytest

from api.routes.examples import TERM
from models import Term
from tests.api.pages.visiting import Outline, Visitor, signed_in
from tests.api.routes.house import House, changed

TOKEN = re.compile(r"[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{32}")


@pytest.fixture
def anna(house: House) -> Visitor:
    return signed_in(house)


@pytest.fixture
def term(house: House) -> str:
    term = house.make_term()
    house.make_release(term)
    return term


def _of(term: str, kind: str = "person", subject: str = "chef-1") -> str:
    return f"/terms/{term}/calendars/{kind}/{subject}"


def _row(page: Outline, name: str) -> str:
    return page.text.partition(f"{name} ")[2][:200]


def test_lists_everything_that_can_have_a_calendar(anna: Visitor, term: str) -> None:
    page = anna.get(f"/terms/{term}/calendars")
    for words in ("Hela terminen", "Närvårdsmöte Mötesserie", "Hemtjänst Enhet", "Enhetschef hemtjänst Deltagare"):
        assert words in page.text
    assert "5 träffar" in page.text
    assert page.text.count("Ingen kalenderlänk") == 5
    assert page.text.count("Ingen länk") == 2, "only people have pages of their own"


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("name=BITR%C3%84DANDE", 1),
        ("name=hemtj", 3),
        ("kind=unit", 1),
        ("kind=person&name=bitr", 1),
        ("kind=nonsense", 5),
        ("name=ingen", 0),
        ("name=" + quote("<b>'\"\0"), 0),
        ("name=" + "x" * 3000, 0),
        ("page=99", 5),
        ("page=-1", 5),
        ("page=x", 5),
    ],
)
def test_finds_by_name_and_kind_without_scripts(anna: Visitor, term: str, asked: str, found: int) -> None:
    page = anna.get(f"/terms/{term}/calendars?{asked}")
    assert anna.answer.status_code == 200
    assert f"{found} träff" in page.text
    assert ("Ingen heter så" in page.text) is (found == 0)


def test_a_long_list_comes_in_pages(house: House, anna: Visitor) -> None:
    people = [*TERM["people"], *({"id": f"p{n}", "name": f"Person {n}"} for n in range(100))]
    term = house.make_term(people=people)
    page = anna.get(f"/terms/{term}/calendars?kind=person")
    assert "102 träffar . Sida 1 av 2." in page.text.replace("träffar.", "träffar .")
    assert page.text.index("Person 2 ") < page.text.index("Person 10 ")
    following = next(
        str(given["href"]) for tag, given in page.tags if tag == "a" and "page=2" in str(given.get("href"))
    )
    assert "Person 99" in anna.get(f"/terms/{term}/calendars{following}").text
    assert "Sida 2 av 2" in anna.page.text


def test_makes_what_one_lacks(house: House, anna: Visitor, term: str) -> None:
    anna.get(f"/terms/{term}/calendars")
    anna.send("/make", one="person:chef-1")
    assert anna.at == _of(term)
    assert "Länkarna är klara" in anna.page.text
    (feed,), (page,) = house.office.subscriptions(term), house.office.page_links(term)
    assert (feed.subject, page.person) == ("chef-1", "chef-1")
    links = [str(given.get("href")) for tag, given in anna.page.tags if tag == "a"]
    assert f"http://testserver/feeds/{feed.token}.ics" in anna.page.text
    assert f"webcal://testserver/feeds/{feed.token}.ics" in links
    assert f"http://testserver/me/{page.token}" in links
    squares = [given for tag, given in anna.page.tags if tag == "img"]
    assert len(squares) == 2
    assert all(str(one["src"]).startswith("data:image/png;base64,") and one["alt"] for one in squares)


def test_makes_what_all_of_those_that_are_found_lack(house: House, anna: Visitor, term: str) -> None:
    anna.get(f"/terms/{term}/calendars?kind=person")
    anna.send("/make")
    assert {one.subject for one in house.office.subscriptions(term)} == {"chef-1", "chef-2"}
    assert len(house.office.page_links(term)) == 2
    assert (anna.at, "2 träffar" in anna.page.text) == (f"/terms/{term}/calendars", True), "of the same list"
    assert "Länkarna är klara" in anna.page.text
    assert "Skapa länkar" not in anna.page.text.partition("Blad att dela ut")[0]
    anna.get(f"/terms/{term}/calendars")
    anna.send("/make")
    assert len(house.office.subscriptions(term)) == 5


def test_says_who_has_fetched_the_newest(house: House, anna: Visitor, term: str) -> None:
    feed = house.office.subscribe(term, "person", "chef-1", "anna")
    address = f"/terms/{term}/calendars?kind=person"
    assert "Inte hämtad än" in anna.get(address).text
    anna.client.get(f"/feeds/{feed.token}.ics")
    assert "Hämtad 24 augusti 2026 kl. 10.00: visar det senaste" in anna.get(address).text
    away = {"id": "away", "person": "chef-1", "start": "2026-09-01T00:00", "end": "2026-11-01T00:00"}
    document = Term.model_validate({**house.office.term(term).term.model_dump(mode="json"), "absences": [away]})
    house.office.replace_term(term, document, 1, "anna")
    house.office.release(term, house.planned(term), "anna")
    assert "har inte hämtat det senaste" in anna.get(address).text


@pytest.mark.parametrize("what", ["rotate", "rotate-page"])
def test_renewing_says_what_it_means_and_closes_the_old_link(house: House, anna: Visitor, term: str, what: str) -> None:
    house.office.subscribe(term, "person", "chef-1", "anna")
    house.office.give_page(term, "chef-1", "anna")
    page = anna.get(_of(term))
    assert "Den gamla länken slutar fungera på en gång" in page.text
    old = _links(house, term)
    anna.send(f"/{what}")
    new = _links(house, term)
    changed_ones = [before != after for before, after in zip(old, new, strict=True)]
    assert changed_ones == [what == "rotate", what == "rotate-page"]
    for address in old[what == "rotate-page"], new[what == "rotate-page"]:
        expected = 200 if address in new else 404
        assert anna.client.get(address).status_code == expected


def _links(house: House, term: str) -> tuple[str, str]:
    (feed,) = (one.subscription for one in house.office.calendars(term))
    (page,) = house.office.page_links(term)
    return f"/feeds/{feed.token}.ics", f"/me/{page.token}"


def test_ending_a_link_is_for_good_and_another_can_be_made(house: House, anna: Visitor, term: str) -> None:
    house.office.subscribe(term, "person", "chef-1", "anna")
    house.office.give_page(term, "chef-1", "anna")
    old = _links(house, term)
    anna.get(_of(term))
    anna.send("/revoke")
    assert "Länken är avslutad" in anna.page.text
    anna.send("/revoke-page")
    assert [anna.client.get(one).status_code for one in old] == [404, 404]
    anna.get(_of(term))
    anna.send("/make", language="en")
    anna.send("/make-page")
    assert "engelska" in anna.page.text
    assert not set(_links(house, term)) & set(old)


def test_a_deed_touches_the_links_of_that_one_alone(house: House, anna: Visitor, term: str) -> None:
    """The form names no id: what it ends is looked up below the address that it is sent to."""
    house.office.subscribe(term, "person", "chef-2", "anna")
    key = _key(anna, term)
    for what in ("rotate", "revoke", "rotate-page", "revoke-page", "nonsense"):
        answer = anna.client.post(f"{_of(term)}/{what}", data={"form_key": key, "language": "sv"})
        assert answer.status_code == 404, what
    answer = anna.client.post(f"{_of(term, 'unit', 'hemtjänst')}/make-page", data={"form_key": key})
    assert answer.status_code == 404
    assert house.office.calendars(term)[0].subscription.generation == 1


def _key(visitor: Visitor, term: str) -> str:
    page = visitor.get(f"/terms/{term}/calendars")
    return next(form.fields["form_key"] for form in page.forms if "form_key" in form.fields)


@pytest.mark.parametrize("one", ["person:nobody", "person:", "x:y", "unit:chef-1", "person:\0"])
def test_nothing_is_made_for_those_that_the_term_does_not_know(
    house: House, anna: Visitor, term: str, one: str
) -> None:
    key = _key(anna, term)
    answer = anna.client.post(f"/terms/{term}/calendars/make", data={"form_key": key, "one": one})
    assert answer.status_code == 404
    assert house.office.subscriptions(term) == ()


def test_who_has_left_the_term_is_listed_so_that_the_link_can_be_ended(house: House, anna: Visitor, term: str) -> None:
    house.office.give_page(term, "chef-2", "anna")
    (post,) = TERM["appointments"]
    left = changed(TERM, people=TERM["people"][:1], appointments=[changed(post, deputies=[])])
    house.office.replace_term(term, Term.model_validate(left), 1, "anna")
    page = anna.get(f"/terms/{term}/calendars?kind=person")
    assert "Biträdande enhetschef hemtjänst Deltagare · finns inte kvar i terminen" in page.text
    anna.get(_of(term, subject="chef-2"))
    anna.send("/revoke-page")
    assert house.office.page_links(term) == ()


def test_before_the_first_release_it_says_that_links_show_nothing_yet(house: House, anna: Visitor) -> None:
    term = house.make_term()
    assert "Ingen plan är publicerad än" in anna.get(f"/terms/{term}/calendars").text


def test_readers_see_who_has_a_link_and_never_the_link(house: House, anna: Visitor, term: str) -> None:
    house.office.subscribe(term, "person", "chef-1", "anna")
    house.office.give_page(term, "chef-1", "anna")
    bo = signed_in(house, "reader", "bo")
    for address in (f"/terms/{term}/calendars", _of(term)):
        page = bo.get(address)
        assert "Inte hämtad än" in page.text
        assert "Har länk" in page.text
        assert not TOKEN.search(bo.answer.text), "no link"
        assert "data:image" not in bo.answer.text, "and no square that holds one"
        assert [form.action for form in page.forms if "calendars/" in form.action] == []
    assert TOKEN.search(anna.get(_of(term)) and anna.answer.text)
    bo.get(f"/terms/{term}/calendars/sheet")
    assert bo.answer.status_code == 403
    assert not TOKEN.search(bo.answer.text)
    key = bo.get("/terms").forms[0].fields["form_key"]
    for what in ("make", "person/chef-1/rotate", "person/chef-1/revoke", "person/chef-1/revoke-page"):
        answer = bo.client.post(f"/terms/{term}/calendars/{what}", data={"form_key": key, "one": "person:chef-2"})
        assert answer.status_code == 403, what
    assert len(house.office.subscriptions(term)) == 1


def test_another_office_sees_none_of_it(house: House, term: str) -> None:
    house.office.subscribe(term, "person", "chef-1", "anna")
    other = house.store.create_workspace("other", "Other")
    other.create_account("carl", "långt lösenord 1", "coordinator", "test")
    carl = Visitor(house)
    carl.sign_in("carl")
    for address in (f"/terms/{term}/calendars", _of(term), f"/terms/{term}/calendars/sheet"):
        carl.get(address)
        assert carl.answer.status_code == 404


def test_a_sheet_has_square_link_and_how(house: House, anna: Visitor, term: str) -> None:
    house.office.subscribe(term, "person", "chef-1", "anna")
    house.office.give_page(term, "chef-1", "anna")
    feed, own = _links(house, term)
    page = anna.get(f"/terms/{term}/calendars/sheet?of=person:chef-1")
    sheets = [given for tag, given in page.tags if tag == "article"]
    assert len(sheets) == 1
    for words in (f"http://testserver{feed}", f"http://testserver{own}", "Enhetschef hemtjänst", "Så här gör du"):
        assert words in page.text
    assert len([1 for tag, _ in page.tags if tag == "img"]) == 2


def test_sheets_are_printed_of_those_that_are_found(house: House, anna: Visitor, term: str) -> None:
    house.office.subscribe(term, "person", "chef-1", "anna")
    house.office.subscribe(term, "unit", "hemtjänst", "anna")

    def names(asked: str) -> list[str]:
        page = anna.get(f"/terms/{term}/calendars/sheet{asked}")
        return re.findall(r'<h2 id="sheet-\d+">(.*?)</h2>', anna.answer.text) if page else []

    assert names("?kind=person") == ["Enhetschef hemtjänst"]
    assert "1 har ingen länk och får inget blad" in anna.page.text
    assert names("") == ["Hemtjänst", "Enhetschef hemtjänst"]
    assert names("?name=bitr") == []
    assert "Skapa länkar först" in anna.page.text
    anna.get(f"/terms/{term}/calendars/sheet?of=person:nobody")
    assert anna.answer.status_code == 404


def test_many_sheets_come_in_parts(house: House, anna: Visitor) -> None:
    people: list[dict[str, Any]] = [*TERM["people"], *({"id": f"p{n}", "name": f"Person {n}"} for n in range(30))]
    term = house.make_term(people=people)
    anna.get(f"/terms/{term}/calendars?kind=person&name=Person")
    anna.send("/make")
    page = anna.get(f"/terms/{term}/calendars/sheet?kind=person&name=Person")
    assert "Blad 1–20 av 30." in page.text
    following = next(str(given["href"]) for tag, given in page.tags if "from=20" in str(given.get("href")))
    assert "Blad 21–30 av 30." in anna.get(following).text
    assert "Nästa blad" not in anna.page.text
    for wrong in ("-1", "x", "9" * 50):
        assert anna.get(f"/terms/{term}/calendars/sheet?kind=person&from={wrong}")
        assert anna.answer.status_code == 200


def test_a_meeting_names_those_whom_its_change_has_not_reached(house: House, anna: Visitor, term: str) -> None:
    address = f"/terms/{term}/meetings/möte-1"
    title = "Vilka har inte nåtts av den senaste ändringen"
    page = anna.get(address)
    assert "Enhetschef hemtjänst" in page.text.partition(title)[2]
    feed = house.office.subscribe(term, "person", "chef-1", "anna")
    anna.client.get(f"/feeds/{feed.token}.ics")
    assert title not in anna.get(address).text


def test_a_meeting_that_was_never_published_names_nobody(house: House, anna: Visitor) -> None:
    term = house.make_term()
    house.make_plan(term)
    assert "Vilka har inte nåtts" not in anna.get(f"/terms/{term}/meetings/möte-1").text

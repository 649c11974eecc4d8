"""The timetable for the public: switching it on and off, and what whoever has the link sees."""

import re

import pytest
from playwright.sync_api import Browser

from api.routes.examples import TERM
from tests.api.pages.filling import fill
from tests.api.pages.reading import hindrances
from tests.api.pages.shots import Office
from tests.api.pages.visiting import Outline, Visitor, signed_in
from tests.api.routes.house import House, changed
from tests.api.timetables.conftest import planted
from tests.api.timetables.planting import Planted

__all__ = ["planted"]

A4_LANDSCAPE = 1032
"""Pixels between the margins of a sheet, at 96 to the inch."""


@pytest.fixture
def term(house: House) -> str:
    """A term with a public series and a release."""
    made = house.make_term(series=[changed(TERM["series"][0], public=True)])
    house.make_release(made)
    return made


def _address(page: Outline) -> str:
    return re.findall(r"http\S+/public/[\w.-]+", page.text)[0]


def test_a_coordinator_switches_it_on_renews_it_and_switches_it_off(house: House, term: str) -> None:
    anna, stranger = signed_in(house), Visitor(house)
    page = anna.get(f"/terms/{term}/calendars/public")
    assert "Sidan är avstängd" in page.text
    page = anna.send("/make")
    first = _address(page)
    assert "1 möte i 1 forum" in page.text
    assert "Närvårdsmöte" in stranger.get(first).text
    second = _address(anna.send("/rotate"))
    assert stranger.get(second).text
    assert [stranger.client.get(one).status_code for one in (first, second)] == [404, 200]
    assert "Sidan är avstängd" in anna.send("/revoke").text
    assert stranger.client.get(second).status_code == 404


def test_is_found_from_the_calendars(house: House, term: str) -> None:
    page = signed_in(house).get(f"/terms/{term}/calendars")
    assert ("a", {"href": f"/terms/{term}/calendars/public"}) in page.tags


def test_a_reader_sees_the_address_and_no_buttons(house: House, term: str) -> None:
    bo = signed_in(house, "reader", "bo")
    assert "En samordnare kan" in bo.get(f"/terms/{term}/calendars/public").text
    house.office.give_public(term, "anna")
    page = bo.get(f"/terms/{term}/calendars/public")
    assert _address(page)
    assert not [one for one in page.forms if "/calendars/public/" in one.action]


def test_says_why_it_shows_nothing(house: House) -> None:
    anna, term = signed_in(house), house.make_term()
    house.office.give_public(term, "anna")
    assert "Ingen plan är publicerad" in anna.get(f"/terms/{term}/calendars/public").text
    house.make_release(term)
    page = anna.get(f"/terms/{term}/calendars/public")
    assert "markerat som offentligt" in page.text
    assert "Inga möten finns" in Visitor(house).get(_address(page)).text


def test_what_does_not_exist_leads_nowhere(house: House, term: str) -> None:
    anna = signed_in(house)
    anna.get(f"/terms/{term}/calendars/public")
    for what in ("rotate", "revoke", "nonsense"):
        key = anna.page.forms[-1].fields["form_key"]
        answer = anna.client.post(f"/terms/{term}/calendars/public/{what}", data={"form_key": key})
        assert answer.status_code == 404
        anna.get(f"/terms/{term}/calendars/public")


def test_a_series_is_marked_on_its_form(house: House) -> None:
    anna, term = signed_in(house), house.make_term()
    fill(anna, f"/terms/{term}/setup/series/item/höst", public="yes")
    assert house.office.term(term).term.series[0].public
    fill(anna, f"/terms/{term}/setup/series/item/höst", public=())
    assert not house.office.term(term).term.series[0].public


def test_shows_lines_by_months_with_what_is_cancelled(planted: Planted) -> None:
    page = Outline(planted.get().decode())
    heads = [given for tag, given in page.tags if tag == "th"]
    assert {one.get("scope") for one in heads} == {"col", "row"}
    for words in ("Tidplan: Närvård, hösten 2026", "Möte ett", "Vårdcentralen Centrum, Storgatan 1", "Inställt."):
        assert words in page.text
    assert [given["href"] for tag, given in page.tags if tag == "a" and ".json" in str(given.get("href"))]


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_is_a_list_by_forum_on_a_telephone(browser: Browser, url: str, office: Office, scheme: str, lang: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"{url}{office.addresses['public']}?lang={lang}")
    assert hindrances(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert not any(one.is_visible() for one in page.locator(".bare").all())
    assert page.locator("tbody th").first.is_visible()
    page.close()


@pytest.mark.browser
def test_prints_across_without_what_is_for_screens(browser: Browser, url: str, office: Office) -> None:
    page = browser.new_page(viewport={"width": A4_LANDSCAPE, "height": 700})
    page.goto(url + office.addresses["public"])
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.querySelector('table')).display") == "table"
    assert not any(one.is_visible() for one in page.locator(".shell, .button, .public-address").all())
    assert page.evaluate("document.documentElement.scrollWidth") <= A4_LANDSCAPE
    page.close()

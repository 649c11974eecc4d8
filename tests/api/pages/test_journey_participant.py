"""From a personal link to a change of the term, on a telephone: by pointer, by keyboard and without scripts."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.api.pages.keyboard import HANDS, sign_in_by_keyboard
from tests.api.pages.reading import hindrances
from tests.api.pages.visiting import PASSWORD
from tests.api.routes.house import House
from tests.api.routes.server import serving

pytestmark = pytest.mark.browser

TELEPHONE = {"width": 360, "height": 740}


@pytest.fixture
def term(house: House) -> str:
    """A term with a published plan, in an office with a coordinator."""
    house.office.create_account("anna", PASSWORD, "coordinator", "test")
    term = house.make_term()
    house.make_release(term)
    return term


@pytest.fixture
def served(house: House, term: str) -> Iterator[str]:
    """Where it is served."""
    with serving(house.app) as address:
        yield address


@pytest.mark.parametrize("way", HANDS)
def test_from_a_personal_link_to_a_change_of_the_term(
    browser: Browser, served: str, house: House, term: str, way: str
) -> None:
    press, scripts = HANDS[way]
    told, settled = (_telephone(browser, scripts) for _ in range(2))
    token = house.office.give_page(term, "chef-1", "anna").token
    me, anna = told.new_page(), settled.new_page()

    me.goto(f"{served}/me/{token}")
    assert "tis 1 sep 2026, 13.00–14.30" in me.inner_text("main")
    press(me, "Jag kan inte komma (Närvårdsmöte")
    me.wait_for_url("**#absence")
    assert me.input_value("[name=meeting]") != "", "the link has chosen the meeting"
    press(me, "Skicka anmälan")
    me.wait_for_url("**done=reported#content")
    assert "Väntar på samordnaren" in me.inner_text("main")

    sign_in_by_keyboard(anna, served)
    assert "1 anmälan väntar" in anna.inner_text("main")
    press(anna, "Närvård, hösten 2026")
    anna.wait_for_url(f"**/terms/{term}")
    press(anna, "1 anmälan väntar: Anmäld frånvaro")
    anna.wait_for_url("**/reports")
    assert "Enhetschef hemtjänst" in anna.inner_text("main")
    press(anna, "Lägg in frånvaron")
    anna.wait_for_url("**done=report_accepted")
    assert "Frånvaron är inlagd" in anna.inner_text("main")

    me.goto(f"{served}/me/{token}")
    assert "Mottagen: samordnaren har lagt in den" in me.inner_text("main")
    assert [one.person for one in house.office.term(term).term.absences] == ["chef-1"]
    assert told.cookies() == [], "the participant's browser has been told to keep nothing"
    for page in (me, anna):
        assert _is_as_wide_as_the_screen(page)
    told.close()
    settled.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_strangers_browser_reads_every_state_of_the_page(
    browser: Browser, served: str, house: House, term: str, scheme: str, language: str
) -> None:
    context = browser.new_context(viewport=TELEPHONE, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda one: said.append(one.text))
    address = f"{served}/me/{house.office.give_page(term, 'chef-1', 'anna').token}?lang={language}"
    page.goto(address)
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    assert hindrances(page) == []
    page.fill("[name=from_day]", "2026-10-05")
    page.fill("[name=to_day]", "2026-10-01")
    page.locator("form:has([name=from_day]) button").press("Enter")
    page.wait_for_selector("[aria-invalid=true]")
    assert hindrances(page) == []
    page.goto(address)
    page.locator("form[action*=calendar] button").press("Enter")
    page.wait_for_url("**done=calendar**")
    assert hindrances(page) == []
    page.goto(f"{served}/me/none?lang={language}")
    assert hindrances(page) == []
    assert context.cookies() == []
    assert [one for one in said if "404" not in one and "422" not in one] == []
    context.close()


def _telephone(browser: Browser, scripts: bool) -> BrowserContext:
    return browser.new_context(java_script_enabled=scripts, locale="sv-SE", viewport=TELEPHONE)  # type: ignore[arg-type]


def _is_as_wide_as_the_screen(page: Page) -> bool:
    box = page.locator("main").bounding_box()
    return box is not None and box["width"] <= TELEPHONE["width"]

"""Setting up in a real browser: by keyboard, without scripts, and when something is wrong."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.api.pages.reading import hindrances
from tests.api.pages.visiting import PASSWORD
from tests.api.routes.house import House
from tests.api.routes.server import serving

pytestmark = pytest.mark.browser


@pytest.fixture
def served(house: House) -> Iterator[str]:
    house.office.create_account("anna", PASSWORD, "coordinator", "test")
    with serving(house.app) as address:
        yield address


def _signed_in(page: Page, url: str) -> None:
    page.goto(f"{url}/login?lang=sv")
    page.fill("[name=name]", "anna")
    page.fill("[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/terms")


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    """A browser without scripts of pages."""
    context = browser.new_context(java_script_enabled=False, locale="sv-SE")
    opened = context.new_page()
    _signed_in(opened, served)
    yield opened
    context.close()


def test_enter_in_a_field_saves_and_adds_no_row(page: Page, served: str, house: House) -> None:
    term_id = house.make_term()
    page.goto(f"{served}/terms/{term_id}/setup/series/item/höst")
    page.fill("[id='windows.0.from_time']", "13:00")
    page.fill("[name=title]", "Nytt namn")
    page.press("[name=title]", "Enter")
    page.wait_for_url("**/setup/series?done=kept")
    (series,) = house.office.term(term_id).term.series
    assert (series.title, f"{series.windows[0].from_time:%H:%M}") == ("Nytt namn", "13:00")


def test_a_row_is_added_without_scripts_and_is_in_sight(page: Page, served: str, house: House) -> None:
    term_id = house.make_term()
    page.goto(f"{served}/terms/{term_id}/setup/series/item/höst")
    page.fill("[name=title]", "Skrivet")
    page.click("button[value='add seats']")
    page.wait_for_selector("[id='seats.1.role']")
    assert page.url.endswith("#seats.1")
    assert page.input_value("[name=title]") == "Skrivet"
    page.select_option("[id='seats.1.role']", label="Enhetschef")
    page.select_option("[id='seats.1.unit']", label="Hemtjänst")
    page.select_option("[id='seats.1.vacancy']", label="Mötet hålls ändå")
    page.locator("button:has-text('Spara')").last.press("Enter")
    page.wait_for_url("**/setup/series?done=kept")
    assert len(house.office.term(term_id).term.series[0].seats) == 2


def test_a_row_can_be_added_while_a_needed_field_is_empty(page: Page, served: str, house: House) -> None:
    page.goto(f"{served}/terms/{house.make_term()}/setup/series/new")
    page.click("button[value='add windows']")
    page.wait_for_selector("[id='windows.0.first_day']")


@pytest.mark.parametrize("width", [360, 1280])
def test_what_folds_out_of_a_row_and_what_removes_it_are_apart(
    page: Page, served: str, house: House, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{served}/terms/{house.make_term()}/setup/series/item/höst")
    row = page.locator("[id='seats.0']")
    around, fold = row.bounding_box(), row.locator("summary").bounding_box()
    button = row.locator(":scope > button").bounding_box()
    assert around
    assert fold
    assert button
    assert button["x"] >= fold["x"] + fold["width"] or button["y"] >= fold["y"] + fold["height"]
    assert button["y"] + button["height"] <= around["y"] + around["height"]


def test_what_is_wrong_and_both_versions_can_be_read_by_anybody(browser: Browser, served: str, house: House) -> None:
    setup = f"{served}/terms/{house.make_term()}/setup"
    page, other = browser.new_page(), browser.new_page()
    for one in (page, other):
        _signed_in(one, served)
    page.goto(f"{setup}/series/item/höst")
    page.fill("[id='seats.0.count']", "9")
    page.locator("button:has-text('Spara')").last.click()
    page.wait_for_selector("[role=alert]")
    assert hindrances(page) == []
    page.click("[role=alert] a")
    assert page.evaluate("location.hash") == "#seats.0.count"

    page.goto(f"{setup}/people/item/chef-1")
    other.goto(f"{setup}/people/item/chef-1")
    other.fill("[name=name]", "Annas")
    other.press("[name=name]", "Enter")
    other.wait_for_url("**done=kept")
    page.fill("[name=name]", "Bos")
    page.press("[name=name]", "Enter")
    page.wait_for_selector(".both")
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert hindrances(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()
    other.close()

"""The pages in a real browser: read by anybody, light, quiet, and used by keyboard and without scripts."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Response

from tests.api.pages.reading import hindrances
from tests.api.pages.shots import PAGES, Office
from tests.api.pages.visiting import PASSWORD

pytestmark = pytest.mark.browser

NAMES = tuple(PAGES)
HEAVIEST = 150_000
A4_PORTRAIT, A4_LANDSCAPE = 703, 1032
"""Pixels between the margins of a sheet, at 96 to the inch."""


def _sign_in(page: Page, url: str, language: str = "sv") -> None:
    page.goto(f"{url}/login?lang={language}")
    page.fill("[name=name]", "anna")
    page.fill("[name=password]", PASSWORD)
    page.click("main button")
    page.wait_for_url("**/terms")


@pytest.fixture(scope="module", params=["light", "dark"])
def desk(request: pytest.FixtureRequest, browser: Browser, url: str) -> Iterator[Page]:
    """A signed-in browser; what its console said is an error."""
    page = browser.new_page(viewport={"width": 1280, "height": 800}, color_scheme=request.param)
    said: list[str] = []
    page.on("console", lambda one: said.append(f"{page.url}: {one.text}"))
    page.on("pageerror", lambda one: said.append(f"{page.url}: {one}"))
    _sign_in(page, url)
    yield page
    page.close()
    assert [one for one in said if "404" not in one] == []


@pytest.fixture
def sizes(desk: Page) -> Iterator[dict[str, int]]:
    """How many bytes each address has answered with; of a stream of events nothing, since it goes on."""
    found: dict[str, int] = {}

    def note(answer: Response) -> None:
        found[answer.url] = 0 if "events" in answer.url else len(answer.body())

    desk.on("response", note)
    yield found
    desk.remove_listener("response", note)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_read_by_anybody_at_any_size_and_light(
    desk: Page, office: Office, url: str, sizes: dict[str, int], name: str
) -> None:
    desk.set_viewport_size({"width": 1280, "height": 800})
    desk.goto(url + office.addresses[name])
    assert hindrances(desk) == []
    desk.set_viewport_size({"width": 360, "height": 800})
    assert hindrances(desk) == []
    desk.set_viewport_size({"width": 320, "height": 256})
    assert desk.evaluate("document.documentElement.scrollWidth") <= 320, "at four times the size something is lost"
    assert all(address.startswith(url) for address in sizes), "nothing comes from anywhere else"
    assert sum(sizes.values()) <= HEAVIEST


def test_signing_in_can_be_read_by_anybody(browser: Browser, url: str) -> None:
    page = browser.new_page()
    for address in ("/login", "/login?lang=en", "/"):
        page.goto(url + address)
        assert hindrances(page) == []
    page.goto(f"{url}/login")
    page.fill("[name=name]", "nobody")
    page.fill("[name=password]", "wrong")
    page.keyboard.press("Enter")
    page.wait_for_selector(".wrong")
    assert hindrances(page) == []
    page.close()


@pytest.mark.parametrize("name", ["term", "meeting", "load"])
def test_a_page_prints_as_tables_on_a_sheet_without_what_is_for_screens(
    desk: Page, office: Office, url: str, name: str
) -> None:
    desk.set_viewport_size({"width": 1280, "height": 800})
    desk.goto(url + office.addresses[name])
    desk.emulate_media(media="print")
    desk.set_viewport_size({"width": A4_PORTRAIT if name != "load" else A4_LANDSCAPE, "height": 1000})
    try:
        assert desk.evaluate("getComputedStyle(document.querySelector('table')).display") == "table"
        assert not any(one.is_visible() for one in desk.locator(".shell, .menu, button").all())
        width = desk.evaluate("innerWidth")
        assert desk.evaluate("document.documentElement.scrollWidth") <= width
    finally:
        desk.emulate_media(media="screen")

"""The pages in a real browser: read by anybody, light, quiet, and used by keyboard and without scripts."""

import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.api.pages.shots import PAGES, Office
from tests.api.pages.visiting import PASSWORD
from tests.api.routes.house import House
from tests.api.routes.server import serving

pytestmark = pytest.mark.browser

NAMES = tuple(PAGES)
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
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


def _faults(page: Page) -> list[Any]:
    found = Axe().run(page, options=RULES).response
    assert len(found["passes"]) > 10, "axe has looked"
    return [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in found["violations"]]


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("name", NAMES)
def test_a_page_can_be_read_by_anybody(desk: Page, office: Office, url: str, name: str, width: int) -> None:
    desk.set_viewport_size({"width": width, "height": 800})
    desk.goto(url + dict(office.pages())[name])
    assert _faults(desk) == []


def test_signing_in_can_be_read_by_anybody(browser: Browser, url: str) -> None:
    page = browser.new_page()
    for address in ("/login", "/login?lang=en", "/"):
        page.goto(url + address)
        assert _faults(page) == []
    page.goto(f"{url}/login")
    page.fill("[name=name]", "nobody")
    page.fill("[name=password]", "wrong")
    page.keyboard.press("Enter")
    page.wait_for_selector(".wrong")
    assert _faults(page) == []
    page.close()


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_lost_at_four_times_the_size(desk: Page, office: Office, url: str, name: str) -> None:
    desk.set_viewport_size({"width": 320, "height": 256})
    desk.goto(url + dict(office.pages())[name])
    assert desk.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_light_and_comes_from_here_alone(browser: Browser, office: Office, url: str, name: str) -> None:
    page = browser.new_page()
    _sign_in(page, url)
    sizes: dict[str, int] = {}
    page.on("response", lambda one: sizes.update({one.url: 0 if "events" in one.url else len(one.body())}))
    page.goto(url + dict(office.pages())[name], wait_until="domcontentloaded" if name == "run" else "networkidle")
    assert all(address.startswith(url) for address in sizes)
    assert sum(sizes.values()) <= HEAVIEST
    page.close()


def test_a_page_is_answered_soon(office: Office) -> None:
    client = office.house.stranger()
    secret = office.house.store.sign_in("anna", PASSWORD, "192.0.2.9")
    client.cookies.set("terminsplan", secret or "")
    for name, address in office.pages():
        times = []
        for _ in range(5):
            begun = time.perf_counter()
            client.get(address)
            times.append(time.perf_counter() - begun)
        assert sorted(times)[2] < 1.0, name


def _worker(house: House, stop: threading.Event) -> None:
    """Does the solver's work beside the server."""
    while not stop.wait(0.1):
        for job in house.office.jobs():
            if job.state == "queued":
                house.work_on(job.id)


@pytest.fixture
def empty(house: House) -> Iterator[str]:
    """The address of an office with nothing in it but an account, and a solver beside it."""
    house.office.create_account("anna", PASSWORD, "coordinator", "test")
    stop = threading.Event()
    beside = threading.Thread(target=_worker, args=(house, stop))
    beside.start()
    with serving(house.app) as address:
        yield address
    stop.set()
    beside.join()


def _press_until(page: Page, name: str) -> None:
    """Move by Tab to what has that name, and press Enter."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText.trim()").startswith(name):
            outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none", f"where the keyboard is cannot be seen: {name}"
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"{name} is not reached by keyboard")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_from_nothing_to_a_published_term_by_keyboard(
    browser: Browser, empty: str, house: House, scripts: bool
) -> None:
    context = browser.new_context(java_script_enabled=scripts, locale="sv-SE")
    page = context.new_page()
    page.goto(f"{empty}/login")
    page.focus("[name=name]")
    page.keyboard.type("anna")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/terms")
    press = _press_until if scripts else _follow
    press(page, "Läs in exemplet")
    page.wait_for_url("**/terms/*")
    press(page, "Planera terminen")
    page.wait_for_url("**/jobs/*")
    _wait_for_plan(page, scripts)
    press(page, "Granska och publicera")
    page.wait_for_url("**/release")
    press(page, "Publicera utgåva 1")
    page.wait_for_url("**/terms/*done=released")
    assert "19 av 19 möten" in page.inner_text("main")
    assert house.office.released(house.office.terms()[0].term_id).number == 1
    context.close()


def _wait_for_plan(page: Page, scripts: bool) -> None:
    """With scripts the page leads on by itself; without them its link looks again."""
    if scripts:
        page.wait_for_url("**/terms/*", timeout=60_000)
        return
    give_up = time.monotonic() + 60
    while "Klart" not in page.inner_text("main"):
        assert time.monotonic() < give_up
        time.sleep(0.5)
        _follow(page, "Se hur långt")
    _follow(page, "Till terminen")


def _follow(page: Page, name: str) -> None:
    """Without scripts the test cannot ask where the keyboard is: it presses what it names."""
    page.locator(f"main :is(a, button):has-text('{name}')").first.press("Enter")


@pytest.mark.parametrize("name", ["term", "meeting", "load"])
def test_a_page_prints_as_tables_on_a_sheet_without_what_is_for_screens(
    desk: Page, office: Office, url: str, name: str
) -> None:
    desk.set_viewport_size({"width": 1280, "height": 800})
    desk.goto(url + dict(office.pages())[name])
    desk.emulate_media(media="print")
    desk.set_viewport_size({"width": A4_PORTRAIT if name != "load" else A4_LANDSCAPE, "height": 1000})
    try:
        assert desk.evaluate("getComputedStyle(document.querySelector('table')).display") == "table"
        assert not any(one.is_visible() for one in desk.locator(".shell, .menu, button").all())
        width = desk.evaluate("innerWidth")
        assert desk.evaluate("document.documentElement.scrollWidth") <= width
    finally:
        desk.emulate_media(media="screen")

"""Moving a meeting in a real browser: by pointer on the term's table, and by keyboard among the starts."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.api.pages.shots import sign_in
from tests.api.pages.test_moving import Desk, _text
from tests.api.routes.house import House
from tests.api.routes.server import serving

pytestmark = pytest.mark.browser


@pytest.fixture
def desk(house: House) -> Desk:
    return Desk(house)


@pytest.fixture
def page(browser: Browser, desk: Desk) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1280, "height": 2000}, locale="sv-SE")
    said: list[str] = []
    opened.on("console", lambda one: said.append(one.text))
    opened.on("pageerror", lambda one: said.append(str(one)))
    with serving(desk.house.app) as url:
        opened.goto(f"{url}/login")
        sign_in(opened)
        opened.goto(f"{url}/terms/{desk.term}")
        yield opened
        opened.close()
    assert said == []


def _centre(page: Page, what: str) -> tuple[float, float]:
    box = page.locator(what).first.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def _lift(page: Page, desk: Desk) -> None:
    page.locator(f"[data-move][href$='/{desk.meeting}']").scroll_into_view_if_needed()
    x, y = _centre(page, f"[data-move][href$='/{desk.meeting}']")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 20, y + 5)
    page.wait_for_selector("table.choosing td[data-state]")


def test_while_a_meeting_is_dragged_each_day_says_what_it_means(page: Page, desk: Desk) -> None:
    _lift(page, desk)
    choice = desk.choice(closed=False)
    page.mouse.move(*_centre(page, f"td[data-day='{choice.start.date()}']"))
    assert page.inner_text("[data-drag]") != ""
    page.keyboard.press("Escape")
    assert page.locator("td[data-state]").count() == 0
    assert page.inner_text("[data-drag]") == ""
    page.mouse.up()


def test_dropping_it_shows_the_verdict_and_moves_it_once_that_is_confirmed(page: Page, desk: Desk) -> None:
    choice = desk.choice(closed=False)
    _lift(page, desk)
    page.mouse.move(*_centre(page, f"td[data-day='{choice.start.date()}']"))
    page.mouse.up()
    page.wait_for_selector("#verdict")
    assert "start=" in page.url
    assert desk.house.office.term(desk.term).revision == 1, "nothing is changed yet"
    page.click("text=Flytta hit och lås")
    page.wait_for_url("**/jobs/*")
    desk.house.work_on(page.url.split("/")[-1])
    page.wait_for_url("**/terms/*")
    assert desk.now.date() == choice.start.date()


def test_a_press_that_is_no_drag_opens_the_meeting(page: Page, desk: Desk) -> None:
    page.click(f"[data-move][href$='/{desk.meeting}']")
    page.wait_for_url(f"**/meetings/{desk.meeting}")


def test_by_keyboard_the_arrows_go_among_the_starts(page: Page, desk: Desk) -> None:
    page.goto(page.url + f"/meetings/{desk.meeting}/move")
    assert page.locator(".slots a[tabindex='0']").count() == 1
    page.locator(".slots a[tabindex='0']").focus()
    page.keyboard.press("Home")
    first = page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.getAttribute('href')") != first
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    for _ in range(400):
        if page.evaluate("document.activeElement.closest('li').className") in ("free", "costs"):
            break
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_selector("#verdict")
    assert page.evaluate("document.activeElement.id") == "verdict"
    start = page.get_attribute("[name=start]", "value")
    page.keyboard.press("Tab")
    page.keyboard.type("Lokalen behövs")
    page.keyboard.press("Enter")
    page.wait_for_url("**/jobs/*")
    desk.house.work_on(page.url.split("/")[-1])
    assert _text(desk.now) == start

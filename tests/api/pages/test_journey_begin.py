"""From an empty data directory to a published term with a calendar that somebody subscribes to, by pages alone."""

import time

import httpx
import pytest
from playwright.sync_api import Browser, Page

from tests.api.feeds.conformance import complaints
from tests.api.pages.keyboard import HANDS, Hand, at_work, sign_in_by_keyboard
from tests.api.pages.visiting import PASSWORD
from tests.api.routes.house import House

pytestmark = pytest.mark.browser

MOST_SECONDS = 60


@pytest.mark.parametrize("way", HANDS)
def test_from_nothing_to_a_subscribed_calendar(browser: Browser, house: House, way: str) -> None:
    press, scripts = HANDS[way]
    house.office.create_account("anna", PASSWORD, "coordinator", "test")
    context = browser.new_context(java_script_enabled=scripts, locale="sv-SE")
    page = context.new_page()
    with at_work(house) as url:
        sign_in_by_keyboard(page, url)
        press(page, "Läs in exemplet")
        page.wait_for_url("**/terms/*")
        press(page, "Planera terminen")
        page.wait_for_url("**/jobs/*")
        _wait_for_plan(page, press, scripts)
        press(page, "Granska och publicera")
        page.wait_for_url("**/release")
        press(page, "Publicera utgåva 1")
        page.wait_for_url("**/terms/*done=released")
        assert "19 av 19 möten" in page.inner_text("main")
        feed = _subscribed(page, press)
    assert complaints(feed) == []
    assert feed.count(b"BEGIN:VEVENT") == 17, "the autumn meetings"
    context.close()


def _wait_for_plan(page: Page, press: Hand, scripts: bool) -> None:
    """With scripts the page leads on by itself; without them its link looks again."""
    if scripts:
        page.wait_for_url("**/terms/*", timeout=1000 * MOST_SECONDS)
        return
    give_up = time.monotonic() + MOST_SECONDS
    while "Klart" not in page.inner_text("main"):
        assert time.monotonic() < give_up
        page.wait_for_timeout(500)
        press(page, "Se hur långt")
    press(page, "Till terminen")


def _subscribed(page: Page, press: Hand) -> bytes:
    """What the calendar of a series says, by the link that its page shows."""
    press(page, "Kalendrar")
    page.wait_for_url("**/calendars")
    press(page, "Skapa länkar Närvårdsmöte höst")
    page.wait_for_url("**/calendars/series/*")
    answer = httpx.get(page.inner_text(".address"))
    assert answer.status_code == 200
    return answer.content

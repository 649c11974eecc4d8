"""A meeting is cancelled, has no time, gets one by a repair, is compared and published: by pointer, by keyboard."""

import pytest
from playwright.sync_api import Browser, Page

from tests.api.pages.keyboard import HANDS, Hand, at_work, sign_in_by_keyboard
from tests.api.pages.mending import MEETING, tight_term
from tests.api.pages.visiting import PASSWORD
from tests.api.routes.house import House

pytestmark = pytest.mark.browser

MOST_MILLISECONDS = 60_000


@pytest.fixture
def term(house: House) -> str:
    """A published term whose meeting can be held on no other day as everybody's days are."""
    made = tight_term(house)
    house.office.create_account("anna", PASSWORD, "coordinator", "test")
    house.office.release(made, house.planned(made), "anna")
    return made


@pytest.mark.parametrize("way", ["pointer", "keyboard"])
def test_cancel_repair_compare_release(browser: Browser, house: House, term: str, way: str) -> None:
    press, _ = HANDS[way]
    page = browser.new_context(locale="sv-SE").new_page()
    with at_work(house) as url:
        sign_in_by_keyboard(page, url)
        press(page, "Närvård, hösten 2026")
        page.wait_for_url(f"**/terms/{term}")
        _cancelled(page, press)
        _repaired(page, press)
        _compared_and_published(page, press)
    released = house.office.released(term)
    held = house.office.plan(released.plan_id).plan.placement_of(MEETING)
    assert (released.number, released.by) == (2, "anna")
    assert held is not None
    assert held.start.date().isoformat() != "2026-09-01"
    page.context.close()


def _cancelled(page: Page, press: Hand) -> None:
    press(page, "A 12.30")
    page.wait_for_url("**/meetings/*")
    press(page, "Ställ in")
    page.wait_for_url("**done=changed")
    press(page, "Planera om")
    page.wait_for_url("**/jobs/*")
    page.wait_for_url("**/terms/*", timeout=MOST_MILLISECONDS)
    assert "Möten utan tid" in page.inner_text("main")


def _repaired(page: Page, press: Hand) -> None:
    press(page, "Se vad som skulle ge mötet en tid")
    page.wait_for_url("**/repairs")
    press(page, "Sök förslag")
    page.wait_for_selector("text=Förslag 1", timeout=MOST_MILLISECONDS)
    press(page, "Gör så och planera om")
    page.wait_for_url("**/jobs/*")
    page.wait_for_url("**/terms/*", timeout=MOST_MILLISECONDS)
    assert "1 av 1 möte" in page.inner_text("main")


def _compared_and_published(page: Page, press: Hand) -> None:
    press(page, "Jämför sida vid sida")
    page.wait_for_url("**/compare")
    assert "Närvårdsmöte flyttas från" in page.inner_text("main")
    press(page, "Granska och publicera")
    page.wait_for_url("**/release")
    press(page, "Publicera utgåva 2")
    page.wait_for_url("**done=released")
    assert "Utgåva 2, publicerad" in page.inner_text("main")

"""States that a page can be in beside the usual one: read by anybody, in a real browser, with what was typed kept."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from models import Change, CloseDay
from tests.api.pages.reading import hindrances
from tests.api.pages.shots import sign_in
from tests.api.pages.test_planning_parts import two_series
from tests.api.pages.visiting import PASSWORD
from tests.api.routes.house import House
from tests.api.routes.server import serving

pytestmark = pytest.mark.browser


class Desk:
    """A signed-in browser before a term that has been planned and published."""

    def __init__(self, house: House, page: Page, url: str) -> None:
        self.house, self.page, self.url = house, page, url
        self.term = house.make_term()
        house.office.release(self.term, house.planned(self.term), "anna")

    def open(self, *below: str) -> None:
        self.page.goto("/".join((self.url, "terms", self.term, *below)))

    def change(self) -> None:
        """Somebody else does something meanwhile."""
        change = Change(actions=(CloseDay(first_day="2026-09-30", why="Studiedag"),))
        self.house.office.change_term(self.term, change, self.house.office.term(self.term).revision, "bo")


def _no_term_yet(desk: Desk) -> None:
    other = desk.house.store.create_workspace("other", "Another office")
    other.create_account("rut", PASSWORD, "coordinator", "test")
    desk.page.context.clear_cookies()
    desk.page.goto(f"{desk.url}/login")
    sign_in(desk.page, "rut")


def _a_file_with_faults(desk: Desk) -> None:
    desk.page.goto(f"{desk.url}/terms")
    file = {"name": "term.json", "mimeType": "application/json", "buffer": b'{"title": "", "first_day": 7}'}
    desk.page.set_input_files("[name=file]", file)  # type: ignore[arg-type]
    desk.page.locator("form[action='/terms/import'] button").click()
    desk.page.wait_for_selector(".faults")


def _seconds_that_are_none(desk: Desk) -> None:
    desk.open()
    desk.page.fill("[name=seconds]", "länge")
    desk.page.press("[name=seconds]", "Enter")
    desk.page.wait_for_selector("[aria-invalid=true]")
    assert desk.page.input_value("[name=seconds]") == "länge"


def _a_reason_that_is_too_long(desk: Desk) -> None:
    desk.open("meetings", "möte-1")
    desk.page.fill("[name=reason]", "x" * 400)
    desk.page.press("[name=reason]", "Enter")
    desk.page.wait_for_selector("[aria-invalid=true]")
    assert desk.page.input_value("[name=reason]") == "x" * 400


def _somebody_was_first(desk: Desk) -> None:
    desk.open("meetings", "möte-1")
    desk.change()
    desk.page.press("[name=reason]", "Enter")
    desk.page.wait_for_selector("#theirs")
    assert "Studiedag" in desk.page.inner_text("main")


def _changed_since_it_was_planned(desk: Desk) -> None:
    desk.change()
    desk.open()
    assert "planera om" in desk.page.inner_text("main").lower()


def _an_absence_without_a_person(desk: Desk) -> None:
    desk.open("changes", "away")
    desk.page.evaluate("document.querySelectorAll('[required]').forEach((one) => one.removeAttribute('required'))")
    desk.page.locator("main form button:not(.plain)").last.click()
    desk.page.wait_for_selector("[aria-invalid=true]")


def _what_a_reader_sees(desk: Desk) -> None:
    desk.house.office.create_account("rut", PASSWORD, "reader", "test")
    desk.page.context.clear_cookies()
    desk.page.goto(f"{desk.url}/login")
    sign_in(desk.page, "rut")
    desk.open("setup", "people", "item", "chef-1")


def _what_a_reader_may_not(desk: Desk) -> None:
    _what_a_reader_sees(desk)
    desk.open("meetings", "möte-1", "move")


def _nobody_found(desk: Desk) -> None:
    desk.open("load?who=ingen")


def _a_link_that_has_been_used(desk: Desk) -> None:
    desk.page.goto(f"{desk.url}/in/used")


def _what_the_stages_cost(desk: Desk) -> None:
    desk.term = two_series(desk.house, uid="6f1b2c1e-2f0a-4c57-9d5e-0c6f5a3f7b12")
    asked = desk.house.client.post(f"/v1/terms/{desk.term}/plan-jobs", json={"stages": "against_whole"})
    desk.house.work_on(asked.json()["id"])
    desk.open()
    for closed in desk.page.locator("main summary").all():
        closed.click()
    assert desk.page.locator("#costs-title").count() == 1


STATES = (
    _no_term_yet,
    _a_file_with_faults,
    _seconds_that_are_none,
    _a_reason_that_is_too_long,
    _somebody_was_first,
    _changed_since_it_was_planned,
    _an_absence_without_a_person,
    _what_a_reader_sees,
    _what_a_reader_may_not,
    _nobody_found,
    _a_link_that_has_been_used,
    _what_the_stages_cost,
)


@pytest.fixture(params=["light", "dark"])
def desk(request: pytest.FixtureRequest, browser: Browser, house: House) -> Iterator[Desk]:
    context = browser.new_context(color_scheme=request.param, locale="sv-SE", viewport={"width": 360, "height": 800})
    page = context.new_page()
    house.office.create_account("anna", PASSWORD, "coordinator", "test")
    with serving(house.app) as url:
        page.goto(f"{url}/login")
        sign_in(page)
        yield Desk(house, page, url)
        context.close()


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__.strip("_"))
def test_a_state_can_be_read_by_anybody(desk: Desk, state: Callable[[Desk], None]) -> None:
    state(desk)
    assert hindrances(desk.page) == []
    assert desk.page.evaluate("document.documentElement.scrollWidth") <= 360

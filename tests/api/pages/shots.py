"""Screenshots of every page: `python -m tests.api.pages.shots` makes them in `screenshots/`, in both languages and both
colour schemes, on a phone and on a desk.
"""

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from models import Cancel, Change
from tests.api.pages.browsing import ARGUMENTS, chromium
from tests.api.pages.visiting import PASSWORD, Visitor
from tests.api.routes.house import House
from tests.api.routes.server import serving

__all__ = ["PAGES", "Office", "main"]

WIDTHS = {"narrow": 360, "wide": 1280}
ROOT = Path(__file__).parents[3]

PAGES = {
    "terms": "/terms",
    "term": "/terms/{term}",
    "meeting": "/terms/{term}/meetings/{meeting}",
    "release": "/terms/{term}/release",
    "releases": "/terms/{term}/releases/1",
    "run": "/jobs/{running}",
    "refused": "/terms/none",
    "begin": "/terms/new",
    "setup": "/terms/{term}/setup",
    "setup-frame": "/terms/{term}/setup/frame",
    "setup-people": "/terms/{term}/setup/people",
    "setup-person": "/terms/{term}/setup/people/item/mas",
    "setup-appointment": "/terms/{term}/setup/appointments/item/mas",
    "setup-absence": "/terms/{term}/setup/absences/new",
    "setup-series": "/terms/{term}/setup/series/item/var",
    "setup-meeting": "/terms/{term}/setup/meetings/item/var-mote-1",
    "setup-goals": "/terms/{term}/setup/goals",
    "setup-rules": "/terms/{term}/setup/rules",
    "setup-remove": "/terms/{term}/setup/roles/item/mas/remove",
}
"""Every page of the office by name, with its address."""


@dataclass(frozen=True)
class Office:
    """An office with the example planned and published, then changed, and another term under way."""

    house: House
    term: str
    running: str

    @classmethod
    def at(cls, directory: Path) -> "Office":
        """A new one."""
        house = House.at(directory)
        house.office.create_account("anna", PASSWORD, "coordinator", "test")
        anna = Visitor(house)
        anna.sign_in("anna")
        anna.send("/terms/example")
        term = anna.at.split("/")[-1]
        plan_id = house.planned(term)
        house.office.release(term, plan_id, "anna")
        house.office.subscribe(term, "term", None, "anna")
        held = house.office.plan(plan_id).plan.placements[5]
        change = Change(actions=(Cancel(meeting=held.meeting, day=held.start.date()),), reason="Sjukdom")
        house.office.change_term(term, change, 1, "anna")
        asked = house.client.post(f"/v1/terms/{term}/replan-jobs").json()
        house.work_on(asked["id"])
        running = house.client.post(f"/v1/terms/{house.make_term()}/plan-jobs").json()
        return cls(house, term, running["id"])

    def pages(self) -> Iterator[tuple[str, str]]:
        """The name and address of each page."""
        meeting = self.house.office.plans(self.term)[0].plan.placements[3].meeting
        for name, address in PAGES.items():
            yield name, address.format(term=self.term, meeting=meeting, running=self.running)


def main(into: Path) -> None:
    """Make them all."""
    into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as directory, sync_playwright() as tool:
        office = Office.at(Path(directory))
        browser = tool.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        with serving(office.house.app) as url:
            for language in ("sv", "en"):
                for scheme in ("light", "dark"):
                    for name, width in WIDTHS.items():
                        _shots(browser, url, office, into, (language, scheme, name, width))
        browser.close()
        office.house.store.close()


def _shots(browser: Browser, url: str, office: Office, into: Path, look: tuple[str, str, str, int]) -> None:
    language, scheme, name, width = look
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]

    def shot(of: str) -> None:
        page.screenshot(path=into / f"{of}-{language}-{scheme}-{name}.png", full_page=True)

    page.goto(f"{url}/")
    shot("open")
    page.goto(f"{url}/login?lang={language}")
    shot("login")
    _sign_in(page)
    for of, address in office.pages():
        page.goto(url + address)
        shot(of)
    page.close()


def _sign_in(page: Page) -> None:
    page.fill("[name=name]", "anna")
    page.fill("[name=password]", PASSWORD)
    page.click("main button")
    page.wait_for_url("**/terms")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "screenshots")

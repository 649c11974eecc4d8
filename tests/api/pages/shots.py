"""Screenshots of every page: `python -m tests.api.pages.shots` makes them in `screenshots/`, in both languages and both
colour schemes, on a phone and on a desk; and the picture of README.
"""

import sys
import tempfile
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

import scheduler
from api.feeds import subscribers
from api.jobs.desk import Desk
from models import Away, Cancel, Change, Deadline, Duty
from tests.api.pages.browsing import ARGUMENTS, chromium
from tests.api.pages.mending import MEETING, unplaced_term
from tests.api.pages.visiting import PASSWORD, Visitor
from tests.api.routes.house import House
from tests.api.routes.server import serving

__all__ = ["PAGES", "Office", "main", "sign_in"]

WIDTHS = {"narrow": 360, "wide": 1280}
LOCALES = {"sv": "sv-SE", "en": "en-GB"}
ROOT = Path(__file__).parents[3]
PICTURE = ROOT / "docs" / "timetable.png"
SHOWN = slice(10, 16)
"""Rows of the table that the picture of README shows."""
SHARED = 12
"""People who have links."""

PAGES = {
    "terms": "/terms",
    "term": "/terms/{term}",
    "meeting": "/terms/{term}/meetings/{meeting}",
    "move": "/terms/{term}/meetings/{meeting}/move",
    "move-open": "/terms/{term}/meetings/{meeting}/move?start={open}",
    "move-closed": "/terms/{term}/meetings/{meeting}/move?start={closed}",
    "load": "/terms/{term}/load",
    "due": "/terms/{term}/due",
    "forums": "/terms/{unplaced}/forums?on=2026-07-01",
    "forum": "/terms/{unplaced}/forums/styrgrupp?on=2026-07-01",
    "release": "/terms/{term}/release",
    "releases": "/terms/{term}/releases/1",
    "changes": "/terms/{term}/changes",
    "compare": "/terms/{term}/compare",
    "without": "/terms/{unplaced}",
    "repairs": "/terms/{unplaced}/meetings/möte-1/repairs",
    "happened-away": "/terms/{term}/changes/away",
    "happened-leave": "/terms/{term}/changes/leave",
    "happened-day": "/terms/{term}/changes/close_day",
    "calendars": "/terms/{term}/calendars",
    "calendar": "/terms/{term}/calendars/person/mas",
    "sheet": "/terms/{term}/calendars/sheet?kind=person",
    "public-office": "/terms/{term}/calendars/public",
    "public": "/public/{public}",
    "reports": "/terms/{term}/reports",
    "me": "/me/{me}",
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
    "setup-forum": "/terms/{unplaced}/setup/forums/item/styrgrupp",
    "setup-meeting": "/terms/{term}/setup/meetings/item/var-mote-1",
    "setup-goals": "/terms/{term}/setup/goals",
    "setup-rules": "/terms/{term}/setup/rules",
    "setup-remove": "/terms/{term}/setup/roles/item/mas/remove",
}
"""Every page of the office by name, with its address."""


@dataclass(frozen=True)
class Office:
    """An office with the example planned, published, shared and changed, another term under way, and one that cannot be
    held as it is.

    Attributes:
        me: the link of a participant's page, who has reported an absence.
        public: the link of the timetable for the public.
    """

    house: House
    term: str
    running: str
    unplaced: str
    me: str
    public: str

    @classmethod
    def at(cls, directory: Path) -> "Office":
        """A new one."""
        house = House.at(directory)
        house.office.create_account("anna", PASSWORD, "coordinator", "test")
        anna = Visitor(house)
        anna.sign_in("anna")
        anna.send("/terms/example")
        term = anna.at.split("/")[-1]
        _complete(house, term)
        plan_id = house.planned(term)
        house.office.release(term, plan_id, "anna")
        house.office.subscribe(term, "term", None, "anna")
        held = house.office.plan(plan_id).plan.placements[5]
        change = Change(actions=(Cancel(meeting=held.meeting, day=held.start.date()),), reason="Sjukdom")
        house.office.change_term(term, change, 2, "anna")
        asked = house.client.post(f"/v1/terms/{term}/replan-jobs").json()
        house.work_on(asked["id"])
        public = house.office.give_public(term, "anna").token
        return cls(house, term, _running(house), _unplaced(house), _shared(house, term), public)

    @cached_property
    def addresses(self) -> dict[str, str]:
        """The address of each page by its name."""
        meeting = self.house.office.plans(self.term)[0].plan.placements[3].meeting
        known = {"term": self.term, "running": self.running, "unplaced": self.unplaced, "me": self.me}
        known["public"] = self.public
        known |= {"meeting": meeting, **self._starts(meeting)}
        return {name: address.format(**known) for name, address in PAGES.items()}

    def _starts(self, meeting: str) -> dict[str, str]:
        """Another start at which the meeting could be, and one at which it could not."""
        asked = self.house.office.asked_about(self.house.office.plans(self.term)[0].id)
        held = [one.start for one in asked.plan.placements if one.meeting == meeting]
        choices = scheduler.choices(asked.term, asked.plan, meeting)
        others = [one for one in choices if one.start not in held]
        found = {}
        for name, closed in (("open", False), ("closed", True)):
            start = next(one.start for one in others if bool(one.closed) == closed)
            found[name] = start.isoformat(timespec="minutes")
        return found


def _complete(house: House, term: str) -> None:
    """Mark every series for the public, and say what is to be done for its meetings."""
    known = house.office.term(term).term
    out = Deadline(id="ut", title="Handlingar ut", days=7, task_of=Duty(unit=known.units[0].id))
    done = Deadline(id="klart", title="Protokollet klart", days=5, side="after", counted="working_days", public=True)
    more = {"public": True, "deadlines": (out, done)}
    series = tuple(one.model_copy(update=more) for one in known.series)
    house.office.replace_term(term, known.model_copy(update={"series": series}), 1, "anna")


def _running(house: House) -> str:
    """The id of a job that has come half way."""
    job = house.client.post(f"/v1/terms/{house.make_term()}/plan-jobs").json()["id"]
    found = [("placed", 0, 0, True), ("vacant_seats", 3, 3, True), ("deputies", 11, 9, False)]
    goals = [dict(zip(("id", "value", "bound", "proven"), goal, strict=True)) for goal in found]
    desk = Desk(house.office)
    desk.begin(job)
    desk.tell(job, 1, {"goal": "deputies", "seconds": 12.5, "goals": goals})
    return str(job)


def _unplaced(house: House) -> str:
    """The id of a term with a meeting that has no time, and what would give it one."""
    made = unplaced_term(house, uid="6f1b2c1e-2f0a-4c57-9d5e-0c6f5a3f7b12")
    plan = house.office.plans(made)[0].id
    house.work_on(house.client.post(f"/v1/plans/{plan}/repair-jobs", json={"meeting": MEETING}).json()["id"])
    return made


def _shared(house: House, term: str) -> str:
    """Hand out the links of some people; that of the one who has fetched a calendar and reported two absences."""
    office = house.office
    people = [one for one in subscribers(office.term(term).term) if one.kind == "person"]
    office.share(term, people[:SHARED], "anna")
    feed = next(one for one in office.subscriptions(term, limit=500) if one.subject == "mas")
    house.store.feed(feed.token)
    for day, reason in ((5, "Kurs"), (12, None)):
        start = datetime(2026, 10, day, 8)
        away = Away(person="mas", start=start, end=start + timedelta(days=3))
        office.report_away(term, away, "participant", reason=reason)
    office.decline_report(term, 2, "anna", "Vi behöver dig den veckan, ring mig.")
    return office.give_page(term, "mas", "anna").token


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
            _picture(browser, url, office)
        browser.close()
        office.house.store.close()


def _shots(browser: Browser, url: str, office: Office, into: Path, look: tuple[str, str, str, int]) -> None:
    language, scheme, name, width = look
    size = {"width": width, "height": 800}
    page = browser.new_page(viewport=size, color_scheme=scheme, locale=LOCALES[language])  # type: ignore[arg-type]

    def shot(of: str) -> None:
        page.screenshot(path=into / f"{of}-{language}-{scheme}-{name}.png", full_page=True)

    page.goto(f"{url}/")
    shot("open")
    page.goto(f"{url}/login?lang={language}")
    shot("login")
    sign_in(page)
    for of, address in office.addresses.items():
        page.goto(url + address)
        shot(of)
    page.close()


def _picture(browser: Browser, url: str, office: Office) -> None:
    """The picture of README: some weeks of the example's autumn, light and in Swedish."""
    page = browser.new_page(viewport={"width": 1100, "height": 800}, color_scheme="light", locale="sv-SE")
    page.goto(f"{url}/login?lang=sv")
    sign_in(page)
    page.goto(f"{url}/terms/{office.term}")
    rows = [box for row in page.locator(".grid tbody tr").all()[SHOWN] if (box := row.bounding_box())]
    first, last = rows[0], rows[-1]
    clip = {"x": first["x"], "y": first["y"], "width": first["width"]}
    height = last["y"] + last["height"] - first["y"]
    page.screenshot(path=PICTURE, clip={**clip, "height": height}, full_page=True)  # type: ignore[arg-type]
    page.close()


def sign_in(page: Page, name: str = "anna") -> None:
    """Sign in on the page that is open."""
    page.fill("[name=name]", name)
    page.fill("[name=password]", PASSWORD)
    page.click("main button")
    page.wait_for_url("**/terms")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "screenshots")

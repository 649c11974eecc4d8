"""Using the pages by keyboard alone, with a solver at work beside the server."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page

from tests.api.pages.visiting import PASSWORD
from tests.api.routes.house import House
from tests.api.routes.server import serving

__all__ = ["at_work", "press_until", "sign_in_by_keyboard"]

MOST_STEPS = 120


@contextmanager
def at_work(house: House) -> Iterator[str]:
    """The address at which the house is served, while its jobs are done."""
    stop = threading.Event()

    def work() -> None:
        while not stop.wait(0.1):
            for job in house.office.jobs():
                if job.state == "queued":
                    house.work_on(job.id)

    beside = threading.Thread(target=work)
    beside.start()
    try:
        with serving(house.app) as address:
            yield address
    finally:
        stop.set()
        beside.join()


def sign_in_by_keyboard(page: Page, url: str, name: str = "anna") -> None:
    """Type name and password, and land at the terms."""
    page.goto(f"{url}/login")
    page.focus("[name=name]")
    page.keyboard.type(name)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/terms")


def press_until(page: Page, name: str) -> None:
    """Move by Tab to what begins with that name, which must be seen to have the focus, and press Enter."""
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText.trim()").startswith(name):
            outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none", f"where the keyboard is cannot be seen: {name}"
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"{name} is not reached by keyboard")

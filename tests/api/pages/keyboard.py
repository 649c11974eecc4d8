"""Using the pages by pointer, by keyboard alone and without scripts, with a solver at work beside the server."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Page

from tests.api.pages.visiting import PASSWORD
from tests.api.routes.house import House
from tests.api.routes.server import serving

__all__ = ["HANDS", "Hand", "at_work", "click", "follow", "press_until", "sign_in_by_keyboard"]

Hand = Callable[[Page, str], None]
"""A way to press what has a name."""

MOST_STEPS = 120
_FOCUSED = "document.activeElement.textContent.replace(/\\s+/g, ' ').trim()"
_NAMED = "main :is(a, button, summary):has-text('{}')"


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
        if page.evaluate(_FOCUSED).startswith(name):
            outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none", f"where the keyboard is cannot be seen: {name}"
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"{name} is not reached by keyboard")


def click(page: Page, name: str) -> None:
    """Press it with the pointer."""
    page.locator(_NAMED.format(name)).first.click()


def follow(page: Page, name: str) -> None:
    """Without scripts a test cannot ask where the keyboard is: it presses Enter on what it names."""
    page.locator(_NAMED.format(name)).first.press("Enter")


HANDS: dict[str, tuple[Hand, bool]] = {
    "pointer": (click, True),
    "keyboard": (press_until, True),
    "no scripts": (follow, False),
}
"""By name: how things are pressed, and whether the browser runs scripts."""

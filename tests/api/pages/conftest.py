"""The pages are shown by the same service as the routes; some tests look at them in a real browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.api.feeds.building import missing
from tests.api.pages.browsing import ARGUMENTS, chromium
from tests.api.pages.shots import Office
from tests.api.routes.conftest import blank, house
from tests.api.routes.server import serving

__all__ = ["blank", "browser", "house", "office", "url"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium; gone when the module ends, since its tool keeps an event loop running in which no other can begin."""
    found = chromium()
    if found is None:
        missing("needs chromium: apt-get install chromium")
    with sync_playwright() as tool:
        opened = tool.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """An office with the example in it, planned and published; tests only look at it."""
    made = Office.at(tmp_path_factory.mktemp("office"))
    yield made
    made.house.store.close()


@pytest.fixture(scope="session")
def url(office: Office) -> Iterator[str]:
    """Where that office is served."""
    with serving(office.house.app) as address:
        yield address

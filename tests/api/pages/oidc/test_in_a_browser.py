"""Signing in with the organisation's own account in a real browser, with the provider on another site."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from starlette.responses import PlainTextResponse

from tests.api.pages.oidc.provider import OwnProvider, provided
from tests.api.pages.reading import hindrances
from tests.api.routes.house import House
from tests.api.routes.server import serving

pytestmark = pytest.mark.browser

BUTTON = "Logga in med Borås stad"


@pytest.fixture(scope="module")
def provider() -> Iterator[OwnProvider]:
    """Under another name of this machine: to a browser that is another site, which is sent no cookie of ours."""
    with provided("localhost") as own:
        yield own


@pytest.fixture(scope="module")
def url(provider: OwnProvider, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    directory: Path = tmp_path_factory.mktemp("oidc")
    house = House.at(directory, **provider.settings)
    with serving(house.app) as address:
        yield address
    house.store.close()


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page of a browser with nothing in it; what its console says is an error."""
    context = browser.new_context(java_script_enabled=request.param, locale="sv-SE")
    opened = context.new_page()
    said: list[str] = []
    opened.on("console", lambda one: said.append(one.text))
    opened.on("pageerror", lambda one: said.append(str(one)))
    yield opened
    context.close()
    assert said == []


def test_there_and_back_again(page: Page, url: str, provider: OwnProvider) -> None:
    provider.forget()
    page.goto(f"{url}/terms")
    page.locator(f"text={BUTTON}").press("Enter")
    page.wait_for_url(f"{url}/terms")
    assert "anna@example.org" in page.inner_text("header")
    assert provider.url.startswith("http://localhost:")
    assert provider.count("/authorize") == 1
    page.click("summary")
    page.click("text=Logga ut >> nth=0")
    page.wait_for_url(f"{url}/login")
    page.goto(f"{url}/terms")
    page.wait_for_url(f"{url}/login?next=%2Fterms")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_way_in_and_being_kept_out_can_be_read_by_anybody(
    browser: Browser, url: str, provider: OwnProvider, scheme: Any
) -> None:
    provider.forget()
    provider.person["groups"] = []
    page = browser.new_page(viewport={"width": 320, "height": 640}, color_scheme=scheme)
    for language in ("sv", "en"):
        page.goto(f"{url}/login?lang={language}")
        assert hindrances(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        page.locator("main a.button").click()
        page.wait_for_url("**/login/oidc/callback?**")
        assert hindrances(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        page.locator("main a.button").click()
        page.wait_for_url(f"{url}/login")
    page.close()


def test_when_the_provider_is_down_the_password_form_is_a_press_away(
    browser: Browser, url: str, provider: OwnProvider
) -> None:
    provider.forget()
    provider.fails["/token"] = PlainTextResponse("no", 503)
    page = browser.new_page(locale="sv-SE")
    page.goto(f"{url}/login")
    page.click(f"text={BUTTON}")
    page.wait_for_url("**/login/oidc/callback?**")
    assert "fungerar inte" in page.inner_text("h1")
    page.click("main a.button")
    page.wait_for_url(f"{url}/login")
    assert page.is_visible("[name=password]")
    page.close()

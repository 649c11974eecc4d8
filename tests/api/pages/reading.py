"""What stands in the way of anybody who reads a page, as axe sees it."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

__all__ = ["hindrances"]

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def hindrances(page: Page) -> list[Any]:
    """Each rule that the open page breaks, with some of the places."""
    found = Axe().run(page, options=RULES).response
    assert len(found["passes"]) > 10, "axe has looked"
    return [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in found["violations"]]

"""Pages for people: the open one at `/`, and those of the office, which people sign in to."""

from pathlib import Path

from api.pages import (
    calendars,
    changes,
    compare,
    forums,
    happened,
    loads,
    meetings,
    moving,
    oidc,
    reached,
    releasing,
    repairs,
    reports,
    run,
    setup,
    sheets,
    signing_in,
    term,
    terms,
)
from api.pages.door import Door
from api.pages.me import OWN_WAYS
from api.pages.newest import Pages
from api.pages.own_door import OwnDoor

__all__ = ["OWN_WAYS", "STATIC", "WAYS", "Door", "OwnDoor", "Pages"]

STATIC = Path(__file__).parent / "static"
"""Directory of style sheets and scripts."""

MODULES = (
    signing_in,
    oidc,
    terms,
    setup,
    term,
    loads,
    forums,
    meetings,
    moving,
    repairs,
    changes,
    happened,
    run,
    compare,
    releasing,
    reached,
    sheets,
    calendars,
    reports,
)

WAYS = tuple(way for module in MODULES for way in module.WAYS)
"""Every page of the office, and who may come to it."""

"""Pages for people: the open one at `/`, and those of the office, which people sign in to."""

from pathlib import Path

from api.pages import (
    calendars,
    changes,
    compare,
    due,
    forums,
    happened,
    loads,
    meetings,
    moving,
    oidc,
    public,
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
from api.pages.public import PublicDoor

__all__ = ["OWN_WAYS", "STATIC", "WAYS", "Door", "OwnDoor", "Pages", "PublicDoor"]

STATIC = Path(__file__).parent / "static"
"""Directory of style sheets and scripts."""

MODULES = (
    signing_in,
    oidc,
    terms,
    setup,
    term,
    loads,
    due,
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
    public,
    reports,
)

WAYS = tuple(way for module in MODULES for way in module.WAYS)
"""Every page of the office, and who may come to it."""

"""Pages for people: the open one at `/`, and those of the office, which people sign in to."""

from pathlib import Path

from api.pages import calendars, meetings, releasing, reports, run, sheets, signing_in, term, terms
from api.pages.door import Door
from api.pages.me import OWN_WAYS
from api.pages.newest import Pages
from api.pages.own_door import OwnDoor

__all__ = ["OWN_WAYS", "STATIC", "WAYS", "Door", "OwnDoor", "Pages"]

STATIC = Path(__file__).parent / "static"
"""Directory of style sheets and scripts."""

WAYS = (
    *signing_in.WAYS,
    *terms.WAYS,
    *term.WAYS,
    *run.WAYS,
    *meetings.WAYS,
    *releasing.WAYS,
    *sheets.WAYS,
    *calendars.WAYS,
    *reports.WAYS,
)
"""Every page of the office, and who may come to it."""

"""Pages for people: the open one at `/`, and those of the office, which people sign in to."""

from pathlib import Path

from api.pages import meetings, releasing, run, setup, signing_in, term, terms
from api.pages.door import Door
from api.pages.newest import Pages

__all__ = ["STATIC", "WAYS", "Door", "Pages"]

STATIC = Path(__file__).parent / "static"
"""Directory of style sheets and scripts."""

WAYS = (*signing_in.WAYS, *terms.WAYS, *setup.WAYS, *term.WAYS, *run.WAYS, *meetings.WAYS, *releasing.WAYS)
"""Every page of the office, and who may come to it."""

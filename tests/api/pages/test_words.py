"""The words of calendars, reports and participants' pages: each is said by a page."""

from pathlib import Path

import pytest

import api.pages
from api.texts import of_domain

ROOM = Path(api.pages.__file__).parent
WRITTEN = "".join(file.read_text("utf-8") for ext in ("*.html", "*.py") for file in ROOM.rglob(ext))
ENDS_MADE_UP = {
    "away": '"away." ~ why',
    "calendars.kind": 'f"calendars.kind.{one}"',
    "calendars.make_in": '"calendars.make_in." ~ language',
    "calendars.one": 'f"calendars.one.{subject.kind}"',
    "calendars": '"calendars." ~ code',
    "done": 'f"done.{done}"',
    "how": '"how." ~ program',
    "language": '"language." ~ link.language',
    "me": 'f"me.{entry.status}"',
    "me.done": "f\"me.done.{guest.visit.asked('done')}\"",
    "me.report": 'f"me.report.{one.state}"',
    "me.reported": 'f"me.reported.{found}"',
    "reports": 'f"reports.{report.state}"',
}
"""What the pages make the end of a code up of, and how they write that."""
MADE_UP = {
    "calendars": ("rotate", "revoke"),
    "me": ("postponed", "withdrawn"),
    "reports": ("accepted", "declined", "withdrawn"),
}
"""Of those that have other words too, the ends that are made up."""


@pytest.mark.parametrize("code", [*of_domain("sharing", "sv"), *of_domain("participant", "sv")])
def test_a_word_is_said_by_a_page(code: str) -> None:
    beginning = max((one for one in ENDS_MADE_UP if code.startswith(f"{one}.")), key=len, default="")
    end = code.removeprefix(f"{beginning}.")
    is_made_up = beginning and (beginning not in MADE_UP or end.split(".")[0] in MADE_UP[beginning])
    is_said = f'"{code}"' in WRITTEN or f"'{code}'" in WRITTEN
    assert is_said or (is_made_up and ENDS_MADE_UP[beginning] in WRITTEN)

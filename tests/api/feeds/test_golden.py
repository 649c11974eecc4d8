"""The tiny term's feeds, byte by byte as they were looked at and found good.

Where one differs on purpose: raise `api.feeds.telling.LAYOUT` if the same words are written another way, look at
what `TERMINSPLAN_WRITE_GOLDEN=1 python -m pytest tests/api/feeds/test_golden.py` changes, and commit that.
"""

import os
from pathlib import Path

import pytest

from api.feeds import Subscriber
from tests.api.feeds.building import TINY, Released, without

GOLDEN = Path(__file__).with_name("golden")
FEEDS = {
    "term.ics": Subscriber(kind="term"),
    "series-autumn.ics": Subscriber(kind="series", subject="autumn"),
    "unit-vaf.ics": Subscriber(kind="unit", subject="vaf"),
    "person-vaf-3.ics": Subscriber(kind="person", subject="vaf-3"),
    "person-vaf-2-en.ics": Subscriber(kind="person", subject="vaf-2", language="en"),
}
RELEASES = ("first", "second")


@pytest.fixture
def releases(released: Released) -> dict[str, Released]:
    """A first release, and one that moves a meeting, cancels one and puts another on a seat."""
    changed = {
        **without(TINY, "h-late"),
        "h-sjobo": TINY["h-sjobo"].at("2026-10-27T13:00"),
        "h-boda": TINY["h-boda"].by("head=vaf-1", "mas=mas", "boda=boda-head"),
    }
    return dict(zip(RELEASES, (released, released.then(changed)), strict=True))


@pytest.mark.parametrize("release", RELEASES)
@pytest.mark.parametrize("name", FEEDS)
def test_feed_is_as_it_was_found_good(releases: dict[str, Released], release: str, name: str) -> None:
    feed = releases[release].feed(FEEDS[name])
    golden = GOLDEN / release / name
    if os.environ.get("TERMINSPLAN_WRITE_GOLDEN") == "1":
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_bytes(feed)
    assert feed == golden.read_bytes()

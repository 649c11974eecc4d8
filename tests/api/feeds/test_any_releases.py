"""Whatever one release after another does, every feed keeps its promises to calendars."""

from collections.abc import Mapping
from datetime import timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from api.feeds import Subscriber, subscribers
from models import Term
from tests.api.feeds.building import SPRING, TINY, Held, Released, Shown, events, instant, read_document
from tests.api.feeds.conformance import complaints

TERM = Term.model_validate(read_document())
STAMPS = {"DTSTAMP", "LAST-MODIFIED", "SEQUENCE"}
TIMING = ("DTSTART", "DTEND", "LOCATION", "STATUS")
WAYS: Mapping[str, tuple[Held | None, ...]] = {
    "v1": (TINY["v1"], None, TINY["v1"].at("2026-01-21T13:00")),
    "h-boda": (TINY["h-boda"], TINY["h-boda"].by("head=vaf-1", "boda=boda-head"), None),
    "h-sjobo": (
        TINY["h-sjobo"],
        TINY["h-sjobo"].at("2026-10-21T13:00"),
        Held("2026-10-21T13:00", ("head=vaf-3:1", "sjobo=sjobo-head"), "hall"),
        None,
    ),
}
PLANS = st.fixed_dictionaries({meeting: st.sampled_from(ways) for meeting, ways in WAYS.items()})
MONTHS = st.integers(0, 12).map(lambda months: timedelta(days=30 * months))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(PLANS, MONTHS), min_size=2, max_size=5))
def test_every_feed_tells_of_each_change_once_and_of_nothing_else(
    releases: list[tuple[dict[str, Held | None], timedelta]],
) -> None:
    released, told, now = None, list[Released](), SPRING
    for plan, later in releases:
        held, now = {meeting: one for meeting, one in plan.items() if one}, now + later
        released = released.then(held, now) if released else Released.first(TERM, held, now)
        told.append(released)
    for subscriber in subscribers(TERM):
        feeds = [one.feed(subscriber) for one in told]
        assert [complaints(feed) for feed in feeds] == [[]] * len(feeds)
        for before, after in pairwise(feeds):
            _tells_what_changed(before, after, subscriber)


def _tells_what_changed(before: bytes, after: bytes, subscriber: Subscriber) -> None:
    old = {event["UID"]: event for event in events(before)}
    for event in events(after):
        if event["UID"] in old and old[event["UID"]].raw != event.raw:
            _is_told_as_a_change(old[event["UID"]], event)
    if subscriber.kind == "term":
        gone = old.keys() - {event["UID"] for event in events(after)}
        assert all(old[uid]["STATUS"] == "CANCELLED" for uid in gone)


def _is_told_as_a_change(old: Shown, new: Shown) -> None:
    assert {name: old[name] for name in old if name not in STAMPS} != {
        name: new[name] for name in new if name not in STAMPS
    }
    assert instant(new["LAST-MODIFIED"]) > instant(old["LAST-MODIFIED"])
    moved = [old.get(name) for name in TIMING] != [new.get(name) for name in TIMING]
    assert int(new["SEQUENCE"]) - int(old["SEQUENCE"]) == int(moved)
    if new["STATUS"] == "CANCELLED" != old["STATUS"]:
        assert [old.get(name) for name in TIMING[:3]] == [new.get(name) for name in TIMING[:3]]

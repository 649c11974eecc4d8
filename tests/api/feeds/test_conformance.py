"""Every feed keeps to the rules of RFC 5545 and to what calendar programs can read."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.feeds import Subscriber, subscribers
from models import Term
from tests.api.feeds.building import AUTUMN, TINY, Released, read_document, unescape, without
from tests.api.feeds.conformance import CONTENTS, OCTETS, complaints

NASTY = 'Å; "Ek", plan 2\\norra ^\U0001f389 ' + "ööö—" * 60
LINES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\ufeff"), min_size=1)


def test_every_feed_of_two_releases_has_no_complaint(released: Released) -> None:
    second = released.then(without(TINY, "h-late"))
    for release in (released, second):
        for subscriber in subscribers(release.term):
            assert complaints(release.feed(subscriber)) == []


@pytest.mark.parametrize("subscriber", [Subscriber(kind="term"), Subscriber(kind="unit", subject="boda")])
def test_names_of_any_kind_are_written_so_that_they_can_be_read_back(
    document: dict[str, Any], subscriber: Subscriber
) -> None:
    for name in ("units", "roles", "people", "places"):
        for one in document[name]:
            one["name"] = NASTY
    document["title"] = document["meetings"][1]["title"] = document["places"][0]["address"] = NASTY
    released = Released.first(Term.model_validate(document))
    assert complaints(released.feed(subscriber)) == []
    event = released.event("h-boda", subscriber)
    assert event
    assert event["SUMMARY"] == NASTY
    assert event["LOCATION"] == NASTY
    assert f"{NASTY}, {NASTY}: {NASTY}" in event["DESCRIPTION"]


@given(LINES.filter(lambda text: 0 < len(text.strip()) <= 300))
def test_any_title_comes_back_as_it_was(title: str) -> None:
    term = Term.model_validate(read_document() | {"title": title})
    feed = Released.first(term, {}).feed()
    assert complaints(feed) == []
    (name,) = re.findall(r"\r\nNAME:(.*?)\r\n(?! )", feed.decode(), re.DOTALL)
    assert unescape(name.replace("\r\n ", "")) == term.title


BREAKS: dict[str, tuple[bytes, bytes]] = {
    "whole": (b"END:VCALENDAR\r\n", b""),
    "crlf": (b"\r\n", b"\n"),
    "at_most_75_octets": (b"SUMMARY:", b"SUMMARY:" + b"x" * 70),
    "utf8_in_every_line": ("å".encode(), "å".encode("latin-1")),
    "content_lines": (b"STATUS:", b"STATUS "),
    "nothing_forbidden": (b"VERSION:2.0\r\n", b"VERSION:2.0\r\nMETHOD:PUBLISH\r\n"),
    "texts_escaped_once": (b"\\,", b","),
    "opaque_uids": (b"UID:", b"UID:anna-"),
    "no_floating_time": (b"DTSTART;TZID=Europe/Stockholm:", b"DTSTART:"),
    "every_zone_described": (b"TZID:Europe/Stockholm", b"TZID:Europe/Oslo"),
    "stamped_by_the_release": (b"DTSTAMP:2026", b"DTSTAMP:2027"),
    "cancelled_is_free": (b"STATUS:CONFIRMED", b"STATUS:CANCELLED"),
    "asks_to_look_every_hour": (b";VALUE=DURATION", b""),
    "one_name": (b"X-WR-CALNAME:", b"X-WR-CALNAME:Min "),
}


def test_each_complaint_is_heard_of(released: Released) -> None:
    feed = released.feed()
    assert {check.__name__ for check in (*OCTETS, *CONTENTS)} == set(BREAKS)
    for complaint, (good, bad) in BREAKS.items():
        assert good in feed
        assert complaint in complaints(feed.replace(good, bad)), complaint


def test_the_same_release_gives_the_same_bytes(released: Released, term: Term) -> None:
    assert released.feed() == Released.first(term).feed()


def test_calendar_and_zone_stay_byte_identical_from_release_to_release(released: Released) -> None:
    later = released.then(without(TINY, "v1"), AUTUMN)
    heads = [feed[: feed.index(b"BEGIN:VEVENT")] for feed in (released.feed(), later.feed())]
    assert heads[0] == heads[1]


def test_a_feed_without_meetings_is_still_a_calendar(released: Released) -> None:
    nobody = Subscriber(kind="person", subject="nobody")
    feed = released.feed(nobody)
    assert complaints(feed) == []
    assert b"VEVENT" not in feed
    assert b"BEGIN:VTIMEZONE" in feed, "RFC 5545 wants at least one component"


def test_mail_phone_and_reasons_of_absence_are_told_to_nobody(released: Released) -> None:
    for subscriber in subscribers(released.term):
        feed = released.feed(subscriber).replace(b"\r\n ", b"").decode()
        assert not [secret for secret in ("example.org", "0700", "033-", "Sjukskriven") if secret in feed]

"""The stories of `docs/stories/` are true: their commands print what is told, and calendars follow what happens."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.api.feeds.building import Shown, events
from tests.api.feeds.test_consumers import MODULES, READERS, checked, complaints, of_this_environment, read
from tests.examples.stories import STORIES, Telling, difference

pytestmark = pytest.mark.slow

STOCKHOLM = ZoneInfo("Europe/Stockholm")
NAMES = sorted(story.stem for story in STORIES.glob("*.md"))
BODA, VEGA, VISKAFORS = (
    f"Närvårdsmöte höst, {one}" for one in ("Närhälsan Boda", "Vega Vårdcentral Fristad", "Viskaforskliniken")
)
HAPPENS: dict[str, list[dict[str, set[str]]]] = {
    "a-cancelled-meeting": [
        {"moved": set(), "cancelled": {BODA}},
        {"moved": {BODA, VEGA}, "cancelled": set()},
    ],
    "a-term-that-cannot-be-met": [{"moved": {VISKAFORS}, "cancelled": set()}],
    "mas-leaves": [{"moved": set(), "cancelled": set()}],
}
"""For each release of a story after the first, the meetings that everybody's calendar shows moved and cancelled."""
WHO: dict[str, str] = {
    "a-cancelled-meeting": "person-vcc-boda.ics",
    "a-term-that-cannot-be-met": "person-mas.ics",
    "mas-leaves": "person-mas.ics",
}
"""For each story, the calendar of somebody whose meetings change and who goes on having some."""


@pytest.fixture(scope="module", params=NAMES)
def telling(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Telling:
    """A story, told from beginning to end."""
    told = Telling(STORIES / f"{request.param}.md", tmp_path_factory.mktemp(request.param))
    told.run()
    return told


def shown(file: Path) -> dict[str, Shown]:
    """The events of a calendar by uid, of which there is one each."""
    found = events(file.read_bytes())
    by_uid = {one["UID"]: one for one in found}
    assert len(by_uid) == len(found), f"{file} shows a meeting twice"
    return by_uid


def title(event: Shown) -> str:
    return event["SUMMARY"].removeprefix("INSTÄLLT: ")


def cancelled(event: Shown) -> bool:
    return event.get("STATUS") == "CANCELLED"


def read_at(event: Shown) -> str:
    """When it is, as the scripts of the calendar readers print it."""
    ends = (datetime.strptime(event[end], "%Y%m%dT%H%M%S").replace(tzinfo=STOCKHOLM) for end in ("DTSTART", "DTEND"))
    return " ".join(end.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") for end in ends)


def test_what_is_told_is_what_is_printed(telling: Telling) -> None:
    assert telling.wrong == []


def test_everybodys_calendar_shows_what_happened_and_no_meeting_twice(telling: Telling) -> None:
    happened = HAPPENS[telling.story.stem]
    assert len(telling.releases) == len(happened) + 1
    for (old, new), expected in zip(_pairs(telling, "term.ics"), happened, strict=True):
        before, after = shown(old), shown(new)
        assert before.keys() == after.keys()
        both = [(before[uid], after[uid]) for uid in after]
        assert {title(now) for was, now in both if was["DTSTART"] != now["DTSTART"]} == expected["moved"]
        assert {title(now) for was, now in both if cancelled(now) and not cancelled(was)} == expected["cancelled"]
        raised = {title(now) for was, now in both if int(now["SEQUENCE"]) > int(was["SEQUENCE"])}
        assert raised == expected["moved"] | expected["cancelled"]


def test_the_checker_and_its_readers_have_no_complaint_of_everybodys_calendar(telling: Telling) -> None:
    for reader in ("ical.js", "sabre/vobject", "libical"):
        READERS[reader]()  # where one is missing, the test is skipped, or fails in CI
    for old, new in _pairs(telling, "term.ics"):
        assert complaints(checked(new, "--before", old, "--min-events", "19", "--node-modules", MODULES)) == []


def test_the_checker_has_no_complaint_of_the_calendars_of_those_concerned(telling: Telling) -> None:
    concerned = 0
    for old, new in (pair for name in _names(telling) for pair in _pairs(telling, name)):
        # A calendar that has become empty keeps its time zone alone: a calendar must hold something.
        if old.exists() and old.read_bytes() != new.read_bytes() and shown(new):
            concerned += 1
            # Whoever loses a seat at a meeting that others hold loses the event: it is not cancelled.
            rules = ("--before", old, "--no-external", "--cancel-policy", "either")
            assert complaints(checked(new, *rules)) == [], new.name
    assert concerned >= 3


def _names(telling: Telling) -> list[str]:
    return sorted(file.name for file in telling.releases[-1].glob("person-*.ics"))


@pytest.mark.parametrize("reader", READERS)
def test_readers_show_every_meeting_once_where_it_is_now(telling: Telling, reader: str) -> None:
    command = READERS[reader]()
    for release in telling.releases:
        feed = release / "term.ics"
        assert read(command, feed) == sorted(f"{uid} {read_at(event)}" for uid, event in shown(feed).items())


@pytest.mark.parametrize("whose", ["everybody", "one of those concerned"])
def test_khal_follows_from_release_to_release(telling: Telling, whose: str) -> None:
    command = of_this_environment("khal_reader.py", "khal", "vdirsyncer")
    name = "term.ics" if whose == "everybody" else WHO[telling.story.stem]
    feeds = [release / name for release in telling.releases]
    for so_far in range(1, len(feeds) + 1):
        now = [read_at(event) for event in shown(feeds[so_far - 1]).values()]
        assert read(command, *feeds[:so_far]) == sorted(f"- {times}" for times in now)


def _pairs(telling: Telling, name: str) -> Iterator[tuple[Path, Path]]:
    """A calendar as it was and as it became, from each release to the next."""
    return ((old / name, new / name) for old, new in pairwise(telling.releases))


@pytest.mark.parametrize(
    ("told", "said", "same"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\nb\n", "a\nc\n", False),
        ("a\n…\nd\n", "a\nb\nc\nd\n", True),
        ("a\n…\nd\n", "a\nd\n", True),
        ("a … d\n", "a b c d\n", True),
        ("a\n", "a\nb\n", False),
        ("a.c\n", "abc\n", False),
    ],
)
def test_a_story_that_is_not_true_is_noticed(told: str, said: str, same: bool) -> None:
    assert (list(difference(told, said)) == []) is same

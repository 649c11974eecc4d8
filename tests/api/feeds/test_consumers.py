"""Programs that people read calendars with, of different families, read a feed at the right times.

Each is driven by a small script in `consumers/` that prints `uid start end` in UTC, one line per event, on a
machine whose own clock stands at New York.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

import pytest

from api.feeds import file_name, subscribers
from tests.api.feeds.building import TINY, Released, missing, without

ROOT = Path(__file__).parents[3]
CHECKER = ROOT.parent / "shared" / "tools" / "check_feed.py"
SCRIPTS = Path(__file__).with_name("consumers")
MODULES = SCRIPTS / "node_modules"
SYSTEM_PYTHON = "/usr/bin/python3"

TIMES = {
    "v1": "2026-01-20T12:00:00Z 2026-01-20T14:00:00Z",
    "h-boda": "2026-10-22T11:00:00Z 2026-10-22T12:30:00Z",
    "h-sjobo": "2026-10-26T12:00:00Z 2026-10-26T13:30:00Z",
    "h-late": "2026-10-28T13:30:00Z 2026-10-28T15:00:00Z",
}
"""Winter, summer before 25 October, winter after it."""
MOVED = TIMES | {"h-sjobo": "2026-10-21T11:00:00Z 2026-10-21T12:30:00Z"}


def read(command: Sequence[str | Path], *feeds: Path) -> list[str]:
    """What a consumer prints, sorted."""
    done = subprocess.run(
        [*command, *feeds],
        env=os.environ | {"TZ": "America/New_York"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return sorted(done.stdout.splitlines())


def expected(released: Released, times: dict[str, str]) -> list[str]:
    return sorted(f"{released.term.resolved[meeting].uid} {said}" for meeting, said in times.items())


@pytest.fixture
def releases(released: Released, tmp_path: Path) -> tuple[Path, Path]:
    """The feed of the whole term, and after a release that moves a meeting from winter time to summer time."""
    paths = tmp_path / "first.ics", tmp_path / "second.ics"
    paths[0].write_bytes(released.feed())
    paths[1].write_bytes(released.then({**TINY, "h-sjobo": TINY["h-sjobo"].at("2026-10-21T13:00")}).feed())
    return paths


def icaljs() -> Sequence[str | Path]:
    if not shutil.which("node") or not (MODULES / "ical.js").is_dir():
        missing("ical.js is not there: install node, then run `npm ci` in tests/api/feeds/consumers")
    return ["node", SCRIPTS / "icaljs.mjs"]


def sabre() -> Sequence[str | Path]:
    if not shutil.which("php") or not Path("/usr/share/php/Sabre/VObject/autoload.php").is_file():
        missing("sabre/vobject is not there: install Debian's php-cli and php-sabre-vobject")
    return ["php", SCRIPTS / "sabre.php"]


def libical() -> Sequence[str | Path]:
    probe = [SYSTEM_PYTHON, "-c", "import gi; gi.require_version('ICalGLib', '3.0')"]
    if not Path(SYSTEM_PYTHON).is_file() or subprocess.run(probe, capture_output=True, check=False).returncode:
        missing("libical is not there: install Debian's python3-gi and gir1.2-ical-3.0")
    return [SYSTEM_PYTHON, SCRIPTS / "libical_reader.py"]


def of_this_environment(script: str, *packages: str) -> Sequence[str | Path]:
    if absent := [package for package in packages if not find_spec(package)]:
        missing(f"{' and '.join(absent)} not there: install the extra `test`")
    return [sys.executable, SCRIPTS / script]


READERS: dict[str, Callable[[], Sequence[str | Path]]] = {
    "ical.js": icaljs,
    "sabre/vobject": sabre,
    "libical": libical,
    "vobject": lambda: of_this_environment("vobject_reader.py", "vobject"),
    "recurring-ical-events": lambda: of_this_environment("occurrences.py", "recurring_ical_events"),
}


@pytest.mark.parametrize("name", READERS)
def test_consumer_reads_the_right_times_on_both_sides_of_the_clock_change(
    name: str, released: Released, releases: tuple[Path, Path]
) -> None:
    command = READERS[name]()
    for path, times in zip(releases, (TIMES, MOVED), strict=True):
        assert read(command, path) == expected(released, times)


def test_vdirsyncer_and_khal_follow_a_move(released: Released, releases: tuple[Path, Path]) -> None:
    command = of_this_environment("khal_reader.py", "khal", "vdirsyncer")
    assert read(command, releases[0]) == sorted(f"- {times}" for times in TIMES.values())
    assert read(command, *releases) == sorted(f"- {times}" for times in MOVED.values())


def checked(path: Path, *options: str | Path) -> str:
    """What the conformance checker beside the project says of every rule."""
    if not CHECKER.is_file():
        missing("the conformance checker is not there: ../shared/tools/check_feed.py")
    rules = ["--attendees", "forbid", "--alarms", "forbid", "--hours", "08:00-17:00", *options]
    done = subprocess.run([sys.executable, CHECKER, path, *rules], capture_output=True, text=True, check=False)
    assert done.returncode in {0, 1}, done.stderr
    return done.stdout


def complaints(said: str) -> list[str]:
    return [line for line in said.splitlines() if line.startswith("FAIL")]


def test_checker_has_no_complaint_of_any_feed_of_two_releases(released: Released, tmp_path: Path) -> None:
    second = released.then({**without(TINY, "h-late"), "h-sjobo": TINY["h-sjobo"].at("2026-10-21T13:00")})
    for subscriber in subscribers(released.term):
        if not second.history.seen_by(subscriber):
            continue
        old, new = tmp_path / "old.ics", tmp_path / file_name(subscriber)
        old.write_bytes(released.feed(subscriber))
        new.write_bytes(second.feed(subscriber))
        assert complaints(checked(new, "--before", old, "--no-external")) == [], subscriber


def test_checker_and_its_readers_have_no_complaint_of_a_move_and_a_cancellation(
    released: Released, tmp_path: Path
) -> None:
    icaljs(), sabre(), libical()
    second = released.then({**without(TINY, "h-late"), "h-sjobo": TINY["h-sjobo"].at("2026-10-21T13:00")})
    old, new = tmp_path / "old.ics", tmp_path / "new.ics"
    old.write_bytes(released.feed())
    new.write_bytes(second.feed())
    uids = {meeting: str(released.term.resolved[meeting].uid) for meeting in TINY}
    named = ["--moved", uids["h-sjobo"], "--cancelled", uids["h-late"]]
    said = checked(new, "--before", old, "--min-events", "4", "--node-modules", MODULES, *named)
    assert complaints(said) == []
    assert not [rule for rule in ("X01", "X02", "X03", "D03", "D05", "D08") if f"ok   {rule}" not in said]


def test_checker_can_complain(released: Released, tmp_path: Path) -> None:
    path = tmp_path / "bad.ics"
    path.write_bytes(released.feed().replace(b"BYMONTH=10", b"BYMONTH=11"))
    assert [line[5:8] for line in complaints(checked(path, "--no-external"))] == ["T04", "T05"]


def test_reader_can_be_an_hour_wrong(released: Released, tmp_path: Path) -> None:
    path = tmp_path / "bad.ics"
    path.write_bytes(released.feed().replace(b"BYMONTH=10", b"BYMONTH=11"))
    wrong = read(of_this_environment("vobject_reader.py", "vobject"), path)
    assert wrong != expected(released, TIMES)

"""The real plan of Borås 2026 in calendars: 19 meetings, on both sides of the end of summer time."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import scheduler
from api.feeds import Subscriber, file_name, subscribers
from models import Plan, Term
from tests.api.feeds.building import ALL, Released, events
from tests.api.feeds.conformance import complaints
from tests.api.feeds.test_consumers import READERS, checked, of_this_environment, read
from tests.api.feeds.test_consumers import complaints as checker_complaints

EXAMPLE = Path(__file__).parents[3] / "examples" / "borås_2026.json"
FIRST, SECOND = datetime(2025, 11, 24, 12, tzinfo=UTC), datetime(2026, 9, 30, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def term() -> Term:
    return Term.model_validate_json(EXAMPLE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def plan(term: Term) -> Plan:
    return scheduler.plan(term)


@pytest.fixture(scope="module")
def released(term: Term, plan: Plan) -> Released:
    return Released.of(None, term, plan, FIRST)


@pytest.fixture(scope="module")
def times(term: Term, plan: Plan) -> Sequence[str]:
    """What every reader must say, by the tz database."""
    zone = ZoneInfo(term.time_zone)
    said = []
    for one in plan.placements:
        start, end = (moment.replace(tzinfo=zone).astimezone(UTC) for moment in (one.start, one.end))
        said.append(f"{term.resolved[one.meeting].uid} {start:%Y-%m-%dT%H:%M:%SZ} {end:%Y-%m-%dT%H:%M:%SZ}")
    return sorted(said)


def test_all_19_meetings_are_there_and_lie_on_both_sides_of_25_october(plan: Plan, released: Released) -> None:
    assert len(events(released.feed())) == len(plan.placements) == 19
    autumn = [one.start for one in plan.placements if one.start.month >= 9]
    assert min(autumn) < datetime(2026, 10, 25) < max(autumn)


@pytest.mark.parametrize("name", READERS)
def test_reader_reads_the_right_times(name: str, released: Released, times: Sequence[str], tmp_path: Path) -> None:
    feed = tmp_path / "boras.ics"
    feed.write_bytes(released.feed())
    assert read(READERS[name](), feed) == times


def test_khal_reads_the_right_times_of_what_vdirsyncer_fetched(
    released: Released, times: Sequence[str], tmp_path: Path
) -> None:
    feed = tmp_path / "boras.ics"
    feed.write_bytes(released.feed())
    command = of_this_environment("khal_reader.py", "khal", "vdirsyncer")
    assert read(command, feed) == sorted("-" + one[36:] for one in times)


def test_everybodys_feed_has_no_complaint_and_holds_what_they_sit_at(plan: Plan, released: Released) -> None:
    for subscriber in subscribers(released.term):
        feed = released.feed(subscriber)
        assert complaints(feed) == []
        if subscriber.kind == "person":
            assert len(events(feed)) == sum(subscriber.subject in one.people() for one in plan.placements)


def test_checker_has_no_complaint_of_any_kind_of_feed_when_a_meeting_is_cancelled(
    plan: Plan, released: Released, tmp_path: Path
) -> None:
    gone = plan.placements[-1]
    rest = plan.model_copy(update={"placements": plan.placements[:-1]})
    second = Released.of(released.history, released.term, rest, SECOND)
    sitting = gone.sittings[0]
    seat = next(one for one in released.term.resolved[gone.meeting].seats if one.id == sitting.seat)
    kinds = (
        ALL,
        Subscriber(kind="series", subject=released.term.resolved[gone.meeting].series),
        Subscriber(kind="unit", subject=seat.unit),
        Subscriber(kind="person", subject=sitting.person),
    )
    for subscriber in kinds:
        old, new = tmp_path / "old.ics", tmp_path / file_name(subscriber)
        old.write_bytes(released.feed(subscriber))
        new.write_bytes(second.feed(subscriber))
        cancelled = ["--cancelled", str(released.term.resolved[gone.meeting].uid)]
        assert checker_complaints(checked(new, "--before", old, "--no-external", *cancelled)) == []

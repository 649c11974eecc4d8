"""What a night drops from calendars, and what it leaves as it is."""

from datetime import UTC, datetime, timedelta

import pytest

from api.feeds import Subscriber, after_night, history
from tests.api.feeds.building import ALL, AUTUMN, TINY, Released, planned, without

LATE = datetime(2026, 11, 28, 12, tzinfo=UTC)


@pytest.fixture
def cancelled(released: Released) -> Released:
    """The last meeting, of 28 October, is cancelled in September."""
    return released.then(without(TINY, "h-late"))


def night(released: Released, now: datetime, days: int = 30) -> Released | None:
    after = after_night(released.history, now, keep_cancelled_days=days)
    return Released(released.term, after) if after else None


def test_drops_what_a_release_would_drop_and_touches_nothing_else(cancelled: Released) -> None:
    after = night(cancelled, LATE)
    assert after
    assert after.event("h-late") is None
    for subscriber in (ALL, Subscriber(kind="person", subject="vaf-2"), Subscriber(kind="unit", subject="vaf")):
        for meeting in ("v1", "h-boda", "h-sjobo"):
            was, is_now = cancelled.event(meeting, subscriber), after.event(meeting, subscriber)
            assert (was and was.raw) == (is_now and is_now.raw)


def test_drops_nothing_a_day_sooner(cancelled: Released) -> None:
    assert night(cancelled, LATE - timedelta(days=1)) is None


def test_goes_by_the_local_date(cancelled: Released) -> None:
    assert night(cancelled, datetime(2026, 11, 27, 22, 59, tzinfo=UTC)) is None
    assert night(cancelled, datetime(2026, 11, 27, 23, 0, tzinfo=UTC))


def test_drops_nothing_that_is_held(released: Released) -> None:
    assert night(released, datetime(2027, 12, 1, tzinfo=UTC)) is None


def test_drops_nothing_twice(cancelled: Released) -> None:
    after = night(cancelled, LATE)
    assert after
    assert night(after, LATE + timedelta(days=100)) is None


def test_what_was_cancelled_after_its_day_stays_as_long_after_that(released: Released) -> None:
    second = released.then(without(TINY, "v1"), AUTUMN)  # it would have been held in January
    assert night(second, AUTUMN + timedelta(days=30)) is None
    assert night(second, AUTUMN + timedelta(days=31))


def test_the_release_after_a_night_goes_on_from_it(cancelled: Released) -> None:
    after = night(cancelled, LATE)
    assert after
    next_one = history(after.history, cancelled.term, planned(cancelled.term, without(TINY, "h-late")), LATE)
    assert next_one.moment > after.history.moment
    assert Released(cancelled.term, next_one).feed() == after.feed()
    again = after.then({**TINY, "h-late": TINY["h-late"].at("2026-12-09T13:00")}, LATE + timedelta(days=1))
    event = again.event("h-late")
    assert event
    assert (event["STATUS"], event["SEQUENCE"]) == ("CONFIRMED", "2")

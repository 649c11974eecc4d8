"""Nothing starts, ends or runs while the clocks change."""

from models import Term
from scheduler.rules import clock_change
from tests.build import found, meeting, placed, plan, rules_broken, term, window

SPRING = {"first_day": "2026-03-23", "last_day": "2026-04-05"}  # clocks go forward on 29 March, 02:00 to 03:00
AUTUMN = {"first_day": "2026-10-19", "last_day": "2026-11-01"}  # and back on 25 October, 03:00 to 02:00


def _town(**days: str) -> Term:
    always = window(days["first_day"], days["last_day"], "00:00-23:30", "mon tue wed thu fri sat sun")
    return term(meeting("m", windows=(always,)), **days)


def test_allows_meetings_before_and_after_the_change() -> None:
    for town, starts in (
        (_town(**SPRING), ("2026-03-29 00:30", "2026-03-29 03:00", "2026-03-28 02:00", "2026-03-30 02:00")),
        (_town(**AUTUMN), ("2026-10-25 00:30", "2026-10-25 03:00", "2026-10-24 02:00", "2026-10-26 02:30")),
    ):
        for start in starts:
            assert rules_broken(town, plan(town, placed("m", start))) == set(), start


def test_forbids_times_that_do_not_exist() -> None:
    town = _town(**SPRING)
    for start in ("2026-03-29 01:00", "2026-03-29 01:30", "2026-03-29 02:00", "2026-03-29 02:30"):
        assert rules_broken(town, plan(town, placed("m", start))) == {"clock_change"}, start


def test_forbids_times_that_come_twice() -> None:
    town = _town(**AUTUMN)
    for start in ("2026-10-25 01:30", "2026-10-25 02:00", "2026-10-25 02:30"):
        assert rules_broken(town, plan(town, placed("m", start))) == {"clock_change"}, start


def test_forbids_a_change_in_the_middle_of_a_meeting() -> None:
    always = window("2026-03-23", "2026-04-05", "00:00-23:30", "sun")
    town = term(meeting("m", duration_minutes=240, windows=(always,)), **SPRING)
    wrong = plan(town, placed("m", "2026-03-29 00:30"))
    assert found(clock_change.check(town, wrong), "start", "end") == [("m", "2026-03-29T00:30", "2026-03-29T04:30")]


def test_the_zone_is_the_term_s_own() -> None:
    always = window("2026-03-23", "2026-04-05", "00:00-23:30", "sun")
    town = term(meeting("m", windows=(always,)), time_zone="Asia/Tokyo", **SPRING)
    assert rules_broken(town, plan(town, placed("m", "2026-03-29 02:00"))) == set()

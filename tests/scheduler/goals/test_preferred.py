"""Preferences that are not met cost their penalty."""

from datetime import time

from models import Preference
from scheduler.goals import preferred
from tests.build import meeting, placed, plan, prefer, rules_broken, series, term

TOWN = term(meeting("m", preferences=(prefer("mon tue", "", 5), prefer("", "10:00-12:00", 2))))


def test_adds_the_penalties_of_what_is_not_met() -> None:
    for start, value in (
        ("mon 10:00", 0),
        ("tue 11:00", 0),
        ("tue 11:30", 2),
        ("mon 09:30", 2),
        ("wed 10:00", 5),
        ("fri 12:00", 7),
    ):
        made = plan(TOWN, placed("m", start))
        assert preferred.value(TOWN, made) == value, start
        assert rules_broken(TOWN, made) == set()


def test_one_preference_of_days_and_hours_is_met_or_not_as_a_whole() -> None:
    town = term(meeting("m", preferences=(prefer("mon", "10:00-12:00", 3),)))
    values = [
        preferred.value(town, plan(town, placed("m", start))) for start in ("mon 10:00", "mon 12:00", "tue 08:00")
    ]
    assert values == [0, 3, 3]


def test_an_hour_may_be_open_at_one_end() -> None:
    town = term(meeting("m", preferences=(Preference(from_time=time(13)),)))
    assert [preferred.value(town, plan(town, placed("m", f"mon {hour}:00"))) for hour in (12, 13, 16)] == [1, 0, 0]
    town = term(meeting("m", preferences=(Preference(to_time=time(13)),)))
    assert [preferred.value(town, plan(town, placed("m", f"mon {hour}:00"))) for hour in (12, 13, 16)] == [0, 1, 1]


def test_preferences_come_from_the_series_and_each_meeting_counts() -> None:
    town = term(series("s", preferences=(prefer("mon"),)), *(meeting(name, series="s") for name in "ab"))
    assert preferred.value(town, plan(town, placed("a", "tue 10:00"), placed("b", "wed 10:00"))) == 2
    assert preferred.value(town, plan(town, placed("a", "tue 10:00"))) == 1

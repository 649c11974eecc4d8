"""Meetings lie inside a window of theirs, inside the term, on the grid."""

from scheduler.rules import window as window_rule
from tests.build import found, meeting, placed, plan, rules_broken, series, term, window

TOWN = term(meeting("m", windows=(window("mon", "fri", "08:00-10:00"), window("2 mon", "2 fri", "13:00-16:00", "tue"))))


def test_allows_a_start_in_any_window() -> None:
    for start in ("mon 08:00", "fri 09:00", "2 tue 13:00", "2 tue 15:00"):
        assert rules_broken(TOWN, plan(TOWN, placed("m", start))) == set(), start


def test_forbids_what_no_window_covers_to_the_last_minute() -> None:
    for start in ("fri 09:30", "mon 07:30", "2 mon 13:00", "2 tue 15:30", "3 tue 13:00", "2 tue 09:00"):
        wrong = plan(TOWN, placed("m", start))
        assert rules_broken(TOWN, wrong) == {"window"}, start
        assert found(window_rule.check(TOWN, wrong), "what") == [("m", "no_window")]


def test_a_meeting_may_fill_its_window_exactly() -> None:
    town = term(meeting("m", duration_minutes=120, windows=(window("mon", "mon", "08:00-10:00"),)))
    assert rules_broken(town, plan(town, placed("m", "mon 08:00"))) == set()


def test_forbids_a_day_of_the_window_outside_the_term() -> None:
    town = term(meeting("m", windows=(window("mon", "6 fri"),)))
    assert rules_broken(town, plan(town, placed("m", "4 fri 10:00"))) == set()
    wrong = plan(town, placed("m", "5 mon 10:00"))
    assert found(window_rule.check(town, wrong), "what") == [("m", "outside_term")]


def test_forbids_a_start_off_the_grid() -> None:
    for grid, start, good in ((30, "mon 08:15", False), (15, "mon 08:15", True), (45, "mon 08:15", True)):
        town = term(meeting("m"), grid_minutes=grid)
        assert rules_broken(town, plan(town, placed("m", start))) == (set() if good else {"window"})


def test_the_window_of_the_series_holds_where_the_meeting_has_none() -> None:
    town = term(series("s", windows=(window(hours="13:00-16:00"),)), meeting("m", series="s"))
    assert rules_broken(town, plan(town, placed("m", "mon 13:00"))) == set()
    assert rules_broken(town, plan(town, placed("m", "mon 09:00"))) == {"window"}


def test_the_first_and_the_last_day_belong_to_the_term() -> None:
    town = term(meeting("m", windows=(window("mon", "5 sun", weekdays="mon sun"),)))
    assert rules_broken(town, plan(town, placed("m", "mon 10:00"))) == set()
    assert rules_broken(town, plan(town, placed("m", "4 sun 10:00"))) == set()
    assert rules_broken(town, plan(town, placed("m", "5 mon 10:00"))) == {"window"}

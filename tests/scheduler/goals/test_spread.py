"""Pairs of a series' meetings in one slice of its weeks are counted."""

from models import Term, Window
from scheduler.goals import spread
from tests.build import meeting, placed, plan, rules_broken, series, term, window


def _value(town: Term, *starts: str) -> int:
    made = plan(town, *(placed(name, start) for name, start in zip("abcdefgh", starts, strict=False)))
    assert rules_broken(town, made) == set()
    return spread.value(town, made)


def _series(meetings: int, *windows: Window) -> Term:
    return term(
        series("s", windows=windows or (window(),)), *(meeting(name, series="s") for name in "abcdefgh"[:meetings])
    )


def test_one_meeting_a_week_is_spread_where_there_are_as_many_weeks() -> None:
    assert _value(_series(4), "mon 08:00", "2 fri 08:00", "3 wed 08:00", "4 mon 08:00") == 0


def test_pairs_in_one_week_are_counted() -> None:
    town = _series(4)
    assert _value(town, "mon 08:00", "fri 08:00", "3 wed 08:00", "4 mon 08:00") == 1
    assert _value(town, "mon 08:00", "fri 08:00", "tue 08:00", "4 mon 08:00") == 3
    assert _value(town, "mon 08:00", "fri 08:00", "4 tue 08:00", "4 mon 08:00") == 2


def test_with_more_meetings_than_weeks_a_slice_is_a_week() -> None:
    starts = ("mon 08:00", "mon 10:00", "2 mon 08:00", "2 mon 10:00", "3 mon 08:00", "4 mon 08:00")
    assert _value(_series(6), *starts) == 2


def test_with_fewer_meetings_than_weeks_slices_are_runs_of_weeks() -> None:
    # 2 meetings, 4 weeks: weeks 1-2 and 3-4. Then 3 meetings: weeks 1-2, 3 and 4.
    assert _value(_series(2), "mon 08:00", "2 fri 08:00") == 1
    assert _value(_series(2), "2 fri 08:00", "3 mon 08:00") == 0
    assert _value(_series(3), "mon 08:00", "2 mon 08:00", "3 mon 08:00") == 1
    assert _value(_series(3), "mon 08:00", "3 mon 08:00", "4 mon 08:00") == 0


def test_weeks_without_a_day_of_a_window_do_not_count() -> None:
    # Only weeks 1, 2 and 4 hold a day: a slice each for 3 meetings.
    town = _series(3, window("mon", "2 fri"), window("4 mon", "4 wed"))
    assert _value(town, "mon 08:00", "2 mon 08:00", "4 mon 08:00") == 0
    # A window on Fridays that ends on a Wednesday does not reach its last week: 3 weeks, not 4.
    fridays = _series(3, window("mon", "4 wed", weekdays="fri"))
    assert _value(fridays, "fri 08:00", "2 fri 08:00", "3 fri 08:00") == 0


def test_windows_are_cut_to_the_term() -> None:
    town = _series(2, window("2 mon", "9 fri"))  # the term ends with week 4: weeks 2-3 and 4, by 2 * i // 3
    assert _value(town, "2 mon 08:00", "3 mon 08:00") == 1
    assert _value(town, "3 mon 08:00", "4 mon 08:00") == 0


def test_the_series_meets_in_the_weeks_of_any_of_its_meetings() -> None:
    town = term(
        series("s", windows=()),
        meeting("a", series="s", windows=(window("mon", "fri"),)),
        meeting("b", series="s", windows=(window("mon", "4 fri"),)),
    )
    assert _value(town, "mon 08:00", "2 mon 08:00") == 1
    assert _value(town, "mon 08:00", "3 mon 08:00") == 0


def test_meetings_that_are_not_placed_make_slices_but_no_pairs() -> None:
    assert _value(_series(4), "mon 08:00", "2 mon 08:00") == 0
    assert _value(_series(4), "mon 08:00", "fri 08:00") == 1


def test_each_series_is_spread_for_itself() -> None:
    town = term(meeting("a", series="s"), meeting("b", series="t"))
    assert _value(town, "mon 08:00", "mon 10:00") == 0


def test_a_week_goes_on_over_new_year() -> None:
    days = {"first_day": "2026-12-28", "last_day": "2027-01-10"}
    town = term(meeting("a"), meeting("b"), **days)
    assert _value(town, "2026-12-31 10:00", "2027-01-01 10:00") == 1
    assert _value(town, "2026-12-31 10:00", "2027-01-04 10:00") == 0


def test_the_first_and_the_last_day_of_the_term_hold_a_week_each() -> None:
    only_monday = _series(2, window("mon", "mon"), window("2 mon", "3 fri"))
    assert _value(only_monday, "mon 08:00", "2 mon 08:00") == 1
    only_sunday = _series(2, window("2 mon", "3 fri"), window("4 sun", "4 sun", weekdays="sun"))
    assert _value(only_sunday, "2 mon 08:00", "3 mon 08:00") == 1

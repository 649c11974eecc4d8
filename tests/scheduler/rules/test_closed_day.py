"""Nothing on public holidays, nor on days that the term closes."""

from scheduler.rules import closed_day
from tests.build import at, closed, found, lock, meeting, placed, plan, rules_broken, term, window

MIDSUMMER = {"first_day": "2026-06-01", "last_day": "2026-06-30", "public_holidays": {"country": "SE"}}
JUNE = (window("2026-06-01", "2026-06-30", weekdays="mon tue wed thu fri sat sun"),)


def test_allows_a_day_that_is_open() -> None:
    town = term(meeting("m"), closed("mon", "wed"))
    assert rules_broken(town, plan(town, placed("m", "thu 10:00"))) == set()


def test_forbids_each_day_of_a_closed_span() -> None:
    town = term(meeting("m"), closed("mon", "wed"))
    for start in ("mon 10:00", "tue 10:00", "wed 10:00"):
        assert rules_broken(town, plan(town, placed("m", start))) == {"closed_day"}


def test_a_closed_day_without_an_end_is_one_day() -> None:
    town = term(meeting("m"), closed("tue"))
    assert [rules_broken(town, plan(town, placed("m", f"{day} 10:00"))) for day in ("mon", "tue", "wed")] == [
        set(),
        {"closed_day"},
        set(),
    ]


def test_closes_only_the_series_that_it_names() -> None:
    town = term(meeting("m", series="area"), meeting("n", series="centre"), closed("mon", None, "centre"))
    assert rules_broken(town, plan(town, placed("m", "mon 10:00"))) == set()
    wrong = plan(town, placed("m", "mon 10:00"), placed("n", "mon 10:00"))
    assert found(closed_day.check(town, wrong), "day", "reason") == [("n", "2026-09-07", "closed")]


def test_allows_eves_and_workdays_where_only_public_holidays_are_closed() -> None:
    town = term(meeting("m", windows=JUNE), **MIDSUMMER)
    for start in ("2026-06-19 10:00", "2026-06-18 10:00", "2026-06-07 10:00"):
        assert rules_broken(town, plan(town, placed("m", start))) == set(), start


def test_forbids_public_holidays() -> None:
    town = term(meeting("m", windows=JUNE), **MIDSUMMER)
    for start in ("2026-06-06 10:00", "2026-06-20 10:00"):  # the National Day, Midsummer's Day
        assert rules_broken(town, plan(town, placed("m", start))) == {"closed_day"}, start


def test_forbids_eves_where_the_term_closes_them_too() -> None:
    eves = {**MIDSUMMER, "public_holidays": {"country": "SE", "categories": ["public", "de_facto"]}}
    town = term(meeting("m", windows=JUNE), **eves)
    wrong = plan(town, placed("m", "2026-06-19 10:00"))
    assert found(closed_day.check(town, wrong), "day") == [("m", "2026-06-19")]


def test_history_stays_on_a_closed_day() -> None:
    locked = meeting("m", lock=lock("tue 10:00"))
    past, future = (term(locked, closed("tue"), as_of=at(moment)) for moment in ("wed 08:00", "mon 08:00"))
    assert rules_broken(past, plan(past, placed("m", "tue 10:00"))) == set()
    assert rules_broken(future, plan(future, placed("m", "tue 10:00"))) == {"closed_day"}


def test_a_term_over_new_year_has_the_holidays_of_both_years() -> None:
    town = term(meeting("m"), first_day="2026-12-14", last_day="2027-01-17", public_holidays={"country": "SE"})
    for start, broken in (("2026-12-25", True), ("2027-01-01", True), ("2027-01-06", True), ("2027-01-05", False)):
        made = plan(town, placed("m", f"{start} 10:00"))
        assert rules_broken(town, made) == ({"closed_day"} if broken else set()), start

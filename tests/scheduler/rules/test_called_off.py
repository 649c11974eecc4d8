"""A meeting that was called off is held another day."""

from scheduler.rules import called_off as called_off_rule
from tests.build import called_off, found, lock, meeting, placed, plan, rules_broken, term

TOWN = term(meeting("m", called_off=(called_off("tue", "thu"), called_off("2 mon"))), meeting("other"))


def test_allows_the_days_before_and_after() -> None:
    for start in ("mon 10:00", "fri 08:00", "2 tue 10:00"):
        assert rules_broken(TOWN, plan(TOWN, placed("m", start))) == set(), start


def test_forbids_every_date_on_which_it_is_called_off() -> None:
    for start in ("tue 08:00", "wed 12:00", "thu 16:00", "2 mon 10:00"):
        assert rules_broken(TOWN, plan(TOWN, placed("m", start))) == {"called_off"}, start


def test_names_the_date() -> None:
    assert found(called_off_rule.check(TOWN, plan(TOWN, placed("m", "wed 12:00"))), "day") == [("m", "2026-09-09")]


def test_says_nothing_of_other_meetings() -> None:
    assert rules_broken(TOWN, plan(TOWN, placed("other", "tue 10:00"))) == set()


def test_without_a_last_date_it_is_one_date() -> None:
    town = term(meeting("m", called_off=(called_off("tue"),)))
    assert rules_broken(town, plan(town, placed("m", "wed 10:00"))) == set()
    assert rules_broken(town, plan(town, placed("m", "tue 10:00"))) == {"called_off"}


def test_a_lock_does_not_help() -> None:
    town = term(meeting("m", called_off=(called_off("tue"),), lock=lock("tue 10:00")))
    assert rules_broken(town, plan(town, placed("m", "tue 10:00"))) == {"called_off"}

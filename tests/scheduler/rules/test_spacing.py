"""Meetings of a series keep their distance."""

from scheduler.rules import spacing
from tests.build import found, meeting, placed, plan, rules_broken, series, term

TOWN = term(series("s", spacing_days=3), *(meeting(name, series="s") for name in "abc"), meeting("other"))


def test_allows_enough_days_between() -> None:
    made = plan(TOWN, placed("b", "mon 16:00"), placed("c", "thu 08:00"), placed("a", "2 mon 08:00"))
    assert rules_broken(TOWN, made) == set()


def test_forbids_too_few_days_between() -> None:
    wrong = plan(TOWN, placed("b", "mon 08:00"), placed("c", "wed 16:00"), placed("a", "3 mon 08:00"))
    assert rules_broken(TOWN, wrong) == {"spacing"}
    assert found(spacing.check(TOWN, wrong), "other", "days", "spacing_days") == [("c", "b", 2, 3)]


def test_other_series_do_not_matter() -> None:
    made = plan(TOWN, placed("a", "mon 08:00"), placed("other", "mon 08:00"))
    assert rules_broken(TOWN, made) == set()


def test_1_means_not_on_the_same_day_and_0_is_no_rule() -> None:
    for days, same, next_day in ((1, {"spacing"}, set[str]()), (0, set[str](), set[str]())):
        town = term(series("s", spacing_days=days), meeting("a", series="s"), meeting("b", series="s"))
        assert rules_broken(town, plan(town, placed("a", "mon 08:00"), placed("b", "mon 16:00"))) == same
        assert rules_broken(town, plan(town, placed("a", "mon 16:00"), placed("b", "tue 08:00"))) == next_day

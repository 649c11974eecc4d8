"""Meetings that share a date, and meetings that must not."""

from scheduler.rules import day_relation
from tests.build import different_days, found, meeting, placed, plan, rules_broken, same_day, term

THREE = tuple(meeting(name) for name in "abc")


def test_allows_one_date_for_all() -> None:
    town = term(*THREE, same_day("a", "b", "c"))
    assert (
        rules_broken(town, plan(town, placed("a", "mon 08:00"), placed("b", "mon 12:00"), placed("c", "mon 08:00")))
        == set()
    )


def test_forbids_two_dates() -> None:
    town = term(*THREE, same_day("a", "b", "c"))
    wrong = plan(town, placed("a", "mon 08:00"), placed("b", "mon 12:00"), placed("c", "2 mon 08:00"))
    assert rules_broken(town, wrong) == {"day_relation"}
    assert found(day_relation.check(town, wrong), "relation", "kind", "other") == [("c", "a-b-c", "same_day", "a")]


def test_allows_all_different_dates() -> None:
    town = term(*THREE, different_days("a", "b", "c"))
    assert (
        rules_broken(town, plan(town, placed("a", "mon 08:00"), placed("b", "2 mon 08:00"), placed("c", "tue 08:00")))
        == set()
    )


def test_forbids_any_two_on_one_date() -> None:
    town = term(*THREE, different_days("a", "b", "c"))
    wrong = plan(town, placed("a", "mon 08:00"), placed("b", "tue 08:00"), placed("c", "tue 16:00"))
    assert rules_broken(town, wrong) == {"day_relation"}
    assert found(day_relation.check(town, wrong), "kind", "other") == [("c", "different_days", "b")]


def test_those_not_placed_do_not_count() -> None:
    for relation in (same_day("a", "b", "c"), different_days("a", "b", "c")):
        town = term(*THREE, relation)
        assert rules_broken(town, plan(town, placed("b", "tue 08:00"))) == set()
    apart = term(*THREE, same_day("a", "b", "c"))
    assert rules_broken(apart, plan(apart, placed("a", "mon 08:00"), placed("c", "tue 08:00"))) == {"day_relation"}

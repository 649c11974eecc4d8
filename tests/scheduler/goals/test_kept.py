"""Locked meetings that are not placed are counted, and no others."""

from scheduler.goals import kept
from tests.build import lock, meeting, placed, plan, rules_broken, term

TOWN = term(*(meeting(name, lock=lock(f"{name} 10:00")) for name in ("mon", "tue", "wed")), meeting("free"))


def test_counts_locked_meetings_that_are_not_placed() -> None:
    for days, value in ((("mon", "tue", "wed"), 0), (("tue",), 2), ((), 3)):
        made = plan(TOWN, *(placed(day, f"{day} 10:00") for day in days))
        assert kept.value(TOWN, made) == value
        assert rules_broken(TOWN, made) == set()

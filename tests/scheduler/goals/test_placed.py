"""The priorities of the meetings that are not placed are added up."""

from scheduler.goals import placed
from tests.build import meeting, plan, rules_broken, series, term
from tests.build import placed as placed_at

TOWN = term(series("s", priority=5), meeting("a", series="s"), meeting("b", series="s", priority=2), meeting("c"))


def test_adds_the_priorities_of_the_unplaced() -> None:
    for meetings, value in (("", 8), ("a", 3), ("b", 6), ("c", 7), ("abc", 0)):
        made = plan(TOWN, *(placed_at(name, "mon 10:00") for name in meetings))
        assert placed.value(TOWN, made) == value, meetings
        assert rules_broken(TOWN, made) == set()

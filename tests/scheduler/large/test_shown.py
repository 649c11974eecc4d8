"""What a search by blocks shows of each goal while it runs: below one that its blocks are not at, only what counting
shows."""

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from random import Random

import pytest

from scheduler.candidates import candidates
from scheduler.case import Case
from scheduler.large import decomposed
from scheduler.large.decomposed import Decomposed
from scheduler.options import Options
from scheduler.rulebook import STANDARD
from scheduler.solving import Solver
from tests.scheduler.large.blocked import sharing

RANKED = ("placed", "vacant_seats", "deputies", "preferred", "travel")


def _search(counted: Mapping[str, int]) -> Decomposed:
    """Of five meetings, with goals of which counting shows so much."""
    case = Case(sharing(Random(1)))
    ones = {m: list(one.pairs()) for m, one in candidates(case, STANDARD.rules).items()}
    standard = {goal.name: goal for goal in STANDARD.goals}
    goals = [replace(standard[name], floor=_counting(counted.get(name, 0))) for name in RANKED]
    return Decomposed(case, ones, goals, STANDARD, Solver(Options(), time.monotonic() + 60))


def _shown(values: Mapping[str, int], blocks: Mapping[str, int], counted: Mapping[str, int]) -> dict[str, int]:
    """What is shown of a plan with such values where blocks and counting come to those; all else is 0."""
    search = _search(counted)
    search.cost = tuple(values.get(name, 0) for name in RANKED)
    search.bounds = {name: blocks.get(name, 0) for name in RANKED}
    return search._shown()


def _counting(least: int) -> Callable[[Case, Mapping[str, int]], int]:
    return lambda case, above: least


@pytest.mark.parametrize(("value", "below"), [(4, 3), (5, 0)], ids=["at their bound", "above it"])
def test_blocks_speak_of_a_goal_as_long_as_they_are_at_their_bounds_above(value: int, below: int) -> None:
    found = _shown({"deputies": value, "preferred": 6}, {"deputies": 4, "preferred": 3}, {})
    assert (found["deputies"], found["preferred"]) == (4, below)


def test_a_goal_that_counting_proves_does_not_say_that_blocks_are_at_their_bounds() -> None:
    """Four deputies are proven; but one block may have spent what the others saved, and be better below for it."""
    found = _shown({"deputies": 4, "preferred": 6}, {"deputies": 3, "preferred": 3}, {"deputies": 4})
    assert (found["deputies"], found["preferred"]) == (4, 0)


def test_what_counting_shows_is_shown_also_below_a_goal_above_its_bound() -> None:
    found = _shown({"deputies": 5, "preferred": 6}, {"deputies": 4, "preferred": 3}, {"preferred": 2})
    assert found["preferred"] == 2


def test_nothing_is_counted_where_a_meeting_is_not_held() -> None:
    found = _shown({"placed": 1, "deputies": 5}, {"deputies": 4}, {"deputies": 5})
    assert (found["placed"], found["deputies"]) == (0, 0)


def test_no_bound_is_above_the_value() -> None:
    assert _shown({"preferred": 2}, {"preferred": 3}, {"preferred": 4})["preferred"] == 2


@pytest.mark.parametrize(("many", "sizes"), [(4, [2, 2, 1]), (5, [5])])
def test_blocks_alone_are_smaller_where_meetings_are_many(
    many: int, sizes: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decomposed, "MANY_MEETINGS", many)
    monkeypatch.setattr(decomposed, "SMALLER_MEETINGS", 2)
    assert [len(block) for block in _search({}).cut] == sizes

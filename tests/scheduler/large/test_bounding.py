"""What blocks show of goals below one that they are above: never more than is true, and more than nothing."""

import time
from collections import Counter
from random import Random

import pytest

from models import Term
from scheduler.candidates import candidates
from scheduler.case import Case
from scheduler.large.blocks import blocks
from scheduler.large.bounding import Bounding, Part
from scheduler.options import Options
from scheduler.rulebook import STANDARD
from scheduler.search import Found, Search
from scheduler.solving import Manner, Solver
from tests.scheduler.large.blocked import sharing


def _solver(share: float = 1.0) -> Solver:
    return Solver(Options(), time.monotonic() + 60, manner=Manner(presolve=True))


class _Cut:
    """A term solved as a whole, and by blocks."""

    def __init__(self, town: Term, most: int) -> None:
        self.case = Case(town)
        self.goals = STANDARD.ranking(town, False)
        ones = candidates(self.case, STANDARD.rules)
        self.kept = {m: list(one.pairs()) for m, one in ones.items()}
        self.best = self._solved(list(self.kept), len(self.goals))
        cut = blocks(self.case, list(self.kept), STANDARD.rules, self.goals, most)
        early = next(n for n, goal in enumerate(self.goals) if goal.apart)
        self.parts = [Part(block, self._solved(block, early).bounds) for block in cut]

    def _solved(self, block: list[str], goals: int) -> Found:
        search = Search(self.case, {m: self.kept[m] for m in block}, self.goals[:goals])
        return search.run(_solver(), lambda *reached: None)

    @property
    def values(self) -> dict[str, int]:
        return {goal.name: self.best.values.get(goal.name, 0) for goal in self.goals}

    def bounding(self) -> Bounding:
        rules = STANDARD.rules
        return Bounding(self.case, self.kept, self.parts, self.goals, rules, self.best.solution, self.values)


@pytest.mark.parametrize("most", [1, 2, 3])
@pytest.mark.parametrize("seed", range(8))
def test_no_bound_is_above_the_best_plan(seed: int, most: int) -> None:
    cut = _Cut(sharing(Random(seed)), most)
    bounding = cut.bounding()
    for found in (bounding.counted(), bounding.run(1, _solver)):
        assert found
        assert all(0 <= bound <= cut.values[goal] for goal, bound in found.items())


@pytest.mark.parametrize("seed", range(4))
def test_no_bound_of_blocks_that_may_each_spend_all_is_above_the_best_plan(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scheduler.large.bounding.MANY_BLOCKS", 1)
    cut = _Cut(sharing(Random(seed)), 2)
    assert all(bound <= cut.values[goal] for goal, bound in cut.bounding().run(1, _solver).items())


def test_bounds_show_something_also_where_a_slack_is_shared() -> None:
    """Some of these terms have a slack, some have none; of all of them together something is shown of each kind."""
    shown = Counter[str]()
    for seed in range(8):
        cut = _Cut(sharing(Random(seed)), 2)
        bounding = cut.bounding()
        shown["slack"] += bounding.slack > 0
        shown.update({goal: int(bound > 0) for goal, bound in bounding.run(1, _solver).items()})
    assert shown["slack"]
    assert shown["fair_load"]


def test_one_block_of_all_shows_what_is_true() -> None:
    cut = _Cut(sharing(Random(1)), 5)
    found = cut.bounding().run(2, _solver)
    assert found["fair_load"] >= cut.values["fair_load"] - 1
    assert found["travel"] == cut.values["travel"]


def test_where_no_time_is_left_nothing_is_shown_and_no_model_built() -> None:
    bounding = _Cut(sharing(Random(1)), 2).bounding()
    assert bounding.run(1, lambda share: Solver(Options(), time.monotonic() - 1)) == {}
    assert bounding.rooms == []

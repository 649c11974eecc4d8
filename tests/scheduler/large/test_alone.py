"""Blocks as if the others were not there: what is shown of them is true, and in the end all there is to show."""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from random import Random
from typing import Any

import pytest

from models import Term
from scheduler.candidates import candidates
from scheduler.case import Case
from scheduler.large.alone import GOALS_AT_ONCE, Alone, Block
from scheduler.large.placing import Placing
from scheduler.options import Options
from scheduler.rulebook import STANDARD
from scheduler.search import Knowing, Search
from scheduler.solving import Answer, Nothing, Solver
from tests.scheduler.large.blocked import crowded


class _Counting(Solver):
    """Counts how often it is called."""

    calls = 0

    def solve(self, *given: Any, **named: Any) -> Answer | Nothing:
        self.calls += 1
        return super().solve(*given, **named)


def _later() -> float:
    """A moment that no search comes to."""
    return time.monotonic() + 600


class _Asked:
    """A term whose blocks are asked, and solved to the end beside that."""

    def __init__(self, town: Term) -> None:
        self.case = Case(town)
        kept = {m: list(one.pairs()) for m, one in candidates(self.case, STANDARD.rules).items()}
        self.placing = Placing(self.case, kept, STANDARD.ranking(town), STANDARD, Solver(Options(), _later()))
        self.alone = Alone(self.placing)

    def first(self, *cut: list[str]) -> list[Block]:
        with ThreadPoolExecutor(1) as pool:
            return self.alone.first(cut, pool, 1, _later())

    def true(self, block: Block) -> list[int]:
        kept = {m: self.placing.kept[m] for m in block.meetings}
        values = Search(self.case, kept, self.placing.early).run(Solver(Options(), _later()), lambda *told: None).values
        return [values[name] for name in self.alone.names]

    def shown(self, block: Block) -> list[int]:
        return [block.bounds[name] for name in self.alone.names]


@pytest.mark.parametrize("seed", range(8))
def test_a_block_asked_once_shows_no_more_than_is_true_and_asked_further_all(seed: int) -> None:
    asked = _Asked(crowded(Random(seed)))
    first, other = asked.first(["m0", "m1", "m2"], ["m3", "m4", "m5"])
    for block in (first, other):
        true = asked.true(block)
        assert asked.shown(block) <= true
        asked.alone.further(block, Knowing(crossed=block.crossed, most_goals=GOALS_AT_ONCE), _later())
        assert (asked.shown(block), block.is_exact) == (true, True)


def test_rows_that_were_broken_are_there_from_the_beginning_the_next_time() -> None:
    """Of some of these towns the first answer breaks one; what is shown next is then shown at once."""
    gained = 0
    for seed in range(8):
        asked = _Asked(crowded(Random(seed)))
        (block,) = asked.first([f"m{n}" for n in range(6)])
        again = replace(block, crossed=(), bounds=dict.fromkeys(asked.alone.names, 0))
        for one in (block, again):
            asked.alone.ask(one, _later(), Knowing(crossed=one.crossed, rounds=1))
        assert asked.shown(block) >= asked.shown(again)
        gained += asked.shown(block) > asked.shown(again)
    assert gained


@pytest.mark.parametrize("seed", range(4))
def test_where_nothing_better_than_a_known_plan_is_possible_none_is_looked_for(seed: int) -> None:
    asked = _Asked(crowded(Random(seed)))
    (block,) = asked.first([f"m{n}" for n in range(6)])
    true = dict(zip(asked.alone.names, asked.true(block), strict=True))
    kept = {m: asked.placing.kept[m] for m in block.meetings}
    search = Search(asked.case, kept, asked.placing.early, knowing=Knowing(enough=true))
    solver = _Counting(Options(), _later())
    found = search.run(solver, lambda *told: None)
    assert (found.least, found.is_done) == (true, True)
    assert solver.calls == 1 + len(found.crossed)
    assert found.broken or not found.solution.at


def test_that_no_plan_comes_to_what_was_said_to_be_known_is_no_proof_that_meetings_do_not_fit() -> None:
    """Relaxed it looks as if nobody need be replaced; by the rows that are found below that, four must be."""
    asked = _Asked(crowded(Random(1)))
    (block,) = asked.first([f"m{n}" for n in range(6)])
    assert asked.true(block)[asked.alone.names.index("deputies")] == 4
    asked.alone.further(block, Knowing(enough=dict.fromkeys(asked.alone.names, 0), most_goals=GOALS_AT_ONCE), _later())
    assert block.bounds["placed"] == 0
    assert asked.shown(block) <= asked.true(block)
    assert not block.is_exact


def test_joined_blocks_know_what_each_knew() -> None:
    asked = _Asked(crowded(Random(1)))
    ones = asked.first(["m0", "m1", "m2"], ["m3", "m4", "m5"])
    whole = asked.alone.joined(ones)
    assert sorted(whole.meetings) == [f"m{n}" for n in range(6)]
    assert asked.shown(whole) == [sum(both) for both in zip(*map(asked.shown, ones), strict=True)]
    assert asked.shown(whole) <= asked.true(whole)
    assert [*whole.crossed] == [solution for one in ones for solution in one.crossed]

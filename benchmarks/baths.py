"""A bath over meetings with their seats by itself: what a year comes to as a whole, and in blocks as if alone.

The sum of blocks alone says what no bound of such blocks can be above: each goal counts at least as much in the whole.
"""

import argparse
import time
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

import numpy as np

from benchmarks.measure import numbers, report
from benchmarks.years import year
from scheduler.candidates import candidates
from scheduler.case import Case
from scheduler.large.blocks import blocks
from scheduler.large.seated_bath import SeatedBath
from scheduler.large.seated_tables import seated
from scheduler.large.standing import Standing
from scheduler.reducing import reduced
from scheduler.rulebook import STANDARD

Kept = Mapping[str, Sequence[tuple[int, str | None]]]


def main() -> None:
    """Bathe a year, whole and in blocks of each size, with as many CPU-seconds for each, and report."""
    made = argparse.ArgumentParser(prog="python -m benchmarks.baths", description=__doc__)
    made.add_argument("--municipalities", type=int, default=20, help="default 20")
    made.add_argument("--seeds", type=numbers, default=(1, 2, 3), help="of the baths, default 1,2,3")
    made.add_argument("--cpu-seconds", type=int, default=40, help="without what is compiled, default 40")
    made.add_argument("--blocks", type=numbers, default=(30, 60, 95, 140), help="meetings, default 30,60,95,140")
    given = made.parse_args()
    case = Case(year(given.municipalities, 1))
    _bathed(case, _kept(case, list(case.meetings)[:10]), 1, 0)  # compiled before anything is measured
    rows = [
        {"in blocks of": size or "all", "seed": seed, **_alone(case, parts, seed, given.cpu_seconds)}
        for size, parts in _cuts(case, given.blocks)
        for seed in given.seeds
    ]
    report("baths", rows, {"municipalities": given.municipalities, "cpu_seconds": given.cpu_seconds, "cases": rows})


def _cuts(case: Case, sizes: Sequence[int]) -> Iterator[tuple[int, list[list[str]]]]:
    goals = STANDARD.ranking(case.term)
    yield 0, [list(case.meetings)]
    for size in sizes:
        yield size, blocks(case, list(case.meetings), STANDARD.rules, goals, size)


def _alone(case: Case, parts: Sequence[Sequence[str]], seed: int, cpu_seconds: float) -> dict[str, int]:
    """What parts come to in sum, each with its share of the time."""
    costs = [_bathed(case, _kept(case, part), seed, cpu_seconds * len(part) / len(case.meetings)) for part in parts]
    names = [goal.name for goal in STANDARD.ranking(case.term)]
    return dict(zip(names, map(sum, zip(*costs, strict=True)), strict=True))


def _kept(case: Case, part: Sequence[str]) -> Kept:
    own, goals = case.once("candidates", partial(candidates, case, STANDARD.rules)), STANDARD.ranking(case.term)
    return {m: reduced(case, own[m], goals, STANDARD.rules) for m in part}


def _bathed(case: Case, kept: Kept, seed: int, cpu_seconds: float) -> tuple[int, ...]:
    """What one bath of some meetings comes to on each goal; those that are not placed count as that."""
    goals = STANDARD.ranking(case.term)
    tables, random = seated(case, kept, STANDARD.rules, goals), np.random.default_rng(seed)
    found = SeatedBath(tables, random, time.process_time, lambda: False).run(time.process_time() + cpu_seconds)
    standing = Standing(case, list(kept), STANDARD.rules, goals)
    standing.take(found)
    return standing.whole_cost([[m] for m in kept])


if __name__ == "__main__":
    main()

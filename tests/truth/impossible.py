"""Tiny seeded terms that cannot be met: at least one meeting has no place in the best plan."""

from collections.abc import Iterator
from random import Random

import scheduler
from models import Plan, Term
from scheduler.options import Options
from tests.truth.tiny import tiny

__all__ = ["QUICK", "impossible"]

QUICK = Options(time_limit_seconds=20, workers=1)


def impossible(count: int, first_seed: int = 0) -> Iterator[tuple[Term, Plan]]:
    """So many terms with their proven plans, each of which leaves a meeting out; the same ones each time."""
    seed = first_seed
    while count:
        term = tiny(Random(seed))
        plan = scheduler.plan(term, QUICK)
        seed += 1
        if plan.unplaced and plan.proven:
            count -= 1
            yield term, plan

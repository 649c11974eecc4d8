"""What a search has proven where time was up before it had a plan."""

import time
from random import Random
from typing import Any

from models import Term
from scheduler.candidates import candidates
from scheduler.case import Case
from scheduler.options import Options
from scheduler.rulebook import STANDARD
from scheduler.search import Search
from scheduler.solving import Nothing, Solver
from tests.truth.brute_force import best
from tests.truth.tiny import tiny


class Late(Solver):
    """Proves what there is to prove, and finds no solution in time."""

    def solve(self, *given: Any, **named: Any) -> Nothing:
        super().solve(*given, **named)
        return Nothing.IN_TIME


def _late(town: Term) -> dict[str, int]:
    """What is proven of a term, goal by goal in the order of the ranking, without a plan."""
    case = Case(town)
    kept = {m: list(one.pairs()) for m, one in candidates(case, STANDARD.rules).items()}
    search = Search(case, kept, STANDARD.ranking(town), all_held=True)
    return search.run(Late(Options(), time.monotonic() + 60), lambda *told: None).least


def test_a_bound_without_a_plan_says_no_more_than_is_true_and_more_than_nothing() -> None:
    """It is said of plans that hold every meeting; of most of these towns there is one, and of some it says all."""
    says_all = list[bool]()
    for seed in range(12):
        town = tiny(Random(seed))
        true = dict(zip((goal.name for goal in STANDARD.ranking(town)), best(town).values, strict=True))
        if true["placed"]:
            continue
        shown = _late(town)
        wanted = [true[goal] for goal in shown]
        assert list(shown.values()) <= wanted
        says_all.append(any(wanted) and list(shown.values()) == wanted)
    assert any(says_all)

"""What a search has proven where time was up before it had a plan, and what it can be told before it begins."""

import time
from random import Random
from typing import Any

from models import Term
from scheduler.candidates import candidates
from scheduler.case import Case
from scheduler.model import Model
from scheduler.options import Options
from scheduler.ranking import packs
from scheduler.rulebook import STANDARD
from scheduler.search import Knowing, Search
from scheduler.solution import Solution
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
    search = Search(case, kept, STANDARD.ranking(town), knowing=Knowing(all_held=True))
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


def _model(town: Term) -> Model:
    case = Case(town)
    return Model(case, {m: list(one.pairs()) for m, one in candidates(case, STANDARD.rules).items()})


def test_few_goals_of_a_sum_means_those_that_can_be_more_than_nothing() -> None:
    town = tiny(Random(1))
    model, goals = _model(town), STANDARD.ranking(town)
    tallies = [goal.terms(model) for goal in goals]
    for most in (1, 2):
        found = packs(goals, tallies, most_goals=most)
        assert [name for pack in found for name in pack.goals] == [goal.name for goal in goals]
        assert max(sum(tally.most > 0 for tally in pack.tallies) for pack in found) == most
    assert (
        len(packs(goals, tallies, most_goals=1)) > len(packs(goals, tallies, most_goals=2)) > len(packs(goals, tallies))
    )


def test_a_hint_says_where_meetings_are_and_with_whom_and_nothing_of_others() -> None:
    model = _model(tiny(Random(1)))
    meeting, *others = [m for m, options in model.options.items() if options]
    there, *elsewhere = model.options[meeting]
    claims = [claim for claim in model.sits if claim.meeting == meeting]
    model.hint(Solution(model.case, {meeting: (there.start, there.place)}, claims[:1]))
    hint = model.cp.proto.solution_hint
    said = dict(zip(hint.vars, hint.values, strict=True))
    assert said.pop(there.chosen.index) == 1
    assert said.pop(model.sits[claims[0]].index) == 1
    assert set(said.values()) <= {0}
    assert others
    assert said.keys() == {one.chosen.index for one in elsewhere} | {model.sits[claim].index for claim in claims[1:]}

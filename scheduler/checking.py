"""A plan checked without the solver: every rule, every goal's value, and that it answers this very term.

It shares no code with the model or the candidates: what one of them gets wrong the other finds.
"""

from collections.abc import Iterator

from models import GoalResult, Plan, Term
from scheduler.checking_part import of_a_part
from scheduler.checking_structure import answers, structure
from scheduler.outcome import Violation
from scheduler.rulebook import STANDARD, Rulebook
from scheduler.standing import as_asked, as_seen

__all__ = ["check"]


def check(term: Term, plan: Plan, rulebook: Rulebook = STANDARD) -> tuple[Violation, ...]:
    """Everything that a plan breaks; empty where it obeys every rule and says the truth about its goals.

    Beside the rules' names a violation's `rule` can be `structure` (the plan is no whole answer to the
    term) or `goal` (what it says it achieves is not so).

    Raises:
        NotImplementedError: the term names a country whose public holidays are not known; see ``faults``.
    """
    seen = as_seen(term, plan)
    broken = [violation for rule in rulebook.rules for violation in rule.check(seen, plan)]
    whole = (*answers(term, plan), *structure(as_asked(term, plan), plan), *of_a_part(term, seen, plan, rulebook.goals))
    return (*whole, *broken, *_goals(seen, plan, rulebook))


def _goals(term: Term, plan: Plan, rulebook: Rulebook) -> Iterator[Violation]:
    """Goals that are stated wrongly: other ones than ranked, other values than counted, proof without grounds."""
    goals = rulebook.ranking(term, plan.baseline is not None)
    ranked = tuple(goal.name for goal in goals)
    stated = tuple(goal.id for goal in plan.goals)
    if stated != ranked:
        yield Violation("goal", "", {"what": "ranking", "stated": stated, "ranking": ranked})
    counted = {goal.name: goal.value(term, plan) for goal in goals if goal.name in stated}
    above_proven = True
    for goal in plan.goals:
        yield from _stated(goal, counted.get(goal.id), above_proven)
        above_proven = above_proven and goal.proven


def _stated(goal: GoalResult, counted: int | None, above_proven: bool) -> Iterator[Violation]:
    params = {"goal": goal.id, "value": goal.value}
    if counted != goal.value:
        yield Violation("goal", "", {"what": "value", "counted": counted, **params})
    if goal.bound > goal.value:
        yield Violation("goal", "", {"what": "bound", "bound": goal.bound, **params})
    if goal.proven != (above_proven and goal.bound == goal.value):
        yield Violation("goal", "", {"what": "proven", "bound": goal.bound, "proven": goal.proven, **params})

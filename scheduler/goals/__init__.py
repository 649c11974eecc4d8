"""What a plan is measured by: the default ranking, the first matters most. One goal is one file.

Less is better for each. Exact meanings are in `docs/rules-and-goals.md`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from types import ModuleType

from models import Plan, ResolvedMeeting, Term
from scheduler.case import Case
from scheduler.goals import (
    deputies,
    deputy_order,
    fair_load,
    kept,
    on_demand,
    placed,
    preferred,
    spread,
    travel,
    vacant_seats,
)
from scheduler.model import Model
from scheduler.tally import Tally

__all__ = ["DEFAULT_RANKING", "GOALS", "Goal"]


CandidateCost = Callable[[Case, ResolvedMeeting], list[tuple[int, int]]]


@dataclass(frozen=True)
class Goal:
    """What a goal's module says.

    Attributes:
        name: the goal's id: the module's name, and that of its text.
        value: what a plan achieves on the goal, counted without the solver; less is better.
        terms: the goal as the model adds it up.
        ties: groups of meetings whose places count together; a goal without any adds up meeting by meeting.
        apart: whether it is solved after the goals above it rather than in one sum with them.
        candidate_cost: sets of starts of a meeting, each with what a start in it costs on its own.
    """

    name: str
    value: Callable[[Term, Plan], int]
    terms: Callable[[Model], Tally]
    ties: Callable[[Case], Iterator[Iterable[str]]]
    candidate_cost: CandidateCost
    apart: bool


def _goal(module: ModuleType) -> Goal:
    ties = getattr(module, "ties", lambda case: iter(()))
    costs: CandidateCost = getattr(module, "candidate_cost", lambda case, meeting: [])
    return Goal(module.NAME, module.value, module.terms, ties, costs, getattr(module, "APART", False))


GOALS: tuple[Goal, ...] = (
    _goal(kept),
    _goal(placed),
    _goal(vacant_seats),
    _goal(deputies),
    _goal(on_demand),
    _goal(deputy_order),
    _goal(preferred),
    _goal(spread),
    _goal(fair_load),
    _goal(travel),
)
DEFAULT_RANKING: tuple[str, ...] = tuple(goal.name for goal in GOALS)
"""Ids of the goals that count where the term does not say, the most important first."""

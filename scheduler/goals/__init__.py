"""What a plan is measured by: the default ranking, the first matters most. One goal is one file.

Less is better for each. Exact meanings are in `docs/rules-and-goals.md`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from models import Plan, ResolvedMeeting, Seat, Term
from scheduler.case import Case, Claim
from scheduler.goals import (
    deputies,
    deputy_order,
    disturbed,
    fair_load,
    kept,
    moved,
    on_demand,
    placed,
    preferred,
    reseated,
    spread,
    travel,
    vacant_seats,
)
from scheduler.model import Model
from scheduler.solution import At, Solution
from scheduler.tally import Tally

__all__ = ["DEFAULT_RANKING", "GOALS", "REPLANNING", "Goal", "ranking"]


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
        replanning: whether it compares with another plan, and counts only where there is one.
        candidate_cost: sets of starts of a meeting, each with what a start in it costs on its own.
        start_cost: what it costs that a meeting is somewhere, while others stand where they are.
        claim_cost: what it costs that somebody sits there, while others stand and sit where they do.
        vacancy_cost: what each person who is missing on a seat costs.
    """

    name: str
    value: Callable[[Term, Plan], int]
    terms: Callable[[Model], Tally]
    ties: Callable[[Case], Iterator[Iterable[str]]]
    candidate_cost: CandidateCost
    apart: bool
    replanning: bool
    start_cost: Callable[[Case, Solution, At], int]
    claim_cost: Callable[[Case, Solution, At, Claim], int]
    vacancy_cost: Callable[[Seat], int]


def _goal(module: ModuleType) -> Goal:
    says = {name: getattr(module, name, default) for name, default in _NOTHING.items()}
    apart, replanning = getattr(module, "APART", False), getattr(module, "REPLANNING", False)
    return Goal(module.NAME, module.value, module.terms, apart=apart, replanning=replanning, **says)


_NOTHING: dict[str, Any] = {
    "ties": lambda case: iter(()),
    "candidate_cost": lambda case, meeting: [],
    "start_cost": lambda case, others, at: 0,
    "claim_cost": lambda case, others, at, claim: 0,
    "vacancy_cost": lambda seat: 0,
}


GOALS: tuple[Goal, ...] = (
    _goal(kept),
    _goal(placed),
    _goal(disturbed),
    _goal(moved),
    _goal(reseated),
    _goal(vacant_seats),
    _goal(deputies),
    _goal(on_demand),
    _goal(deputy_order),
    _goal(preferred),
    _goal(spread),
    _goal(fair_load),
    _goal(travel),
)
DEFAULT_RANKING: tuple[str, ...] = tuple(goal.name for goal in GOALS if not goal.replanning)
"""Ids of the goals that count where the term does not say, the most important first."""
REPLANNING: tuple[str, ...] = tuple(goal.name for goal in GOALS if goal.replanning)
"""Ids of the goals of a plan that changes another one; they come next after `placed`, and a term does not rank them."""


def ranking(term: Term, replanning: bool) -> tuple[str, ...]:
    """Ids of the goals that a plan of the term is measured by, the most important first."""
    ranked = DEFAULT_RANKING if term.goals is None else term.goals
    if not replanning:
        return ranked
    here = ranked.index("placed") + 1
    return (*ranked[:here], *REPLANNING, *ranked[here:])

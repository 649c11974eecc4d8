"""What a plan is measured by: the default ranking, the first matters most. One goal is one file.

Less is better for each. Exact meanings are in `docs/rules-and-goals.md`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
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
from scheduler.pair_cost import PairCost
from scheduler.solution import At, Solution
from scheduler.tally import Tally

__all__ = ["DEFAULT_RANKING", "GOALS", "REPLANNING", "Goal", "goal", "ranking"]


CandidateCost = Callable[[Case, ResolvedMeeting], list[tuple[int, int]]]


@dataclass(frozen=True)
class Goal:
    """What a goal's module says.

    Attributes:
        name: the goal's id: the module's name, and that of its text.
        value: what a plan achieves on the goal, counted without the solver; less is better.
        terms: the goal as the model adds it up.
        ties: groups of meetings whose places count together; a goal without any adds up meeting by meeting.
        of_people: whether it ties meetings by the people whom they share.
        apart: whether it is solved after the goals above it rather than in one sum with them.
        replanning: whether it compares with another plan, and counts only where there is one.
        tells_apart: whether two starts of a day at which the same people can come, and that cost the same, are not the
            same to the goal.
        candidate_cost: sets of starts of a meeting, each with what a start in it costs on its own.
        place_cost: what it costs a meeting to be at a place; nothing at those that are left out.
        pair_cost: what it costs two meetings how far apart they are; ``None`` where the goal, or here, has no words
            for it.
        floor: what counting alone shows that no plan goes below which holds every meeting and comes to those values on
            the goals above.
        counted: parts claims into those whose pairs the goal counts, where that is what it counts; ``None`` where its
            own terms, block by block, add up to no more than it comes to.
        crowds: groups of meetings, each with sets of starts of which no two meet: two meetings of a group whose starts
            are in one set cost 1.
        start_cost: what it costs that a meeting is somewhere, while others stand where they are.
        claim_cost: what it costs that somebody sits there, while others stand and sit where they do.
        vacancy_cost: what each person who is missing on a seat costs.
        seated_cost: what it costs who sits at a meeting that is held, all of them together.
        unplaced_cost: what it costs that a meeting is not held.
        counts: the people whom a meeting has the goal count, each of them once whatever they are in; where it is not
            held, there is no `At`.
    """

    name: str
    value: Callable[[Term, Plan], int]
    terms: Callable[[Model], Tally]
    ties: Callable[[Case], Iterator[Iterable[str]]]
    tells_apart: Callable[[Case, ResolvedMeeting], bool]
    candidate_cost: CandidateCost
    place_cost: Callable[[Case, ResolvedMeeting], dict[str | None, int]]
    pair_cost: Callable[[Case, Sequence[str]], list[PairCost] | None] | None
    of_people: bool
    apart: bool
    replanning: bool
    floor: Callable[[Case, Mapping[str, int]], int]
    counted: Callable[[Case, Iterable[Claim]], Mapping[Any, list[Claim]]] | None
    crowds: Callable[[Case], Iterator[tuple[Sequence[str], Sequence[int]]]]
    start_cost: Callable[[Case, Solution, At], int]
    claim_cost: Callable[[Case, Solution, At, Claim], int]
    vacancy_cost: Callable[[Seat], int]
    seated_cost: Callable[[Case, str, Sequence[Claim]], int]
    unplaced_cost: Callable[[Case, ResolvedMeeting], int]
    counts: Callable[[Case, str, At | None, Sequence[Claim]], AbstractSet[str]]

    @property
    def counts_once(self) -> bool:
        """Whether it counts people, each once whatever they are in, so that parts add up to more than the whole."""
        return self.replanning and self.of_people


def goal(module: ModuleType) -> Goal:
    """The goal that a module says: `NAME`, `value`, `terms`, and of the rest what it has."""
    says = {name: getattr(module, name, default) for name, default in _NOTHING.items()}
    apart, replanning = getattr(module, "APART", False), getattr(module, "REPLANNING", False)
    of_people = getattr(module, "OF_PEOPLE", False)
    return Goal(
        module.NAME, module.value, module.terms, of_people=of_people, apart=apart, replanning=replanning, **says
    )


_NOTHING: dict[str, Any] = {
    "ties": lambda case: iter(()),
    "tells_apart": lambda case, meeting: False,
    "candidate_cost": lambda case, meeting: [],
    "place_cost": lambda case, meeting: {},
    "pair_cost": None,
    "floor": lambda case, above: 0,
    "counted": None,
    "crowds": lambda case: iter(()),
    "start_cost": lambda case, others, at: 0,
    "claim_cost": lambda case, others, at, claim: 0,
    "vacancy_cost": lambda seat: 0,
    "seated_cost": lambda case, meeting, claims: 0,
    "unplaced_cost": lambda case, meeting: 0,
    "counts": lambda case, meeting, at, claims: frozenset(),
}


GOALS: tuple[Goal, ...] = (
    goal(kept),
    goal(placed),
    goal(disturbed),
    goal(moved),
    goal(reseated),
    goal(vacant_seats),
    goal(deputies),
    goal(on_demand),
    goal(deputy_order),
    goal(preferred),
    goal(spread),
    goal(fair_load),
    goal(travel),
)
DEFAULT_RANKING: tuple[str, ...] = tuple(one.name for one in GOALS if not one.replanning)
"""Ids of the goals that count where the term does not say, the most important first."""
REPLANNING: tuple[str, ...] = tuple(one.name for one in GOALS if one.replanning)
"""Ids of the goals of a plan that changes another one; they come next after `placed`, and a term does not rank them."""


def ranking(term: Term, replanning: bool, default: tuple[str, ...] = DEFAULT_RANKING) -> tuple[str, ...]:
    """Ids of the goals that a plan of the term is measured by, the most important first; `default` where it says
    none."""
    ranked = default if term.goals is None else term.goals
    if not replanning:
        return ranked
    here = ranked.index("placed") + 1
    return (*ranked[:here], *REPLANNING, *ranked[here:])

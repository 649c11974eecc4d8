"""What a plan must obey: the table of contents. One rule is one file, named as the rule is.

Exact meanings are in `docs/rules-and-goals.md`.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from models import Limits, Plan, ResolvedMeeting, Term
from scheduler.blocker import Blocker
from scheduler.case import Case
from scheduler.day_gap import DayGap
from scheduler.model import Model
from scheduler.outcome import Violation
from scheduler.pair_cost import PairCost
from scheduler.rules import (
    absence,
    attendance,
    called_off,
    clock_change,
    closed_day,
    day_relation,
    limits,
    lock,
    mandate,
    notice,
    order,
    past,
    seats,
    spacing,
    stays,
    travel,
    venue,
    window,
)
from scheduler.solution import At, Solution

__all__ = ["RULES", "Rule", "rule"]


@dataclass(frozen=True)
class Rule:
    """What a rule's module says; what it leaves out does not concern that rule.

    Attributes:
        name: the rule's id: the module's name, and that of its blockers, violations and texts.
        blocks: the starts of a meeting that the rule closes on their own, and because of whom or what.
        ties: groups of meetings that the rule couples; meetings that nothing ties are planned apart.
        of_people: whether it ties meetings by the people whom they share; such ties are the ones at which a large
            component is cut.
        tells_apart: whether two starts of a day at which the same people can come are not the same to the rule.
        couple: the rule as constraints of the model.
        separate: the constraints that a solution breaks, for rules of too many rows; how many were added.
        pair_cost: how much two meetings break it by how far apart they are; ``None`` where the rule, or here, has no
            words for it.
        hinders: the meetings that stand in the way of a meeting somewhere, while they stand where they are.
        hinders_person: the same of somebody who would sit there.
        closes_person: the same at once for all starts: those of a meeting at a place that somebody is kept from.
        day_gaps: how many days two meetings may be apart, for a search that moves meetings one by one; what a rule says
            in no such words is checked after it.
        rooms: how many meetings a place holds at once.
        minutes_between: the least from the end of somebody's meeting at one place to the start of their next elsewhere;
            asked of every two places, so ``None`` where the rule says nothing of it.
        most_meetings: how many somebody can be asked to; asked of everybody, ``None`` too.
        check: where a plan breaks the rule, found without the solver.
    """

    name: str
    check: Callable[[Term, Plan], Iterator[Violation]]
    blocks: Callable[[Case, ResolvedMeeting], Iterator[Blocker]]
    ties: Callable[[Case], Iterator[Iterable[str]]]
    of_people: bool
    tells_apart: Callable[[Case, ResolvedMeeting], bool]
    couple: Callable[[Model], None]
    separate: Callable[[Model, Solution], int]
    pair_cost: Callable[[Case, Sequence[str]], list[PairCost] | None] | None
    hinders: Callable[[Case, Solution, At], set[str]]
    hinders_person: Callable[[Case, Solution, At, str], set[str]]
    closes_person: Callable[[Case, Solution, ResolvedMeeting, str | None, str], int]
    day_gaps: Callable[[Case], Iterator[DayGap]]
    rooms: Callable[[Case], dict[str, int]]
    minutes_between: Callable[[Case, str | None, str | None], int] | None
    most_meetings: Callable[[Case, str], Limits] | None


def rule(module: ModuleType) -> Rule:
    """The rule that a module says: `NAME`, `check`, and of the rest what it has."""
    says = {name: getattr(module, name, default) for name, default in _NOTHING.items()}
    return Rule(name=module.NAME, check=module.check, of_people=getattr(module, "OF_PEOPLE", False), **says)


_NOTHING: dict[str, Any] = {
    "blocks": lambda case, meeting: iter(()),
    "ties": lambda case: iter(()),
    "tells_apart": lambda case, meeting: False,
    "couple": lambda model: None,
    "separate": lambda model, solution: 0,
    "pair_cost": None,
    "hinders": lambda case, others, at: set(),
    "hinders_person": lambda case, others, at, person: set(),
    "closes_person": lambda case, others, meeting, place, person: 0,
    "day_gaps": lambda case: iter(()),
    "rooms": lambda case: {},
    "minutes_between": None,
    "most_meetings": None,
}

RULES: tuple[Rule, ...] = (
    rule(window),
    rule(closed_day),
    rule(called_off),
    rule(mandate),
    rule(clock_change),
    rule(past),
    rule(notice),
    rule(lock),
    rule(stays),
    rule(venue),
    rule(absence),
    rule(seats),
    rule(attendance),
    rule(travel),
    rule(limits),
    rule(order),
    rule(spacing),
    rule(day_relation),
)

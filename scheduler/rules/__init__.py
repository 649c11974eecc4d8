"""What a plan must obey: the table of contents. One rule is one file, named as the rule is.

Exact meanings are in `docs/rules-and-goals.md`.
"""

from collections.abc import Iterator
from typing import Protocol

from models import Plan, Term
from scheduler.outcome import Violation
from scheduler.rules import (
    absence,
    attendance,
    clock_change,
    closed_day,
    day_relation,
    limits,
    lock,
    notice,
    order,
    past,
    seats,
    spacing,
    travel,
    venue,
    window,
)

__all__ = ["RULES", "Rule"]


class Rule(Protocol):
    """What every rule's module offers."""

    NAME: str
    """The rule's id: the module's name, and that of its blockers, violations and texts."""

    def check(self, term: Term, plan: Plan) -> Iterator[Violation]:
        """Where a plan breaks the rule, found without the solver."""


RULES: tuple[Rule, ...] = (
    window,
    closed_day,
    clock_change,
    past,
    notice,
    lock,
    venue,
    absence,
    seats,
    attendance,
    travel,
    limits,
    order,
    spacing,
    day_relation,
)

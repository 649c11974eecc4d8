"""What a plan is measured by: the default ranking, the first matters most. One goal is one file.

Less is better for each. Exact meanings are in `docs/rules-and-goals.md`.
"""

from typing import Protocol

from models import Plan, Term
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

__all__ = ["DEFAULT_RANKING", "GOALS", "Goal"]


class Goal(Protocol):
    """What every goal's module offers."""

    NAME: str
    """The goal's id: the module's name, and that of its text."""

    def value(self, term: Term, plan: Plan) -> int:
        """What a plan achieves on the goal, counted without the solver; less is better."""


GOALS: tuple[Goal, ...] = (
    kept,
    placed,
    vacant_seats,
    deputies,
    on_demand,
    deputy_order,
    preferred,
    spread,
    fair_load,
    travel,
)
DEFAULT_RANKING: tuple[str, ...] = tuple(goal.NAME for goal in GOALS)
"""Ids of the goals that count where the term does not say, the most important first."""

"""How far the goals of a plan can be from the best: gaps, what is proven, and when a search first came near."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from models import GoalResult

__all__ = ["NEAR", "Told", "exponent", "first_all_placed", "first_near", "gap", "is_near", "said"]

NEAR = 0.05
"""A gap that is small enough."""


@dataclass(frozen=True)
class Told:
    """What a search told of itself.

    Attributes:
        seconds: since it began.
        cpu_seconds: since it began, of all threads.
        goals: the solver's own values; they are checked only in the plan that is returned.
    """

    seconds: float
    cpu_seconds: float
    goals: tuple[GoalResult, ...]


def gap(value: int, bound: int) -> float:
    """By how much of the bound a value lies above it; of a bound of 0 by how much it lies above 1."""
    return abs(value - bound) / max(1, abs(bound))


def is_near(goals: Sequence[GoalResult]) -> bool:
    """Whether each goal is proven, or has a gap of 5 % at most."""
    return all(one.proven or gap(one.value, one.bound) <= NEAR for one in goals)


def first_near(told: Sequence[Told], goals: Sequence[GoalResult]) -> Told | None:
    """The first that came as near as that to the bounds that the plan has in the end, with all of its goals."""
    bounds = {one.id: one.bound for one in goals}
    return next((one for one in told if _reaches(one, bounds)), None)


def _reaches(told: Told, bounds: Mapping[str, int]) -> bool:
    values = {one.id: one.value for one in told.goals}
    return values.keys() == bounds.keys() and all(gap(values[goal], bounds[goal]) <= NEAR for goal in bounds)


def first_all_placed(told: Sequence[Told]) -> Told | None:
    """The first that said to have placed all meetings."""
    return next((one for one in told if any(goal.id == "placed" and goal.value == 0 for goal in one.goals)), None)


def said(goals: Sequence[Mapping[str, object]]) -> str:
    """Which goals are proven, then value, bound and gap of the others; of goals as JSON has them, with their gaps."""
    proven = [f"{one['id']} {one['value']}" for one in goals if one["proven"]]
    others = [
        f"{one['id']} {one['value']} ≥ {one['bound']} (gap {one['gap']:.1%})" for one in goals if not one["proven"]
    ]
    return "; ".join([f"proven: {', '.join(proven) or 'none'}", *others])


def exponent(sizes: Sequence[float], costs: Sequence[float]) -> float | None:
    """The power of the size that the cost grows as: the slope of log(cost) over log(size) by least squares.

    `None` where there are not at least two different sizes.
    """
    if len(set(sizes)) < 2:
        return None
    slope, _ = np.polyfit(np.log(sizes), np.log(costs), 1)
    return float(slope)

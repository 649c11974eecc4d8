"""What is wrong with a term that only shows with the engine's tables: goals and public holidays."""

from collections.abc import Iterator

import holidays

from models import Fault, Term, nearest
from scheduler.rulebook import STANDARD, Rulebook

__all__ = ["faults"]


def faults(term: Term, rulebook: Rulebook = STANDARD) -> tuple[Fault, ...]:
    """Goals that do not exist, a ranking without the first need, holidays of a country that is not known."""
    return (*_goals(term, rulebook.default_ranking), *_holidays(term))


def _goals(term: Term, known: tuple[str, ...]) -> Iterator[Fault]:
    if term.goals is None:
        return
    for n, goal in enumerate(term.goals):
        if goal not in known:
            yield Fault("unknown_goal", ("goals", n), {"id": goal, "nearest": nearest(goal, known)})
        elif goal in term.goals[:n]:
            yield Fault("repeated", ("goals", n), {"id": goal})
    if "placed" not in term.goals:
        yield Fault("goal_needed", ("goals",))


def _holidays(term: Term) -> Iterator[Fault]:
    wanted = term.public_holidays
    if wanted is None:
        return
    try:
        holidays.country_holidays(
            wanted.country, subdiv=wanted.subdivision, years=term.first_day.year, categories=wanted.categories
        )
    except (NotImplementedError, ValueError):
        yield Fault("unknown_country", ("public_holidays",), {"country": wanted.country})

"""What one plan changes of another, as pages show it: the meetings that change, and part by part whom it concerns."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from api.pages.visit import Visit
from api.routes.difference_documents import ToldDifference, worded
from api.store import StoredPlan
from api.telling import Names
from models import Difference
from scheduler import Answered, compare

__all__ = ["Shown", "answered", "part_of", "shown"]

_One = TypeVar("_One")

MOST_PEOPLE = 40
"""Whose changes are told on one page: of the first release of a large term it would be half a megabyte."""


@dataclass(frozen=True)
class Shown:
    """A difference in words.

    Attributes:
        whole: all of it, without words.
        found: the meetings that change, and the people of this part.
        people: how many people it concerns altogether.
        more: the address of the next part; empty on the last.
    """

    whole: Difference
    found: ToldDifference
    people: int
    more: str


def answered(visit: Visit, plan: StoredPlan) -> Answered:
    """A plan with the revision that it answers."""
    return Answered(visit.office.term(plan.term_id, plan.revision).term, plan.plan)


def shown(visit: Visit, before: Answered | None, after: Answered) -> Shown:
    """What the one plan changes of the other; the address says with which person the part begins."""
    whole = compare(before, after)
    people, more = part_of(visit, whole.people, "people", MOST_PEOPLE)
    changed = tuple(one for one in whole.meetings if one.what != "untouched")
    part = whole.model_copy(update={"meetings": changed, "people": people})
    names = Names(before.term if before else None, after.term)
    return Shown(whole, worded(part, names, visit.language), len(whole.people), more)


def part_of(visit: Visit, whole: Sequence[_One], name: str, most: int) -> tuple[tuple[_One, ...], str]:
    """The part of a long list that the address asks for by its name, and the address of the next; empty on the last."""
    first = visit.asked_number(name) or 0
    following = first + most
    url = visit.request.url.include_query_params(**{name: following})
    return tuple(whole[first:following]), f"{url.path}?{url.query}#{name}" if following < len(whole) else ""

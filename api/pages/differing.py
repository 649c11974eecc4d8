"""What one plan changes of another, as pages show it: the meetings that change, and part by part whom it concerns."""

from dataclasses import dataclass

from api.pages.visit import Visit
from api.routes.difference_documents import ToldDifference, worded
from api.store import StoredPlan
from api.telling import Names
from models import Difference
from scheduler import Answered, compare

__all__ = ["Shown", "answered", "shown"]

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
    whole, first = compare(before, after), visit.asked_number("people") or 0
    meetings = tuple(one for one in whole.meetings if one.what != "untouched")
    part = {"meetings": meetings, "people": whole.people[first : first + MOST_PEOPLE]}
    names = Names(before.term if before else None, after.term)
    following = first + MOST_PEOPLE
    more = _at(visit, following) if following < len(whole.people) else ""
    return Shown(whole, worded(whole.model_copy(update=part), names, visit.language), len(whole.people), more)


def _at(visit: Visit, first: int) -> str:
    """The address of this page, from another person on."""
    url = visit.request.url.include_query_params(people=first)
    return f"{url.path}?{url.query}#people"

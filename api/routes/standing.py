"""A plan with the revision of the term that it answers, as what is asked of plans needs it."""

from api.store import NotFound, StoredPlan, Workspace
from scheduler import Answered

__all__ = ["answered", "demand_known", "standing"]


def standing(office: Workspace, plan_id: str) -> Answered:
    """A plan and its term. Raises `NotFound`."""
    return answered(office, office.plan(plan_id))


def answered(office: Workspace, stored: StoredPlan) -> Answered:
    """A stored plan and its term."""
    return Answered(office.term(stored.term_id, stored.revision).term, stored.plan)


def demand_known(here: Answered, meeting: str, place: str | None = None) -> None:
    """Raise `NotFound` for a meeting or place that the term does not have."""
    if meeting not in here.term.resolved:
        raise NotFound("meeting", meeting)
    if place is not None and all(one.id != place for one in here.term.places):
        raise NotFound("place", place)

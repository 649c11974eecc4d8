"""What the API says of plans and of their checks."""

from datetime import datetime
from typing import Any

from api.routes.documents import Document, Page
from api.store import StoredPlan
from models import GoalResult, Plan

__all__ = ["Checked", "PlanDocument", "PlanList", "PlanSummary", "ViolationDocument"]


class PlanSummary(Document):
    """A plan without its placements."""

    id: str
    term_id: str
    revision: int
    """The revision of the term that it answers."""
    number: int
    """1, 2, 3, ... within the term."""
    job_id: str
    stopped: bool
    """Whether it was cancelled while better plans were still being looked for."""
    created_at: datetime
    proven: bool
    """Whether no better plan exists; of a plan of a part, none in which what stood stands."""
    placed: int
    """Meetings that it holds."""
    unplaced: int
    """Meetings that it could not hold."""
    waiting: int
    """Meetings of series that were not to be planned yet."""
    goals: list[GoalResult]
    """Value, bound and proof of each goal, the most important first."""

    @classmethod
    def of(cls, stored: StoredPlan) -> "PlanSummary":
        """The summary of a stored plan."""
        return cls(**_about(stored))


class PlanDocument(PlanSummary):
    """A plan; it never changes."""

    plan: Plan

    @classmethod
    def of(cls, stored: StoredPlan) -> "PlanDocument":
        """A stored plan."""
        return cls(**_about(stored), plan=stored.plan)


def _about(stored: StoredPlan) -> dict[str, Any]:
    return {
        "id": stored.id,
        "term_id": stored.term_id,
        "revision": stored.revision,
        "number": stored.number,
        "job_id": stored.job_id,
        "stopped": stored.stopped,
        "created_at": stored.created_at,
        "proven": stored.plan.proven,
        "placed": len(stored.plan.placements),
        "unplaced": len(stored.plan.left_out),
        "waiting": len(stored.plan.waiting),
        "goals": list(stored.plan.goals),
    }


class PlanList(Page):
    """Plans of a term."""

    items: list[PlanSummary]


class ViolationDocument(Document):
    """One thing that a plan breaks."""

    rule: str
    """Name of the rule."""
    meeting: str
    """Id of the meeting; empty where it is about the plan as a whole."""
    params: dict[str, Any]
    """What it is about, by name."""
    detail: str
    """The same as a sentence, in the language asked for."""


class Checked(Document):
    """What the solver-free check says of a plan."""

    obeys: bool
    """Whether the plan obeys every rule and its goals have the values that it states."""
    count: int
    """How many violations there are."""
    violations: list[ViolationDocument]
    """The first 500 of them."""

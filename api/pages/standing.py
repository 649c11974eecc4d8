"""A term with the plan that its pages show: the newest of its newest revision, else the newest that there is."""

from dataclasses import dataclass
from functools import cached_property

from api.pages.visit import Visit
from api.store import Release, StoredPlan, StoredTerm
from api.telling import Names
from models import Term

__all__ = ["Standing", "standing_of"]


@dataclass(frozen=True)
class Standing:
    """Where a term stands.

    Attributes:
        stored: its newest revision.
        plan: the plan that is shown, which may answer an older revision; `None` before there is one.
        term: the term that the plan answers; the newest without a plan.
        release: the newest release.
        job_id: the job that plans it now.
    """

    stored: StoredTerm
    plan: StoredPlan | None
    term: Term
    release: Release | None
    job_id: str | None

    @property
    def id(self) -> str:
        """The term's id."""
        return self.stored.id

    @property
    def term_of_page(self) -> tuple[str, str]:
        """Id and title, for the head of a page."""
        return self.stored.id, self.stored.title

    @property
    def changed_since(self) -> bool:
        """Whether the term has been changed since the plan was made."""
        return self.plan is not None and self.plan.revision != self.stored.revision

    @property
    def is_draft(self) -> bool:
        """Whether people know another plan, or none."""
        return self.plan is not None and (self.release is None or self.release.plan_id != self.plan.id)

    @cached_property
    def names(self) -> Names:
        """What people call things, of what has left the term since too."""
        return Names(None, self.term) if self.term is self.stored.term else Names(self.term, self.stored.term)


def standing_of(visit: Visit, term_id: str) -> Standing:
    """Where a term stands. Raises `NotFound`."""
    office = visit.office
    stored = office.term(term_id)
    plans = office.plans(term_id, limit=1)
    plan = plans[0] if plans else None
    old = plan is not None and plan.revision != stored.revision
    term = office.term(term_id, plan.revision).term if plan and old else stored.term
    release = office.released(term_id) if stored.newest_release else None
    return Standing(stored, plan, term, release, office.active_job(term_id))

"""Where the terms stand, read without their documents, which can be long."""

from collections.abc import Sequence

from api.store import plans, reports, terms
from api.store.records import ACTIVE, PLANNING, Revision, TermHead
from api.store.rows import Rows
from api.store.tables import jobs, releases

__all__ = ["active_job", "overview"]


def overview(rows: Rows, limit: int) -> Sequence[TermHead]:
    """Each term's newest revision and what became of it, the newest terms first."""
    return tuple(_head(rows, one) for one in terms.page(rows, None, limit))


def active_job(rows: Rows, term_id: str) -> str | None:
    """Id of the job that plans a term now. Raises `NotFound`."""
    terms.head(rows, term_id)
    where = (jobs.c.term_id == term_id, jobs.c.state.in_(ACTIVE), jobs.c.kind.in_(PLANNING))
    row = rows.find(jobs, *where, columns=(jobs.c.id,))
    return str(row["id"]) if row else None


def _head(rows: Rows, newest: Revision) -> TermHead:
    row = terms.head(rows, newest.term_id)
    plan_id = row["plan_id"]
    return TermHead(
        **vars(newest),
        newest_plan_id=plan_id,
        newest_release=row["release"] or None,
        released_plan_id=_released_plan(rows, newest.term_id, row["release"]),
        unplaced=len(plans.plan(rows, plan_id).plan.left_out) if plan_id else 0,
        job_id=active_job(rows, newest.term_id),
        waiting=reports.waiting(rows, newest.term_id),
    )


def _released_plan(rows: Rows, term_id: str, number: int) -> str | None:
    row = rows.find(releases, releases.c.term_id == term_id, releases.c.number == number)
    return str(row["plan_id"]) if row else None

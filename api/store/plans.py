"""Plans."""

from collections.abc import Sequence

from api.store import terms
from api.store.errors import Conflict
from api.store.records import StoredPlan
from api.store.rows import Row, Rows
from api.store.tables import plans
from models import Plan

__all__ = ["of_other_term", "page", "plan"]


def plan(rows: Rows, plan_id: str) -> StoredPlan:
    """A plan."""
    return _stored(rows.get("plan", plans, plan_id))


def of_other_term(plan: StoredPlan, term_id: str) -> Conflict:
    """The refusal of another term's plan."""
    message = f'plan "{plan.id}" is of term "{plan.term_id}", not "{term_id}": choose one of this term'
    return Conflict("other_term", message, term=term_id, plan=plan.id)


def page(rows: Rows, term_id: str, after: str | None, limit: int) -> Sequence[StoredPlan]:
    """The plans of a term, newest first."""
    terms.head(rows, term_id)
    where = [plans.c.term_id == term_id]
    if after is not None:
        last = rows.get("plan", plans, after)
        where.append(plans.c.number < last["number"])
    return tuple(map(_stored, rows.list(plans, *where, order=plans.c.number.desc(), limit=limit)))


def _stored(row: Row) -> StoredPlan:
    said = {key: value for key, value in row.items() if key not in ("workspace_id", "document")}
    return StoredPlan(**said, plan=Plan.model_validate_json(row["document"]))

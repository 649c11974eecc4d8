"""Plans."""

from collections.abc import Sequence

from api.store import terms
from api.store.errors import Conflict
from api.store.records import StoredPlan
from api.store.rows import Row, Rows
from api.store.tables import plans
from models import Plan

__all__ = ["of_other_term", "page", "plan"]

_WITHOUT_DOCUMENT = tuple(column for column in plans.c if column.name != "document")


def plan(rows: Rows, plan_id: str) -> StoredPlan:
    """A plan."""
    return _stored(rows, rows.get("plan", plans, plan_id, _WITHOUT_DOCUMENT))


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
    found = rows.list(plans, *where, order=plans.c.number.desc(), limit=limit, columns=_WITHOUT_DOCUMENT)
    return tuple(_stored(rows, row) for row in found)


def _stored(rows: Rows, row: Row) -> StoredPlan:
    def text() -> str:
        return str(rows.get("plan", plans, row["id"], (plans.c.document,))["document"])

    read = rows.read.once((rows.workspace_id, "plan", row["id"]), text, Plan.model_validate_json)
    return StoredPlan(**{key: value for key, value in row.items() if key != "workspace_id"}, plan=read)

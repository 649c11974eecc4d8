"""Plans: immutable answers with their proof."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.routes.access import Office
from api.routes.answers import json_answer, problems, tagged
from api.routes.cursors import Cursor, Limit, page
from api.routes.paths import PlanId, TermId
from api.routes.plan_documents import PlanDocument, PlanList, PlanSummary

__all__ = ["router"]

router = APIRouter(prefix="/v1", tags=["plans"])


@router.get(
    "/terms/{term_id}/plans",
    operation_id="listPlans",
    response_model=PlanList,
    responses=problems("bad_cursor", "not_found", "invalid"),
)
def listed(office: Office, term_id: TermId, cursor: Cursor = None, limit: Limit = 50) -> Response:
    """The plans of a term without their placements, the newest first."""

    def read(after: str | None, most: int) -> list[PlanSummary]:
        return [PlanSummary.of(one) for one in office.plans(str(term_id), after, most)]

    found, following = page(str, read, lambda one: one.id, cursor, limit)
    return json_answer(PlanList(items=found, next=following))


@router.get(
    "/plans/{plan_id}", operation_id="getPlan", response_model=PlanDocument, responses=problems("not_found", "invalid")
)
def one(request: Request, office: Office, plan_id: PlanId) -> Response:
    """A plan: placements, seats, what is unplaced and why, and what was proven. It never changes."""
    stored = office.plan(plan_id)
    return tagged(request, PlanDocument.of(stored), stored.id, stored.created_at)

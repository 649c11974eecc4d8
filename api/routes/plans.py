"""Plans: immutable answers, and the solver-free check of one."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from api.problems import language_of, plain_params
from api.routes.access import Office
from api.routes.answers import json_answer, problems, tagged
from api.routes.bodies import JsonBody
from api.routes.cursors import Cursor, Limit, page
from api.routes.documents import Checked, PlanDocument, PlanList, PlanSummary, ViolationDocument
from api.routes.examples import accepts
from api.routes.paths import PlanId, TermId
from api.routes.terms import UNREADABLE
from api.texts import Language, violation_sentence
from models import Plan, Term
from scheduler import check
from scheduler.outcome import Violation

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


@router.get(
    "/plans/{plan_id}/check",
    operation_id="checkPlan",
    response_model=Checked,
    responses=problems("not_found", "invalid"),
)
def checked(request: Request, office: Office, plan_id: PlanId) -> Response:
    """Check a plan against the revision of the term that it answers, without the solver."""
    stored = office.plan(plan_id)
    term = office.term(stored.term_id, stored.revision).term
    return json_answer(_checked(term, stored.plan, language_of(request)))


@router.post(
    "/terms/{term_id}/plan-checks",
    operation_id="checkOtherPlan",
    response_model=Checked,
    responses=problems("not_found", *UNREADABLE),
    openapi_extra=accepts(Plan),
)
def checked_other(
    request: Request, office: Office, term_id: TermId, plan: Annotated[Plan, Depends(JsonBody(Plan))]
) -> Response:
    """Check a plan of any origin, such as one changed by hand, against the newest revision. Nothing is kept."""
    return json_answer(_checked(office.term(str(term_id)).term, plan, language_of(request)))


def _checked(term: Term, plan: Plan, language: Language) -> Checked:
    found = [
        ViolationDocument(
            rule=one.rule, meeting=one.meeting, params=plain_params(one.params), detail=_sentence(one, language)
        )
        for one in check(term, plan)
    ]
    return Checked(obeys=not found, violations=found)


def _sentence(violation: Violation, language: Language) -> str:
    return violation_sentence(violation.rule, language, {"meeting": violation.meeting, **violation.params})

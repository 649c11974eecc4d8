"""The solver-free check of a plan: one that is stored, or one of any origin."""

from collections import Counter
from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from api.faulty import errors_of
from api.problems import MOST_FAULTS, Problem, faults_of, language_of, plain_params
from api.routes.access import Office
from api.routes.answers import json_answer, problems
from api.routes.bodies import JsonBody
from api.routes.examples import accepts
from api.routes.paths import PlanId, TermId
from api.routes.plan_documents import Checked, ViolationDocument
from api.routes.terms import UNREADABLE
from api.texts import Language, violation_sentence
from models import Fault, Plan, Term, as_validation_error
from scheduler import Violation, check

__all__ = ["router"]

router = APIRouter(prefix="/v1", tags=["plans"])

MOST_PAIRS = 1_000_000
"""A plan in which people sit at so many pairs of meetings is not checked: it could take minutes."""


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
    term = office.term(str(term_id)).term
    found = tuple(_absurdities(plan))
    if found:
        errors = errors_of(as_validation_error("Plan", found))
        raise Problem("invalid", faults=faults_of(errors))
    return json_answer(_checked(term, plan, language_of(request)))


def _absurdities(plan: Plan) -> Iterator[Fault]:
    """What would make the check of a plan take unreasonably long."""
    seen = set[str]()
    meetings = {
        "placements": [placement.meeting for placement in plan.placements],
        "unplaced": [unplaced.meeting for unplaced in plan.unplaced],
    }
    for name, ids in meetings.items():
        for n, meeting in enumerate(ids):
            if meeting in seen:
                yield Fault("repeated", (name, n, "meeting"), {"id": meeting})
            seen.add(meeting)
    sits = Counter(sitting.person for placement in plan.placements for sitting in placement.sittings)
    pairs = sum(count * count for count in sits.values())
    if pairs > MOST_PAIRS:
        params = {"what": "pairs of meetings of one person", "count": str(pairs), "limit": str(MOST_PAIRS)}
        yield Fault("too_many", ("placements",), params)


def _checked(term: Term, plan: Plan, language: Language) -> Checked:
    found = check(term, plan)
    told = [_told(violation, language) for violation in found[:MOST_FAULTS]]
    return Checked(obeys=not found, count=len(found), violations=told)


def _told(violation: Violation, language: Language) -> ViolationDocument:
    params = plain_params(violation.params)
    detail = violation_sentence(violation.rule, language, {"meeting": violation.meeting, **params})
    return ViolationDocument(rule=violation.rule, meeting=violation.meeting, params=params, detail=detail)

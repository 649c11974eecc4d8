"""Why a plan is as it is, found out without solving."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

import scheduler
from api.problems import language_of
from api.routes.access import Office
from api.routes.answers import json_answer, problems
from api.routes.explanation_documents import Choices, Loads, SpareStarts, VerdictDocument, WhyHereDocument
from api.routes.paths import MeetingId, PlanId
from api.routes.standing import demand_known, standing
from api.telling import Names
from models.base import Id, LocalDateTime

__all__ = ["router"]

AsOf = Annotated[
    LocalDateTime | None,
    Query(description="The moment that it is asked at, in the term's local time: what has been is not offered. Now."),
]

router = APIRouter(prefix="/v1/plans/{plan_id}", tags=["explanations"])


@router.get(
    "/meetings/{meeting}/why-here",
    operation_id="explainWhyHere",
    response_model=WhyHereDocument,
    responses=problems("not_found", "invalid"),
)
def why_here(request: Request, office: Office, plan_id: PlanId, meeting: MeetingId, as_of: AsOf = None) -> Response:
    """Why a meeting lies where it lies: how many starts it had, what closed the others, and what it costs here."""
    here = office.asked_about(plan_id, as_of)
    demand_known(here, meeting)
    why = scheduler.why_here(here.term, here.plan, meeting)
    return json_answer(WhyHereDocument.told(why, Names(None, here.term), language_of(request)))


@router.get(
    "/meetings/{meeting}/verdict",
    operation_id="explainVerdict",
    response_model=VerdictDocument,
    responses=problems("not_found", "invalid"),
)
def verdict(
    request: Request,
    office: Office,
    plan_id: PlanId,
    meeting: MeetingId,
    start: Annotated[LocalDateTime, Query(description="When it would start, in the term's local time.")],
    place: Annotated[Id | None, Query(description="Id of the place; left out, its own or the first.")] = None,
    as_of: AsOf = None,
) -> Response:
    """What becomes of a meeting at a start while all others stand: the instant check of a move by hand.

    To make the move, send a change with a `move` action.
    """
    here = office.asked_about(plan_id, as_of)
    demand_known(here, meeting, place)
    found = scheduler.verdict(here.term, here.plan, meeting, start, place)
    return json_answer(VerdictDocument.told(found, Names(None, here.term), language_of(request)))


@router.get(
    "/meetings/{meeting}/spare-starts",
    operation_id="listSpareStarts",
    response_model=SpareStarts,
    responses=problems("not_found", "invalid"),
)
def spare_starts(
    office: Office,
    plan_id: PlanId,
    meeting: MeetingId,
    most: Annotated[int, Query(ge=1, le=200, description="The most starts that are answered.")] = 10,
    as_of: AsOf = None,
) -> Response:
    """Where a meeting can lie with nothing else touched, the best starts first."""
    here = office.asked_about(plan_id, as_of)
    demand_known(here, meeting)
    found = scheduler.spare_starts(here.term, here.plan, meeting, most)
    return json_answer(SpareStarts(meeting=meeting, starts=list(found)))


@router.get(
    "/meetings/{meeting}/choices",
    operation_id="listChoices",
    response_model=Choices,
    responses=problems("not_found", "invalid"),
)
def choices(office: Office, plan_id: PlanId, meeting: MeetingId, as_of: AsOf = None) -> Response:
    """Every start that a meeting could have while all others stand: free, at a price, or closed and by whom."""
    here = office.asked_about(plan_id, as_of)
    demand_known(here, meeting)
    found = scheduler.choices(here.term, here.plan, meeting)
    return json_answer(Choices(meeting=meeting, choices=list(found)))


@router.get("/load", operation_id="getLoad", response_model=Loads, responses=problems("not_found", "invalid"))
def load(office: Office, plan_id: PlanId) -> Response:
    """What the plan asks of each person, in the term and week by week."""
    here = standing(office, plan_id)
    return json_answer(Loads(people=list(scheduler.load(here.term, here.plan))))

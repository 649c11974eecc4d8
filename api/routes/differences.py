"""Differences: what one plan or release does to another, for every meeting and for every person."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from api.problems import language_of
from api.routes.access import Office
from api.routes.answers import json_answer, problems
from api.routes.bodies import JsonBody
from api.routes.difference_documents import DifferenceDocument, PreviewDocument, told, with_mail
from api.routes.documents import PreviewRequest
from api.routes.examples import accepts
from api.routes.paths import PlanId, TermId
from api.routes.standing import answered
from api.routes.terms import UNREADABLE
from api.store import StoredPlan, Workspace
from api.store.plans import of_other_term
from api.texts import Language

__all__ = ["router"]

router = APIRouter(prefix="/v1", tags=["releases"])


@router.get(
    "/plans/{plan_id}/difference",
    operation_id="comparePlan",
    response_model=DifferenceDocument,
    responses=problems("not_found", "other_term", "invalid"),
)
def difference(
    request: Request,
    office: Office,
    plan_id: PlanId,
    against: Annotated[
        str | None, Query(max_length=100, description="Id of the plan before; left out, that of the newest release.")
    ] = None,
) -> Response:
    """What a plan does to another one of its term: to every meeting, and to every person for whom anything changes."""
    after = office.plan(plan_id)
    before = office.plan(office.released(after.term_id).plan_id if against is None else against)
    return json_answer(_between(office, before, after, language_of(request)))


_FROM = Query(alias="from", ge=0, lt=2**31, description="Number of the release before; 0 for none.")
_TO = Query(ge=1, lt=2**31, description="Number of the release after; left out, the newest.")


@router.get(
    "/terms/{term_id}/releases/difference",
    operation_id="compareReleases",
    response_model=DifferenceDocument,
    responses=problems("not_found", "invalid"),
)
def between_releases(
    request: Request,
    office: Office,
    term_id: TermId,
    before: Annotated[int, _FROM],
    to: Annotated[int | None, _TO] = None,
) -> Response:
    """What people were told from one release to another, whatever came between."""
    after = office.plan(office.released(str(term_id), to).plan_id)
    known = office.plan(office.released(str(term_id), before).plan_id) if before else None
    return json_answer(_between(office, known, after, language_of(request)))


@router.post(
    "/terms/{term_id}/release-previews",
    operation_id="previewRelease",
    response_model=PreviewDocument,
    responses=problems("not_found", "other_term", "nothing_to_roll_back", *UNREADABLE),
    openapi_extra=accepts(PreviewRequest),
)
def preview(
    request: Request,
    office: Office,
    term_id: TermId,
    wish: Annotated[PreviewRequest, Depends(JsonBody(PreviewRequest))],
) -> Response:
    """Whom publishing a plan, or that of an older release again, would concern, and what each would be told.

    Nothing is published.
    """
    found = office.preview_release(str(term_id), wish.plan_id, wish.roll_back_to)
    before = office.plan(found.before) if found.before else None
    between = _between(office, before, office.plan(found.after), language_of(request))
    return json_answer(
        PreviewDocument(
            **{**dict(between), "people": with_mail(between.people, found.mails)},
            release=found.number,
            revision=found.revision,
            current_revision=found.current_revision,
            feeds=found.feeds,
            feeds_changed=found.feeds_changed,
        )
    )


def _between(office: Workspace, before: StoredPlan | None, after: StoredPlan, language: Language) -> DifferenceDocument:
    if before is not None and before.term_id != after.term_id:
        raise of_other_term(before, after.term_id)
    found = told(answered(office, before) if before else None, answered(office, after), language)
    return DifferenceDocument(**dict(found), before_plan_id=before.id if before else None, after_plan_id=after.id)

"""Releases: a plan becomes what everybody's calendar shows."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from api.routes.access import Coordinator, Office
from api.routes.answers import json_answer, problems, tagged
from api.routes.bodies import JsonBody
from api.routes.cursors import Cursor, Limit, page
from api.routes.documents import ReleaseDocument, ReleaseList, ReleaseRequest
from api.routes.examples import accepts
from api.routes.paths import Number, TermId
from api.routes.terms import UNREADABLE
from api.store import Release

__all__ = ["router"]

router = APIRouter(prefix="/v1/terms/{term_id}/releases", tags=["releases"])


def _answered(request: Request, release: Release, status: int = 200, **headers: str) -> Response:
    return tagged(request, ReleaseDocument.of(release), release.number, release.released_at, status, **headers)


@router.post(
    "",
    status_code=201,
    operation_id="createRelease",
    response_model=ReleaseDocument,
    responses=problems("not_found", "other_term", "nothing_to_roll_back", "stale", *UNREADABLE),
    openapi_extra=accepts(ReleaseRequest),
)
def create(
    request: Request,
    office: Office,
    who: Coordinator,
    term_id: TermId,
    wish: Annotated[ReleaseRequest, Depends(JsonBody(ReleaseRequest))],
) -> Response:
    """Publish a plan: it is numbered, and every calendar of the term shows it from now on.

    With `roll_back_to` the plan of an older release is published again; no release is ever taken away.
    """
    if wish.roll_back_to is not None:
        release = office.roll_back(str(term_id), wish.roll_back_to, who.name, wish.based_on)
    else:
        release = office.release(str(term_id), wish.plan_id or "", who.name, wish.based_on)
    return _answered(request, release, 201, location=f"/v1/terms/{term_id}/releases/{release.number}")


@router.get(
    "",
    operation_id="listReleases",
    response_model=ReleaseList,
    responses=problems("bad_cursor", "not_found", "invalid"),
)
def listed(office: Office, term_id: TermId, cursor: Cursor = None, limit: Limit = 50) -> Response:
    """The releases of a term, the newest first."""

    def read(after: int | None, most: int) -> list[ReleaseDocument]:
        return [ReleaseDocument.of(one) for one in office.releases(str(term_id), after, most)]

    found, following = page(int, read, lambda one: one.number, cursor, limit)
    return json_answer(ReleaseList(items=found, next=following))


@router.get(
    "/newest",
    operation_id="getNewestRelease",
    response_model=ReleaseDocument,
    responses=problems("not_found", "invalid"),
)
def newest(request: Request, office: Office, term_id: TermId) -> Response:
    """What everybody's calendar shows."""
    return _answered(request, office.released(str(term_id)))


@router.get(
    "/{number}", operation_id="getRelease", response_model=ReleaseDocument, responses=problems("not_found", "invalid")
)
def one(request: Request, office: Office, term_id: TermId, number: Number) -> Response:
    """One release; it never changes."""
    return _answered(request, office.released(str(term_id), number))

"""The link of a term's timetable for the public: switched on, renewed and switched off as on its page."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.routes.access import Coordinator, Office
from api.routes.answers import json_answer, problems
from api.routes.documents import PublicLinkDocument
from api.routes.paths import PublicLinkId, TermId
from api.routes.subscriptions import base_url
from api.store import NotFound

__all__ = ["router"]

router = APIRouter(prefix="/v1", tags=["timetables"])


@router.post(
    "/terms/{term_id}/public-link",
    status_code=201,
    operation_id="createPublicLink",
    response_model=PublicLinkDocument,
    responses=problems("not_found", "invalid"),
)
def create(request: Request, office: Office, who: Coordinator, term_id: TermId) -> Response:
    """The link of the timetable; asked for again it is the same one, until it is revoked."""
    made = office.give_public(str(term_id), who.name)
    location = f"/v1/terms/{term_id}/public-link"
    return json_answer(PublicLinkDocument.of(made, base_url(request)), 201, location=location)


@router.get(
    "/terms/{term_id}/public-link",
    operation_id="getPublicLink",
    response_model=PublicLinkDocument,
    responses=problems("not_found", "invalid"),
)
def one(request: Request, office: Office, term_id: TermId) -> Response:
    """The link of the timetable, where it is switched on."""
    found = office.public_link(str(term_id))
    if found is None:
        raise NotFound("public link", str(term_id))
    return json_answer(PublicLinkDocument.of(found, base_url(request)))


@router.post(
    "/public-links/{public_link_id}/rotate",
    operation_id="rotatePublicLink",
    response_model=PublicLinkDocument,
    responses=problems("not_found", "invalid"),
)
def rotate(request: Request, office: Office, who: Coordinator, public_link_id: PublicLinkId) -> Response:
    """A new link in place of the old one, which opens nothing from now on."""
    return json_answer(PublicLinkDocument.of(office.rotate_public(public_link_id, who.name), base_url(request)))


@router.post(
    "/public-links/{public_link_id}/revoke",
    operation_id="revokePublicLink",
    response_model=PublicLinkDocument,
    responses=problems("not_found", "invalid"),
)
def revoke(request: Request, office: Office, who: Coordinator, public_link_id: PublicLinkId) -> Response:
    """Switch the timetable off: its link opens nothing from now on. Again is no fault."""
    return json_answer(PublicLinkDocument.of(office.revoke_public(public_link_id, who.name), base_url(request)))

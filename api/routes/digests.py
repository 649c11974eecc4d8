"""Digests: what each person is told of a release, how far their mail has come, and whom nothing has reached."""

from typing import Annotated

from fastapi import APIRouter, Path
from starlette.responses import Response

from api.routes.access import Office
from api.routes.answers import json_answer, problems
from api.routes.cursors import Cursor, Limit, page
from api.routes.digest_documents import DigestDocument, DigestList, DigestSummary, ReachDocument, ReachList
from api.routes.paths import Number, TermId

__all__ = ["router"]

router = APIRouter(prefix="/v1/terms/{term_id}/releases/{number}", tags=["digests"])
PersonId = Annotated[str, Path(pattern=r"^[\w.:-]{1,64}$", description="Id of the person.")]


@router.get(
    "/digests",
    operation_id="listDigests",
    response_model=DigestList,
    responses=problems("bad_cursor", "not_found", "invalid"),
)
def listed(office: Office, term_id: TermId, number: Number, cursor: Cursor = None, limit: Limit = 50) -> Response:
    """Whom a release has something to tell, and how far their mail has come; by id of the person."""

    def read(after: str | None, most: int) -> list[DigestSummary]:
        return [DigestSummary.of(one) for one in office.digests(str(term_id), number, after, most)]

    found, following = page(str, read, lambda one: one.person, cursor, limit)
    return json_answer(DigestList(items=found, next=following))


@router.get(
    "/digests/{person}",
    operation_id="getDigest",
    response_model=DigestDocument,
    responses=problems("not_found", "invalid"),
)
def one(office: Office, term_id: TermId, number: Number, person: PersonId) -> Response:
    """What a person is told of a release; 404 also where it changes nothing for them."""
    return json_answer(DigestDocument.of(office.digest(str(term_id), number, person)))


@router.get(
    "/reach",
    operation_id="getReach",
    response_model=ReachList,
    responses=problems("bad_cursor", "not_found", "invalid"),
)
def reach(office: Office, term_id: TermId, number: Number, cursor: Cursor = None, limit: Limit = 50) -> Response:
    """Whom of those that a release concerns it can have reached, and whom certainly not; by id of the person."""

    def read(after: str | None, most: int) -> list[ReachDocument]:
        return [ReachDocument.of(one) for one in office.reach(str(term_id), number, after, most)]

    found, following = page(str, read, lambda one: one.person, cursor, limit)
    return json_answer(ReachList(items=found, next=following))

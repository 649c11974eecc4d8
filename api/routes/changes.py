"""Changes: what happens to a term after it was planned, and taking it back while nobody has been told."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Header
from pydantic import ValidationError
from starlette.responses import Response

from api.faulty import errors_of
from api.problems import Problem, faults_of
from api.routes.access import Coordinator, Office
from api.routes.answers import json_answer, problems
from api.routes.bodies import JsonBody
from api.routes.change_documents import ChangeDocument, ChangeList
from api.routes.conditions import etag_of
from api.routes.cursors import Cursor, Limit, page
from api.routes.examples import accepts
from api.routes.paths import Number, TermId
from api.routes.terms import UNREADABLE, based_on_of
from api.store import StoredChange
from models import Change

__all__ = ["router"]

router = APIRouter(prefix="/v1/terms/{term_id}/changes", tags=["changes"])

IfMatch = Annotated[str | None, Header(description="Entity tag of the revision that is changed.")]


def _kept(change: Callable[[], StoredChange]) -> StoredChange:
    """A change, once it is kept.

    Raises:
        Problem: `invalid`; each fault is `in` the `body` or in the `term` that would come of it, which is not kept.
    """
    try:
        return change()
    except ValidationError as wrong:
        source = "body" if wrong.title == Change.__name__ else "term"
        raise Problem("invalid", faults=faults_of(errors_of(wrong), source)) from None


@router.post(
    "",
    status_code=201,
    operation_id="createChange",
    response_model=ChangeDocument,
    responses=problems("not_found", "stale", "if_match_required", *UNREADABLE),
    openapi_extra=accepts(Change),
)
def create(
    *,
    office: Office,
    who: Coordinator,
    term_id: TermId,
    change: Annotated[Change, Depends(JsonBody(Change))],
    if_match: IfMatch = None,
) -> Response:
    """Say what happened to a term: it is kept together with the revision that it makes. Nothing is planned yet."""
    based_on = based_on_of(if_match, office, str(term_id))
    made = _kept(lambda: office.change_term(str(term_id), change, based_on, who.name))
    where = {"location": f"/v1/terms/{term_id}/changes/{made.number}", "etag": etag_of(made.revision)}
    return json_answer(ChangeDocument.of(made), 201, **where)


@router.get(
    "",
    operation_id="listChanges",
    response_model=ChangeList,
    responses=problems("bad_cursor", "not_found", "invalid"),
)
def listed(office: Office, term_id: TermId, cursor: Cursor = None, limit: Limit = 50) -> Response:
    """The changes of a term, the newest first."""

    def read(after: int | None, most: int) -> list[ChangeDocument]:
        return [ChangeDocument.of(one) for one in office.changes(str(term_id), after, most)]

    found, following = page(int, read, lambda one: one.number, cursor, limit)
    return json_answer(ChangeList(items=found, next=following))


@router.get(
    "/{number}", operation_id="getChange", response_model=ChangeDocument, responses=problems("not_found", "invalid")
)
def one(office: Office, term_id: TermId, number: Number) -> Response:
    """One change, and whether it has been undone."""
    return json_answer(ChangeDocument.of(office.change(str(term_id), number)))


@router.post(
    "/{number}/undo",
    operation_id="undoChange",
    response_model=ChangeDocument,
    responses=problems("not_found", "released", "entangled", "undone", "stale", "if_match_required", "invalid"),
)
def undo(*, office: Office, who: Coordinator, term_id: TermId, number: Number, if_match: IfMatch = None) -> Response:
    """Take a change back, which makes a new revision; what came later stays.

    Refused once a plan with it has been released: people have been told then, and another change has to mend it.
    """
    based_on = based_on_of(if_match, office, str(term_id))
    undone = _kept(lambda: office.undo_change(str(term_id), number, based_on, who.name))
    return json_answer(ChangeDocument.of(undone), etag=etag_of(undone.version))

"""Terms: documents with immutable revisions, written whole and never by half."""

from typing import Annotated

from fastapi import APIRouter, Depends, Header, Request
from starlette.responses import Response

from api.faulty import errors_of
from api.problems import Problem, faults_of
from api.routes.access import Coordinator, Office
from api.routes.answers import json_answer, problems, tagged
from api.routes.bodies import JsonBody
from api.routes.conditions import strong_tags
from api.routes.cursors import Cursor, Limit, page
from api.routes.documents import RevisionList, TermList, TermSummary, Validated
from api.routes.examples import accepts
from api.routes.paths import Number, TermId
from api.store import StoredTerm, Workspace
from models import Fault, Term, as_validation_error
from scheduler import faults

__all__ = ["router"]

router = APIRouter(tags=["terms"])

UNREADABLE = ("malformed_json", "json_too_deep", "too_large", "not_json", "invalid")
"""Problems of every operation that reads a body."""


async def _plannable(term: Annotated[Term, Depends(JsonBody(Term))]) -> Term:
    """The term in the body, without the faults that only the scheduler knows (holidays, goals)."""
    found = faults(term)
    if found:
        raise Problem("invalid", faults=_listed(found))
    return term


def _listed(found: tuple[Fault, ...]) -> list[dict[str, object]]:
    return faults_of(errors_of(as_validation_error("Term", found)))


TermBody = Annotated[Term, Depends(_plannable)]


def _answered(request: Request, stored: StoredTerm, status: int = 200, **headers: str) -> Response:
    return tagged(request, stored.term, stored.revision, stored.created_at, status, **headers)


@router.post(
    "/v1/terms",
    status_code=201,
    operation_id="createTerm",
    response_model=Term,
    responses=problems("term_exists", *UNREADABLE),
    openapi_extra=accepts(Term),
)
def create(request: Request, office: Office, who: Coordinator, term: TermBody) -> Response:
    """Keep a new term as revision 1. Its id is the document's uid; meetings without a uid are given one."""
    stored = office.create_term(term, who.name)
    return _answered(request, stored, 201, location=f"/v1/terms/{stored.id}")


@router.post(
    "/v1/term-validations",
    operation_id="validateTerm",
    response_model=Validated,
    responses=problems(*UNREADABLE),
    openapi_extra=accepts(Term),
)
def validate(_: Office, term: TermBody) -> Response:
    """Say everything that is wrong with a term, or that nothing is. Nothing is kept."""
    return json_answer(Validated.of(term))


@router.get("/v1/terms", operation_id="listTerms", response_model=TermList, responses=problems("bad_cursor", "invalid"))
def listed(office: Office, cursor: Cursor = None, limit: Limit = 50) -> Response:
    """The newest revision of each term, the newest terms first."""
    found, following = page(str, office.terms, lambda one: one.term_id, cursor, limit)
    return json_answer(TermList(items=[TermSummary.of(one) for one in found], next=following))


@router.get(
    "/v1/terms/{term_id}", operation_id="getTerm", response_model=Term, responses=problems("not_found", "invalid")
)
def newest(request: Request, office: Office, term_id: TermId) -> Response:
    """The newest revision of a term. Its entity tag is the revision, which a replacement is based on."""
    return _answered(request, office.term(str(term_id)))


@router.put(
    "/v1/terms/{term_id}",
    operation_id="replaceTerm",
    response_model=Term,
    responses=problems("not_found", "other_term", "stale", "if_match_required", *UNREADABLE),
    openapi_extra=accepts(Term),
)
def replace(
    *,
    request: Request,
    office: Office,
    who: Coordinator,
    term_id: TermId,
    term: TermBody,
    if_match: Annotated[str | None, Header(description="Entity tag of the revision that is changed.")] = None,
) -> Response:
    """Keep a new revision of a term. The same document again makes none."""
    based_on = based_on_of(if_match, office, str(term_id))
    return _answered(request, office.replace_term(str(term_id), term, based_on, who.name))


def based_on_of(if_match: str | None, office: Workspace, term_id: str) -> int:
    """The revision that `If-Match` names; of several, or of `*`, the one that is the newest, else the greatest.

    Raises:
        Problem: `if_match_required`, also where it names nothing that could be the tag of a revision.
    """
    given = (if_match or "").strip()
    named = [int(tag) for tag in strong_tags(given) if tag.isdecimal() and len(tag) < 10]
    if not named and given != "*":
        raise Problem("if_match_required")
    if len(named) == 1:
        return named[0]
    newest = office.term(term_id).revision
    return newest if given == "*" or newest in named else max(named)


@router.get(
    "/v1/terms/{term_id}/revisions",
    operation_id="listTermRevisions",
    response_model=RevisionList,
    responses=problems("bad_cursor", "not_found", "invalid"),
)
def revisions(office: Office, term_id: TermId, cursor: Cursor = None, limit: Limit = 50) -> Response:
    """The revisions of a term, the newest first."""

    def read(after: int | None, most: int) -> list[TermSummary]:
        return [TermSummary.of(one) for one in office.revisions(str(term_id), after, most)]

    found, following = page(int, read, lambda one: one.revision, cursor, limit)
    return json_answer(RevisionList(items=found, next=following))


@router.get(
    "/v1/terms/{term_id}/revisions/{revision}",
    operation_id="getTermRevision",
    response_model=Term,
    responses=problems("not_found", "invalid"),
)
def one_revision(request: Request, office: Office, term_id: TermId, revision: Number) -> Response:
    """A term as it was at a revision; it never changes."""
    return _answered(request, office.term(str(term_id), revision))

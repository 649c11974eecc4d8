"""Problem details (RFC 9457): every error of the API leaves in this one shape, in Swedish or English."""

import logging
import math
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from itertools import islice
from typing import Any
from uuid import uuid4

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.routing import Match

from api.store import Busy, Conflict, NotFound, Stale, StoreError
from api.texts import Language, fault_sentence, problem_sentence, say
from models import pointer

__all__ = [
    "MOST_FAULTS",
    "PROBLEMS",
    "FaultDocument",
    "Problem",
    "ProblemDocument",
    "answer",
    "faults_of",
    "install",
    "language_of",
    "plain_params",
    "unexpected",
]

logger = logging.getLogger("terminsplan.http")

PROBLEMS: Mapping[str, HTTPStatus] = {
    "malformed_request": HTTPStatus.BAD_REQUEST,
    "malformed_json": HTTPStatus.BAD_REQUEST,
    "json_too_deep": HTTPStatus.BAD_REQUEST,
    "bad_cursor": HTTPStatus.BAD_REQUEST,
    "unauthorized": HTTPStatus.UNAUTHORIZED,
    "not_found": HTTPStatus.NOT_FOUND,
    "method_not_allowed": HTTPStatus.METHOD_NOT_ALLOWED,
    "term_exists": HTTPStatus.CONFLICT,
    "term_busy": HTTPStatus.CONFLICT,
    "other_term": HTTPStatus.CONFLICT,
    "nothing_to_change": HTTPStatus.CONFLICT,
    "unknown_series": HTTPStatus.CONFLICT,
    "no_stages": HTTPStatus.CONFLICT,
    "nothing_to_roll_back": HTTPStatus.CONFLICT,
    "too_many_questions": HTTPStatus.CONFLICT,
    "released": HTTPStatus.CONFLICT,
    "entangled": HTTPStatus.CONFLICT,
    "undone": HTTPStatus.CONFLICT,
    "stale": HTTPStatus.PRECONDITION_FAILED,
    "too_large": HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    "not_json": HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    "invalid": HTTPStatus.UNPROCESSABLE_ENTITY,
    "idempotency_key_reused": HTTPStatus.UNPROCESSABLE_ENTITY,
    "if_match_required": HTTPStatus.PRECONDITION_REQUIRED,
    "internal": HTTPStatus.INTERNAL_SERVER_ERROR,
    "not_ready": HTTPStatus.SERVICE_UNAVAILABLE,
}
"""Every code that a problem can have, with its status."""

MOST_FAULTS = 500
"""A document with more faults than these has them counted, not listed."""
LONGEST_PARAM = 200
"""Characters of a parameter that are sent back."""
MOST_ITEMS = 20
"""Items of a parameter that is a list, and keys of each, that are sent back."""
DEEPEST_PARAM = 3
"""Levels of lists and objects in a parameter."""


class FaultDocument(BaseModel):
    """One thing wrong with a request: where, what, and what would mend it."""

    model_config = ConfigDict(populate_by_name=True, use_attribute_docstrings=True)

    source: str = Field(alias="in", pattern="^(body|query|path|header|cookie|term)$")
    """The part of the request: `body`, `query`, `path` or `header`; or `term`, the term that would come of a change."""
    pointer: str
    """JSON pointer (RFC 6901) into that part; of a query, path or header `/` and the parameter's name."""
    code: str
    """What is wrong, for programs."""
    params: dict[str, Any]
    """What it is about, by name."""
    detail: str
    """The same as a sentence with its mend, in the language asked for."""


class ProblemDocument(BaseModel):
    """An error (RFC 9457): all keys are always there."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    type: str
    """URI of the kind of problem: `tag:terminsplan,2026:` and the code."""
    title: str
    """The kind of problem in a few words, in the language asked for."""
    status: int
    """The answer's HTTP status."""
    detail: str
    """What happened and what to do, in the language asked for."""
    instance: str | None
    """`urn:uuid:` of this occurrence, as the log has it; only of internal errors."""
    code: str
    """The kind of problem, for programs."""
    params: dict[str, Any]
    """What it is about, by name."""
    faults: list[FaultDocument]
    """Everything wrong with the request, when the code is `invalid`; at most 500 are listed."""


class Problem(Exception):
    """An error for the client: raised anywhere under a route, answered by ``install``'s handler."""

    def __init__(
        self,
        code: str,
        params: Mapping[str, Any] | None = None,
        faults: Iterable[Mapping[str, Any]] = (),
        headers: Mapping[str, str] | None = None,
        source: str = "body",
    ) -> None:
        super().__init__(code)
        self.code = code
        self.status = PROBLEMS[code]
        self.params = dict(params or {})
        self.faults = [dict(fault) for fault in faults]
        self.headers = dict(headers or {})
        self.source = source
        self.instance: str | None = None


def faults_of(errors: Iterable[Mapping[str, Any]], source: str = "body") -> list[dict[str, Any]]:
    """Pydantic's errors as faults: location to pointer, type to code, context to params."""
    return [
        {
            "in": source,
            "pointer": pointer(tuple(error["loc"])),
            "code": str(error["type"]),
            "params": plain_params(error.get("ctx") or {}),
            "message": str(error["msg"]),
        }
        for error in errors
    ]


def answer(problem: Problem, language: Language) -> Response:
    """The problem as an HTTP answer."""
    listed = problem.faults[:MOST_FAULTS]
    params = plain_params(problem.params) | ({"count": len(problem.faults)} if problem.faults else {})
    document = {
        "type": f"tag:terminsplan,2026:{problem.code}",
        "title": say(f"problem.{problem.code}", language),
        "status": int(problem.status),
        "detail": problem_sentence(problem.code, language, params),
        "instance": problem.instance,
        "code": problem.code,
        "params": params,
        "faults": [_spoken(fault, language) for fault in listed],
    }
    headers = {"Content-Language": language, "Cache-Control": "no-store", "Vary": "Accept-Language", **problem.headers}
    return JSONResponse(document, int(problem.status), headers, media_type="application/problem+json")


def _spoken(fault: Mapping[str, Any], language: Language) -> dict[str, Any]:
    detail = fault_sentence(fault["code"], language, fault["params"], fault["message"])
    return {key: fault[key] for key in ("in", "pointer", "code", "params")} | {"detail": detail}


def language_of(request: Request) -> Language:
    """`sv` or `en`, whichever the client would rather read (RFC 9110 12.5.4); Swedish when it does not say."""
    wishes = {"sv": 0.0, "en": 0.0}
    for part in request.headers.get("accept-language", "")[:500].split(","):
        tag, _, weight = part.replace(" ", "").lower().partition(";q=")
        language = tag.split("-")[0]
        if language in wishes:
            wishes[language] = max(wishes[language], _weight(weight))
    return "en" if wishes["en"] > wishes["sv"] else "sv"


def _weight(text: str) -> float:
    try:
        return float(text or "1")
    except ValueError:
        return 0.0


def plain_params(params: Mapping[str, Any]) -> dict[str, Any]:
    """Parameters as JSON can hold them, none of them long: what a client sent is not sent back at length."""
    return {str(name): _short(value) for name, value in params.items()}


def _short(value: Any, levels: int = DEEPEST_PARAM) -> Any:
    if value is None or isinstance(value, bool) or (isinstance(value, int) and abs(value) < 2**53):
        return value
    if isinstance(value, float) and math.isfinite(value):
        return value
    if levels and isinstance(value, list | tuple):
        return [_short(one, levels - 1) for one in value[:MOST_ITEMS]]
    if levels and isinstance(value, Mapping):
        return {str(name): _short(one, levels - 1) for name, one in islice(value.items(), MOST_ITEMS)}
    text = str(value).encode("utf-8", "replace").decode()
    return text if len(text) <= LONGEST_PARAM else text[: LONGEST_PARAM - 1] + "…"


def install(app: FastAPI) -> None:
    """Answer every error of the app as a problem."""
    app.add_exception_handler(Problem, _on_problem)
    app.add_exception_handler(StoreError, _on_refusal)
    app.add_exception_handler(RequestValidationError, _on_invalid_parameters)
    app.add_exception_handler(HTTPException, _on_http_exception)


def _on_problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)
    return answer(error, language_of(request))


def _on_refusal(request: Request, error: Exception) -> Response:
    assert isinstance(error, StoreError)
    return answer(_refused(error), language_of(request))


_CONFLICTS = {"exists": "term_exists", "key_reused": "idempotency_key_reused"}
"""What a conflict of the store is called here, where that is not the same."""


def _refused(error: StoreError) -> Problem:
    """What the store refuses, as a problem."""
    match error:
        case NotFound():
            return Problem("not_found", error.params)
        case Stale():
            return Problem("stale", error.params, headers={"ETag": f'"{error.current_version}"'})
        case Busy():
            return Problem("term_busy", error.params)
        case Conflict():
            return Problem(_CONFLICTS.get(error.code, error.code), error.params)
    return Problem("internal")


def _on_invalid_parameters(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    faults = [
        fault
        for one in error.errors()
        for fault in faults_of([{**one, "loc": one["loc"][1:]}], source=str(one["loc"][0]))
    ]
    return answer(Problem("invalid", faults=faults), language_of(request))


_CODES = {
    HTTPStatus.NOT_FOUND: "not_found",
    HTTPStatus.METHOD_NOT_ALLOWED: "method_not_allowed",
    HTTPStatus.UNAUTHORIZED: "unauthorized",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "too_large",
}


def _on_http_exception(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    code = _CODES.get(HTTPStatus(error.status_code), "malformed_request")
    headers = {"Allow": _allowed(request)} if code == "method_not_allowed" else error.headers
    return answer(Problem(code, headers=headers), language_of(request))


def _allowed(request: Request) -> str:
    """Every method that the address answers: Starlette names only those of the first route that fits."""
    routes = request.app.router.routes
    scopes = {method: {**request.scope, "method": method} for method in ("GET", "POST", "PUT")}
    fits = [m for m, scope in scopes.items() if any(route.matches(dict(scope))[0] is Match.FULL for route in routes)]
    return ", ".join(["HEAD", *fits] if "GET" in fits else fits) or "HEAD, GET"


def unexpected(request: Request, error: Exception) -> Response:
    """A fault of ours: logged under an id that the client is given, and nothing else is told."""
    problem = Problem("internal")
    problem.instance = uuid4().urn
    logger.error("internal error %s", problem.instance, exc_info=error)
    return answer(problem, language_of(request))

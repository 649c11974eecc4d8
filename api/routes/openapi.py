"""OpenAPI, completed: bodies that the routes read themselves, problems, entity tags and examples."""

import json
import re
from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic.json_schema import models_json_schema

from api.problems import PROBLEMS, Problem, ProblemDocument, answer
from api.routes.answers import problems
from api.routes.documents import PreviewRequest, ReleaseRequest, SubscriptionRequest
from api.routes.examples import EXAMPLES, FAULT, PROBLEM_PARAMS
from api.routes.job_documents import AlternativeRequest, PlanRequest, RepairRequest, ReplanRequest, WhyNotRequest
from api.routes.timetables import FILES
from api.texts import LANGUAGES
from api.timetables import TimetableDocument
from models import Change, Plan, Term

__all__ = ["describe"]

_DESCRIPTION = """\
Plans a term's meetings, proves how good the plan is, and publishes it as calendars.

Every answer to a fault is `application/problem+json` (RFC 9457) in one shape, in Swedish or English by
`Accept-Language`. Lists are read page by page: `cursor` is the `next` of the page before. `docs/http-api.md` tells the
whole story with examples.
"""
_TAGS = [
    {"name": "terms", "description": "Documents that say what is to be planned; each revision is immutable."},
    {"name": "changes", "description": "What happens to a term after it was planned, and taking it back."},
    {"name": "plan jobs", "description": "Asking for a plan, and following how it is made."},
    {"name": "plans", "description": "Immutable answers with their proof."},
    {"name": "explanations", "description": "Why a plan is as it is, what would mend it, and what else there is."},
    {"name": "releases", "description": "Publishing a plan, and what that changes for whom."},
    {"name": "digests", "description": "What each person is told of a release, and whom it has reached."},
    {"name": "subscriptions", "description": "Unguessable links to calendars."},
    {"name": "feeds", "description": "The calendars themselves; the link is the key."},
    {"name": "timetables", "description": "What of a term is for the public; the link is the key."},
    {"name": "audit", "description": "Who did what, and when."},
    {"name": "schemas", "description": "JSON Schemas of the documents."},
    {"name": "health", "description": "For whoever runs the service."},
]
_READ_BY_HAND = (
    Term,
    Plan,
    Change,
    PlanRequest,
    ReplanRequest,
    WhyNotRequest,
    RepairRequest,
    AlternativeRequest,
    PreviewRequest,
    ReleaseRequest,
    SubscriptionRequest,
    ProblemDocument,
    TimetableDocument,
)
_OPEN = ("/v1/schemas", "/health", "/ready")
"""Addresses that need no token."""
_TAGGED_READS = ("getTerm", "getTermRevision", "getPlan", "getRelease", "getNewestRelease")
_TAGGED_WRITES = ("createTerm", "replaceTerm", "createChange", "undoChange", "createRelease")
_LOCATED = (
    "createTerm",
    "createChange",
    "createPlanJob",
    "createReplanJob",
    "createWhyNotJob",
    "createRepairJob",
    "createAlternativeJob",
    "createRelease",
    "createSubscription",
)

_TEXT = {"schema": {"type": "string"}}
_ETAG = {"ETag": {"description": "Strong entity tag: of a term its revision, of a release its number.", **_TEXT}}
_LOCATION = {"Location": {"description": "Address of what was made.", **_TEXT}}
_NOT_MODIFIED = {"description": "What the client has is current.", "headers": _ETAG}
_IF_NONE_MATCH = {
    "name": "If-None-Match",
    "in": "header",
    "required": False,
    "description": "Entity tag of what the client has.",
    **_TEXT,
}


def describe(app: FastAPI) -> None:
    """Let the app answer with the completed description."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _completed(app)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]


def _completed(app: FastAPI) -> dict[str, Any]:
    document = get_openapi(
        title=app.title,
        version=app.version,
        description=_DESCRIPTION,
        routes=app.routes,
        tags=_TAGS,
        separate_input_output_schemas=False,
    )
    document["info"]["license"] = {"name": "MIT", "identifier": "MIT"}
    document["servers"] = [{"url": "/"}]
    _add_schemas(document["components"]["schemas"])
    document["components"]["examples"] = {code: {"value": _example(code)} for code in PROBLEMS}
    document["paths"]["/feeds/{token}.ics"] = _FEED
    document["paths"] |= {f"/public/{{token}}.{ending}": _timetable(ending) for ending in FILES}
    for path, operation in _operations(document):
        _add_common_problems(path, operation)
        operation["summary"] = re.sub("([A-Z])", r" \1", operation["operationId"]).capitalize()
        _add_tags(operation)
        _add_examples(operation)
    return document


def _operations(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, methods in document["paths"].items():
        for operation in methods.values():
            yield path, operation


def _add_schemas(schemas: dict[str, Any]) -> None:
    """The models that no route declares, because it reads or answers them itself."""
    template = "#/components/schemas/{model}"
    _, found = models_json_schema([(model, "validation") for model in _READ_BY_HAND], ref_template=template)
    for name, schema in found["$defs"].items():
        schemas.setdefault(name, schema)


def _example(code: str) -> Any:
    """A problem as it is answered."""
    problem = Problem(code, PROBLEM_PARAMS.get(code), [FAULT] if code == "invalid" else [])
    return json.loads(bytes(answer(problem, "en").body))


def _add_common_problems(path: str, operation: dict[str, Any]) -> None:
    """Problems that any operation can answer with."""
    codes = ["internal"] if path.startswith((*_OPEN, "/feeds", "/public")) else ["unauthorized", "internal"]
    for status, response in problems(*codes).items():
        operation["responses"].setdefault(str(status), response)
    operation["responses"] = dict(sorted(operation["responses"].items()))


def _add_tags(operation: dict[str, Any]) -> None:
    """Entity tags and locations."""
    name, responses = operation["operationId"], operation["responses"]
    for status, response in responses.items():
        if status.startswith("2"):
            response.setdefault("headers", {}).update(_ETAG if name in _TAGGED_READS + _TAGGED_WRITES else {})
            response["headers"].update(_LOCATION if name in _LOCATED else {})
            if not response["headers"]:
                del response["headers"]
    if name in _TAGGED_READS:
        responses["304"] = _NOT_MODIFIED
        operation.setdefault("parameters", []).append(_IF_NONE_MATCH)
        operation["responses"] = dict(sorted(responses.items()))


def _add_examples(operation: dict[str, Any]) -> None:
    """The small term, and the other documents that there is an example of."""
    for response in operation["responses"].values():
        for content in response.get("content", {}).values():
            name = content.get("schema", {}).get("$ref", "").rpartition("/")[2]
            if name in EXAMPLES and "examples" not in content:
                content["example"] = EXAMPLES[name]


_FEED_HEADERS = {
    "ETag": _ETAG["ETag"],
    "Last-Modified": {"description": "When the calendar last changed.", **_TEXT},
    "Cache-Control": {"description": "`private, no-cache`: asked for again before each use.", **_TEXT},
}
_FEED: dict[str, Any] = {
    "get": {
        "tags": ["feeds"],
        "description": "The newest release as a calendar (RFC 5545). `HEAD` answers as `GET`; gzip only when asked for."
        " Whatever is wrong with the link, the answer is the 404 of any unknown address.",
        "operationId": "getFeed",
        "parameters": [
            {
                "name": "token",
                "in": "path",
                "required": True,
                "description": "The secret part of the link.",
                "schema": {"type": "string", "maxLength": 200},
            },
            _IF_NONE_MATCH,
            {**_IF_NONE_MATCH, "name": "If-Modified-Since", "description": "Counts where `If-None-Match` is left out."},
        ],
        "responses": {
            "200": {
                "description": "The calendar.",
                "headers": _FEED_HEADERS,
                "content": {"text/calendar": {"schema": {"type": "string"}}},
            },
            "304": {"description": "The client's copy is the current one.", "headers": _FEED_HEADERS},
            **{str(status): response for status, response in problems("not_found").items()},
        },
    }
}


def _timetable(ending: str) -> dict[str, Any]:
    """The timetable for the public in one of its forms."""
    schema = {"$ref": "#/components/schemas/TimetableDocument"} if ending == "json" else _TEXT["schema"]
    cors = {"Access-Control-Allow-Origin": {"description": "`*`: pages of other sites may read it.", **_TEXT}}
    headers = {**_FEED_HEADERS, **(cors if ending == "json" else {})}
    language = {"name": "lang", "in": "query", "required": False, "description": "That it is written in."}
    in_language = [{**language, "schema": {"type": "string", "enum": list(LANGUAGES)}}] if ending != "json" else []
    get = {
        **_FEED["get"],
        "tags": ["timetables"],
        "description": "What of the newest release is marked public, without anybody's name. `HEAD` answers as `GET`; "
        "gzip only when asked for. Whatever is wrong with the link, the answer is the 404 of any unknown address.",
        "operationId": f"getTimetable{ending.capitalize()}",
        "parameters": [*_FEED["get"]["parameters"], *in_language],
        "responses": {
            **_FEED["get"]["responses"],
            "200": {
                "description": "The timetable.",
                "headers": headers,
                "content": {FILES[ending]: {"schema": schema}},
            },
        },
    }
    return {"get": get}

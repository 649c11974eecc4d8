"""Answers that carry an entity tag, and how OpenAPI is told of problems."""

from datetime import datetime
from typing import Any

from fastapi import Request
from pydantic import BaseModel
from starlette.responses import Response

from api.problems import PROBLEMS
from api.routes.conditions import etag_of, holds, http_date

__all__ = ["fresh", "json_answer", "problems", "tagged"]

FRESH = {"Cache-Control": "private, no-cache", "Vary": "Authorization"}
"""Every answer is a coordinator's own and is asked for again before it is used again."""


def fresh(**headers: str) -> dict[str, str]:
    """The headers of every answer, and some more (`last_modified` is `Last-Modified`)."""
    return FRESH | {name.replace("_", "-").title(): value for name, value in headers.items()}


def json_answer(document: BaseModel, status: int = 200, **headers: str) -> Response:
    """A document as an answer."""
    return Response(document.model_dump_json(by_alias=True), status, fresh(**headers), "application/json")


def tagged(
    request: Request, document: BaseModel, version: int | str, changed: datetime, status: int = 200, **headers: str
) -> Response:
    """A document with its entity tag; 304 where a reader has it already."""
    tags = {"etag": etag_of(version), "last_modified": http_date(changed), **headers}
    if status == 200 and request.method == "GET" and holds(request.headers, tags["etag"], changed):
        return Response(status_code=304, headers=fresh(**tags))
    return json_answer(document, status, **tags)


def problems(*codes: str) -> dict[int | str, dict[str, Any]]:
    """What OpenAPI says of an operation that can answer with these problems."""
    by_status: dict[int, list[str]] = {}
    for code in codes:
        by_status.setdefault(int(PROBLEMS[code]), []).append(code)
    return {
        status: {
            "description": " or ".join(f"`{code}`" for code in codes_of_status),
            "content": {
                "application/problem+json": {
                    "schema": {"$ref": "#/components/schemas/ProblemDocument"},
                    "examples": {code: {"$ref": f"#/components/examples/{code}"} for code in codes_of_status},
                }
            },
        }
        for status, codes_of_status in sorted(by_status.items())
    }

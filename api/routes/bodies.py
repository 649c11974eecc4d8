"""JSON bodies of any origin: bounded while they arrive, their depth checked before they are parsed."""

import re
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from fastapi import Request
from pydantic import BaseModel, ValidationError
from starlette.concurrency import run_in_threadpool

from api.faulty import errors_of
from api.problems import Problem, faults_of
from api.routes.access import Coordinator, settings_of
from api.settings import Settings

__all__ = ["JsonBody", "is_deeper_than", "read_json", "received"]

Model = TypeVar("Model", bound=BaseModel)

# A JSON string, or the rest of the text where one is not closed; possessive, so that no text makes it try twice.
_STRING = re.compile(rb'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)', re.DOTALL)
_BRACKETS = bytes.maketrans(b"{}", b"[]")
_NOT_BRACKETS = bytes(sorted(set(range(256)) - set(b"[]{}")))


class JsonBody(Generic[Model]):
    """A dependency that reads the request's body as a model, for coordinators only."""

    def __init__(self, model: type[Model], may_be_empty: bool = False) -> None:
        self.model = model
        self.may_be_empty = may_be_empty

    async def __call__(self, request: Request, _: Coordinator) -> Model:
        """The body as the model.

        Raises:
            Problem: `too_large`, `not_json`, `json_too_deep`, `malformed_json`, or `invalid` with every fault.
        """
        settings = settings_of(request)
        body = await received(request, settings.max_body_bytes)
        if not body and self.may_be_empty:
            body = b"{}"
        else:
            _demand_json(request)
        return await run_in_threadpool(read_json, self.model, body, settings)


async def received(request: Request, most: int) -> bytes:
    """The whole body; a longer one is refused before it is read to its end."""
    announced = request.headers.get("content-length", "")
    if announced.isascii() and announced.isdigit() and int(announced) > most:
        raise Problem("too_large", {"limit": most})
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > most:
            raise Problem("too_large", {"limit": most})
        parts.append(part)
    return b"".join(parts)


def _demand_json(request: Request) -> None:
    kind, _, rest = request.headers.get("content-type", "").lower().partition(";")
    charset = re.search(r'charset="?([^";\s]+)', rest)
    encoding = request.headers.get("content-encoding", "identity").lower()
    known = kind.strip() == "application/json" and (charset is None or charset[1] in ("utf-8", "utf8"))
    if not known or encoding != "identity":
        raise Problem("not_json", headers={"Accept-Post": "application/json"})


def read_json(model: type[Model], body: bytes, settings: Settings) -> Model:
    """A JSON text as a model. Raises `Problem` (`json_too_deep`, `malformed_json`, `invalid`)."""
    if is_deeper_than(body, settings.max_json_depth):
        raise Problem("json_too_deep", {"limit": settings.max_json_depth})
    return _validated(lambda: model.model_validate_json(body, context={"sizes": settings.sizes}))


def _validated(read: Callable[[], Model]) -> Model:
    try:
        return read()
    except ValidationError as wrong:
        errors = errors_of(wrong)
    if errors[0]["type"] == "json_invalid":
        raise Problem("malformed_json", _parser_says(errors[0]))
    raise Problem("invalid", faults=faults_of(errors))


def _parser_says(error: Any) -> dict[str, str]:
    return {"error": str(error.get("ctx", {}).get("error", error["msg"]))}


def is_deeper_than(text: bytes, most: int) -> bool:
    """Whether objects and arrays are nested deeper than `most`, found without parsing.

    Strings and everything else but brackets are dropped; then each pass removes the innermost level.
    """
    brackets = _STRING.sub(b"", text).translate(_BRACKETS, _NOT_BRACKETS)
    for _ in range(most):
        if b"[]" not in brackets:
            break
        brackets = brackets.replace(b"[]", b"")
    return b"[]" in brackets or brackets.count(b"[") > most

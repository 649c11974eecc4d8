"""What a form sends: fields and files, bounded while they arrive."""

import re
from collections.abc import AsyncGenerator, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from api.problems import Problem
from api.routes.bodies import received

__all__ = ["Form", "read_form"]

MOST_FIELDS = 5_000
"""Fields of a form: a meeting of five hundred seats has some nine for each."""


@dataclass(frozen=True)
class Form:
    """Fields as they were typed, and files as they were sent."""

    fields: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    several: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]], files: Mapping[str, bytes] | None = None) -> "Form":
        """A form of names with their values, in the order in which they came; some names come several times."""
        several: dict[str, list[str]] = {}
        for name, value in pairs:
            several.setdefault(name, []).append(value)
        return cls({name: values[-1] for name, values in several.items()}, files or {}, several)

    def all(self, name: str) -> tuple[str, ...]:
        """Every value that came under a name, in their order, such as of boxes that are ticked."""
        return tuple(self.several.get(name, ()))

    def text(self, name: str) -> str:
        """What was typed, without the space around it; empty where nothing was."""
        return self.fields.get(name, "").strip()

    def number(self, name: str) -> int:
        """A number that a page has put there itself; 0 where somebody has changed it."""
        typed = self.text(name)
        return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 10 else 0


async def read_form(request: Request, most: int) -> Form:
    """The form in a request's body.

    Raises:
        Problem: `too_large`, or `malformed_request`.
    """
    body = await received(request, most)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "multipart/form-data":
        return await _multipart(request, body)
    if body.count(b"&") >= MOST_FIELDS:
        raise Problem("too_large")
    try:
        pairs = parse_qsl(body.decode("utf-8"), keep_blank_values=True)
    except ValueError:
        raise Problem("malformed_request") from None
    return Form.of(pairs)


async def _multipart(request: Request, body: bytes) -> Form:
    async def once() -> AsyncGenerator[bytes, None]:
        yield body

    if re.search(r";\s*charset", request.headers["content-type"], re.IGNORECASE):
        raise Problem("malformed_request")  # no browser sends one, and some are read as what nobody has typed
    try:
        parsed = await MultiPartParser(request.headers, once(), max_files=5, max_fields=MOST_FIELDS).parse()
    except (MultiPartException, KeyError):
        raise Problem("malformed_request") from None
    fields = [(name, value) for name, value in parsed.multi_items() if isinstance(value, str)]
    files = {name: await value.read() for name, value in parsed.multi_items() if isinstance(value, UploadFile)}
    await parsed.close()
    return Form.of(fields, files)

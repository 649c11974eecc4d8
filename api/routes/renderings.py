"""Bytes that a release made, over HTTP: answered conditionally and compressed when asked, and kept for a bad moment."""

import gzip
import logging
import re
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from functools import lru_cache
from typing import Generic, TypeVar

from starlette.requests import Request
from starlette.responses import Response

from api.routes.conditions import holds, http_date
from api.store import Rendering

__all__ = ["TOKEN", "LastGood", "answered"]

logger = logging.getLogger("terminsplan.feeds")

TOKEN = re.compile(r"[A-Za-z0-9._~-]{1,200}")
"""What the secret part of a link can look like."""
_MOST_REMEMBERED = 256

Key = TypeVar("Key", bound=Hashable)


class LastGood(Generic[Key]):
    """What the store says by a key; where it fails, what it said last: a calendar must not see a passing fault."""

    def __init__(self, read: Callable[[Key], Rendering | None]) -> None:
        self._read = read
        self._last_good: OrderedDict[Key, Rendering] = OrderedDict()

    def __call__(self, key: Key) -> Rendering | None:
        """What is to be answered; `None` where there is nothing."""
        try:
            rendering = self._read(key)
        except Exception:
            if key not in self._last_good:
                raise
            logger.exception("a feed is answered from memory")
            return self._last_good[key]
        self._remember(key, rendering)
        return rendering

    def _remember(self, key: Key, rendering: Rendering | None) -> None:
        self._last_good.pop(key, None)
        if rendering is not None:
            self._last_good[key] = rendering
            while len(self._last_good) > _MOST_REMEMBERED:
                self._last_good.popitem(last=False)


def answered(
    request: Request, rendering: Rendering, media_type: str, more: Mapping[str, str] | None = None
) -> Response:
    """The bytes, or that the client has them already.

    Args:
        more: headers of this kind of answer alone.
    """
    zipped = _wants_gzip(request.headers.get("accept-encoding", ""))
    etag = f'{rendering.etag[:-1]}-gzip"' if zipped else rendering.etag
    headers = {
        "ETag": etag,
        "Last-Modified": http_date(rendering.last_modified),
        "Cache-Control": "private, no-cache",
        "Vary": "Accept-Encoding",
        "Content-Disposition": f'inline; filename="{_ascii(rendering.filename)}"',
        **(more or {}),
    }
    if holds(request.headers, etag, rendering.last_modified):
        return Response(status_code=304, headers=headers)
    if zipped:
        headers["Content-Encoding"] = "gzip"
    body = _zipped(rendering.body) if zipped else rendering.body
    return Response(body, headers=headers, media_type=media_type)


def _wants_gzip(header: str) -> bool:
    """Whether the client asks for gzip by name, and not with weight 0."""
    for part in header.lower().split(","):
        coding, _, weight = part.replace(" ", "").partition(";q=")
        if coding == "gzip":
            return weight.strip("0.") != "" or weight == ""
    return False


@lru_cache(maxsize=64)
def _zipped(body: bytes) -> bytes:
    return gzip.compress(body, mtime=0)


def _ascii(filename: str) -> str:
    """A name that every client reads; calendars show their own name, not this one."""
    plain = filename.translate(str.maketrans("åäöÅÄÖéÉüÜ", "aaoAAOeEuU"))
    return re.sub(r"[^A-Za-z0-9._-]+", "-", plain)

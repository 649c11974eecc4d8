"""Calendars over HTTP: plain Starlette routes over bytes that a release made; they never wait for a plan."""

import gzip
import logging
import re
from collections import OrderedDict
from functools import lru_cache

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from api.problems import Problem
from api.routes.conditions import holds, http_date
from api.store import Rendering, Store

__all__ = ["Feeds", "robots"]

logger = logging.getLogger("terminsplan.feeds")

_TOKEN = re.compile(r"[A-Za-z0-9._~-]{1,200}")
_MOST_REMEMBERED = 256


class Feeds:
    """The feeds of a store, with the last good bytes of each in case it fails."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._last_good: OrderedDict[str, Rendering] = OrderedDict()

    def route(self) -> Route:
        """`GET` and `HEAD` of a feed."""
        return Route("/feeds/{token}.ics", self.answer, methods=["GET"], name="feed")

    def answer(self, request: Request) -> Response:
        """The calendar that a link opens.

        Raises:
            Problem: `not_found`, the same as of any unknown address, whatever is wrong with the link.
        """
        token = request.path_params["token"]
        rendering = self._rendering(token) if _TOKEN.fullmatch(token) else None
        if rendering is None:
            raise Problem("not_found")
        return _calendar(request, rendering)

    def _rendering(self, token: str) -> Rendering | None:
        """What the store says; where it fails, what it said last: a calendar must not see a passing fault."""
        try:
            rendering = self._store.feed(token)
        except Exception:
            if token not in self._last_good:
                raise
            logger.exception("a feed is answered from memory")
            return self._last_good[token]
        self._remember(token, rendering)
        return rendering

    def _remember(self, token: str, rendering: Rendering | None) -> None:
        self._last_good.pop(token, None)
        if rendering is not None:
            self._last_good[token] = rendering
            while len(self._last_good) > _MOST_REMEMBERED:
                self._last_good.popitem(last=False)


def _calendar(request: Request, rendering: Rendering) -> Response:
    zipped = _wants_gzip(request.headers.get("accept-encoding", ""))
    etag = f'{rendering.etag[:-1]}-gzip"' if zipped else rendering.etag
    headers = {
        "ETag": etag,
        "Last-Modified": http_date(rendering.last_modified),
        "Cache-Control": "private, no-cache",
        "Vary": "Accept-Encoding",
        "Content-Disposition": f'inline; filename="{_ascii(rendering.filename)}"',
    }
    if holds(request.headers, etag, rendering.last_modified):
        return Response(status_code=304, headers=headers)
    if zipped:
        headers["Content-Encoding"] = "gzip"
    body = _zipped(rendering.body) if zipped else rendering.body
    return Response(body, headers=headers, media_type="text/calendar")


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


def robots(_: Request) -> Response:
    """Nothing is forbidden: calendars must be reachable, and each answer says itself that it is not to be indexed."""
    return PlainTextResponse("User-agent: *\nDisallow:\n", headers={"Cache-Control": "max-age=86400"})

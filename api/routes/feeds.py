"""Calendars over HTTP: plain Starlette routes over bytes that a release made; they never wait for a plan."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from api.problems import Problem
from api.routes.renderings import TOKEN, LastGood, answered
from api.store import Rendering, Store

__all__ = ["Feeds", "robots"]


class Feeds:
    """The feeds of a store, with the last good bytes of each in case it fails."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._rendering = LastGood(self._read)

    def route(self) -> Route:
        """`GET` and `HEAD` of a feed."""
        return Route("/feeds/{token}.ics", self.answer, methods=["GET"], name="feed")

    def answer(self, request: Request) -> Response:
        """The calendar that a link opens.

        Raises:
            Problem: `not_found`, the same as of any unknown address, whatever is wrong with the link.
        """
        token = request.path_params["token"]
        rendering = self._rendering(token) if TOKEN.fullmatch(token) else None
        if rendering is None:
            raise Problem("not_found")
        return answered(request, rendering, "text/calendar")

    def _read(self, token: str) -> Rendering | None:
        return self._store.feed(token)


def robots(_: Request) -> Response:
    """Nothing is forbidden: calendars must be reachable, and each answer says itself that it is not to be indexed."""
    return PlainTextResponse("User-agent: *\nDisallow:\n", headers={"Cache-Control": "max-age=86400"})

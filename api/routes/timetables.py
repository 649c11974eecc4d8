"""The timetable for the public over HTTP: calendar, PDF, workbook and open JSON, opened by its link alone."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.problems import Problem
from api.routes.renderings import TOKEN, LastGood, answered
from api.store import Rendering, Store
from api.texts import LANGUAGES, Language, language_named
from api.timetables import Timetable, TimetableDocument
from api.timetables.sheet import sheet

__all__ = ["FILES", "Timetables"]

FILES = {
    "ics": "text/calendar",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
"""In what forms it can be had, by how the address ends, and the media type of each."""
OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Last-Modified",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
"""On the JSON alone: pages of other sites may read it, as is expected of open data."""


class Timetables:
    """The timetables of a store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._rendering = LastGood(self._read)

    def routes(self) -> list[Route]:
        """`GET` and `HEAD` of each form."""
        return [
            Route(f"/public/{{token}}.{ending}", partial(self.answer, ending), methods=["GET"], name=f"public {ending}")
            for ending in FILES
        ]

    def answer(self, ending: str, request: Request) -> Response:
        """The timetable in a form, in the language that the address says.

        Raises:
            Problem: `not_found`, the same as of any unknown address, whatever is wrong with the link.
        """
        token = request.path_params["token"]
        language = language_named(request.query_params.get("lang")) or LANGUAGES[0]
        key = token, language if ending == "ics" else None
        rendering = self._rendering(key) if TOKEN.fullmatch(token) else None
        if rendering is None:
            raise Problem("not_found")
        if ending in _MADE:
            rendering = _made(rendering, ending, language)
        return answered(request, rendering, FILES[ending], OPEN if ending == "json" else None)

    def _read(self, key: tuple[str, Language | None]) -> Rendering | None:
        token, language = key
        found = self._store.public_page(token)
        if found is None:
            return None
        office, link = found
        return office.public_rendering(link.term_id, language)


def _json(table: Timetable, document: Rendering, language: Language) -> bytes:
    return TimetableDocument.of(table, document.last_modified).model_dump_json().encode()


def _pdf(table: Timetable, document: Rendering, language: Language) -> bytes:
    from api.timetables.pdf import pdf  # takes a moment to load, which a calendar need not wait for

    return pdf(sheet(table, document.last_modified, language))


def _workbook(table: Timetable, document: Rendering, language: Language) -> bytes:
    from api.timetables.workbook import workbook

    return workbook(sheet(table, document.last_modified, language))


_MADE: dict[str, Callable[[Timetable, Rendering, Language], bytes]] = {"json": _json, "pdf": _pdf, "xlsx": _workbook}
"""What is made of the document that the release made."""


@lru_cache(maxsize=64)
def _made(document: Rendering, ending: str, language: Language) -> Rendering:
    """A form of a document; what has been made of it is kept for who comes next."""
    body = _MADE[ending](Timetable.model_validate_json(document.body), document, language)
    etag = f'"{hashlib.sha256(body).hexdigest()}"'
    return replace(document, body=body, etag=etag, filename=f"timetable.{ending}")

"""The timetable for the public: the page that its link opens, and the office's page, where it is switched on."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from api.clock import Clock
from api.pages.door import Way
from api.pages.forms import Form
from api.pages.links import public_url, square, webcal
from api.pages.own_door import HEADERS as KEPT_NOWHERE
from api.pages.own_door import chosen_language
from api.pages.visit import Visit
from api.routes.conditions import holds, http_date
from api.settings import Settings
from api.store import NotFound, PublicLink, Rendering, Store
from api.timetables import Timetable
from api.timetables.sheet import sheet

__all__ = ["WAYS", "PublicDoor"]

HEADERS = {**KEPT_NOWHERE, "Cache-Control": "private, no-cache"}


@dataclass(frozen=True)
class PublicDoor:
    """Lets anybody with the link look at a timetable, over a store; no cookie is read or set."""

    settings: Settings
    store: Store
    clock: Clock

    def route(self) -> Route:
        """What the app serves."""
        return Route("/public/{token}", self._endpoint, methods=["GET"], name="public")

    async def _endpoint(self, request: Request) -> Response:
        return await run_in_threadpool(self._come, request)

    def _come(self, request: Request) -> Response:
        language = chosen_language(request)
        visit = Visit(request, self.settings, self.store, None, language, "", Form(), self.clock())
        found = self.store.public_page(visit.said("token"))
        if found is None:
            return visit.page("me_away.html", 404, KEPT_NOWHERE, why="gone")
        office, link = found
        return _page(visit, link, office.public_rendering(link.term_id))


def _page(visit: Visit, link: PublicLink, document: Rendering | None) -> Response:
    """The timetable of the newest release, or that there is none yet; or that the browser has it already."""
    shown = document and sheet(Timetable.model_validate_json(document.body), document.last_modified, visit.language)
    page = visit.page("timetable.html", 200, HEADERS, shown=shown, files=_files(visit, link))
    etag = f'"{hashlib.sha256(page.body).hexdigest()}"'
    page.headers["ETag"] = etag
    if document:
        page.headers["Last-Modified"] = http_date(document.last_modified)
    if holds(visit.request.headers, etag):  # not by date: another version of the page says the same differently
        kept = {name: value for name, value in page.headers.items() if not name.startswith("content-")}
        return Response(status_code=304, headers=kept)
    return page


@dataclass(frozen=True)
class _Files:
    """Addresses of the timetable in its other forms, in the visitor's language."""

    pdf: str
    xlsx: str
    ics: str
    webcal: str
    json: str


def _files(visit: Visit, link: PublicLink) -> _Files:
    of, ics = f"/public/{link.token}", f"{public_url(visit, link.token)}.ics?lang={visit.language}"
    in_language = {ending: f"{of}.{ending}?lang={visit.language}" for ending in ("pdf", "xlsx")}
    return _Files(ics=ics, webcal=webcal(ics), json=f"{of}.json", **in_language)


def _office(visit: Visit) -> Response:
    """Whether the page is on, what it shows, and its addresses."""
    term_id = visit.said("term_id")
    stored, link = visit.office.term(term_id), visit.office.public_link(term_id)
    document = visit.office.public_rendering(term_id) if link else None
    return visit.term_page(
        "public.html",
        (term_id, stored.title),
        steps=((visit.say("calendars.title"), _address(visit, "calendars")),),
        released=bool(stored.newest_release),
        link=link,
        url=public_url(visit, link.token) if link else "",
        files=_files(visit, link) if link else None,
        table=Timetable.model_validate_json(document.body) if document else None,
        square=square,
    )


def _address(visit: Visit, *below: str) -> str:
    return "/".join(("/terms", visit.said("term_id"), *below))


def _done(visit: Visit) -> Response:
    """Switch the page on or off, or give it another address. Raises `NotFound` for what there is not."""
    term_id, what = visit.said("term_id"), visit.said("what")
    if what not in _DEEDS:
        raise NotFound("page", what)
    _DEEDS[what](visit, term_id)
    done = "link_ended" if what == "revoke" else "calendars_made"
    return visit.to("terms", term_id, "calendars", "public", done=done)


def _link_id(visit: Visit, term_id: str) -> str:
    link = visit.office.public_link(term_id)
    if link is None:
        raise NotFound("public link", term_id)
    return link.id


_DEEDS: Mapping[str, Callable[[Visit, str], object]] = {
    "make": lambda visit, term_id: visit.office.give_public(term_id, visit.who),
    "rotate": lambda visit, term_id: visit.office.rotate_public(_link_id(visit, term_id), visit.who),
    "revoke": lambda visit, term_id: visit.office.revoke_public(_link_id(visit, term_id), visit.who),
}

WAYS = (
    Way("GET", "/terms/{term_id}/calendars/public", _office),
    Way("POST", "/terms/{term_id}/calendars/public/{what}", _done, "coordinator"),
)

"""The way in to a participant's page: its link alone opens it, and no cookie is read or set.

What a form sends is theirs because its address is: nobody else knows it, so that no form key is needed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from api.clock import Clock
from api.pages.forms import Form, read_form
from api.pages.visit import Visit
from api.problems import Problem, language_of
from api.settings import Settings
from api.store import NotFound, PageLink, Store, Workspace
from api.texts import Language, language_named

__all__ = ["BY", "HEADERS", "Guest", "OwnDoor", "OwnWay", "chosen_language"]

BY = "participant"
"""Who acts, as the audit names them: the link is theirs, and more is not known."""
MOST_BYTES = 20_000
"""Of a form: a reason is short."""
HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Vary": "Accept-Language",
}


@dataclass(frozen=True)
class Guest:
    """A participant at their own page."""

    visit: Visit
    office: Workspace
    link: PageLink

    @property
    def term_id(self) -> str:
        """The term that the page is of."""
        return self.link.term_id

    @property
    def person(self) -> str:
        """Whose page it is."""
        return self.link.person

    def page(self, template: str, status: int = 200, **shown: object) -> Response:
        """A page that no cache keeps."""
        return self.visit.page(template, status, HEADERS, guest=self, **shown)

    def address(self, *below: str, **asked: str) -> str:
        """An address of this page, in the language that was chosen by hand."""
        chosen = self.visit.asked("lang") == self.visit.language
        query = {**({"lang": self.visit.language} if chosen else {}), **asked}
        path = "/".join(("/me", self.link.token, *below))
        return f"{path}?{urlencode(query)}" if query else path

    def to(self, done: str) -> Response:
        """Lead back to the page, which begins by saying what was done: at its top, not where the form stood."""
        return RedirectResponse(f"{self.address(done=done)}#content", 303, HEADERS)


@dataclass(frozen=True)
class OwnWay:
    """The page, or what one of its forms does."""

    method: Literal["GET", "POST"]
    below: str
    answer: Callable[[Guest], Response]


@dataclass(frozen=True)
class OwnDoor:
    """Lets participants in over a store."""

    settings: Settings
    store: Store
    clock: Clock

    def routes(self, ways: tuple[OwnWay, ...]) -> list[Route]:
        """What the app serves."""
        return [Route(f"/me/{{token}}{way.below}", self._endpoint(way), methods=[way.method]) for way in ways]

    def _endpoint(self, way: OwnWay) -> Callable[[Request], object]:
        async def endpoint(request: Request) -> Response:
            form, wrong = Form(), ""
            if way.method == "POST":
                try:
                    form = await read_form(request, MOST_BYTES)
                except Problem as problem:
                    wrong = "too_large" if problem.code == "too_large" else "unreadable"
            return await run_in_threadpool(self._come, way, request, form, wrong)

        return endpoint

    def _come(self, way: OwnWay, request: Request, form: Form, wrong: str) -> Response:
        visit = Visit(request, self.settings, self.store, None, chosen_language(request), "", form, self.clock())
        turned_away = partial(_turned_away, visit)
        found = self.store.own_page(visit.said("token"))
        if found is None:
            return turned_away("gone", 404)
        if wrong:
            return turned_away(wrong, 413 if wrong == "too_large" else 400)
        if way.method == "POST" and not _is_own(request):
            return turned_away("foreign", 403)
        try:
            return way.answer(Guest(visit, *found))
        except NotFound:
            return turned_away("gone", 404)


def _turned_away(visit: Visit, why: str, status: int) -> Response:
    """A plain page that says why not; of a link that opens nothing it does not say what is wrong with it."""
    return visit.page("me_away.html", status, HEADERS, why=why)


def _is_own(request: Request) -> bool:
    """Whether the page itself sent the form, as far as the browser says."""
    return request.headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")


def chosen_language(request: Request) -> Language:
    """That which the address says, else that which the browser asks for: no cookie keeps it."""
    return language_named(request.query_params.get("lang")) or language_of(request)

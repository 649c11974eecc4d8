"""The way in: every page of the office is reached through here, so that none forgets who may see or change it."""

import hmac
import re
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from api.clock import Clock
from api.pages.cookies import FORM, LANGUAGE, SESSION, YEAR, cookie, set_cookie
from api.pages.forms import Form, read_form
from api.pages.visit import HEADERS, Visit
from api.problems import Problem, language_of
from api.settings import Settings
from api.store import Busy, NotFound, Store, StoreError
from api.texts import Language, language_named

__all__ = ["Door", "Way", "lands_at", "refused"]


class _Number(Convertor[int]):
    """A number in an address, as long as those of pages can be: one that no integer could hold leads nowhere."""

    regex = "[0-9]{1,9}"

    def convert(self, value: str) -> int:
        return int(value)

    def to_string(self, value: int) -> str:
        return str(value)


register_url_convertor("number", _Number())


@dataclass(frozen=True)
class Way:
    """A page, or what a form does.

    Attributes:
        by: who may come: `anyone`, whoever is signed in (`reader`), or a `coordinator`.
    """

    method: Literal["GET", "POST"]
    path: str
    answer: Callable[[Visit], Response]
    by: Literal["anyone", "reader", "coordinator"] = "reader"


@dataclass(frozen=True)
class Door:
    """Lets people in to the pages over a store."""

    settings: Settings
    store: Store
    clock: Clock

    def routes(self, ways: Iterable[Way]) -> list[Route]:
        """What the app serves."""
        return [Route(way.path, self._endpoint(way), methods=[way.method], name=way.path) for way in ways]

    def _endpoint(self, way: Way) -> Callable[[Request], object]:
        async def endpoint(request: Request) -> Response:
            form, wrong = Form(), None
            if way.method == "POST":
                try:
                    form = await read_form(request, self.settings.max_body_bytes)
                except Problem as problem:
                    wrong = problem
            return await run_in_threadpool(self._come, way, request, form, wrong)

        return endpoint

    def _come(self, way: Way, request: Request, form: Form, wrong: Problem | None) -> Response:
        visit = self._visit(request, form)
        answer = _told(visit, wrong) if wrong else self._answer(way, visit)
        if visit.session is None and cookie(request, self.settings, FORM) != visit.form_key:
            set_cookie(answer, request, self.settings, FORM, visit.form_key)
        if request.query_params.get("lang") == visit.language:
            set_cookie(answer, request, self.settings, LANGUAGE, visit.language, seconds=YEAR)
        return answer

    def _visit(self, request: Request, form: Form) -> Visit:
        secret = cookie(request, self.settings, SESSION)
        session = self.store.session(secret) if secret else None
        own = cookie(request, self.settings, FORM)
        fresh = own if _KEY.fullmatch(own) else secrets.token_urlsafe(32)
        key = session.form_key if session else fresh
        language = _language(request, cookie(request, self.settings, LANGUAGE))
        return Visit(request, self.settings, self.store, session, language, key, form, self.clock())

    def _answer(self, way: Way, visit: Visit) -> Response:
        kept_out = _kept_out(way, visit)
        if kept_out:
            return kept_out
        try:
            return way.answer(visit)
        except Busy as busy:  # somebody else was first: everybody may look on
            return visit.to("jobs", busy.job_id)
        except NotFound:
            return refused(visit, "not_found", 404)
        except StoreError as error:
            return refused(visit, "conflict", 409, detail=str(error))


_KEY = re.compile(r"[A-Za-z0-9_-]{43}")


def _kept_out(way: Way, visit: Visit) -> Response | None:
    """What whoever may not come gets to see instead."""
    if way.by != "anyone" and visit.session is None:
        return _sign_in_first(way, visit)
    if way.method == "POST" and not _is_own(visit):
        return refused(visit, "form_too_old", 403)
    if way.by == "coordinator" and not visit.may_change:
        return refused(visit, "readers_look", 403)
    return None


def refused(visit: Visit, why: str, status: int, detail: str = "") -> Response:
    """A page that says why not, and what to do."""
    return visit.page("refused.html", status, why=why, detail=detail)


def _told(visit: Visit, problem: Problem) -> Response:
    why = "too_large" if problem.code == "too_large" else "form_too_old"
    return refused(visit, why, int(problem.status))


def _is_own(visit: Visit) -> bool:
    """Whether a page of this visitor's made the form: other sites can send one, and know no key."""
    if visit.request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    known = visit.session is not None or cookie(visit.request, visit.settings, FORM) == visit.form_key
    return known and hmac.compare_digest(visit.form.text("form_key").encode(), visit.form_key.encode())


def _sign_in_first(way: Way, visit: Visit) -> Response:
    back = visit.request.url.path if way.method == "GET" else ""
    return RedirectResponse("/login" + (f"?next={quote(back, safe='')}" if back else ""), 303, HEADERS)


def lands_at(asked: str) -> str:
    """Where signing in leads: a page of ours that was asked for, else the terms."""
    return asked if re.fullmatch(r"/(terms|jobs)(/[^\s\\]*)?", asked) else "/terms"


def _language(request: Request, kept: str) -> Language:
    """The one that was just chosen, else chosen before, else that the browser asks for."""
    return language_named(request.query_params.get("lang")) or language_named(kept) or language_of(request)

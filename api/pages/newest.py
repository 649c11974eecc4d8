"""`/`: the newest release of each term, for whoever sits at the office's own machine."""

import ipaddress
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from api.clock import Clock
from api.pages.view import Sheet, sheet
from api.settings import Settings
from api.store import NotFound, Revision, Store, Subscription, Workspace

__all__ = ["Pages"]

MOST_TERMS = 10
MOST_LINKS = 500

_HEADERS = {
    "Cache-Control": "private, no-cache",
    "Content-Language": "sv",
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'",
}


class Pages:
    """The pages over a store."""

    def __init__(self, settings: Settings, store: Store, clock: Clock) -> None:
        self._settings = settings
        self._store = store
        self._clock = clock
        loader = PackageLoader("api.pages")
        self._templates = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)

    def newest(self, request: Request) -> Response:
        """The newest release of the newest terms in the default workspace."""
        is_open = self._settings.open_page and _asks_from_here(request)
        sheets = tuple(self._sheets(request, is_open))
        text = self._templates.get_template("newest.html").render(sheets=sheets, is_open=is_open)
        return HTMLResponse(text, headers=_HEADERS)

    def _sheets(self, request: Request, is_open: bool) -> Iterator[Sheet]:
        office = self._store.workspace()
        for term in office.terms(limit=MOST_TERMS):
            found = self._sheet(office, term, request, is_open)
            if found:
                yield found

    def _sheet(self, office: Workspace, newest: Revision, request: Request, is_open: bool) -> Sheet | None:
        try:
            release = office.released(newest.term_id)
        except NotFound:
            return None
        term = office.term(newest.term_id, release.revision).term
        plan = office.plan(release.plan_id).plan
        now = self._clock().astimezone(ZoneInfo(term.time_zone)).replace(tzinfo=None)
        base_url = (self._settings.public_url or str(request.base_url)).rstrip("/")
        links = _shared(office, newest.term_id) if is_open else []
        return sheet(term, plan, release, subscriptions=links, now=now, base_url=base_url)


def _shared(office: Workspace, term_id: str) -> list[Subscription]:
    """The calendars with a link, that of the whole term first."""
    found = [one for one in office.subscriptions(term_id, limit=MOST_LINKS) if one.token]
    return sorted(found, key=lambda one: (one.kind != "term", one.kind, one.created_at))


def _asks_from_here(request: Request) -> bool:
    """Whether the request names this machine as such; a foreign name that leads here (DNS rebinding) does not."""
    host = request.url.hostname or ""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False

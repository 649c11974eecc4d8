"""A visit to one of the office's pages: who comes, in which language, with which form; and how they are answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, partial
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from api.pages.forms import Form
from api.pages.menu import MENU
from api.settings import Settings
from api.store import Session, Store, Workspace
from api.telling.dates import long_day, moment_text
from api.texts import Language, say

__all__ = ["HEADERS", "TEMPLATES", "Visit", "address"]

TEMPLATES = Environment(
    loader=PackageLoader("api.pages"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    "Vary": "Cookie, Accept-Language",
}
"""On every page of the office: it is personal, and nothing of others runs in it."""


Steps = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Visit:
    """One request of a person.

    Attributes:
        session: who is signed in; `None` for a stranger.
        form_key: what the forms of the answer bring back.
        now: the moment of the visit, in UTC.
    """

    request: Request
    settings: Settings
    store: Store
    session: Session | None
    language: Language
    form_key: str
    form: Form
    now: datetime

    @cached_property
    def office(self) -> Workspace:
        """The workspace of whoever is signed in."""
        assert self.session is not None, "only those who are signed in have an office"
        return self.store.workspace(self.session.workspace_id)

    @property
    def who(self) -> str:
        """Who acts, as the audit names them."""
        assert self.session is not None, "only those who are signed in act"
        return self.session.account.name

    @property
    def may_change(self) -> bool:
        """Whether it is a coordinator."""
        return self.session is not None and self.session.account.role == "coordinator"

    def said(self, name: str) -> str:
        """A part of the address."""
        return str(self.request.path_params[name])

    def asked(self, name: str) -> str:
        """What the address says behind the question mark."""
        return self.request.query_params.get(name, "")

    def asked_number(self, name: str) -> int | None:
        """A number that it says there; `None` where it says none, or one that no page has put there."""
        asked = self.asked(name)
        return int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 10 else None

    def day(self, moment: datetime, time_zone: str) -> str:
        """The date of a moment by the clock of a term, in words."""
        return long_day(self.local(moment, time_zone).date(), self.language)

    def moment(self, moment: datetime, time_zone: str) -> str:
        """Date and time of a moment by the clock of a term, in words."""
        return moment_text(self.local(moment, time_zone), self.language)

    def local_now(self, time_zone: str) -> datetime:
        """The moment of the visit by the clock of a term."""
        return self.local(self.now, time_zone)

    def local(self, moment: datetime, time_zone: str) -> datetime:
        """A moment by the clock of a term."""
        return moment.astimezone(ZoneInfo(time_zone)).replace(tzinfo=None)

    def say(self, code: str, **params: Any) -> str:
        """A text in the visitor's language."""
        return say(code, self.language, **params)

    def page(
        self, template: str, status: int = 200, headers: Mapping[str, str] | None = None, **shown: Any
    ) -> Response:
        """A page made of a template."""
        text = self.part(template, **shown)
        return HTMLResponse(text, status, {**HEADERS, "Content-Language": self.language, **(headers or {})})

    def term_page(
        self, template: str, term: tuple[str, str], status: int = 200, steps: Steps = (), **shown: Any
    ) -> Response:
        """A page of a term, under its menu.

        Args:
            template: extends `of_term.html`.
            term: the term's id and title.
            steps: name and address of each page between the term and this one.
        """
        term_id, title = term
        return self.page(template, status, term_id=term_id, term_title=title, steps=steps, **shown)

    def part(self, template: str, **shown: Any) -> str:
        """A template filled in."""
        here = quote(self.request.url.path)
        return TEMPLATES.get_template(template).render(
            t=self.say, language=self.language, visit=self, here=here, address=address, **shown
        )

    def to(self, *parts: str, done: str = "") -> Response:
        """Lead on to another page, which begins by saying what was done."""
        return RedirectResponse(address(*parts) + (f"?done={done}" if done else ""), 303, HEADERS)

    def menu(self, term_id: str) -> list[tuple[str, str]]:
        """The pages of a term: what each is called, and its address."""
        return [(self.say(code), address("terms", term_id, *below)) for code, below in MENU]

    def report(self) -> str:
        """What was done just now, as the address says; only what a page has put there is said."""
        done = self.asked("done")
        return self.say(f"done.{done}") if done in DONE else ""


DONE = (
    "imported",
    "begun",
    "kept",
    "removed",
    "changed",
    "undone",
    "released",
    "sent_again",
    "calendars_made",
    "link_ended",
    "report_accepted",
    "report_declined",
)
"""What a page can have done before it leads on."""

address = partial(lambda *parts: "/" + "/".join(quote(part, safe=":") for part in parts))
"""An address here of its parts, each quoted."""

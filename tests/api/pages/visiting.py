"""A visitor with a browser's cookies and no scripts: follows links and sends forms as they stand in the pages."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from httpx import Response
from starlette.testclient import TestClient

from tests.api.routes.house import House

__all__ = ["PASSWORD", "Outline", "Visitor", "signed_in"]

PASSWORD = "långt lösenord 1"


@dataclass
class _Form:
    action: str
    fields: dict[str, str] = field(default_factory=dict)


class Outline(HTMLParser):
    """Text, tags and forms of a page; fails on tags that are not closed in order."""

    VOID = ("meta", "link", "br", "img", "input")

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.forms: list[_Form] = []
        self._within, self._chosen = "", False
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append((tag, given))
        if tag not in self.VOID:
            self.open.append(tag)
        if tag == "form":
            self.forms.append(_Form(given["action"] or ""))
        self._field(tag, given)

    def _field(self, tag: str, given: dict[str, str | None]) -> None:
        """What a form sends of a field that nobody touches."""
        name, value = given.get("name") or "", given.get("value") or ""
        is_off = given.get("type") in ("radio", "checkbox") and "checked" not in given
        if tag == "input" and name and not is_off:
            self.forms[-1].fields[name] = value
        if tag in ("select", "textarea"):
            self._within = name
            self.forms[-1].fields[name] = ""
        if tag == "option" and ("selected" in given or not self._chosen):
            self.forms[-1].fields[self._within] = value
            self._chosen = True

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if tag in ("select", "textarea"):
            self._within, self._chosen = "", False

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        if self._within and self.open[-1] == "textarea":
            self.forms[-1].fields[self._within] += data.removeprefix("\n")

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", " ".join(self.words))


class Visitor:
    """Somebody with a browser."""

    def __init__(self, house: House, base_url: str = "http://testserver", **headers: str) -> None:
        self.client = TestClient(house.app, base_url, raise_server_exceptions=False, headers=headers)
        self.answer = Response(200)

    def get(self, address: str) -> Outline:
        self.answer = self.client.get(address)
        return self.page

    @property
    def page(self) -> Outline:
        return Outline(self.answer.text)

    @property
    def at(self) -> str:
        return self.answer.url.path

    def send(self, action: str, files: Any = None, **typed: str) -> Outline:
        """Send the form of the page that leads there, with what was typed, and go where that leads."""
        form = next(form for form in self.page.forms if form.action.endswith(action))
        fields = {name: value for name, value in form.fields.items() if name not in (files or {})}
        self.answer = self.client.post(form.action, data={**fields, **typed}, files=files)
        return self.page

    def sign_in(self, name: str, password: str = PASSWORD) -> Outline:
        self.get("/login")
        return self.send("/login", name=name, password=password)


def signed_in(house: House, role: Any = "coordinator", name: str = "anna") -> Visitor:
    """Somebody who is signed in with a new account."""
    house.office.create_account(name, PASSWORD, role, "test")
    visitor = Visitor(house)
    visitor.sign_in(name)
    assert visitor.at == "/terms"
    return visitor

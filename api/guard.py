"""What surrounds every answer: security headers, HEAD as GET, and no fault of ours told to strangers."""

from collections.abc import MutableMapping
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import unexpected

__all__ = ["AS_HEAD", "HEADERS", "Guard"]

AS_HEAD = "terminsplan.as_head"
"""In the scope of a `GET` that was a `HEAD`: its body is not sent, so nobody should wait for one."""

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
}
"""On every answer that does not say otherwise itself."""


class Guard:
    """ASGI middleware around the whole app."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        answer = _Answer(send, bodiless=scope["method"] == "HEAD")
        if answer.bodiless:
            scope = {**scope, "method": "GET", AS_HEAD: True}
        try:
            await self.app(scope, receive, answer.send)
        except ClientDisconnect:  # nobody is left to be answered
            return None
        except Exception as error:
            if answer.begun:  # too late to say anything: the client sees the connection break off
                raise
            request = Request(scope)
            await unexpected(request, error)(scope, receive, answer.send)
        return None


class _Answer:
    """An answer on its way out."""

    def __init__(self, send: Send, bodiless: bool) -> None:
        self._send = send
        self.bodiless = bodiless
        self.begun = False

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.begun = True
            _add_headers(message)
        elif self.bodiless and message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await self._send(message)


def _add_headers(message: MutableMapping[str, Any]) -> None:
    headers = MutableHeaders(raw=message.setdefault("headers", []))
    for name, value in HEADERS.items():
        headers.setdefault(name, value)

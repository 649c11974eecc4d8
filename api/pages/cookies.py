"""The cookies: who is signed in, what a stranger's form brings back, who has gone to the provider, and the language."""

from starlette.requests import Request
from starlette.responses import Response

from api.settings import Settings

__all__ = ["FLOW", "FORM", "LANGUAGE", "SESSION", "YEAR", "cookie", "drop_cookie", "set_cookie"]

SESSION = "terminsplan"
FORM = "terminsplan-form"
FLOW = "terminsplan-oidc"
LANGUAGE = "terminsplan-language"
YEAR = 365 * 24 * 3600
"""In seconds."""


def cookie(request: Request, settings: Settings, name: str) -> str:
    """What the browser holds; empty where it holds nothing."""
    return request.cookies.get(_named(request, settings, name), "")


def set_cookie(
    answer: Response, request: Request, settings: Settings, name: str, value: str, *, seconds: int | None = None
) -> None:
    """Let the browser hold it for this address alone: until it is closed, or for so long."""
    answer.set_cookie(
        _named(request, settings, name),
        value,
        max_age=seconds,
        secure=_is_safe(request, settings),
        httponly=True,
        samesite="lax",
    )


def drop_cookie(answer: Response, request: Request, settings: Settings, name: str) -> None:
    """Let the browser forget it."""
    secure = _is_safe(request, settings)
    answer.delete_cookie(_named(request, settings, name), secure=secure, httponly=True, samesite="lax")


def _named(request: Request, settings: Settings, name: str) -> str:
    """Behind HTTPS with the prefix that keeps neighbours under the same domain from setting it."""
    return f"__Host-{name}" if _is_safe(request, settings) else name


def _is_safe(request: Request, settings: Settings) -> bool:
    return request.url.scheme == "https" or settings.public_url.startswith("https:")

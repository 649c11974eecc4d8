"""The way to the organisation's provider: the button on the page to sign in, and who may have pressed it."""

import hmac
from dataclasses import dataclass
from urllib.parse import urlencode

from api.oidc import Provider
from api.pages.visit import Visit

__all__ = ["BACK", "BEGIN", "Button", "button", "is_pressed_here", "provider_of", "takes_passwords"]

BEGIN = "/login/oidc"
BACK = "/login/oidc/callback"
"""Where the provider sends people afterwards; it must know this address."""


@dataclass(frozen=True)
class Button:
    """Leads to the provider. It is a link: browsers that heed our `form-action 'self'` let no form lead elsewhere."""

    name: str
    address: str


def provider_of(visit: Visit) -> Provider | None:
    """The organisation's; `None` where people sign in with passwords alone."""
    found: Provider | None = visit.request.app.state.provider
    return found


def button(visit: Visit, back: str) -> Button | None:
    """The one of this visitor's page, `None` where there is no provider.

    Args:
        back: the page that was asked for.
    """
    provider = provider_of(visit)
    if provider is None:
        return None
    return Button(provider.client.name, f"{BEGIN}?{urlencode({'next': back, 'key': _key(visit)})}")


def is_pressed_here(visit: Visit) -> bool:
    """Whether a page of this visitor's leads here: other sites can link to us, and know no key."""
    return hmac.compare_digest(visit.asked("key").encode(), _key(visit).encode())


def takes_passwords(visit: Visit) -> bool:
    """Whether anybody signs in with a password."""
    return not visit.settings.oidc_only


def _key(visit: Visit) -> str:
    """Not the form key itself: addresses are seen by more than forms are."""
    return visit.store.opened.keys.mark(f"oidc key:{visit.form_key}")

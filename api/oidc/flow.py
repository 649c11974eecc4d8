"""One try to sign in, from the button to the way back: known by a cookie of the browser that began it.

State, nonce and verifier are marks of the cookie, made with a key that lies here. So whoever brings back the state can
only be the browser that holds the cookie, and neither has to be signed or stored.
"""

import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Self
from urllib.parse import quote, unquote

from api.links import Keys

__all__ = ["LASTS", "Flow"]

LASTS = timedelta(minutes=10)
"""How long somebody may take at the provider."""
_LONGEST = 1000


@dataclass(frozen=True)
class Flow:
    """A try to sign in.

    Attributes:
        cookie: what the browser keeps.
        state: comes back with the answer, which is for this browser then.
        nonce: comes back in the token, which is for this try then.
        verifier: is told with the code, which only we can redeem then (PKCE).
        leads_to: the page that was asked for.
    """

    cookie: str
    state: str
    nonce: str
    verifier: str
    leads_to: str

    @classmethod
    def begin(cls, keys: Keys, leads_to: str, now: datetime) -> Self:
        """A new one."""
        kept = quote(leads_to, safe="")
        kept = kept if len(kept) <= _LONGEST else ""
        return cls._of(keys, f"{secrets.token_urlsafe(32)}.{int(now.timestamp())}.{kept}")

    @classmethod
    def resumed(cls, keys: Keys, cookie: str, state: str, now: datetime) -> Self | None:
        """The one that the browser began; `None` where it is another's, forged, or too old."""
        flow = cls._of(keys, cookie)
        if not hmac.compare_digest(flow.state.encode(), state.encode()):
            return None
        begun = int(cookie.split(".")[1])  # the state was made of it, so that it is as we made it
        return flow if now.timestamp() - begun <= LASTS.total_seconds() else None

    @classmethod
    def _of(cls, keys: Keys, cookie: str) -> Self:
        state, nonce, verifier = (keys.mark(f"oidc {what}:{cookie}") for what in ("state", "nonce", "verifier"))
        return cls(cookie, state, nonce, verifier, unquote(cookie.split(".", 2)[-1]))

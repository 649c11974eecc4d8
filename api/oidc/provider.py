"""The organisation's provider: where it is asked, how a code becomes claims, and what makes them believable."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import BoundedSemaphore
from typing import Any
from urllib.parse import quote_plus

import httpx
from authlib.oauth2.base import OAuth2Error
from authlib.oauth2.client import OAuth2Client
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import BadSignatureError, InvalidKeyIdError, JoseError
from joserfc.jwk import Key, KeySet, import_key
from joserfc.jws import JWSRegistry

from api.oidc.fetching import BROKEN, document, session
from api.oidc.flow import Flow
from api.oidc.refusal import Refusal
from api.oidc_client import Client, is_safe

__all__ = ["Provider"]

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")
"""That a token may be signed with: those whose key nobody but the provider has, whatever the token says."""
LEEWAY_SECONDS = 60
"""How far its clock may be from ours."""
KEPT = timedelta(hours=1)
"""How long what the provider publishes is believed without being fetched again."""
AT_ONCE = 12
"""So many may wait for the provider: one that hangs must not take all threads from those who are signed in."""
_NEEDED = ("authorization_endpoint", "token_endpoint", "jwks_uri")


@dataclass(frozen=True)
class _Published:
    """What the provider publishes of itself."""

    addresses: Mapping[str, Any]
    keys: KeySet
    fetched_at: datetime


class Provider:
    """The provider, seen by its client; safe to share between threads."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self._published: _Published | None = None
        self._places = BoundedSemaphore(AT_ONCE)

    def asked_at(self, flow: Flow, back: str, language: str, now: datetime) -> str:
        """The address that the browser is sent to.

        Args:
            back: where the provider sends it afterwards.

        Raises:
            Refusal: `provider` or `busy`.
        """
        address = self._known(now).addresses["authorization_endpoint"]
        said = {"nonce": flow.nonce, "code_verifier": flow.verifier, "ui_locales": language}
        return str(self._oauth(None, back).create_authorization_url(address, state=flow.state, **said)[0])

    def claims(self, flow: Flow, code: str, issuer: str, back: str, now: datetime) -> Mapping[str, Any]:
        """What the provider says of whoever came back with a code.

        Args:
            issuer: who sent them back, as the address says; empty where it does not.

        Raises:
            Refusal: `provider`, `busy` or `token`.
        """
        known = self._known(now)
        must_say = known.addresses.get("authorization_response_iss_parameter_supported") is True
        if issuer != self.client.issuer and (issuer or must_say):  # RFC 9207: the answer is another provider's
            raise Refusal("token", "the answer names another issuer")
        with self._asking() as at:
            answer = self._redeemed(at, known, flow, code, back)
            return self._believed(at, known, answer, flow.nonce, now)

    @contextmanager
    def _asking(self) -> Iterator[httpx.Client]:
        if not self._places.acquire(blocking=False):
            raise Refusal("busy", "too many wait for the provider")
        try:
            with session() as at:
                yield at
        finally:
            self._places.release()

    def _oauth(self, at: httpx.Client | None, back: str) -> Any:
        said = {"scope": self.client.scopes, "redirect_uri": back, "code_challenge_method": "S256"}
        return OAuth2Client(at, self.client.id, self.client.secret, **said)

    def _known(self, now: datetime) -> _Published:
        kept = self._published
        if kept and now - kept.fetched_at < KEPT:
            return kept
        with self._asking() as at:
            return self._fetched(at, now)

    def _fetched(self, at: httpx.Client, now: datetime) -> _Published:
        """What it publishes now, which is kept."""
        addresses = document(at, f"{self.client.issuer.rstrip('/')}/.well-known/openid-configuration")
        if addresses.get("issuer") != self.client.issuer:
            raise Refusal("provider", "it publishes another issuer than OIDC_ISSUER")
        if not all(isinstance(addresses.get(one), str) and is_safe(addresses[one]) for one in _NEEDED):
            raise Refusal("provider", "an address that it publishes is missing, or no HTTPS")
        self._published = _Published(addresses, _keys(document(at, addresses["jwks_uri"])), now)
        return self._published

    def _redeemed(self, at: httpx.Client, known: _Published, flow: Flow, code: str, back: str) -> Mapping[str, Any]:
        """What the provider gives for a code."""
        said = {"code": code, "code_verifier": flow.verifier, "grant_type": "authorization_code"}
        who = self._who(known.addresses.get("token_endpoint_auth_methods_supported"))
        try:
            return dict(self._oauth(at, back).fetch_token(known.addresses["token_endpoint"], **said, **who))
        except OAuth2Error as refused:
            raise Refusal("provider", "it gives no token for the code") from refused
        except (*BROKEN, TypeError) as failed:
            raise Refusal("provider", f"{type(failed).__name__} where it gives tokens") from failed

    def _who(self, ways: object) -> dict[str, Any]:
        """How we say who we are: in the body where the provider takes that, which leaves nothing to be misread."""
        if isinstance(ways, list) and "client_secret_post" in ways:
            return {"client_id": self.client.id, "client_secret": self.client.secret, "auth": httpx.Auth()}
        return {"auth": (quote_plus(self.client.id), quote_plus(self.client.secret))}  # RFC 6749, 2.3.1

    def _believed(
        self, at: httpx.Client, known: _Published, answer: Mapping[str, Any], nonce: str, now: datetime
    ) -> Mapping[str, Any]:
        """The claims of the token, made sure of: who signed it, for whom, for which try, and when."""
        options = {"iss": {"value": self.client.issuer}, "aud": {"value": self.client.id}}
        given = {"nonce": nonce, "client_id": self.client.id, "access_token": answer.get("access_token")}
        try:
            token = self._decoded(at, known, answer["id_token"], now)
            claims = CodeIDToken(token.claims, token.header, options, given)
            claims.validate(now=int(now.timestamp()), leeway=LEEWAY_SECONDS)
        except (JoseError, ValueError, TypeError, KeyError, RecursionError) as wrong:
            raise Refusal("token", f"{type(wrong).__name__} {getattr(wrong, 'claim', '')}".strip()) from wrong
        return dict(claims)

    def _decoded(self, at: httpx.Client, known: _Published, token: str, now: datetime) -> jwt.Token:
        # Providers put headers of their own into tokens; `crit` is heeded all the same.
        registry = JWSRegistry(algorithms=ALGORITHMS, strict_check_header=False)
        try:
            return jwt.decode(token, known.keys, registry=registry)
        except (InvalidKeyIdError, BadSignatureError):  # its keys can be others since they were fetched
            return jwt.decode(token, self._fetched(at, now).keys, registry=registry)


def _keys(published: Mapping[str, Any]) -> KeySet:
    """The keys that can sign; those of kinds that are not known here are left out."""
    listed = published.get("keys")
    keys = [key for one in listed for key in _key(one)] if isinstance(listed, list) else []
    if not keys:
        raise Refusal("provider", "it publishes no key that can be used")
    return KeySet(keys)


def _key(published: Any) -> Iterator[Key]:
    with suppress(JoseError, ValueError, TypeError, KeyError, AttributeError):
        if published["kty"] in ("RSA", "EC") and published.get("use", "sig") == "sig":
            yield import_key(published)

"""A small OpenID Connect provider on a port of its own: knows one person, consents for her, and lies if it is to."""

import json
import secrets
from base64 import b64decode
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import parse_qsl, unquote_plus, urlencode

from authlib.oauth2.rfc7636 import create_s256_code_challenge
from joserfc import jws
from joserfc.jwk import ECKey, KeySet, RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from tests.api.routes.house import NOW
from tests.api.routes.server import serving

__all__ = ["CLIENT_ID", "SECRET", "OwnProvider", "elliptic", "provided"]

CLIENT_ID = "terminsplan"
SECRET = "a secret with + and & in it"

Sign = Callable[["OwnProvider", dict[str, Any]], str]


def _signed(provider: "OwnProvider", claims: dict[str, Any]) -> str:
    key = provider.keys[0]
    header = {"alg": "RS256" if key.key_type == "RSA" else "ES256", "kid": key.kid}
    return jws.serialize_compact(header, json.dumps(claims).encode(), key)


@dataclass
class OwnProvider:
    """What it says; tests change it.

    Attributes:
        person: the claims of whoever is signed in there.
        lies: claims that stand in a token instead of the true ones; `None` leaves one out.
        sign: makes a token of claims.
        fails: by address below its own, what it answers instead.
        checks: whether it makes sure of client and verifier, as every provider must.
        asked: what it was asked, address by address.
    """

    url: str = ""
    keys: list[Any] = field(default_factory=lambda: [_rsa("first")])
    person: dict[str, Any] = field(default_factory=lambda: dict(_ANNA))
    lies: dict[str, Any] = field(default_factory=dict)
    sign: Sign = _signed
    published: dict[str, Any] = field(default_factory=dict)
    fails: dict[str, Response] = field(default_factory=dict)
    checks: bool = True
    says_issuer: bool = False
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def app(self) -> Starlette:
        """Its pages."""
        ways = {
            "/.well-known/openid-configuration": self._configuration,
            "/authorize": self._authorize,
            "/token": self._token,
            "/jwks": self._jwks,
        }
        routes = [Route(path, self._way(path, answer), methods=["GET", "POST"]) for path, answer in ways.items()]
        return Starlette(routes=routes)

    def count(self, path: str) -> int:
        """How often it was asked there."""
        return sum(1 for asked, _ in self.asked if asked == path)

    def forget(self) -> None:
        """Be as new, at the same address."""
        for name, value in vars(OwnProvider(self.url)).items():
            setattr(self, name, value)

    def rotate(self, kid: str) -> None:
        """Sign with a new key, and forget the old one."""
        self.keys = [_rsa(kid)]

    def _way(self, path: str, answer: Callable[[Request, dict[str, str]], Response]) -> Any:
        async def endpoint(request: Request) -> Response:
            said = dict(request.query_params) | dict(parse_qsl((await request.body()).decode()))
            self.asked.append((path, said))
            return self.fails.get(path) or answer(request, said)

        return endpoint

    def _configuration(self, _: Request, __: Mapping[str, str]) -> Response:
        own = {
            "issuer": self.url,
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token",
            "jwks_uri": f"{self.url}/jwks",
            "token_endpoint_auth_methods_supported": ["client_secret_post", "client_secret_basic"],
        }
        return JSONResponse(own | self.published)

    def _jwks(self, _: Request, __: Mapping[str, str]) -> Response:
        strange = [{"kty": "OKP2", "x": "?"}, {"kty": "RSA", "use": "enc"}, "no key"]
        return JSONResponse({"keys": [*strange, *KeySet(self.keys).as_dict()["keys"]]})

    def _authorize(self, _: Request, said: dict[str, str]) -> Response:
        """Consent at once."""
        code = secrets.token_urlsafe(16)
        self.codes[code] = said
        answer = {"code": code, "state": said["state"], **({"iss": self.url} if self.says_issuer else {})}
        return RedirectResponse(f"{said['redirect_uri']}?{urlencode(answer)}", 302)

    def _token(self, request: Request, said: dict[str, str]) -> Response:
        asked = self.codes.pop(said["code"], None)  # a code is good once
        if asked is None or (self.checks and not self._is_right(request, said, asked)):
            return JSONResponse({"error": "invalid_grant"}, 400)
        token = self.sign(self, self._claims(asked["nonce"]))
        return JSONResponse({"access_token": "unused", "token_type": "Bearer", "expires_in": 300, "id_token": token})

    def _is_right(self, request: Request, said: Mapping[str, str], asked: Mapping[str, str]) -> bool:
        client = _basic(request) or (said.get("client_id"), said.get("client_secret"))
        verified = create_s256_code_challenge(said["code_verifier"]) == asked["code_challenge"]
        return client == (CLIENT_ID, SECRET) and verified and said["redirect_uri"] == asked["redirect_uri"]

    def _claims(self, nonce: str) -> dict[str, Any]:
        now = int(NOW.timestamp())
        own = {"iss": self.url, "aud": CLIENT_ID, "iat": now, "exp": now + 300, "nonce": nonce}
        return {name: value for name, value in (own | self.person | self.lies).items() if value is not None}

    @property
    def settings(self) -> dict[str, Any]:
        """What an operator sets to sign in with it."""
        said = {"issuer": self.url, "client_id": CLIENT_ID, "client_secret": SECRET, "name": "Borås stad"}
        roles = {"coordinators": "planners, heads", "readers": "staff"}
        return {f"oidc_{name}": value for name, value in (said | roles).items()}


_ANNA = {"sub": "248289761001", "email": "Anna@example.org", "email_verified": True, "groups": ["planners", "others"]}


def _basic(request: Request) -> tuple[str, ...]:
    """Who asks, as the header says."""
    kind, _, said = request.headers.get("authorization", "").partition(" ")
    return tuple(map(unquote_plus, b64decode(said).decode().split(":"))) if kind == "Basic" else ()


@cache  # making one takes long
def _rsa(kid: str) -> RSAKey:
    return RSAKey.generate_key(2048, {"kid": kid, "use": "sig"})


def elliptic(kid: str) -> ECKey:
    """A key of the other kind."""
    return ECKey.generate_key("P-256", {"kid": kid})


@contextmanager
def provided(host: str = "127.0.0.1") -> Iterator[OwnProvider]:
    """The provider, reached under that name of this machine until the block ends."""
    own = OwnProvider()
    with serving(own.app) as url:
        own.url = url.replace("127.0.0.1", host)
        yield own

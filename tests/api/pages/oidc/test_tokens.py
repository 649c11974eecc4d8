"""What is believed: a token that the provider has signed, for us, for this try, now."""

from typing import Any

import pytest
from joserfc import jws, jwt
from joserfc.jwk import OctKey

from api.oidc.provider import ALGORITHMS
from tests.api.pages.oidc.coming import consented, is_in, refused, signed_in
from tests.api.pages.oidc.provider import SECRET, OwnProvider, elliptic
from tests.api.pages.visiting import Visitor
from tests.api.routes.house import NOW, House


def _later(**claims: int) -> dict[str, int]:
    return {name: int(NOW.timestamp()) + seconds for name, seconds in claims.items()}


LIES: dict[str, dict[str, Any]] = {
    "another nonce": {"nonce": "another"},
    "no nonce": {"nonce": None},
    "another audience": {"aud": "another-service"},
    "another audience, with us as the party": {"aud": "another-service", "azp": "terminsplan"},
    "no audience": {"aud": None},
    "several audiences and no party": {"aud": ["terminsplan", "another-service"]},
    "another party": {"aud": ["terminsplan", "another-service"], "azp": "another-service"},
    "another issuer": {"iss": "https://elsewhere.example"},
    "no issuer": {"iss": None},
    "expired": _later(exp=-61),
    "no end": {"exp": None},
    "an end that is no time": {"exp": "tomorrow"},
    "issued in the future": _later(iat=61, exp=400),
    "not yet valid": _later(nbf=61),
    "no subject": {"sub": None},
    "an empty subject": {"sub": ""},
    "a subject that is none": {"sub": 17},
    "a long subject": {"sub": "x" * 256},
    "a subject with half a letter": {"sub": "a\ud800"},
    "a subject with nothing in it": {"sub": "a\0b"},
    "another access token": {"at_hash": "AAAAAAAAAAAAAAAAAAAAAA"},
}
TRUTHS: dict[str, dict[str, Any]] = {
    "a clock that is a little behind": _later(iat=59, exp=400),
    "a clock that is a little ahead": _later(exp=-59),
    "several audiences, and us as the party": {"aud": ["terminsplan", "another-service"], "azp": "terminsplan"},
    "an audience in a list": {"aud": ["terminsplan"]},
    "claims that nobody knows": {"favourite": {"colour": ["green"]}},
}


def _header(provider: OwnProvider, alg: str) -> dict[str, str]:
    return {"alg": alg, "kid": provider.keys[0].kid}


def _unsigned(provider: OwnProvider, claims: dict[str, Any]) -> str:
    key = OctKey.import_key("irrelevant but long enough")
    return jwt.encode({"alg": "none"}, claims, key, algorithms=["none"])


def _with_the_secret(provider: OwnProvider, claims: dict[str, Any]) -> str:
    return jwt.encode(_header(provider, "HS256"), claims, OctKey.import_key(SECRET))


def _with_the_public_key(provider: OwnProvider, claims: dict[str, Any]) -> str:
    """The key that everybody has, taken for a secret."""
    public = OctKey.import_key(provider.keys[0].as_pem(private=False).replace(b"-----", b"     "))
    return jwt.encode(_header(provider, "HS256"), claims, public)


def _with_a_key_of_a_stranger(provider: OwnProvider, claims: dict[str, Any]) -> str:
    return jwt.encode(_header(provider, "ES256"), claims, elliptic("stranger"))


def _with_an_unknown_key(_: OwnProvider, claims: dict[str, Any]) -> str:
    return jwt.encode({"alg": "ES256", "kid": "unknown"}, claims, elliptic("unknown"))


def _with_a_key_it_brings(_: OwnProvider, claims: dict[str, Any]) -> str:
    key = elliptic("brought")
    return jwt.encode({"alg": "ES256", "jwk": key.as_dict(private=False)}, claims, key)


def _changed(provider: OwnProvider, claims: dict[str, Any]) -> str:
    head, _, mac = jwt.encode(_header(provider, "RS256"), claims, provider.keys[0]).split(".")
    _, body, _ = jwt.encode(_header(provider, "RS256"), claims | {"groups": ["heads"]}, provider.keys[0]).split(".")
    return f"{head}.{body}.{mac}"


def _no_claims(provider: OwnProvider, _: dict[str, Any]) -> str:
    return jws.serialize_compact(_header(provider, "RS256"), b"[1]", provider.keys[0])


FORGERIES = (
    _unsigned,
    _with_the_secret,
    _with_the_public_key,
    _with_a_key_of_a_stranger,
    _with_an_unknown_key,
    _with_a_key_it_brings,
    _changed,
    _no_claims,
    lambda *_: "no token",
    lambda *_: "",
    lambda *_: ["token"],
)


class TestBelieves:
    """A token that the provider has signed for us, for this try, now."""

    @pytest.mark.parametrize("truth", TRUTHS)
    def test_what_is_true(self, home: House, provider: OwnProvider, truth: str) -> None:
        provider.lies = TRUTHS[truth]
        assert is_in(signed_in(Visitor(home)))

    @pytest.mark.parametrize("lie", LIES)
    def test_no_lie(self, home: House, provider: OwnProvider, lie: str) -> None:
        provider.lies = LIES[lie]
        visitor = signed_in(Visitor(home))
        refused(visitor, "token")
        assert home.office.accounts() == ()

    @pytest.mark.parametrize("forged", FORGERIES)
    def test_no_forgery(self, home: House, provider: OwnProvider, forged: Any) -> None:
        provider.sign = forged
        visitor = signed_in(Visitor(home))
        refused(visitor, "token")
        assert home.office.accounts() == ()

    def test_no_key_that_everybody_has(self) -> None:
        assert not [one for one in ALGORITHMS if one.startswith("HS") or one == "none"]

    def test_no_answer_of_another_provider(self, home: House, provider: OwnProvider) -> None:
        provider.says_issuer = True
        visitor = Visitor(home)
        back = consented(visitor)
        assert "iss=" in back
        visitor.get(back.replace("iss=http", "iss=https"))
        refused(visitor, "token")
        assert is_in(signed_in(Visitor(home)))

    def test_no_answer_that_does_not_say_whose_it_is_though_it_should(self, home: House, provider: OwnProvider) -> None:
        provider.published["authorization_response_iss_parameter_supported"] = True
        visitor = signed_in(Visitor(home))
        refused(visitor, "token")

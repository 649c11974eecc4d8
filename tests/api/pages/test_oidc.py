"""Signing in with the organisation's own account: who is let in, and every way in which somebody else is not."""

import logging
import shutil
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any, get_args
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest
from joserfc import jws, jwt
from joserfc.jwk import OctKey
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response

from api.oidc import LASTS, Flow, Why
from api.oidc.fetching import MOST_BYTES
from api.oidc.provider import ALGORITHMS, AT_ONCE
from api.settings import Settings
from api.texts import say
from api.texts.oidc import OIDC_WORDINGS
from tests.api.pages.provider import SECRET, OwnProvider, elliptic, provided
from tests.api.pages.visiting import PASSWORD, Visitor
from tests.api.routes.house import NOW, House

BACK = "/login/oidc/callback"


@pytest.fixture(scope="module")
def one_provider() -> Iterator[OwnProvider]:
    with provided() as own:
        yield own


@pytest.fixture
def provider(one_provider: OwnProvider) -> OwnProvider:
    """The provider, which remembers no other test."""
    one_provider.forget()
    return one_provider


@pytest.fixture
def open_house(provider: OwnProvider, tmp_path: Path, blank: Path) -> Iterator[Callable[..., House]]:
    """Makes a service that signs in with the provider."""
    shutil.copytree(blank, tmp_path, dirs_exist_ok=True)
    made: list[House] = []

    def make(**settings: Any) -> House:
        made.append(House.at(tmp_path, **(provider.settings | settings)))
        return made[-1]

    yield make
    for one in made:
        one.store.close()


@pytest.fixture
def home(open_house: Callable[..., House]) -> House:
    return open_house()


def _link(visitor: Visitor) -> str:
    """Where the button of the page leads."""
    buttons = [given["href"] or "" for tag, given in visitor.page.tags if tag == "a" and given.get("class") == "button"]
    assert len(buttons) == 1
    return buttons[0]


def _sent(visitor: Visitor, back: str = "") -> str:
    """The address at the provider that the button leads to."""
    visitor.get("/login" + (f"?next={back}" if back else ""))
    answer = visitor.client.get(_link(visitor), follow_redirects=False)
    assert answer.status_code == 303
    return str(answer.headers["location"])


def _consented(visitor: Visitor, back: str = "") -> str:
    """Where the provider sends the browser once the person has consented."""
    answer = httpx.get(_sent(visitor, back))
    return answer.headers["location"].removeprefix("http://testserver")


def _signed_in(visitor: Visitor, back: str = "") -> Visitor:
    """The visitor, who has gone there and back again."""
    visitor.get(_consented(visitor, back))
    return visitor


def _is_in(visitor: Visitor) -> bool:
    visitor.get("/terms")
    return visitor.at == "/terms"


def _refused(visitor: Visitor, why: str) -> None:
    """That the visitor is told why, and is not let in."""
    assert say(f"oidc.{why}", "sv") in visitor.page.text
    assert visitor.answer.status_code >= 400
    assert not _is_in(visitor)


class TestLetsIn:
    """Those whom the provider vouches for and whom a group gives a role."""

    def test_with_an_account_of_their_own(self, home: House) -> None:
        visitor = _signed_in(Visitor(home))
        assert visitor.at == "/terms"
        (account,) = home.office.accounts()
        assert (account.name, account.role) == ("anna@example.org", "coordinator")
        assert "anna@example.org" in visitor.page.text
        said = [(one.action, one.by, one.subject) for one in home.office.audit()]
        assert said[:2] == [
            ("session.begin", "anna@example.org", account.id),
            ("account.create", "the organisation", account.id),
        ]
        _signed_in(Visitor(home))
        assert len(home.office.accounts()) == 1

    def test_and_leads_where_they_wanted_to_go(self, home: House) -> None:
        term = home.make_term()
        assert _signed_in(Visitor(home), f"/terms/{term}").at == f"/terms/{term}"

    @pytest.mark.parametrize(
        "elsewhere", ["https://elsewhere.example/", "//elsewhere.example", "/terms\\@x", "/logout"]
    )
    def test_and_never_leads_elsewhere(self, home: House, elsewhere: str) -> None:
        visitor = _signed_in(Visitor(home), elsewhere)
        assert (visitor.at, visitor.answer.url.host) == ("/terms", "testserver")

    def test_as_what_their_groups_say_now(self, home: House, provider: OwnProvider) -> None:
        first = _signed_in(Visitor(home))
        provider.person["groups"] = "staff"
        _signed_in(Visitor(home))
        assert [one.role for one in home.office.accounts()] == ["reader"]
        assert not first.get("/terms").forms[2:], "the reader's page has no form that changes anything"
        provider.person["groups"] = ["staff", "heads"]
        _signed_in(Visitor(home))
        assert [one.role for one in home.office.accounts()] == ["coordinator"]
        assert "account.reader" in {one.action for one in home.office.audit()}

    def test_whatever_they_are_called_now(self, home: House, provider: OwnProvider) -> None:
        _signed_in(Visitor(home))
        (before,) = home.office.accounts()
        provider.person["email"] = "anna.berg@example.org"
        _signed_in(Visitor(home))
        (after,) = home.office.accounts()
        assert (after.id, after.name) == (before.id, "anna.berg@example.org")
        home.office.create_account("anna.ek@example.org", PASSWORD, "reader", "test")
        provider.person["email"] = "anna.ek@example.org"
        assert _is_in(_signed_in(Visitor(home)))
        assert {one.name for one in home.office.accounts()} == {"anna.berg@example.org", "anna.ek@example.org"}

    def test_by_another_claim_than_the_address(self, open_house: Callable[..., House], provider: OwnProvider) -> None:
        home = open_house(oidc_name_claim="preferred_username", oidc_role_claim="roles", oidc_domains="boras.example")
        provider.person = {"sub": "1", "preferred_username": "anna@boras.example", "roles": ["staff"]}
        assert _is_in(_signed_in(Visitor(home)))

    def test_with_keys_of_either_kind(self, home: House, provider: OwnProvider) -> None:
        provider.keys = [elliptic("curve")]
        assert _is_in(_signed_in(Visitor(home)))

    def test_with_keys_that_are_newer_than_those_it_knew(self, home: House, provider: OwnProvider) -> None:
        _signed_in(Visitor(home))
        provider.rotate("second")
        assert _is_in(_signed_in(Visitor(home)))
        _signed_in(Visitor(home))
        assert provider.count("/jwks") == 2, "fetched again once, for the key that was unknown"

    def test_and_says_who_asks_as_the_provider_wants_it(self, home: House, provider: OwnProvider) -> None:
        provider.published["token_endpoint_auth_methods_supported"] = None
        assert _is_in(_signed_in(Visitor(home)))
        (said,) = [said for path, said in provider.asked if path == "/token"]
        assert "client_secret" not in said

    def test_with_a_secret_from_a_file(self, open_house: Callable[..., House], tmp_path: Path) -> None:
        file = tmp_path / "secret"
        file.write_text(f"{SECRET}\n", "utf-8")
        home = open_house(oidc_client_secret="", oidc_client_secret_file=str(file))
        assert _is_in(_signed_in(Visitor(home)))

    def test_only_at_the_address_that_the_operator_has_set(self, open_house: Callable[..., House]) -> None:
        home = open_house(public_url="https://plan.example/")
        visitor = Visitor(home, "https://testserver")
        asked = dict(parse_qsl(urlsplit(_sent(visitor)).query))
        assert asked["redirect_uri"] == f"https://plan.example{BACK}"

    def test_with_passwords_beside_it(self, home: House) -> None:
        home.office.create_account("bo", PASSWORD, "reader", "test")
        visitor = Visitor(home)
        visitor.sign_in("bo")
        assert visitor.at == "/terms"


class TestAsks:
    """What the provider is asked for."""

    def test_a_code_for_this_try_alone(self, home: House) -> None:
        address = urlsplit(_sent(Visitor(home)))
        asked = dict(parse_qsl(address.query))
        assert address.path == "/authorize"
        assert (asked["response_type"], asked["code_challenge_method"]) == ("code", "S256")
        assert asked["redirect_uri"] == f"http://testserver{BACK}"
        assert asked["scope"] == "openid email profile"
        again = dict(parse_qsl(urlsplit(_sent(Visitor(home))).query))
        for name in ("state", "nonce", "code_challenge"):
            assert len(asked[name]) >= 43
            assert asked[name] != again[name]
        assert len({asked["state"], asked["nonce"], asked["code_challenge"]}) == 3

    def test_with_a_cookie_that_only_this_browser_and_address_have_and_not_for_long(self, home: House) -> None:
        for base, prefix in (("http://testserver", ""), ("https://testserver", "__Host-")):
            visitor = Visitor(home, base)
            visitor.get("/login")
            answer = visitor.client.get(_link(visitor), follow_redirects=False)
            (kept,) = [one for one in answer.headers.get_list("set-cookie") if "oidc" in one]
            assert kept.startswith(f"{prefix}terminsplan-oidc=")
            assert {"HttpOnly", "SameSite=lax", "Path=/", "Max-Age=600"} <= set(kept.split("; "))
            assert ("Secure" in kept) is bool(prefix)
            assert answer.headers["cache-control"] == "no-store"

    def test_once_an_hour_what_it_publishes(self, home: House, provider: OwnProvider) -> None:
        for _ in range(3):
            _signed_in(Visitor(home))
        assert (provider.count("/.well-known/openid-configuration"), provider.count("/jwks")) == (1, 1)
        flow = Flow.begin(home.store.opened.keys, "/terms", NOW)
        for minutes, count in ((59, 1), (60, 2), (61, 2)):
            home.app.state.provider.asked_at(flow, "http://testserver/", "sv", NOW + timedelta(minutes=minutes))
            assert provider.count("/jwks") == count

    @pytest.mark.parametrize("key", ["", "&key=", "&key=" + "0" * 64])
    def test_nothing_where_another_site_has_sent_the_visitor(
        self, home: House, provider: OwnProvider, key: str
    ) -> None:
        visitor = Visitor(home)
        visitor.get(f"/login/oidc?next=/terms/x{key}")
        assert (visitor.at, provider.asked) == ("/login", [])
        assert "next=%2Fterms%2Fx" in _link(visitor)

    def test_nothing_of_those_who_are_signed_in(self, home: House, provider: OwnProvider) -> None:
        visitor = Visitor(home)
        visitor.get("/login")
        link = _link(visitor)
        _signed_in(visitor)
        before = len(provider.asked)
        visitor.get(link)
        assert (visitor.at, len(provider.asked)) == ("/terms", before)


class TestHoldsToOneTry:
    """An answer is for the browser that asked, once, and soon."""

    def test_not_with_another_state(self, home: House) -> None:
        visitor = Visitor(home)
        back = _consented(visitor)
        for state in ("", "x", "å", "0" * 64):
            code = dict(parse_qsl(urlsplit(back).query))["code"]
            other = Visitor(home)
            other.client.cookies.update(visitor.client.cookies)
            other.get(f"{BACK}?code={code}&state={state}")
            _refused(other, "stale")
        visitor.get(f"{BACK}?code=x&state=x")
        _refused(visitor, "stale")
        visitor.get(back)
        assert _is_in(visitor), "what is not its answer does not end a try"

    def test_not_twice(self, home: House, provider: OwnProvider) -> None:
        visitor = Visitor(home)
        back = _consented(visitor)
        kept = visitor.client.cookies["terminsplan-oidc"]
        visitor.get(back)
        assert "terminsplan-oidc" not in visitor.client.cookies
        assert _is_in(visitor)
        visitor.client.cookies.delete("terminsplan")
        visitor.get(back)
        _refused(visitor, "stale")
        visitor.client.cookies.set("terminsplan-oidc", kept)
        visitor.get(back)
        _refused(visitor, "provider")

    def test_not_in_another_browser(self, home: House) -> None:
        """Else somebody could sign others in to an account of their own."""
        back = _consented(Visitor(home))
        victim = Visitor(home)
        victim.get(back)
        _refused(victim, "stale")
        victim = Visitor(home)
        _sent(victim)
        victim.get(back)
        _refused(victim, "stale")

    @pytest.mark.parametrize("checks", [True, False], ids=["verifier", "nonce"])
    def test_not_with_the_code_of_another_try(self, home: House, provider: OwnProvider, checks: bool) -> None:
        """A stolen code is good for nothing: the provider asks for the verifier, and the nonce is another."""
        stolen = dict(parse_qsl(urlsplit(_consented(Visitor(home))).query))["code"]
        thief = Visitor(home)
        state = dict(parse_qsl(urlsplit(_consented(thief)).query))["state"]
        provider.checks = checks
        thief.get(f"{BACK}?code={stolen}&state={state}")
        _refused(thief, "provider" if checks else "token")

    def test_not_with_a_cookie_that_was_changed(self, home: House) -> None:
        visitor = Visitor(home)
        back = _consented(visitor, "/terms/a")
        kept = visitor.client.cookies["terminsplan-oidc"]
        visitor.client.cookies.clear()
        visitor.client.cookies.set("terminsplan-oidc", kept.replace("terms", "jobs"))
        visitor.get(back)
        _refused(visitor, "stale")

    def test_not_after_ten_minutes(self, home: House) -> None:
        keys = home.store.opened.keys
        begun = Flow.begin(keys, "/terms", NOW)
        assert Flow.resumed(keys, begun.cookie, begun.state, NOW + LASTS) == begun
        assert Flow.resumed(keys, begun.cookie, begun.state, NOW + LASTS + timedelta(seconds=1)) is None

    def test_keeps_no_address_that_is_too_long_for_a_cookie(self, home: House) -> None:
        long = Flow.begin(home.store.opened.keys, "/terms/" + "å" * 2000, NOW)
        assert (long.leads_to, len(long.cookie) < 100) == ("", True)
        assert Flow.begin(home.store.opened.keys, "/terms/å.b", NOW).leads_to == "/terms/å.b"

    def test_asking_what_is_there_uses_nothing_up(self, home: House) -> None:
        visitor = Visitor(home)
        back = _consented(visitor)
        assert visitor.client.head(back).status_code == 200
        visitor.get(back)
        assert _is_in(visitor)


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
        assert _is_in(_signed_in(Visitor(home)))

    @pytest.mark.parametrize("lie", LIES)
    def test_no_lie(self, home: House, provider: OwnProvider, lie: str) -> None:
        provider.lies = LIES[lie]
        visitor = _signed_in(Visitor(home))
        _refused(visitor, "token")
        assert home.office.accounts() == ()

    @pytest.mark.parametrize("forged", FORGERIES)
    def test_no_forgery(self, home: House, provider: OwnProvider, forged: Any) -> None:
        provider.sign = forged
        visitor = _signed_in(Visitor(home))
        _refused(visitor, "token")
        assert home.office.accounts() == ()

    def test_no_key_that_everybody_has(self) -> None:
        assert not [one for one in ALGORITHMS if one.startswith("HS") or one == "none"]

    def test_no_answer_of_another_provider(self, home: House, provider: OwnProvider) -> None:
        provider.says_issuer = True
        visitor = Visitor(home)
        back = _consented(visitor)
        assert "iss=" in back
        visitor.get(back.replace("iss=http", "iss=https"))
        _refused(visitor, "token")
        assert _is_in(_signed_in(Visitor(home)))

    def test_no_answer_that_does_not_say_whose_it_is_though_it_should(self, home: House, provider: OwnProvider) -> None:
        provider.published["authorization_response_iss_parameter_supported"] = True
        visitor = _signed_in(Visitor(home))
        _refused(visitor, "token")


class TestKeepsOut:
    """Those who are who they say, and have no business here."""

    @pytest.mark.parametrize(
        "groups", [None, [], ["others"], "plan", {"planners": 1}, [["planners"]], "planners, heads"]
    )
    def test_who_has_no_role(self, home: House, provider: OwnProvider, groups: Any) -> None:
        provider.person["groups"] = groups
        visitor = _signed_in(Visitor(home))
        assert visitor.answer.status_code == 403
        _refused(visitor, "no_role")
        assert home.office.accounts() == ()

    def test_who_has_a_role_no_more_wherever_they_are(self, home: House, provider: OwnProvider) -> None:
        first = _signed_in(Visitor(home))
        provider.person["groups"] = ["others"]
        _refused(_signed_in(Visitor(home)), "no_role")
        assert not _is_in(first)

    @pytest.mark.parametrize("verified", [False, None, "true", 1])
    def test_whose_address_is_not_verified(self, home: House, provider: OwnProvider, verified: Any) -> None:
        provider.person["email_verified"] = verified
        _refused(_signed_in(Visitor(home)), "unnamed")

    @pytest.mark.parametrize("name", [None, "", "a b", "a\nb", "x" * 65, "ß" * 40, ["anna"], "a\0b"])
    def test_who_has_no_name(self, home: House, provider: OwnProvider, name: Any) -> None:
        provider.person["email"] = name
        _refused(_signed_in(Visitor(home)), "unnamed")

    def test_who_is_of_another_domain(self, open_house: Callable[..., House], provider: OwnProvider) -> None:
        home = open_house(oidc_domains="@Example.org, boras.example")
        assert _is_in(_signed_in(Visitor(home)))
        for email in ("anna@elsewhere.example", "anna@example.org.elsewhere.example", "anna@sub.example.org", "anna"):
            provider.person |= {"email": email, "sub": email}
            _refused(_signed_in(Visitor(home)), "outside")

    def test_whose_account_is_disabled(self, home: House) -> None:
        first = _signed_in(Visitor(home))
        home.office.disable_account("anna@example.org", "test")
        assert not _is_in(first)
        _refused(_signed_in(Visitor(home)), "ended")

    def test_who_has_the_name_of_another_account(self, home: House, provider: OwnProvider) -> None:
        home.office.create_account("anna@example.org", PASSWORD, "reader", "test")
        _refused(_signed_in(Visitor(home)), "taken")
        assert [one.role for one in home.office.accounts()] == ["reader"]
        other = home.store.create_workspace("other", "Other")
        other.create_account("bo@example.org", PASSWORD, "reader", "test")
        provider.person |= {"email": "bo@example.org", "sub": "2"}
        _refused(_signed_in(Visitor(home)), "taken")

    def test_who_has_the_name_and_another_subject(self, home: House, provider: OwnProvider) -> None:
        """Addresses are given to others once somebody has left."""
        _signed_in(Visitor(home))
        provider.person["sub"] = "another"
        _refused(_signed_in(Visitor(home)), "taken")

    def test_who_tries_a_password_for_an_account_that_has_none(self, home: House) -> None:
        _signed_in(Visitor(home))
        for password in ("", " ", "None", PASSWORD):
            visitor = Visitor(home)
            visitor.sign_in("anna@example.org", password)
            assert visitor.answer.status_code in (422, 429)
            assert not _is_in(visitor)

    def test_who_tries_passwords_where_there_are_none(self, open_house: Callable[..., House]) -> None:
        home = open_house(oidc_only=True)
        home.office.create_account("bo", PASSWORD, "reader", "test")
        visitor = Visitor(home)
        page = visitor.get("/login")
        assert (page.forms, "Lösenord" in page.text) == ([], False)
        assert visitor.get(_link(visitor)) is not None
        key = visitor.client.cookies["terminsplan-form"]
        answer = visitor.client.post("/login", data={"form_key": key, "name": "bo", "password": PASSWORD})
        assert answer.status_code == 403
        assert not _is_in(visitor)
        visitor.get(f"/in/{home.office.login_link('bo', '/terms', 'test')}")
        assert _is_in(visitor)


class TestAnAccountThatWaits:
    """An operator says whose it is; whoever comes under its name then has it."""

    def test_is_theirs_from_then_on_and_no_longer_its_passwords(self, home: House, provider: OwnProvider) -> None:
        home.office.create_account("anna@example.org", PASSWORD, "reader", "test")
        before = Visitor(home)
        before.sign_in("anna@example.org")
        home.office.bind_account("Anna@example.org", provider.url, "test")
        assert _is_in(_signed_in(Visitor(home)))
        assert [one.role for one in home.office.accounts()] == ["coordinator"]
        assert not _is_in(before)
        before.sign_in("anna@example.org")
        assert not _is_in(before)
        assert {"account.await", "account.bind"} <= {one.action for one in home.office.audit()}
        provider.person["sub"] = "another"
        _refused(_signed_in(Visitor(home)), "taken")

    def test_waits_for_that_provider_and_name_alone(self, home: House, provider: OwnProvider) -> None:
        for name in ("anna@example.org", "bo@example.org"):
            home.office.create_account(name, PASSWORD, "reader", "test")
        home.office.bind_account("anna@example.org", "https://elsewhere.example", "test")
        home.office.bind_account("bo@example.org", provider.url, "test")
        _refused(_signed_in(Visitor(home)), "taken")

    def test_is_no_longer_whose_it_was(self, home: House, provider: OwnProvider) -> None:
        first = provider.person
        _signed_in(Visitor(home))
        home.office.bind_account("anna@example.org", provider.url, "test")
        provider.person = first | {"sub": "another"}
        assert _is_in(_signed_in(Visitor(home)))
        provider.person = first
        _refused(_signed_in(Visitor(home)), "taken")

    def test_may_be_of_any_workspace(self, home: House, provider: OwnProvider) -> None:
        other = home.store.create_workspace("other", "Other")
        other.create_account("anna@example.org", PASSWORD, "reader", "test")
        other.bind_account("anna@example.org", provider.url, "test")
        for _ in range(2):
            assert _is_in(_signed_in(Visitor(home)))
        assert (home.office.accounts(), len(other.accounts())) == ((), 1)


def _big(_: Any = None) -> Response:
    return JSONResponse({"issuer": "x" * MOST_BYTES})


class TestAProviderThatFails:
    """Nobody is let in, what to do is told, and nothing else breaks."""

    @pytest.mark.parametrize("where", ["/.well-known/openid-configuration", "/jwks"])
    @pytest.mark.parametrize(
        "answer",
        [
            PlainTextResponse("no", 503),
            PlainTextResponse("no JSON"),
            JSONResponse(["no object"]),
            JSONResponse({}),
            PlainTextResponse("[" * 100_000),
            RedirectResponse("https://elsewhere.example/"),
            _big(),
            PlainTextResponse(b"\x1f\x8b", headers={"Content-Encoding": "gzip"}),
        ],
        ids=["error", "text", "list", "nothing", "deep", "elsewhere", "large", "compressed"],
    )
    def test_before_anybody_is_sent_there(
        self, home: House, provider: OwnProvider, where: str, answer: Response
    ) -> None:
        provider.fails[where] = answer
        visitor = Visitor(home)
        visitor.get("/login")
        visitor.get(_link(visitor))
        assert visitor.answer.status_code == 502
        _refused(visitor, "provider")
        provider.fails.clear()
        assert _is_in(_signed_in(Visitor(home))), "what failed is not kept"

    @pytest.mark.parametrize(
        "published",
        [
            {"issuer": "https://elsewhere.example"},
            {"issuer": None},
            {"token_endpoint": "http://elsewhere.example/token"},
            {"authorization_endpoint": "javascript:alert(1)"},
            {"jwks_uri": None},
            {"jwks_uri": "https://["},
            {"token_endpoint": ["https://login.example"]},
        ],
    )
    def test_where_it_publishes_nonsense(self, home: House, provider: OwnProvider, published: dict[str, Any]) -> None:
        provider.published = published
        visitor = Visitor(home)
        visitor.get("/login")
        visitor.get(_link(visitor))
        _refused(visitor, "provider")

    @pytest.mark.parametrize(
        ("answer", "why"),
        [
            (PlainTextResponse("no", 503), "provider"),
            (JSONResponse({"error": "invalid_client"}, 401), "provider"),
            (JSONResponse({"error": "invalid_grant"}, 200), "provider"),
            (PlainTextResponse("no JSON"), "provider"),
            (JSONResponse({"access_token": "a", "expires_in": ["x"]}), "provider"),
            (_big(), "provider"),
            (JSONResponse({"access_token": "a"}), "token"),
        ],
        ids=["down", "client", "grant", "text", "nonsense", "large", "no token"],
    )
    def test_when_they_come_back(self, home: House, provider: OwnProvider, answer: Response, why: str) -> None:
        provider.fails["/token"] = answer
        _refused(_signed_in(Visitor(home)), why)

    def test_when_it_is_gone(self, tmp_path: Path) -> None:
        with provided() as own:
            settings = own.settings
        home = House.at(tmp_path / "gone", **settings)
        visitor = Visitor(home)
        visitor.get("/login")
        visitor.get(_link(visitor))
        _refused(visitor, "provider")
        home.office.create_account("bo", PASSWORD, "reader", "test")
        visitor.sign_in("bo")
        assert visitor.at == "/terms"
        home.store.close()

    @pytest.mark.parametrize(
        ("error", "why"),
        [("access_denied", "stopped"), ("server_error", "provider"), ("<script>", "provider"), ("", "provider")],
    )
    def test_when_it_sends_them_back_without_a_code(self, home: House, error: str, why: str) -> None:
        visitor = Visitor(home)
        state = dict(parse_qsl(urlsplit(_sent(visitor)).query))["state"]
        visitor.get(f"{BACK}?error={error}&error_description=hemligt&state={state}")
        assert "hemligt" not in visitor.answer.text
        _refused(visitor, why)

    def test_when_it_hangs_others_are_told_at_once(self, home: House, provider: OwnProvider) -> None:
        places = home.app.state.provider._places
        for _ in range(AT_ONCE):
            places.acquire()
        visitor = Visitor(home)
        visitor.get("/login")
        visitor.get(_link(visitor))
        assert visitor.answer.status_code == 503
        _refused(visitor, "busy")
        for _ in range(AT_ONCE):
            places.release()
        assert _is_in(_signed_in(Visitor(home)))

    def test_which_leaves_those_alone_who_choose_a_language(self, home: House) -> None:
        visitor = Visitor(home)
        back = _consented(visitor)
        visitor.get(f"{BACK}?lang=en")
        assert (visitor.at, dict(visitor.page.tags)["html"]["lang"]) == ("/login", "en")
        visitor.get(back)
        assert _is_in(visitor)

    def test_the_log_says_why_and_never_who(
        self, home: House, provider: OwnProvider, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.INFO)
        provider.lies = {"aud": "another-service"}
        visitor = Visitor(home)
        back = _consented(visitor)
        visitor.get(back)
        provider.lies = {}
        home.office.create_account("anna@example.org", PASSWORD, "reader", "test")
        _signed_in(Visitor(home))
        logged = "\n".join(one.getMessage() for one in caplog.records if not one.name.startswith("httpx"))
        assert "token (InvalidClaimError aud)" in logged
        assert "taken" in logged
        said = dict(parse_qsl(urlsplit(back).query))
        for secret in ("anna", "248289761001", SECRET, said["code"], said["state"]):
            assert secret not in logged.lower()


class TestWithoutOne:
    """Where no provider is set, there is none."""

    def test_there_is_no_button_and_no_way(self, house: House) -> None:
        visitor = Visitor(house)
        visitor.get("/login")
        assert not [given for tag, given in visitor.page.tags if tag == "a" and given.get("class") == "button"]
        for address in ("/login/oidc", BACK):
            visitor.get(address)
            assert visitor.answer.status_code == 404


def test_two_who_are_one_have_one_account(home: House) -> None:
    backs = []
    for _ in range(4):
        visitor = Visitor(home)
        backs.append((visitor, _consented(visitor)))
    threads = [threading.Thread(target=visitor.get, args=(back,)) for visitor, back in backs]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert all(_is_in(visitor) for visitor, _ in backs)
    assert len(home.office.accounts()) == 1


def test_whoever_was_signed_in_is_so_no_more(home: House) -> None:
    home.office.create_account("bo", PASSWORD, "reader", "test")
    visitor = Visitor(home)
    back = _consented(visitor)
    visitor.sign_in("bo")
    before = visitor.client.cookies["terminsplan"]
    visitor.get(back)
    assert "anna@example.org" in visitor.page.text
    visitor.client.cookies.set("terminsplan", before)
    assert not _is_in(visitor)


@pytest.mark.parametrize("why", get_args(Why))
def test_every_reason_has_words_of_its_own(why: str) -> None:
    assert {f"oidc.{why}", f"oidc.{why}.detail"} <= OIDC_WORDINGS.keys()


def test_no_word_is_kept_that_nobody_says() -> None:
    pages = Path(__file__).parents[3] / "api" / "pages"
    written = "".join(file.read_text("utf-8") for ext in ("*.html", "*.py") for file in pages.rglob(ext))
    told = {f"oidc.{why}{more}" for why in get_args(Why) for more in ("", ".detail")}
    assert [code for code in OIDC_WORDINGS if code not in told and f'"{code}"' not in written] == []


def test_the_secret_is_never_shown(provider: OwnProvider) -> None:
    settings = Settings.model_validate(provider.settings)
    assert SECRET not in f"{settings!r} {settings.model_dump_json()} {settings.model_dump()}"

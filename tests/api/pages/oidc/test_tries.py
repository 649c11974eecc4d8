"""What the provider is asked for; and an answer is for the browser that asked, once, and soon."""

from datetime import timedelta
from urllib.parse import parse_qsl, urlsplit

import pytest

from api.oidc import LASTS, Flow
from tests.api.pages.oidc.coming import BACK, consented, is_in, link, refused, sent, signed_in
from tests.api.pages.oidc.provider import OwnProvider
from tests.api.pages.visiting import Visitor
from tests.api.routes.house import NOW, House


class TestAsks:
    """What the provider is asked for."""

    def test_a_code_for_this_try_alone(self, home: House) -> None:
        address = urlsplit(sent(Visitor(home)))
        asked = dict(parse_qsl(address.query))
        assert address.path == "/authorize"
        assert (asked["response_type"], asked["code_challenge_method"]) == ("code", "S256")
        assert asked["redirect_uri"] == f"http://testserver{BACK}"
        assert asked["scope"] == "openid email profile"
        again = dict(parse_qsl(urlsplit(sent(Visitor(home))).query))
        for name in ("state", "nonce", "code_challenge"):
            assert len(asked[name]) >= 43
            assert asked[name] != again[name]
        assert len({asked["state"], asked["nonce"], asked["code_challenge"]}) == 3

    def test_with_a_cookie_that_only_this_browser_and_address_have_and_not_for_long(self, home: House) -> None:
        for base, prefix in (("http://testserver", ""), ("https://testserver", "__Host-")):
            visitor = Visitor(home, base)
            visitor.get("/login")
            answer = visitor.client.get(link(visitor), follow_redirects=False)
            (kept,) = [one for one in answer.headers.get_list("set-cookie") if "oidc" in one]
            assert kept.startswith(f"{prefix}terminsplan-oidc=")
            assert {"HttpOnly", "SameSite=lax", "Path=/", "Max-Age=600"} <= set(kept.split("; "))
            assert ("Secure" in kept) is bool(prefix)
            assert answer.headers["cache-control"] == "no-store"

    def test_once_an_hour_what_it_publishes(self, home: House, provider: OwnProvider) -> None:
        for _ in range(3):
            signed_in(Visitor(home))
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
        assert "next=%2Fterms%2Fx" in link(visitor)

    def test_nothing_of_those_who_are_signed_in(self, home: House, provider: OwnProvider) -> None:
        visitor = Visitor(home)
        visitor.get("/login")
        pressed = link(visitor)
        signed_in(visitor)
        before = len(provider.asked)
        for address in (pressed, "/login/oidc?next=https://elsewhere.example/"):
            visitor.get(address)
            assert (visitor.at, visitor.answer.url.host, len(provider.asked)) == ("/terms", "testserver", before)


class TestHoldsToOneTry:
    """An answer is for the browser that asked, once, and soon."""

    def test_not_with_another_state(self, home: House) -> None:
        visitor = Visitor(home)
        back = consented(visitor)
        for state in ("", "x", "å", "0" * 64):
            code = dict(parse_qsl(urlsplit(back).query))["code"]
            other = Visitor(home)
            other.client.cookies.update(visitor.client.cookies)
            other.get(f"{BACK}?code={code}&state={state}")
            refused(other, "stale")
        visitor.get(f"{BACK}?code=x&state=x")
        refused(visitor, "stale")
        visitor.get(back)
        assert is_in(visitor), "what is not its answer does not end a try"

    def test_not_twice(self, home: House, provider: OwnProvider) -> None:
        visitor = Visitor(home)
        back = consented(visitor)
        kept = visitor.client.cookies["terminsplan-oidc"]
        visitor.get(back)
        assert "terminsplan-oidc" not in visitor.client.cookies
        assert is_in(visitor)
        visitor.client.cookies.delete("terminsplan")
        visitor.get(back)
        refused(visitor, "stale")
        visitor.client.cookies.set("terminsplan-oidc", kept)
        visitor.get(back)
        refused(visitor, "provider")

    def test_not_in_another_browser(self, home: House) -> None:
        """Else somebody could sign others in to an account of their own."""
        back = consented(Visitor(home))
        victim = Visitor(home)
        victim.get(back)
        refused(victim, "stale")
        victim = Visitor(home)
        sent(victim)
        victim.get(back)
        refused(victim, "stale")

    @pytest.mark.parametrize("checks", [True, False], ids=["verifier", "nonce"])
    def test_not_with_the_code_of_another_try(self, home: House, provider: OwnProvider, checks: bool) -> None:
        """A stolen code is good for nothing: the provider asks for the verifier, and the nonce is another."""
        stolen = dict(parse_qsl(urlsplit(consented(Visitor(home))).query))["code"]
        thief = Visitor(home)
        state = dict(parse_qsl(urlsplit(consented(thief)).query))["state"]
        provider.checks = checks
        thief.get(f"{BACK}?code={stolen}&state={state}")
        refused(thief, "provider" if checks else "token")

    def test_not_with_a_cookie_that_was_changed(self, home: House) -> None:
        visitor = Visitor(home)
        back = consented(visitor, "/terms/a")
        kept = visitor.client.cookies["terminsplan-oidc"]
        visitor.client.cookies.clear()
        visitor.client.cookies.set("terminsplan-oidc", kept.replace("terms", "jobs"))
        visitor.get(back)
        refused(visitor, "stale")

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
        back = consented(visitor)
        assert visitor.client.head(back).status_code == 200
        assert "terminsplan" not in visitor.client.cookies
        visitor.get(back)
        assert is_in(visitor)

"""A provider that fails lets nobody in, says what to do, and breaks nothing else."""

import logging
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response

from api.oidc.fetching import MOST_BYTES
from api.oidc.provider import AT_ONCE
from tests.api.pages.oidc.coming import BACK, consented, is_in, link, refused, sent, signed_in
from tests.api.pages.oidc.provider import SECRET, OwnProvider, provided
from tests.api.pages.visiting import PASSWORD, Visitor
from tests.api.routes.house import House


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
        visitor.get(link(visitor))
        assert visitor.answer.status_code == 502
        refused(visitor, "provider")
        provider.fails.clear()
        assert is_in(signed_in(Visitor(home))), "what failed is not kept"

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
        visitor.get(link(visitor))
        refused(visitor, "provider")

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
        refused(signed_in(Visitor(home)), why)

    def test_when_it_is_gone(self, tmp_path: Path) -> None:
        with provided() as own:
            settings = own.settings
        home = House.at(tmp_path / "gone", **settings)
        visitor = Visitor(home)
        visitor.get("/login")
        visitor.get(link(visitor))
        refused(visitor, "provider")
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
        state = dict(parse_qsl(urlsplit(sent(visitor)).query))["state"]
        visitor.get(f"{BACK}?error={error}&error_description=hemligt&state={state}")
        assert "hemligt" not in visitor.answer.text
        refused(visitor, why)

    def test_when_it_hangs_others_are_told_at_once(self, home: House, provider: OwnProvider) -> None:
        places = home.app.state.provider._places
        for _ in range(AT_ONCE):
            places.acquire()
        visitor = Visitor(home)
        visitor.get("/login")
        visitor.get(link(visitor))
        assert visitor.answer.status_code == 503
        refused(visitor, "busy")
        for _ in range(AT_ONCE):
            places.release()
        assert is_in(signed_in(Visitor(home)))

    def test_which_leaves_those_alone_who_choose_a_language(self, home: House) -> None:
        visitor = Visitor(home)
        back = consented(visitor)
        visitor.get(f"{BACK}?lang=en")
        assert (visitor.at, dict(visitor.page.tags)["html"]["lang"]) == ("/login", "en")
        visitor.get(back)
        assert is_in(visitor)

    def test_the_log_says_why_and_never_who(
        self, home: House, provider: OwnProvider, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.INFO)
        provider.lies = {"aud": "another-service"}
        visitor = Visitor(home)
        back = consented(visitor)
        visitor.get(back)
        provider.lies = {}
        home.office.create_account("anna@example.org", PASSWORD, "reader", "test")
        signed_in(Visitor(home))
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

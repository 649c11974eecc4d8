"""Whom the provider vouches for, and whom a group gives a role, is let in."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import get_args
from urllib.parse import parse_qsl, urlsplit

import pytest

from api.oidc import Why
from api.settings import Settings
from api.texts import of_domain
from tests.api.pages.oidc.coming import BACK, consented, is_in, sent, signed_in
from tests.api.pages.oidc.provider import SECRET, OwnProvider, elliptic
from tests.api.pages.visiting import PASSWORD, Visitor
from tests.api.routes.house import House


class TestLetsIn:
    """Those whom the provider vouches for and whom a group gives a role."""

    def test_with_an_account_of_their_own(self, home: House) -> None:
        visitor = signed_in(Visitor(home))
        assert visitor.at == "/terms"
        (account,) = home.office.accounts()
        assert (account.name, account.role) == ("anna@example.org", "coordinator")
        assert "anna@example.org" in visitor.page.text
        said = [(one.action, one.by, one.subject) for one in home.office.audit()]
        assert said[:2] == [
            ("session.begin", "anna@example.org", account.id),
            ("account.create", "the organisation", account.id),
        ]
        signed_in(Visitor(home))
        assert len(home.office.accounts()) == 1

    def test_and_leads_where_they_wanted_to_go(self, home: House) -> None:
        term = home.make_term()
        assert signed_in(Visitor(home), f"/terms/{term}").at == f"/terms/{term}"

    @pytest.mark.parametrize(
        "elsewhere", ["https://elsewhere.example/", "//elsewhere.example", "/terms\\@x", "/logout"]
    )
    def test_and_never_leads_elsewhere(self, home: House, elsewhere: str) -> None:
        visitor = signed_in(Visitor(home), elsewhere)
        assert (visitor.at, visitor.answer.url.host) == ("/terms", "testserver")

    def test_as_what_their_groups_say_now(self, home: House, provider: OwnProvider) -> None:
        first = signed_in(Visitor(home))
        provider.person["groups"] = "staff"
        signed_in(Visitor(home))
        assert [one.role for one in home.office.accounts()] == ["reader"]
        assert not first.get("/terms").forms[2:], "the reader's page has no form that changes anything"
        provider.person["groups"] = ["staff", "heads"]
        signed_in(Visitor(home))
        assert [one.role for one in home.office.accounts()] == ["coordinator"]
        assert "account.reader" in {one.action for one in home.office.audit()}

    def test_whatever_they_are_called_now(self, home: House, provider: OwnProvider) -> None:
        signed_in(Visitor(home))
        (before,) = home.office.accounts()
        provider.person["email"] = "anna.berg@example.org"
        signed_in(Visitor(home))
        (after,) = home.office.accounts()
        assert (after.id, after.name) == (before.id, "anna.berg@example.org")
        home.office.create_account("anna.ek@example.org", PASSWORD, "reader", "test")
        provider.person["email"] = "anna.ek@example.org"
        assert is_in(signed_in(Visitor(home)))
        assert {one.name for one in home.office.accounts()} == {"anna.berg@example.org", "anna.ek@example.org"}

    def test_by_another_claim_than_the_address(self, open_house: Callable[..., House], provider: OwnProvider) -> None:
        home = open_house(oidc_name_claim="preferred_username", oidc_role_claim="roles", oidc_domains="boras.example")
        provider.person = {"sub": "1", "preferred_username": "anna@boras.example", "roles": ["staff"]}
        assert is_in(signed_in(Visitor(home)))

    def test_with_keys_of_either_kind(self, home: House, provider: OwnProvider) -> None:
        provider.keys = [elliptic("curve")]
        assert is_in(signed_in(Visitor(home)))

    def test_with_keys_that_are_newer_than_those_it_knew(self, home: House, provider: OwnProvider) -> None:
        signed_in(Visitor(home))
        provider.rotate("second")
        assert is_in(signed_in(Visitor(home)))
        signed_in(Visitor(home))
        assert provider.count("/jwks") == 2, "fetched again once, for the key that was unknown"

    def test_and_says_who_asks_as_the_provider_wants_it(self, home: House, provider: OwnProvider) -> None:
        provider.published["token_endpoint_auth_methods_supported"] = None
        assert is_in(signed_in(Visitor(home)))
        (said,) = [said for path, said in provider.asked if path == "/token"]
        assert "client_secret" not in said

    def test_with_a_secret_from_a_file(self, open_house: Callable[..., House], tmp_path: Path) -> None:
        file = tmp_path / "secret"
        file.write_text(f"{SECRET}\n", "utf-8")
        home = open_house(oidc_client_secret="", oidc_client_secret_file=str(file))
        assert is_in(signed_in(Visitor(home)))

    def test_only_at_the_address_that_the_operator_has_set(self, open_house: Callable[..., House]) -> None:
        home = open_house(public_url="https://plan.example/")
        visitor = Visitor(home, "https://testserver")
        asked = dict(parse_qsl(urlsplit(sent(visitor)).query))
        assert asked["redirect_uri"] == f"https://plan.example{BACK}"

    def test_with_passwords_beside_it(self, home: House) -> None:
        home.office.create_account("bo", PASSWORD, "reader", "test")
        visitor = Visitor(home)
        visitor.sign_in("bo")
        assert visitor.at == "/terms"


def test_two_who_are_one_have_one_account(home: House) -> None:
    backs = []
    for _ in range(4):
        visitor = Visitor(home)
        backs.append((visitor, consented(visitor)))
    threads = [threading.Thread(target=visitor.get, args=(back,)) for visitor, back in backs]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert all(is_in(visitor) for visitor, _ in backs)
    assert len(home.office.accounts()) == 1


def test_whoever_was_signed_in_is_so_no_more(home: House) -> None:
    home.office.create_account("bo", PASSWORD, "reader", "test")
    visitor = Visitor(home)
    back = consented(visitor)
    visitor.sign_in("bo")
    before = visitor.client.cookies["terminsplan"]
    visitor.get(back)
    assert "anna@example.org" in visitor.page.text
    visitor.client.cookies.set("terminsplan", before)
    assert not is_in(visitor)


@pytest.mark.parametrize("why", get_args(Why))
def test_every_reason_has_words_of_its_own(why: str) -> None:
    assert {f"oidc.{why}", f"oidc.{why}.detail"} <= of_domain("oidc", "sv").keys()


def test_no_word_is_kept_that_nobody_says() -> None:
    pages = Path(__file__).parents[4] / "api" / "pages"
    written = "".join(file.read_text("utf-8") for ext in ("*.html", "*.py") for file in pages.rglob(ext))
    told = {f"oidc.{why}{more}" for why in get_args(Why) for more in ("", ".detail")}
    said = [code for code in of_domain("oidc", "sv") if not code.startswith("fault.")]
    assert [code for code in said if code not in told and f'"{code}"' not in written] == []


def test_the_secret_is_never_shown(provider: OwnProvider) -> None:
    settings = Settings.model_validate(provider.settings)
    assert SECRET not in f"{settings!r} {settings.model_dump_json()} {settings.model_dump()}"

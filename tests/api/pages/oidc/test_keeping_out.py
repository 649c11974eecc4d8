"""Who is who they say, and has no business here; and whose an account is."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.api.pages.oidc.coming import is_in, link, refused, signed_in
from tests.api.pages.oidc.provider import OwnProvider
from tests.api.pages.visiting import PASSWORD, Visitor
from tests.api.routes.house import House


class TestKeepsOut:
    """Those who are who they say, and have no business here."""

    @pytest.mark.parametrize(
        "groups", [None, [], ["others"], "plan", {"planners": 1}, [["planners"]], "planners, heads"]
    )
    def test_who_has_no_role(self, home: House, provider: OwnProvider, groups: Any) -> None:
        provider.person["groups"] = groups
        visitor = signed_in(Visitor(home))
        assert visitor.answer.status_code == 403
        refused(visitor, "no_role")
        assert home.office.accounts() == ()

    def test_who_has_a_role_no_more_wherever_they_are(self, home: House, provider: OwnProvider) -> None:
        first = signed_in(Visitor(home))
        provider.person["groups"] = ["others"]
        refused(signed_in(Visitor(home)), "no_role")
        assert not is_in(first)

    @pytest.mark.parametrize("verified", [False, None, "true", 1])
    def test_whose_address_is_not_verified(self, home: House, provider: OwnProvider, verified: Any) -> None:
        provider.person["email_verified"] = verified
        refused(signed_in(Visitor(home)), "unnamed")

    @pytest.mark.parametrize("name", [None, "", "a b", "a\nb", "x" * 65, "ß" * 40, ["anna"], "a\0b", "a\ud800"])
    def test_who_has_no_name(self, home: House, provider: OwnProvider, name: Any) -> None:
        provider.person["email"] = name
        refused(signed_in(Visitor(home)), "unnamed")

    def test_who_is_of_another_domain(self, open_house: Callable[..., House], provider: OwnProvider) -> None:
        home = open_house(oidc_domains="@Example.org, boras.example")
        assert is_in(signed_in(Visitor(home)))
        for email in ("anna@elsewhere.example", "anna@example.org.elsewhere.example", "anna@sub.example.org", "anna"):
            provider.person |= {"email": email, "sub": email}
            refused(signed_in(Visitor(home)), "outside")

    def test_whose_account_is_disabled(self, home: House) -> None:
        first = signed_in(Visitor(home))
        home.office.disable_account("anna@example.org", "test")
        assert not is_in(first)
        refused(signed_in(Visitor(home)), "ended")

    def test_who_has_the_name_of_another_account(self, home: House, provider: OwnProvider) -> None:
        home.office.create_account("anna@example.org", PASSWORD, "reader", "test")
        refused(signed_in(Visitor(home)), "taken")
        assert [one.role for one in home.office.accounts()] == ["reader"]
        other = home.store.create_workspace("other", "Other")
        other.create_account("bo@example.org", PASSWORD, "reader", "test")
        provider.person |= {"email": "bo@example.org", "sub": "2"}
        refused(signed_in(Visitor(home)), "taken")

    def test_who_has_the_name_and_another_subject(self, home: House, provider: OwnProvider) -> None:
        """Addresses are given to others once somebody has left."""
        signed_in(Visitor(home))
        provider.person["sub"] = "another"
        refused(signed_in(Visitor(home)), "taken")

    def test_who_tries_a_password_for_an_account_that_has_none(self, home: House) -> None:
        signed_in(Visitor(home))
        for password in ("", " ", "None", PASSWORD):
            visitor = Visitor(home)
            visitor.sign_in("anna@example.org", password)
            assert visitor.answer.status_code in (422, 429)
            assert not is_in(visitor)

    def test_who_tries_passwords_where_there_are_none(self, open_house: Callable[..., House]) -> None:
        home = open_house(oidc_only=True)
        home.office.create_account("bo", PASSWORD, "reader", "test")
        visitor = Visitor(home)
        page = visitor.get("/login")
        assert (page.forms, "Lösenord" in page.text) == ([], False)
        assert visitor.get(link(visitor)) is not None
        key = visitor.client.cookies["terminsplan-form"]
        answer = visitor.client.post("/login", data={"form_key": key, "name": "bo", "password": PASSWORD})
        assert answer.status_code == 403
        assert not is_in(visitor)
        visitor.get(f"/in/{home.office.login_link('bo', '/terms', 'test')}")
        assert is_in(visitor)


class TestAnAccountThatWaits:
    """An operator says whose it is; whoever comes under its name then has it."""

    def test_is_theirs_from_then_on_and_no_longer_its_passwords(self, home: House, provider: OwnProvider) -> None:
        home.office.create_account("anna@example.org", PASSWORD, "reader", "test")
        before = Visitor(home)
        before.sign_in("anna@example.org")
        home.office.bind_account("Anna@example.org", provider.url, "test")
        assert is_in(signed_in(Visitor(home)))
        assert [one.role for one in home.office.accounts()] == ["coordinator"]
        assert not is_in(before)
        before.sign_in("anna@example.org")
        assert not is_in(before)
        assert {"account.await", "account.bind"} <= {one.action for one in home.office.audit()}
        provider.person["sub"] = "another"
        refused(signed_in(Visitor(home)), "taken")

    def test_waits_for_that_provider_and_name_alone(self, home: House, provider: OwnProvider) -> None:
        for name in ("anna@example.org", "bo@example.org"):
            home.office.create_account(name, PASSWORD, "reader", "test")
        home.office.bind_account("anna@example.org", "https://elsewhere.example", "test")
        home.office.bind_account("bo@example.org", provider.url, "test")
        refused(signed_in(Visitor(home)), "taken")

    def test_is_no_longer_whose_it_was(self, home: House, provider: OwnProvider) -> None:
        first = provider.person
        signed_in(Visitor(home))
        home.office.bind_account("anna@example.org", provider.url, "test")
        provider.person = first | {"sub": "another"}
        assert is_in(signed_in(Visitor(home)))
        provider.person = first
        refused(signed_in(Visitor(home)), "taken")

    def test_may_be_of_any_workspace(self, home: House, provider: OwnProvider) -> None:
        other = home.store.create_workspace("other", "Other")
        other.create_account("anna@example.org", PASSWORD, "reader", "test")
        other.bind_account("anna@example.org", provider.url, "test")
        for _ in range(2):
            assert is_in(signed_in(Visitor(home)))
        assert (home.office.accounts(), len(other.accounts())) == ((), 1)

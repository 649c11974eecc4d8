"""Accounts of those who sign in by their organisation: bound to who they are there, whatever they are called."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest

from api.store import Identity, Store, Unwelcome, Workspace, passwords
from tests.api.store.building import SetClock

ISSUER = "https://login.example"
PASSWORD = "långt lösenord 1"
ANNA = Identity(ISSUER, "17", "Anna@Example.org", "coordinator")


def _signed_in(store: Store, identity: Identity) -> str:
    """The name of the account that a new session speaks for."""
    session = store.session(store.sign_in_by_organisation(identity))
    assert session is not None
    return session.account.name


def _kept_out(store: Store, identity: Identity) -> str:
    with pytest.raises(Unwelcome) as unwelcome:
        store.sign_in_by_organisation(identity)
    return unwelcome.value.why


def test_an_account_is_made_once(store: Store, office: Workspace) -> None:
    assert {_signed_in(store, ANNA) for _ in range(3)} == {"anna@example.org"}
    office.create_account("bo", PASSWORD, "reader", "cli")
    assert [(one.role, one.way) for one in office.accounts()] == [
        ("reader", "password"),
        ("coordinator", "organisation"),
    ]


def test_many_at_once_have_one_account(store: Store, office: Workspace) -> None:
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(lambda _: _signed_in(store, ANNA), range(8))) == {"anna@example.org"}
    assert len(office.accounts()) == 1


def test_issuer_and_subject_together_are_who_it_is(store: Store, office: Workspace) -> None:
    _signed_in(store, ANNA)
    assert _signed_in(store, replace(ANNA, name="berg@example.org")) == "berg@example.org"
    for other in (replace(ANNA, issuer="https://other.example"), replace(ANNA, subject="18")):
        assert _kept_out(store, replace(other, name="berg@example.org")) == "taken"
        assert _signed_in(store, replace(other, name=other.issuer[-5:] + other.subject)) != "berg@example.org"
    assert len(office.accounts()) == 3


def test_a_name_that_another_has_is_not_taken_over(store: Store, office: Workspace) -> None:
    office.create_account("bo", PASSWORD, "reader", "cli")
    _signed_in(store, ANNA)
    assert _signed_in(store, replace(ANNA, name="BO")) == "anna@example.org"
    assert _kept_out(store, Identity(ISSUER, "18", "bo", "coordinator")) == "taken"
    assert store.sign_in("bo", PASSWORD, "192.0.2.1") is not None


def test_who_has_no_role_is_signed_out_everywhere(store: Store, office: Workspace) -> None:
    secret = store.sign_in_by_organisation(ANNA)
    assert _kept_out(store, replace(ANNA, role=None)) == "no_role"
    assert store.session(secret) is None
    assert office.audit()[0].action == "session.end_all"
    assert _kept_out(store, Identity(ISSUER, "18", "bo", None)) == "no_role"
    assert len(office.accounts()) == 1
    assert _signed_in(store, replace(ANNA, role="reader")) == "anna@example.org"
    assert [one.role for one in office.accounts()] == ["reader"]


def test_a_disabled_account_stays_out(store: Store, office: Workspace) -> None:
    _signed_in(store, ANNA)
    office.disable_account("anna@example.org", "cli")
    assert _kept_out(store, ANNA) == "ended"
    assert _kept_out(store, replace(ANNA, name="berg@example.org")) == "ended"


def test_an_account_without_a_password_opens_with_none_until_it_is_given_one(
    store: Store, office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    _signed_in(store, ANNA)
    for tried in ("", " ", PASSWORD):
        assert store.sign_in("anna@example.org", tried, "192.0.2.1") is None
    looked_at: list[str] = []
    monkeypatch.setattr(passwords, "matches", lambda kept, _: bool(looked_at.append(kept)))
    store.sign_in("anna@example.org", PASSWORD, "192.0.2.1")
    assert looked_at[0].startswith("$argon2id$"), "refusing it takes as long"
    monkeypatch.undo()
    office.change_password("anna@example.org", PASSWORD, "cli")
    assert store.sign_in("anna@example.org", PASSWORD, "192.0.2.1") is not None


def test_an_account_waits_a_week_for_its_owner(store: Store, office: Workspace, clock: SetClock) -> None:
    office.create_account("anna@example.org", PASSWORD, "reader", "cli")
    office.bind_account("anna@example.org", ISSUER, "cli")
    assert [one.way for one in office.accounts()] == ["waits"]
    clock.now += timedelta(days=7)
    assert [one.way for one in office.accounts()] == ["password"]
    assert _kept_out(store, ANNA) == "taken"
    office.bind_account("anna@example.org", ISSUER, "cli")
    clock.now += timedelta(days=6)
    assert _signed_in(store, ANNA) == "anna@example.org"
    assert _kept_out(store, replace(ANNA, subject="18")) == "taken"
    assert store.sign_in("anna@example.org", PASSWORD, "192.0.2.1") is None
    assert [one.role for one in office.accounts()] == ["coordinator"]


def test_one_who_has_an_account_does_not_get_another_that_waits(store: Store, office: Workspace) -> None:
    _signed_in(store, ANNA)
    office.create_account("bo", PASSWORD, "reader", "cli")
    office.bind_account("bo", ISSUER, "cli")
    assert _signed_in(store, replace(ANNA, name="bo")) == "anna@example.org"
    assert _signed_in(store, Identity(ISSUER, "18", "bo", "reader")) == "bo"


def test_comes_to_the_workspace_that_has_the_account(store: Store, office: Workspace) -> None:
    other = store.create_workspace("other", "Other")
    other.create_account("anna@example.org", PASSWORD, "reader", "cli")
    assert _kept_out(store, ANNA) == "taken"
    other.bind_account("anna@example.org", ISSUER, "cli")
    for _ in range(2):
        session = store.session(store.sign_in_by_organisation(ANNA))
        assert session is not None
        assert session.workspace_id == "other"
    assert office.accounts() == ()


def test_comes_to_their_own_account_before_one_that_waits_elsewhere(store: Store, office: Workspace) -> None:
    _signed_in(store, ANNA)
    other = store.create_workspace("other", "Other")
    other.create_account("bo", PASSWORD, "reader", "cli")
    other.bind_account("bo", ISSUER, "cli")
    assert _signed_in(store, replace(ANNA, name="bo")) == "anna@example.org"

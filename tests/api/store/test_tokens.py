"""Coordinators' tokens: told once, kept as a hash, ended for good."""

import pytest

from api.store import NotFound, Principal, Store, Workspace


def test_a_token_speaks_for_its_workspace(store: Store, office: Workspace) -> None:
    token = office.issue_token("anna", "cli")
    other = store.create_workspace("other", "Other").issue_token("bo", "cli")
    assert store.authenticate(token.secret) == Principal("default", "anna")
    assert store.authenticate(other.secret) == Principal("other", "bo")
    assert len(token.secret) > 43


@pytest.mark.parametrize("wrong", ["", "tp_", "\ud800", "x" * 10_000])
def test_anything_else_speaks_for_nobody(store: Store, office: Workspace, wrong: str) -> None:
    token = office.issue_token("anna", "cli")
    assert store.authenticate(wrong) is None
    assert store.authenticate(token.id) is None
    assert store.authenticate(token.secret + "x") is None


def test_a_revoked_token_speaks_for_nobody(store: Store, office: Workspace) -> None:
    first, second = office.issue_token("anna", "cli"), office.issue_token("anna", "cli")
    assert office.revoke_token(first.id, "cli").revoked_at is not None
    assert store.authenticate(first.secret) is None
    assert store.authenticate(second.secret) is not None
    assert office.revoke_token(first.id, "cli") == office.tokens()[1]
    with pytest.raises(NotFound):
        office.revoke_token("nothing", "cli")


def test_says_who_did_what(office: Workspace) -> None:
    token = office.issue_token("anna", "cli")
    office.revoke_token(token.id, "bo")
    told = [(one.by, one.action, one.subject) for one in office.audit()]
    assert told == [("bo", "token.revoke", token.id), ("cli", "token.issue", token.id)]
    assert len(office.audit(after=2)) == 1

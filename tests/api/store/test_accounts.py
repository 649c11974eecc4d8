"""Accounts and sessions: kept as hashes, ended for good, and slow to guess."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
import sqlalchemy as sa

from api.store import Conflict, NotFound, Store, TooManyTries, Workspace, passwords
from api.store.tables import accounts, login_links, login_tries, sessions
from tests.api.store.building import SetClock

PASSWORD = "långt lösenord 1"


@pytest.fixture
def secret(store: Store, office: Workspace) -> str:
    """Of anna's session."""
    office.create_account("Anna", PASSWORD, "coordinator", "cli")
    found = store.sign_in("anna", PASSWORD, "192.0.2.1")
    assert found is not None
    return found


def test_a_name_is_one_persons_in_all_workspaces(store: Store, office: Workspace) -> None:
    made = office.create_account(" Anna ", PASSWORD, "reader", "cli")
    assert (made.name, made.role, made.disabled_at) == ("anna", "reader", None)
    other = store.create_workspace("other", "Other")
    for workspace in (office, other):
        with pytest.raises(Conflict):
            workspace.create_account("ANNA", PASSWORD, "coordinator", "cli")
    with pytest.raises(NotFound):
        other.disable_account("anna", "cli")
    assert (len(office.accounts()), other.accounts()) == (1, ())


def test_a_session_speaks_for_its_account(store: Store, secret: str) -> None:
    session = store.session(secret)
    assert session is not None
    assert (session.workspace_id, session.account.name, session.account.role) == ("default", "anna", "coordinator")
    assert store.session(secret + "x") is None
    assert store.session(session.hash) is None


def test_no_secret_is_kept(store: Store, office: Workspace, secret: str) -> None:
    link = office.login_link("anna", "/terms", "cli")
    with store.opened.engine.begin() as connection:
        rows = [str(row) for table in (accounts, sessions, login_links) for row in connection.execute(sa.select(table))]
        tries = [str(row) for row in connection.execute(sa.select(login_tries))]
    assert not [row for row in rows for hidden in (PASSWORD, secret, link) if hidden in row]
    assert "$argon2id$" in rows[0]
    assert not [row for row in tries if "anna" in row or "192.0.2.1" in row]


def test_a_session_ends_when_it_is_not_used_and_after_a_week_at_the_latest(
    store: Store, clock: SetClock, secret: str
) -> None:
    begun = clock.now
    while clock.now - begun < timedelta(days=6, hours=20):
        clock.now += timedelta(hours=11)
        assert store.session(secret) is not None
    clock.now = begun + timedelta(days=7)
    assert store.session(secret) is None


def test_a_session_that_is_not_used_for_half_a_day_ends(store: Store, clock: SetClock, secret: str) -> None:
    clock.now += timedelta(hours=12)
    assert store.session(secret) is None


def test_a_password_that_ends_while_it_is_looked_at_lets_nobody_in(
    store: Store, office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.create_account("anna", PASSWORD, "coordinator", "cli")
    matches = passwords.matches

    def slowly(kept: str, password: str) -> bool:
        office.change_password("anna", "ett annat lösenord", "cli")
        return matches(kept, password)

    monkeypatch.setattr(passwords, "matches", slowly)
    assert store.sign_in("anna", PASSWORD, "192.0.2.1") is None
    assert "session.begin" not in {one.action for one in office.audit()}


def test_pauses_grow_and_end_by_themselves(store: Store, clock: SetClock, secret: str) -> None:
    waits = []
    for _ in range(16):
        try:
            assert store.sign_in("anna", "wrong", "192.0.2.1") is None
        except TooManyTries as many:
            waits.append(many.seconds)
            clock.now += timedelta(seconds=many.seconds)
    assert waits[:4] == [1, 2, 4, 8]
    clock.now += timedelta(minutes=15)
    assert store.sign_in("anna", PASSWORD, "192.0.2.1") is not None
    assert store.sign_in("anna", "wrong", "192.0.2.1") is None, "whoever has signed in begins anew"


def test_an_address_is_paused_whatever_names_it_tries(store: Store) -> None:
    for number in range(20):
        assert store.sign_in(f"name-{number}", "wrong", "192.0.2.1") is None
    with pytest.raises(TooManyTries):
        store.sign_in("name-20", "wrong", "192.0.2.1")
    assert store.sign_in("name-21", "wrong", "192.0.2.2") is None


def test_an_office_behind_one_address_signs_in_as_often_as_it_likes(store: Store, secret: str) -> None:
    for _ in range(25):
        assert store.sign_in("anna", PASSWORD, "192.0.2.1") is not None


def test_many_tries_at_once_are_counted_too(store: Store, office: Workspace) -> None:
    office.create_account("anna", PASSWORD, "coordinator", "cli")

    def tried(number: int) -> bool:
        try:
            store.sign_in("anna", "wrong", f"192.0.2.{number}")
        except TooManyTries:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(tried, range(16))) == 5


def test_a_link_opens_once_and_soon(store: Store, office: Workspace, clock: SetClock) -> None:
    office.create_account("anna", PASSWORD, "coordinator", "cli")
    link, late, ended = (office.login_link("anna", "/terms/t", "cli") for _ in range(3))
    with ThreadPoolExecutor(4) as pool:
        opened = [one for one in pool.map(lambda _: store.sign_in_by_link(link), range(4)) if one]
    assert [leads_to for _, leads_to in opened] == ["/terms/t"]
    assert store.session(opened[0][0]) is not None
    clock.now += timedelta(minutes=30)
    assert store.sign_in_by_link(late) is None
    office.disable_account("anna", "cli")
    assert store.sign_in_by_link(ended) is None
    assert store.session(opened[0][0]) is None


def test_what_ends_an_account_ends_its_sessions(store: Store, office: Workspace, secret: str) -> None:
    office.change_password("anna", "ett annat lösenord", "cli")
    assert store.session(secret) is None
    assert store.sign_in("anna", PASSWORD, "192.0.2.1") is None
    again = store.sign_in("anna", "ett annat lösenord", "192.0.2.1")
    assert again is not None
    office.disable_account("anna", "cli")
    assert store.session(again) is None
    assert store.sign_in("anna", "ett annat lösenord", "192.0.2.1") is None
    actions = [one.action for one in office.audit()]
    assert actions[:2] == ["account.disable", "session.begin"]
    assert actions[-1] == "account.create"

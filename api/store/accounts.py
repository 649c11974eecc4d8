"""Accounts: who signs in to the pages, and what they may do there."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy.exc import IntegrityError

from api.links import new_id
from api.store import sessions
from api.store.errors import Conflict, NotFound
from api.store.records import Account, Role, WayIn
from api.store.rows import Row, Rows
from api.store.tables import accounts, identities

__all__ = ["account_of", "change_password", "create", "disable", "known", "listed", "named", "normal"]


def create(rows: Rows, name: str, kept: str, role: Role, by: str) -> Account:
    """A new account. Raises `Conflict` (`exists`)."""
    account_id = new_id()
    number = rows.note(by, "account.create", account_id)
    values = {"id": account_id, "number": number, "password_hash": kept, "role": role, "created_at": rows.now}
    try:
        rows.add(accounts, name=normal(name), **values)
    except IntegrityError:
        raise Conflict("exists", f'there is an account "{name}" already: choose another name', account=name) from None
    return named(rows, name)


def listed(rows: Rows) -> Sequence[Account]:
    """The accounts with how each signs in, the newest first."""
    known_there = rows.list(identities, order=identities.c.account_id)
    ways = {row["account_id"]: _way(row, rows.now) for row in known_there}
    found = map(account_of, rows.list(accounts, order=accounts.c.number.desc()))
    return tuple(replace(one, way=ways.get(one.id, "password")) for one in found)


def _way(row: Row, now: datetime) -> WayIn:
    if row["subject"] is not None:
        return "organisation"
    return "waits" if row["bind_before"] > now else "password"


def named(rows: Rows, name: str) -> Account:
    """The account of that name. Raises `NotFound`."""
    row = None if "\0" in name else rows.find(accounts, accounts.c.name == normal(name))
    if row is None:
        raise NotFound("account", name)
    return account_of(row)


def known(rows: Rows, account: Account) -> None:
    """Raise `NotFound` for an account of another workspace."""
    rows.get("account", accounts, account.id)


def change_password(rows: Rows, name: str, kept: str, by: str) -> Account:
    """Another password; whoever is signed in with the old one is so no more."""
    found = named(rows, name)
    rows.change(accounts, accounts.c.id == found.id, password_hash=kept)
    rows.note(by, "account.password", found.id)
    sessions.end_all(rows, found.id)
    return found


def disable(rows: Rows, name: str, by: str) -> Account:
    """Let nobody sign in with it any more, and sign out who is; again is no fault."""
    found = named(rows, name)
    if rows.change(accounts, accounts.c.id == found.id, accounts.c.disabled_at.is_(None), disabled_at=rows.now):
        rows.note(by, "account.disable", found.id)
    sessions.end_all(rows, found.id)
    return named(rows, name)


def normal(name: str) -> str:
    """A name as it is kept: upper and lower case are the same."""
    return name.strip().casefold()


def account_of(row: Row) -> Account:
    """An account without its password."""
    return Account(row["id"], row["name"], row["role"], row["created_at"], row["disabled_at"])

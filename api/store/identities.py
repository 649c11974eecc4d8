"""Whose account is whose at the organisation's provider: bound to issuer and subject, never to a name alone."""

from datetime import datetime, timedelta

import sqlalchemy as sa

from api.store import accounts, passwords, sessions
from api.store.errors import Unwelcome
from api.store.records import Account, Identity
from api.store.rows import Rows
from api.store.tables import accounts as table
from api.store.tables import identities

__all__ = ["BIND_WITHIN", "bind", "come", "workspace_of"]

BY = "the organisation"
"""Who acts, as the audit names it."""
BIND_WITHIN = timedelta(days=7)
"""So long an account waits for its owner."""


def bind(rows: Rows, name: str, issuer: str, by: str) -> Account:
    """Let whoever comes next under that name have the account, for a while; whose it was, it is no more."""
    found = accounts.named(rows, name)
    rows.drop(identities, identities.c.account_id == found.id)
    rows.add(identities, account_id=found.id, issuer=issuer, subject=None, bind_before=rows.now + BIND_WITHIN)
    rows.note(by, "account.await", found.id)
    return found


def workspace_of(connection: sa.Connection, identity: Identity, now: datetime) -> str | None:
    """Which workspace has their account, or one that waits for them; this one query has none of its own."""
    of = (table.c.workspace_id == identities.c.workspace_id) & (table.c.id == identities.c.account_id)
    waits = (identities.c.bind_before > now) & (table.c.name == accounts.normal(identity.name))
    mine = (identities.c.issuer == identity.issuer) & ((identities.c.subject == identity.subject) | waits)
    order = identities.c.subject.is_(None)  # their own before one that waits
    found = sa.select(identities.c.workspace_id).join(table, of).where(mine).order_by(order)
    return connection.execute(found).scalars().first()


def come(rows: Rows, identity: Identity, lasts: timedelta) -> str | Unwelcome:
    """A new session for somebody whom the organisation knows, with an account that is made where they have none.

    Answers the secret that the browser keeps, or why they are not let in. Raises `Conflict` (`exists`): another
    account has their name.
    """
    rows.next_number()  # whoever comes twice at once waits, and has one account
    account = _bound(rows, identity)
    if identity.role is None:
        if account and sessions.end_all(rows, account.id):  # what they had before is over too
            rows.note(BY, "session.end_all", account.id)
        return Unwelcome("no_role")
    account = account or _awaited(rows, identity) or _made(rows, identity)
    if account.disabled_at:
        return Unwelcome("ended")
    return sessions.begin(rows, _kept_up(rows, account, identity), lasts)


def _bound(rows: Rows, identity: Identity) -> Account | None:
    mine = (identities.c.issuer == identity.issuer, identities.c.subject == identity.subject)
    row = rows.find(identities, *mine)
    return accounts.account_of(rows.get("account", table, row["account_id"])) if row else None


def _awaited(rows: Rows, identity: Identity) -> Account | None:
    """The account that waits for them: theirs from now on, and no longer its password's."""
    row = rows.find(table, table.c.name == accounts.normal(identity.name))
    if row is None:
        return None
    waits = (identities.c.account_id == row["id"], identities.c.issuer == identity.issuer)
    fresh = {"subject": identity.subject, "bind_before": None}
    if not rows.change(identities, *waits, identities.c.bind_before > rows.now, **fresh):
        return None
    rows.change(table, table.c.id == row["id"], password_hash=passwords.NONE)
    rows.note(BY, "account.bind", row["id"])
    sessions.end_all(rows, row["id"])
    return accounts.account_of(row)


def _made(rows: Rows, identity: Identity) -> Account:
    assert identity.role is not None, "those without a role get no account"
    made = accounts.create(rows, identity.name, passwords.NONE, identity.role, BY)
    rows.add(identities, account_id=made.id, issuer=identity.issuer, subject=identity.subject, bind_before=None)
    return made


def _kept_up(rows: Rows, account: Account, identity: Identity) -> Account:
    """The account with the role that they have now, and their name unless another account has that."""
    own, name = table.c.id == account.id, accounts.normal(identity.name)
    if account.role != identity.role:
        rows.change(table, own, role=identity.role)
        rows.note(BY, f"account.{identity.role}", account.id)
    if account.name != name:
        other = table.alias()
        if rows.change(table, own, ~sa.exists().where(other.c.name == name), name=name):
            rows.note(BY, "account.rename", account.id)
    return accounts.account_of(rows.get("account", table, account.id))

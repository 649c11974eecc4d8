"""Who is signed in. Of the secret that a browser or a one-time link holds only SHA-256 is kept, as of tokens."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from api.store.records import Account, Session
from api.store.rows import Row, Rows
from api.store.tables import accounts, login_links, sessions

__all__ = ["LONGEST", "Found", "begin", "end", "end_all", "found", "link", "linked", "opened_by", "seen"]

LONGEST = timedelta(days=7)
"""However often it is used, a session ends so long after signing in."""
LINK_LASTS = timedelta(minutes=30)
SEEN_EVERY = timedelta(minutes=1)
"""That a session was used is noted no more often than so."""


@dataclass(frozen=True)
class Found:
    """A session that stands, and when it was last noted that it was used."""

    session: Session
    created_at: datetime
    seen_at: datetime


def begin(rows: Rows, account: Account, lasts: timedelta) -> str:
    """A new session; answers the secret that the browser keeps."""
    secret = secrets.token_urlsafe(32)
    rows.drop(sessions, sessions.c.expires_at <= rows.now)
    rows.add(
        sessions,
        hash=_hash(secret),
        account_id=account.id,
        form_key=secrets.token_urlsafe(32),
        created_at=rows.now,
        seen_at=rows.now,
        expires_at=rows.now + min(lasts, LONGEST),
    )
    rows.note(account.name, "session.begin", account.id)
    return secret


def found(connection: sa.Connection, secret: str, now: datetime) -> Found | None:
    """The session of a secret, which says which workspace, so that this one query has none; `None` once it is over."""
    row = _with_account(connection, sessions, secret, now)
    if row is None:
        return None
    session = Session(row["workspace_id"], row["hash"], row["form_key"], _account(row))
    return Found(session, row["session_created_at"], row["seen_at"])


def seen(rows: Rows, one: Found, lasts: timedelta) -> None:
    """Note that a session is used: it lasts on, up to its longest."""
    until = min(rows.now + lasts, one.created_at + LONGEST)
    rows.change(sessions, sessions.c.hash == one.session.hash, seen_at=rows.now, expires_at=until)


def end(rows: Rows, session: Session) -> None:
    """Sign out."""
    if rows.drop(sessions, sessions.c.hash == session.hash):
        rows.note(session.account.name, "session.end", session.account.id)


def end_all(rows: Rows, account_id: str) -> int:
    """Sign out everywhere, links that were not used yet too; answers of how many sessions."""
    rows.drop(login_links, login_links.c.account_id == account_id)
    return rows.drop(sessions, sessions.c.account_id == account_id)


def link(rows: Rows, account: Account, leads_to: str, by: str) -> str:
    """The secret of a link that signs in once, soon."""
    secret = secrets.token_urlsafe(32)
    rows.drop(login_links, login_links.c.expires_at <= rows.now)
    values = {"account_id": account.id, "leads_to": leads_to, "expires_at": rows.now + LINK_LASTS}
    rows.add(login_links, hash=_hash(secret), **values)
    rows.note(by, "login_link.create", account.id)
    return secret


def linked(connection: sa.Connection, secret: str, now: datetime) -> str | None:
    """Which workspace a link that may still be used belongs to."""
    row = _with_account(connection, login_links, secret, now)
    return str(row["workspace_id"]) if row else None


def opened_by(rows: Rows, secret: str, lasts: timedelta) -> tuple[str, str] | None:
    """A new session by a link, which is used up, and where it leads; `None` where another was first."""
    row = _with_account(rows.connection, login_links, secret, rows.now)
    if row is None or not rows.drop(login_links, login_links.c.hash == row["hash"]):
        return None
    return begin(rows, _account(row), lasts), str(row["leads_to"])


def _with_account(connection: sa.Connection, table: sa.Table, secret: str, now: datetime) -> Row | None:
    """What has the secret's hash and is not over, with its account, which is not disabled."""
    own = [column for column in table.c if column.name != "created_at"]
    created = [table.c.created_at.label("session_created_at")] if "created_at" in table.c else []
    of = (accounts.c.workspace_id == table.c.workspace_id) & (accounts.c.id == table.c.account_id)
    said = (accounts.c.name, accounts.c.role, accounts.c.created_at, accounts.c.disabled_at)
    chosen = sa.select(*own, *created, *said).join(accounts, of)
    stands = (table.c.hash == _hash(secret), table.c.expires_at > now, accounts.c.disabled_at.is_(None))
    return connection.execute(chosen.where(*stands)).mappings().first()


def _account(row: Row) -> Account:
    return Account(row["account_id"], row["name"], row["role"], row["created_at"], row["disabled_at"])


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()

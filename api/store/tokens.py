"""Coordinators' tokens.

Only SHA-256 of a token is kept. A slow, salted hash is for passwords, which people choose; a token is 256 random bits,
which no one finds by trying, however fast the hash is.
"""

import hashlib
import hmac
import secrets
from collections.abc import Sequence

import sqlalchemy as sa

from api.links import new_id
from api.store.records import IssuedToken, Principal, TokenInfo
from api.store.rows import Row, Rows
from api.store.tables import tokens

__all__ = ["issue", "listed", "principal", "revoke"]

_PREFIX = "tp_"  # so that people and secret scanners know one when they see it


def issue(rows: Rows, name: str, by: str) -> IssuedToken:
    """A new token, its secret told this once."""
    token_id, secret = new_id(), _PREFIX + secrets.token_urlsafe(32)
    number = rows.note(by, "token.issue", token_id)
    rows.add(tokens, id=token_id, number=number, name=name, hash=_hash(secret), created_at=rows.now)
    return IssuedToken(token_id, name, rows.now, None, secret)


def listed(rows: Rows) -> Sequence[TokenInfo]:
    """The tokens, newest first."""
    return tuple(map(_info, rows.list(tokens, order=tokens.c.number.desc())))


def revoke(rows: Rows, token_id: str, by: str) -> TokenInfo:
    """End a token."""
    rows.get("token", tokens, token_id)
    if rows.change(tokens, tokens.c.id == token_id, tokens.c.revoked_at.is_(None), revoked_at=rows.now):
        rows.note(by, "token.revoke", token_id)
    return _info(rows.get("token", tokens, token_id))


def principal(connection: sa.Connection, token: str) -> Principal | None:
    """Whom a token speaks for: the token says which workspace, so this one query has none."""
    hashed = _hash(token)
    row = connection.execute(sa.select(tokens).where(tokens.c.hash == hashed)).mappings().first()
    if row is None or row["revoked_at"] or not hmac.compare_digest(row["hash"], hashed):
        return None
    return Principal(row["workspace_id"], row["name"])


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def _info(row: Row) -> TokenInfo:
    return TokenInfo(row["id"], row["name"], row["created_at"], row["revoked_at"])

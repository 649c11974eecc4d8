"""What calendars and participants' own pages have in common: a secret link that can be renewed and ended.

Each is a row with an id, a generation and the version of the key that its link is made with (`api.links`).
"""

from dataclasses import dataclass

import sqlalchemy as sa

from api.links import Keys, Purpose, link_id
from api.store.errors import NotFound
from api.store.rows import Row, Rows

__all__ = ["SecretLinks"]


@dataclass(frozen=True)
class SecretLinks:
    """The links of one table.

    Attributes:
        purpose: what they open; a link of another purpose opens none of them.
        kind: what one of them is called where it is not found.
        action: what the audit calls one of them.
    """

    table: sa.Table
    purpose: Purpose
    kind: str
    action: str

    def token(self, rows: Rows, row: Row) -> str:
        """The secret part of a link as it is now; empty once it is ended."""
        if row["revoked_at"]:
            return ""
        return rows.keys.link(self.purpose, row["id"], row["generation"], row["key_version"])

    def rotate(self, rows: Rows, id: str, by: str) -> Row:
        """A new generation of a link: the old one opens nothing. Raises `NotFound`, also for one that is ended."""
        rows.get(self.kind, self.table, id)
        fresh = {"generation": self.table.c.generation + 1, "key_version": rows.keys.newest}
        if not rows.change(self.table, *self._standing(id), **fresh):
            raise NotFound(self.kind, id)
        rows.note(by, f"{self.action}.rotate", id)
        return rows.get(self.kind, self.table, id)

    def revoke(self, rows: Rows, id: str, by: str) -> Row:
        """End a link for good; again is no fault. Raises `NotFound`."""
        rows.get(self.kind, self.table, id)
        if rows.change(self.table, *self._standing(id), revoked_at=rows.now):
            rows.note(by, f"{self.action}.revoke", id)
        return rows.get(self.kind, self.table, id)

    def opened(self, connection: sa.Connection, keys: Keys, token: str) -> Row | None:
        """The row that a link opens: the link says which workspace, so this one query has none."""
        link = link_id(token)
        if link is None:
            return None
        row = connection.execute(sa.select(self.table).where(self.table.c.id == link)).mappings().first()
        if row is None or row["revoked_at"]:
            return None
        return row if keys.opens(token, self.purpose, row["generation"], row["key_version"]) else None

    def _standing(self, id: str) -> tuple[sa.ColumnElement[bool], ...]:
        return self.table.c.id == id, self.table.c.revoked_at.is_(None)

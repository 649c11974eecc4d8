"""What calendars, participants' own pages and timetables have in common: a secret link, renewed and ended alike.

Each is a row with an id, a generation and the version of the key that its link is made with (`api.links`).
"""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from api.links import Keys, Purpose, link_id, new_id
from api.store.errors import NotFound
from api.store.rows import Row, Rows

__all__ = ["SecretLinks"]

_UNTOLD = ("workspace_id", "number", "key_version", "fetched_release")
"""Of a row, what the store alone needs."""


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

    def give(self, rows: Rows, by: str, **of: Any) -> tuple[Row, bool]:
        """The link of something that is not ended, made when there is none; and whether it was made now.

        Args:
            of: by column, what it is the link of: there is one of each at a time.
        """
        number = rows.next_number()  # from here on no other writer of the workspace comes between
        existing = self.of(rows, **of)
        if existing:
            return existing, False
        link = new_id()
        fresh = {"number": number, "generation": 1, "key_version": rows.keys.newest, "created_at": rows.now}
        rows.add(self.table, id=link, **fresh, **of)
        rows.note(by, f"{self.action}.create", link)
        return rows.get(self.kind, self.table, link), True

    def of(self, rows: Rows, **of: Any) -> Row | None:
        """The link of something that is not ended, if there is one."""
        mine = (self.table.c[name] == value for name, value in of.items())
        return rows.find(self.table, *mine, self.table.c.revoked_at.is_(None))

    def told(self, rows: Rows, row: Row) -> dict[str, Any]:
        """What is told of a link: its row, and the secret part as it is now; empty once it is ended."""
        token = ""
        if not row["revoked_at"]:
            token = rows.keys.link(self.purpose, row["id"], row["generation"], row["key_version"])
        return {**{name: value for name, value in row.items() if name not in _UNTOLD}, "token": token}

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

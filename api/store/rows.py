"""One workspace's rows within one transaction. This is the one place where a query gets its workspace."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from api.links import Keys
from api.store.errors import NotFound
from api.store.read import Read
from api.store.tables import audit, workspaces
from models import Sizes

__all__ = ["MOST", "Row", "Rows"]

MOST = 2**31 - 1
"""The greatest number that a column holds; a greater one is not looked for."""

Row = sa.RowMapping
Where = sa.ColumnExpressionArgument[bool]


@dataclass(frozen=True)
class Rows:
    """The only way to the tables of an office's things; `connection` itself is touched by no one else.

    Attributes:
        now: the moment of the transaction, the same for all that it writes.
        keys: the keys of the links.
        sizes: how large a term may be.
        keep_cancelled_days: how long after its day a cancelled meeting stays in the calendars.
        mail_domain: what ids of messages end with; empty where no mail is sent.
        read: the documents that have been read.
    """

    connection: sa.Connection
    workspace_id: str
    now: datetime
    keys: Keys
    sizes: Sizes
    keep_cancelled_days: int
    mail_domain: str
    read: Read

    def find(self, table: sa.Table, *where: Where, columns: Sequence[sa.Column[Any]] = ()) -> Row | None:
        """The row that meets the conditions, or `None`."""
        return self.connection.execute(self._select(table, where, columns)).mappings().first()

    def get(self, kind: str, table: sa.Table, id: str, columns: Sequence[sa.Column[Any]] = ()) -> Row:
        """The row with that id. Raises `NotFound`, which names the kind."""
        # PostgreSQL refuses texts with NUL instead of not finding them.
        row = None if "\0" in id else self.find(table, table.c.id == id, columns=columns)
        if row is None:
            raise NotFound(kind, id)
        return row

    def list(
        self,
        table: sa.Table,
        *where: Where,
        order: sa.ColumnElement[Any] | tuple[sa.ColumnElement[Any], ...],
        limit: int | None = None,
        columns: Sequence[sa.Column[Any]] = (),
    ) -> Sequence[Row]:
        """The rows that meet the conditions, in order."""
        by = order if isinstance(order, tuple) else (order,)
        chosen = self._select(table, where, columns).order_by(*by).limit(limit)
        return self.connection.execute(chosen).mappings().all()

    def count(self, table: sa.Table, *where: Where) -> int:
        """How many rows meet the conditions."""
        chosen = sa.select(sa.func.count()).select_from(table)
        found = self.connection.execute(chosen.where(table.c.workspace_id == self.workspace_id, *where))
        return int(found.scalar_one())

    def add(self, table: sa.Table, **values: Any) -> None:
        """A new row."""
        self.connection.execute(sa.insert(table).values(workspace_id=self.workspace_id, **values))

    def change(self, table: sa.Table, *where: Where, **values: Any) -> int:
        """Change the rows that meet the conditions; answers how many did: a change can be a compare-and-swap."""
        statement = sa.update(table).where(table.c.workspace_id == self.workspace_id, *where).values(**values)
        return self.connection.execute(statement).rowcount

    def drop(self, table: sa.Table, *where: Where) -> int:
        """Take away the rows that meet the conditions; answers how many did."""
        return self.connection.execute(
            sa.delete(table).where(table.c.workspace_id == self.workspace_id, *where)
        ).rowcount

    def next_number(self) -> int:
        """The next of the workspace's running numbers.

        Taking one also makes all other writers of the workspace wait, so that what was read afterwards stays true.
        """
        mine = workspaces.c.id == self.workspace_id
        statement = sa.update(workspaces).where(mine).values(counter=workspaces.c.counter + 1)
        number = self.connection.execute(statement.returning(workspaces.c.counter)).scalar_one()
        assert isinstance(number, int)
        return number

    def note(self, by: str, action: str, subject: str) -> int:
        """Write into the audit who did what; answers the running number that it has."""
        number = self.next_number()
        self.add(audit, number=number, at=self.now, by=by, action=action, subject=subject)
        return number

    def _select(
        self, table: sa.Table, where: Sequence[Where], columns: Sequence[sa.Column[Any]]
    ) -> sa.Select[tuple[Any, ...]]:
        return sa.select(*(columns or table.c)).where(table.c.workspace_id == self.workspace_id, *where)

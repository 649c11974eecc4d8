"""What all tables share: their names for keys, moments in UTC, and that an office sees its own rows alone."""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, String

__all__ = ["METADATA", "Moment", "office_table", "row_of"]


METADATA = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Moment(sa.TypeDecorator[datetime]):
    """A moment in UTC with its zone; SQLite, which knows no zones, keeps it without."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        """To the database."""
        if value is None:
            return None
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        """From the database."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def office_table(name: str, *columns: Any) -> sa.Table:
    """A table of one office's things."""
    workspace = Column("workspace_id", String(64), ForeignKey("workspaces.id"), primary_key=True)
    return sa.Table(name, METADATA, workspace, *columns)


def row_of(table: str, *columns: str) -> ForeignKeyConstraint:
    """That the columns, within the workspace, name a row of another table by its key."""
    numbered = {"term_revisions": ("term_id", "revision"), "releases": ("term_id", "number")}
    keys = numbered.get(table, ("id",))
    there = [f"{table}.workspace_id", *(f"{table}.{key}" for key in keys)]
    return ForeignKeyConstraint(["workspace_id", *columns], there)

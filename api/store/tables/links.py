"""Secret links, and what participants report by theirs."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Column, Index, Integer, String, Text

from api.store.tables.frame import METADATA, Moment, office_table, row_of

__all__ = ["link_keys", "page_links", "public_links", "reports", "subscriptions"]


link_keys = sa.Table(
    "link_keys",
    METADATA,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("fingerprint", String(16), nullable=False),  # tells that a key is missing, not what it is
)


def _links(name: str, *of: Column[Any], more: tuple[Column[Any], ...] = ()) -> sa.Table:
    """The secret links of a term.

    Args:
        name: of the table.
        of: what else a link is of: of the same there is one at a time that is not revoked.
        more: what else is kept of it.
    """
    table = office_table(
        name,
        Column("id", String(64), primary_key=True, unique=True),
        Column("number", Integer, nullable=False),
        Column("term_id", String(64), nullable=False),
        *of,
        Column("generation", Integer, nullable=False),
        Column("key_version", Integer, nullable=False),
        Column("created_at", Moment, nullable=False),
        Column("revoked_at", Moment),
        *more,
        row_of("terms", "term_id"),
    )
    standing = table.c.revoked_at.is_(None)
    columns = (table.c.workspace_id, table.c.term_id, *of)
    Index(f"uq_{name}_active", *columns, unique=True, sqlite_where=standing, postgresql_where=standing)
    return table


subscriptions = _links(
    "subscriptions",
    Column("kind", String(16), nullable=False),
    Column("subject", String(64), nullable=False),
    Column("language", String(8), nullable=False),
    more=(
        Column("last_fetched_at", Moment),
        Column("fetched_release", Integer),  # the release of the bytes that were fetched last
    ),
)
page_links = _links("page_links", Column("person", String(64), nullable=False))
public_links = _links("public_links")

reports = office_table(
    "reports",
    Column("term_id", String(64), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("person", String(64), nullable=False),
    Column("meeting", Text),  # its title, where the person named one
    Column("start", String(16), nullable=False),  # local time of the term, which is no moment: `2026-09-01T13:00`
    Column("end", String(16), nullable=False),
    Column("reason", Text),  # only while it waits
    Column("reported_at", Moment, nullable=False),
    Column("state", String(16), nullable=False),
    Column("decided_at", Moment),
    Column("decided_by", Text),
    Column("answer", Text),
    Column("change", Integer),  # that accepting it made
    row_of("terms", "term_id"),
)
_WAITING = reports.c.state == "waiting"
Index(
    "uq_reports_waiting",
    reports.c.workspace_id,
    reports.c.term_id,
    reports.c.person,
    reports.c.start,
    reports.c.end,
    unique=True,
    sqlite_where=_WAITING,
    postgresql_where=_WAITING,
)

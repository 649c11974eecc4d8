"""Secret links, and what participants report by theirs."""

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

subscriptions = office_table(
    "subscriptions",
    Column("id", String(64), primary_key=True, unique=True),
    Column("number", Integer, nullable=False),
    Column("term_id", String(64), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("subject", String(64), nullable=False),
    Column("language", String(8), nullable=False),
    Column("generation", Integer, nullable=False),
    Column("key_version", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("revoked_at", Moment),
    Column("last_fetched_at", Moment),
    Column("fetched_release", Integer),  # the release of the bytes that were fetched last
    row_of("terms", "term_id"),
)
Index(
    "uq_subscriptions_active",
    subscriptions.c.workspace_id,
    subscriptions.c.term_id,
    subscriptions.c.kind,
    subscriptions.c.subject,
    subscriptions.c.language,
    unique=True,
    sqlite_where=subscriptions.c.revoked_at.is_(None),
    postgresql_where=subscriptions.c.revoked_at.is_(None),
)

page_links = office_table(
    "page_links",
    Column("id", String(64), primary_key=True, unique=True),
    Column("number", Integer, nullable=False),
    Column("term_id", String(64), nullable=False),
    Column("person", String(64), nullable=False),
    Column("generation", Integer, nullable=False),
    Column("key_version", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("revoked_at", Moment),
    row_of("terms", "term_id"),
)
Index(
    "uq_page_links_active",
    page_links.c.workspace_id,
    page_links.c.term_id,
    page_links.c.person,
    unique=True,
    sqlite_where=page_links.c.revoked_at.is_(None),
    postgresql_where=page_links.c.revoked_at.is_(None),
)

public_links = office_table(
    "public_links",
    Column("id", String(64), primary_key=True, unique=True),
    Column("number", Integer, nullable=False),
    Column("term_id", String(64), nullable=False),
    Column("generation", Integer, nullable=False),
    Column("key_version", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("revoked_at", Moment),
    row_of("terms", "term_id"),
)
Index(
    "uq_public_links_active",
    public_links.c.workspace_id,
    public_links.c.term_id,
    unique=True,
    sqlite_where=public_links.c.revoked_at.is_(None),
    postgresql_where=public_links.c.revoked_at.is_(None),
)

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

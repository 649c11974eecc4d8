"""The tables: documents are JSON text, beside them the few columns that are searched for.

Every table that holds an office's things begins its key with `workspace_id`. Rows of `term_revisions`, `plans`,
`releases`, `nights`, `renderings`, `job_events` and `audit` are never changed; one of `changes` once, if it is undone.
"""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Boolean, Column, ForeignKey, ForeignKeyConstraint, Index, Integer, LargeBinary, String, Text

__all__ = [
    "METADATA",
    "accounts",
    "audit",
    "changes",
    "digests",
    "idempotency_keys",
    "identities",
    "job_events",
    "jobs",
    "link_keys",
    "login_links",
    "login_tries",
    "nights",
    "page_links",
    "plans",
    "releases",
    "renderings",
    "reports",
    "sessions",
    "solvers",
    "subscriptions",
    "term_revisions",
    "terms",
    "tokens",
    "workspaces",
]

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


def _table(name: str, *columns: Any) -> sa.Table:
    """A table of one office's things."""
    workspace = Column("workspace_id", String(64), ForeignKey("workspaces.id"), primary_key=True)
    return sa.Table(name, METADATA, workspace, *columns)


def _of(table: str, *columns: str) -> ForeignKeyConstraint:
    """That the columns, within the workspace, name a row of another table by its key."""
    numbered = {"term_revisions": ("term_id", "revision"), "releases": ("term_id", "number")}
    keys = numbered.get(table, ("id",))
    there = [f"{table}.workspace_id", *(f"{table}.{key}" for key in keys)]
    return ForeignKeyConstraint(["workspace_id", *columns], there)


workspaces = sa.Table(
    "workspaces",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("counter", Integer, nullable=False),  # numbers its rows in the order in which they came
)

tokens = _table(
    "tokens",
    Column("id", String(64), primary_key=True),
    Column("number", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
    Column("created_at", Moment, nullable=False),
    Column("revoked_at", Moment),
)

accounts = _table(
    "accounts",
    Column("id", String(64), primary_key=True),
    Column("number", Integer, nullable=False),
    Column("name", String(64), nullable=False, unique=True),  # in all workspaces: whoever signs in gives no other
    Column("password_hash", Text, nullable=False),
    Column("role", String(16), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("disabled_at", Moment),
)

identities = _table(
    "identities",
    Column("account_id", String(64), primary_key=True),
    Column("issuer", Text, nullable=False),
    Column("subject", String(255)),  # none until somebody has come
    Column("bind_before", Moment),  # whoever comes by then, under the account's name, has it
    _of("accounts", "account_id"),
    sa.UniqueConstraint("issuer", "subject"),  # in all workspaces: whoever signs in gives no other
)

sessions = _table(
    "sessions",
    Column("hash", String(64), primary_key=True, unique=True),
    Column("account_id", String(64), nullable=False),
    Column("form_key", String(64), nullable=False),  # what every form of the session must bring back
    Column("created_at", Moment, nullable=False),
    Column("seen_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    _of("accounts", "account_id"),
)

login_links = _table(
    "login_links",
    Column("hash", String(64), primary_key=True, unique=True),
    Column("account_id", String(64), nullable=False),
    Column("leads_to", Text, nullable=False),
    Column("expires_at", Moment, nullable=False),
    _of("accounts", "account_id"),
)

login_tries = sa.Table(
    "login_tries",
    METADATA,
    Column("mark", String(64), primary_key=True),  # of a name or an address, neither of which is kept
    Column("failures", Integer, nullable=False),
    Column("tried_at", Moment, nullable=False),
    Column("paused_until", Moment, nullable=False),
)

terms = _table(
    "terms",
    Column("id", String(64), primary_key=True),
    Column("number", Integer, nullable=False),
    Column("revision", Integer, nullable=False),  # the newest; compared and swapped
    Column("plans", Integer, nullable=False),  # how many there are
    Column("release", Integer, nullable=False),  # the newest; 0 before the first
    Column("plan_id", String(64)),  # the newest plan of the newest revision
)

term_revisions = _table(
    "term_revisions",
    Column("term_id", String(64), primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("digest", String(64), nullable=False),
    Column("title", Text, nullable=False),
    Column("document", Text, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("by", Text, nullable=False),
    _of("terms", "term_id"),
)

changes = _table(
    "changes",
    Column("term_id", String(64), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("document", Text, nullable=False),
    Column("based_on", Integer, nullable=False),
    Column("revision", Integer, nullable=False),  # that it made
    Column("made_at", Moment, nullable=False),
    Column("by", Text, nullable=False),
    Column("undone_at", Moment),
    Column("undone_by", Text),
    Column("undone_revision", Integer),  # that taking it back made
    _of("term_revisions", "term_id", "revision"),
)

jobs = _table(
    "jobs",
    Column("id", String(64), primary_key=True),
    Column("number", Integer, nullable=False),
    Column("term_id", String(64), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("options", sa.JSON, nullable=False),
    Column("kind", String(16), nullable=False, server_default="plan"),
    Column("request", sa.JSON, nullable=False, server_default="{}"),
    Column("state", String(16), nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("cancel_requested", Boolean(create_constraint=False), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("started_at", Moment),
    Column("ended_at", Moment),
    Column("by", Text, nullable=False),
    Column("plan_id", String(64)),
    Column("failure", sa.JSON(none_as_null=True)),
    Column("result", Text),  # JSON
    Column("last_event", Integer, nullable=False),
    _of("term_revisions", "term_id", "revision"),
    Index("ix_jobs_number", "workspace_id", "number"),
)
_PLANNED = sa.and_(jobs.c.state.in_(["queued", "running"]), jobs.c.kind.in_(["plan", "replan"]))
Index(
    "uq_jobs_active",
    jobs.c.workspace_id,
    jobs.c.term_id,
    unique=True,
    sqlite_where=_PLANNED,
    postgresql_where=_PLANNED,
)

job_events = _table(
    "job_events",
    Column("job_id", String(64), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("attempt", Integer, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("payload", sa.JSON, nullable=False),
    Column("at", Moment, nullable=False),
    _of("jobs", "job_id"),
)

idempotency_keys = _table(
    "idempotency_keys",
    Column("key", String(255), primary_key=True),
    Column("term_id", String(64), nullable=False),
    Column("digest", String(128), nullable=False),
    Column("job_id", String(64), nullable=False),
    Column("created_at", Moment, nullable=False),
    _of("jobs", "job_id"),
)

plans = _table(
    "plans",
    Column("id", String(64), primary_key=True),
    Column("term_id", String(64), nullable=False),
    Column("number", Integer, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("job_id", String(64), nullable=False),
    Column("stopped", Boolean(create_constraint=False), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("document", Text, nullable=False),
    _of("term_revisions", "term_id", "revision"),
    _of("jobs", "job_id"),
    sa.UniqueConstraint("workspace_id", "job_id"),
    sa.UniqueConstraint("workspace_id", "term_id", "number"),
)

releases = _table(
    "releases",
    Column("term_id", String(64), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("plan_id", String(64), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("released_at", Moment, nullable=False),
    Column("by", Text, nullable=False),
    Column("history", Text, nullable=False),  # what the feeds must remember of the releases so far
    _of("term_revisions", "term_id", "revision"),
    _of("plans", "plan_id"),
)

nights = _table(
    "nights",
    Column("term_id", String(64), primary_key=True),
    Column("release", Integer, primary_key=True),
    Column("night", Integer, primary_key=True),  # 1, 2, 3, ... after the release
    Column("rendered_at", Moment, nullable=False),
    Column("history", Text, nullable=False),  # as that of a release
    _of("releases", "term_id", "release"),
)

renderings = _table(
    "renderings",
    Column("term_id", String(64), primary_key=True),
    Column("kind", String(16), primary_key=True),
    Column("subject", String(64), primary_key=True),
    Column("language", String(8), primary_key=True),
    Column("release", Integer, primary_key=True),
    Column("night", Integer, primary_key=True, server_default="0"),  # 0: made by the release itself
    Column("body", LargeBinary, nullable=False),
    Column("etag", String(80), nullable=False),
    Column("last_modified", Moment, nullable=False),
    Column("filename", Text, nullable=False),
    _of("releases", "term_id", "release"),
)

digests = _table(
    "digests",
    Column("term_id", String(64), primary_key=True),
    Column("release", Integer, primary_key=True),
    Column("person", String(64), primary_key=True),
    Column("since", Integer, nullable=False),  # the release that it compares with; 0 for none
    Column("language", String(8), nullable=False),
    Column("subject", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("html", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("email", Text),
    Column("message_id", String(320), nullable=False),
    Column("state", String(16), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("due_at", Moment),  # queued: not to be sent before; sending: when whoever sends it is given up
    Column("perhaps", Boolean(create_constraint=False), nullable=False),  # an attempt ended without a clear answer
    Column("sent_at", Moment),
    Column("code", Integer),  # the mail server's last answer
    _of("releases", "term_id", "release"),
    Index("ix_digests_due", "workspace_id", "state", "due_at"),
    Index("ix_digests_person", "workspace_id", "term_id", "person"),
)

link_keys = sa.Table(
    "link_keys",
    METADATA,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("fingerprint", String(16), nullable=False),  # tells that a key is missing, not what it is
)

subscriptions = _table(
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
    _of("terms", "term_id"),
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

page_links = _table(
    "page_links",
    Column("id", String(64), primary_key=True, unique=True),
    Column("number", Integer, nullable=False),
    Column("term_id", String(64), nullable=False),
    Column("person", String(64), nullable=False),
    Column("generation", Integer, nullable=False),
    Column("key_version", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("revoked_at", Moment),
    _of("terms", "term_id"),
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

reports = _table(
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
    _of("terms", "term_id"),
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

audit = _table(
    "audit",
    Column("number", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("by", Text, nullable=False),
    Column("action", String(64), nullable=False),
    Column("subject", String(128), nullable=False),
)

solvers = sa.Table(
    "solvers",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("beats", Integer, nullable=False),  # a count, so that two machines' clocks need not agree
    Column("beat_at", Moment, nullable=False),
    Column("ended", Boolean(create_constraint=False), nullable=False),
)

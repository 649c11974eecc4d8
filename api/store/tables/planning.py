"""Terms, what has happened to them, jobs and plans."""

import sqlalchemy as sa
from sqlalchemy import Boolean, Column, Index, Integer, String, Text

from api.store.tables.frame import Moment, office_table, row_of

__all__ = ["changes", "idempotency_keys", "job_events", "jobs", "plans", "term_revisions", "terms"]


terms = office_table(
    "terms",
    Column("id", String(64), primary_key=True),
    Column("number", Integer, nullable=False),
    Column("revision", Integer, nullable=False),  # the newest; compared and swapped
    Column("plans", Integer, nullable=False),  # how many there are
    Column("release", Integer, nullable=False),  # the newest; 0 before the first
    Column("plan_id", String(64)),  # the newest plan of the newest revision
)

term_revisions = office_table(
    "term_revisions",
    Column("term_id", String(64), primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("digest", String(64), nullable=False),
    Column("title", Text, nullable=False),
    Column("document", Text, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("by", Text, nullable=False),
    row_of("terms", "term_id"),
)

changes = office_table(
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
    row_of("term_revisions", "term_id", "revision"),
)

jobs = office_table(
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
    row_of("term_revisions", "term_id", "revision"),
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

job_events = office_table(
    "job_events",
    Column("job_id", String(64), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("attempt", Integer, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("payload", sa.JSON, nullable=False),
    Column("at", Moment, nullable=False),
    row_of("jobs", "job_id"),
)

idempotency_keys = office_table(
    "idempotency_keys",
    Column("key", String(255), primary_key=True),
    Column("term_id", String(64), nullable=False),
    Column("digest", String(128), nullable=False),
    Column("job_id", String(64), nullable=False),
    Column("created_at", Moment, nullable=False),
    row_of("jobs", "job_id"),
)

plans = office_table(
    "plans",
    Column("id", String(64), primary_key=True),
    Column("term_id", String(64), nullable=False),
    Column("number", Integer, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("job_id", String(64), nullable=False),
    Column("stopped", Boolean(create_constraint=False), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("document", Text, nullable=False),
    row_of("term_revisions", "term_id", "revision"),
    row_of("jobs", "job_id"),
    sa.UniqueConstraint("workspace_id", "job_id"),
    sa.UniqueConstraint("workspace_id", "term_id", "number"),
)

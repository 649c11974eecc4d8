"""Releases, what calendars show of them, and who has been told."""

from sqlalchemy import Boolean, Column, Index, Integer, LargeBinary, String, Text

from api.store.tables.frame import Moment, office_table, row_of

__all__ = ["digests", "nights", "releases", "renderings"]


releases = office_table(
    "releases",
    Column("term_id", String(64), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("plan_id", String(64), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("released_at", Moment, nullable=False),
    Column("by", Text, nullable=False),
    Column("history", Text, nullable=False),  # what the feeds must remember of the releases so far
    row_of("term_revisions", "term_id", "revision"),
    row_of("plans", "plan_id"),
)

nights = office_table(
    "nights",
    Column("term_id", String(64), primary_key=True),
    Column("release", Integer, primary_key=True),
    Column("night", Integer, primary_key=True),  # 1, 2, 3, ... after the release
    Column("rendered_at", Moment, nullable=False),
    Column("history", Text, nullable=False),  # as that of a release
    row_of("releases", "term_id", "release"),
)

renderings = office_table(
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
    row_of("releases", "term_id", "release"),
)

digests = office_table(
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
    row_of("releases", "term_id", "release"),
    Index("ix_digests_due", "workspace_id", "state", "due_at"),
    Index("ix_digests_person", "workspace_id", "term_id", "person"),
)

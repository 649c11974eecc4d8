"""Who may come in."""

import sqlalchemy as sa
from sqlalchemy import Column, Integer, String, Text

from api.store.tables.frame import METADATA, Moment, office_table, row_of

__all__ = ["accounts", "identities", "login_links", "login_tries", "sessions", "tokens", "workspaces"]


workspaces = sa.Table(
    "workspaces",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("counter", Integer, nullable=False),  # numbers its rows in the order in which they came
)

tokens = office_table(
    "tokens",
    Column("id", String(64), primary_key=True),
    Column("number", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
    Column("created_at", Moment, nullable=False),
    Column("revoked_at", Moment),
)

accounts = office_table(
    "accounts",
    Column("id", String(64), primary_key=True),
    Column("number", Integer, nullable=False),
    Column("name", String(64), nullable=False, unique=True),  # in all workspaces: whoever signs in gives no other
    Column("password_hash", Text, nullable=False),
    Column("role", String(16), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("disabled_at", Moment),
)

identities = office_table(
    "identities",
    Column("account_id", String(64), primary_key=True),
    Column("issuer", Text, nullable=False),
    Column("subject", String(255)),  # none until somebody has come
    Column("bind_before", Moment),  # whoever comes by then, under the account's name, has it
    row_of("accounts", "account_id"),
    sa.UniqueConstraint("issuer", "subject"),  # in all workspaces: whoever signs in gives no other
)

sessions = office_table(
    "sessions",
    Column("hash", String(64), primary_key=True, unique=True),
    Column("account_id", String(64), nullable=False),
    Column("form_key", String(64), nullable=False),  # what every form of the session must bring back
    Column("created_at", Moment, nullable=False),
    Column("seen_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    row_of("accounts", "account_id"),
)

login_links = office_table(
    "login_links",
    Column("hash", String(64), primary_key=True, unique=True),
    Column("account_id", String(64), nullable=False),
    Column("leads_to", Text, nullable=False),
    Column("expires_at", Moment, nullable=False),
    row_of("accounts", "account_id"),
)

login_tries = sa.Table(
    "login_tries",
    METADATA,
    Column("mark", String(64), primary_key=True),  # of a name or an address, neither of which is kept
    Column("failures", Integer, nullable=False),
    Column("tried_at", Moment, nullable=False),
    Column("paused_until", Moment, nullable=False),
)

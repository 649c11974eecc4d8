"""Who did what, and which solvers live."""

import sqlalchemy as sa
from sqlalchemy import Boolean, Column, Integer, String, Text

from api.store.tables.frame import METADATA, Moment, office_table

__all__ = ["audit", "solvers"]


audit = office_table(
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

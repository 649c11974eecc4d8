"""Run by Alembic for every command; the connection comes from `api.store.migrate`."""

from typing import Any

from alembic import context

from api.store.tables import METADATA


def ours(name: str | None, kind: str, _parents: Any) -> bool:
    """Whether a thing is of our tables: on SQLite the job queue's live in the same schema."""
    return kind != "table" or name in METADATA.tables


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    include_name=ours,
    render_as_batch=True,
    transactional_ddl=True,  # our engine begins SQLite's transactions itself
)
with context.begin_transaction():
    context.run_migrations()

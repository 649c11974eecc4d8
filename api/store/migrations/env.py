"""Run by Alembic for every command; the connection comes from `api.store.migrate`."""

from alembic import context

from api.store.migrations.filter import ours
from api.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    include_name=ours,
    render_as_batch=True,
    transactional_ddl=True,  # our engine begins SQLite's transactions itself
)
with context.begin_transaction():
    context.run_migrations()

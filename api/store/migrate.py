"""Bringing a database up to this version: our own tables by Alembic, the job queue's by DBOS."""

import logging
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from dbos import DBOS

__all__ = ["alone", "current_schema", "migrate", "newest_schema"]

_LOCK = 7_466_337_218  # any number, the same in every process: one migrates, the others wait


def migrate(engine: sa.Engine) -> None:
    """Bring an empty or older database up to this version; safe to run in several processes at once."""
    logging.getLogger("dbos").setLevel(logging.WARNING)
    with engine.begin() as connection:
        alone(connection)
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    DBOS.migrate(engine.url.render_as_string(hide_password=False))


def alone(connection: sa.Connection) -> None:
    """Let other processes that open the database wait until the transaction ends; on SQLite every writer does that."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})


def newest_schema() -> str | None:
    """The revision that this version's tables are at."""
    return ScriptDirectory.from_config(_config()).get_current_head()


def current_schema(connection: sa.Connection) -> str | None:
    """The revision that the database is at."""
    return MigrationContext.configure(connection).get_current_revision()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    return config

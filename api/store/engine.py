"""The database's engine: what SQLite must be told so that it keeps what it is given."""

import sqlite3
import time
from typing import Any

import sqlalchemy as sa

__all__ = ["READS", "lend_unixepoch", "open_engine"]

READS = {"terminsplan_reads": True}
"""Execution options of a connection that only reads: it never waits for a writer, and no writer for it."""
_BUSY_MILLISECONDS = 15_000
_KNOWS_FRACTIONS = (3, 42)  # SQLite; Debian 12 has 3.40


def open_engine(url: str) -> sa.Engine:
    """An engine for SQLite or PostgreSQL (psycopg 3), ready for several threads and processes."""
    address = sa.make_url(url)
    if address.get_backend_name() == "postgresql":
        driver = address.set(drivername="postgresql+psycopg")
        return sa.create_engine(driver, pool_pre_ping=True, pool_size=10, hide_parameters=True)
    args = {"timeout": _BUSY_MILLISECONDS / 1000, "isolation_level": None}
    engine = sa.create_engine(address, connect_args=args, hide_parameters=True)  # faults are logged, documents are not
    sa.event.listen(engine, "connect", _configure)
    sa.event.listen(engine, "begin", _begin)
    return engine


def _configure(connection: Any, _record: Any) -> None:
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", f"busy_timeout={_BUSY_MILLISECONDS}"):
        connection.execute(f"PRAGMA {pragma}").close()


def lend_unixepoch(connection: Any, _record: Any = None) -> None:
    """Give an SQLite connection the `unixepoch('subsec')` that DBOS asks for from Python 3.12 on.

    An older library answers NULL, and no queue could be made.
    """
    if isinstance(connection, sqlite3.Connection):
        connection.create_function("unixepoch", 1, _unixepoch)


def _unixepoch(what: str) -> float:
    if what != "subsec":
        raise ValueError(f"unixepoch('{what}') is not lent: ask the library")
    return time.time()


if sqlite3.sqlite_version_info < _KNOWS_FRACTIONS:
    sa.event.listen(sa.Engine, "connect", lend_unixepoch)  # of every engine: DBOS makes one of its own


def _begin(connection: sa.Connection) -> None:
    # The driver would begin at the first write; two that read before would then lose one's update, or fail.
    reads = connection.get_execution_options().get("terminsplan_reads")
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")

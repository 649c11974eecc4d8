"""What an older SQLite is lent."""

import sqlite3
import time
from contextlib import closing

import pytest

from api.store.engine import lend_unixepoch, open_engine


def test_an_old_library_tells_fractions_of_a_second_also_as_a_columns_default() -> None:
    before = time.time()
    with closing(sqlite3.connect(":memory:")) as connection:
        lend_unixepoch(connection)
        connection.execute("CREATE TABLE t (n INTEGER, at INTEGER NOT NULL DEFAULT (unixepoch('subsec') * 1000))")
        connection.execute("INSERT INTO t (n) VALUES (1)")
        (at,) = connection.execute("SELECT at FROM t").fetchone()
    assert before * 1000 - 1 <= at <= time.time() * 1000 + 1


def test_nothing_else_is_answered_wrongly() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        lend_unixepoch(connection)
        with pytest.raises(sqlite3.OperationalError):
            connection.execute("SELECT unixepoch('2026-01-01')")


def test_every_engine_can_ask_for_what_the_queue_needs() -> None:
    engine = open_engine("sqlite://")
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT unixepoch('subsec')").scalar_one() is not None
    engine.dispose()

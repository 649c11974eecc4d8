"""A database made from nothing has this version's tables, and no more."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from api.settings import Settings
from api.store import Store
from api.store.engine import open_engine
from api.store.migrate import _config, current_schema, migrate, newest_schema
from api.store.migrations.filter import ours
from api.store.tables import METADATA, renderings
from tests.api.store.databases import new_database


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'empty.sqlite'}"
    return new_database(request.getfixturevalue("postgres"), "terminsplan_test_empty")


def test_makes_all_tables_in_an_empty_database(empty: str) -> None:
    engine = open_engine(empty)
    migrate(engine)
    with engine.begin() as connection:
        assert current_schema(connection) == newest_schema() is not None
        context = MigrationContext.configure(connection, opts={"include_name": ours, "compare_type": True})
        assert compare_metadata(context, METADATA) == []
    engine.dispose()


def test_does_not_take_the_queues_tables_for_its_own(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'empty.sqlite'}")
    migrate(engine)
    with engine.begin() as connection:
        assert "workflow_status" in sa.inspect(connection).get_table_names()
        unfiltered = compare_metadata(MigrationContext.configure(connection), METADATA)
    assert ("remove_table", "workflow_status") in {(one[0], getattr(one[1], "name", "")) for one in unfiltered}
    engine.dispose()


def test_several_processes_may_open_an_empty_database_at_once(empty: str, tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path / "data", database_url=empty)
    with ThreadPoolExecutor(4) as pool:
        stores = list(pool.map(lambda _: Store(settings), range(4)))
    for store in stores:
        assert store.workspaces() == ("default",)
        assert store.readiness().database
        store.close()


def test_tells_that_it_keeps_what_it_is_given(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'empty.sqlite'}")
    asked = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
    with engine.connect() as connection:
        told = {one: connection.exec_driver_sql(f"PRAGMA {one}").scalar() for one in asked}
    assert told == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 15_000}
    engine.dispose()


def test_keeps_the_jobs_of_a_database_of_the_first_tables(empty: str) -> None:
    engine = open_engine(empty)
    with engine.begin() as connection:
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        for statement in _OLD:
            binary = "BYTEA" if connection.dialect.name == "postgresql" else "BLOB"
            connection.exec_driver_sql(statement.replace("{bytes}", binary))
    migrate(engine)
    with engine.begin() as connection:
        (job,) = connection.execute(sa.select(METADATA.tables["jobs"])).mappings().all()
        (event,) = connection.execute(sa.select(METADATA.tables["job_events"])).mappings().all()
    assert (job["kind"], job["request"], job["result"], job["state"]) == ("plan", {}, None, "queued")
    assert event["payload"] == {"state": "queued"}
    engine.dispose()


_OLD = (
    "INSERT INTO workspaces VALUES ('default', 'default', '2026-08-03 07:00:00', 2)",
    "INSERT INTO terms VALUES ('default', 't', 1, 1, 0, 0, NULL)",
    "INSERT INTO term_revisions VALUES ('default', 't', 1, 'd', 'T', '{}', '2026-08-03 07:00:00', 'anna')",
    (
        "INSERT INTO jobs VALUES ('default', 'j', 2, 't', 1, '{}', 'queued', 0, false, '2026-08-03 07:00:00', NULL, "
        "NULL, 'anna', NULL, NULL, 1)"
    ),
    """INSERT INTO job_events VALUES ('default', 'j', 1, 0, 'state', '{"state": "queued"}', '2026-08-03 07:00:00')""",
)
"""A job that was asked for before there were kinds of jobs."""


def test_keeps_the_renderings_when_their_key_grows(empty: str) -> None:
    engine = open_engine(empty)
    with engine.begin() as connection:
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
        for statement in _ONE_RENDERING:
            binary = "BYTEA" if connection.dialect.name == "postgresql" else "BLOB"
            connection.exec_driver_sql(statement.replace("{bytes}", binary))
    migrate(engine)
    with engine.begin() as connection:
        inspector = sa.inspect(connection)
        key = inspector.get_pk_constraint("renderings")
        assert (key["name"], key["constrained_columns"][-2:]) == ("pk_renderings", ["release", "night"])
        assert len(inspector.get_foreign_keys("renderings")) == 2
        (row,) = connection.execute(sa.select(renderings)).all()
        assert (row.night, row.body, row.filename) == (0, b"BEGIN", "term.ics")
    engine.dispose()


_AT = "'2026-08-03 07:00:00'"
_ONE_RENDERING = (
    f"INSERT INTO workspaces VALUES ('default', 'default', {_AT}, 0)",
    "INSERT INTO terms VALUES ('default', 't', 1, 1, 1, 1, 'p')",
    f"INSERT INTO term_revisions VALUES ('default', 't', 1, '', '', '', {_AT}, 'anna')",
    (
        "INSERT INTO jobs (workspace_id, id, number, term_id, revision, options, state, attempt, cancel_requested,"
        " created_at, by, last_event) VALUES "
        f"('default', 'j', 2, 't', 1, '{{}}', 'succeeded', 1, false, {_AT}, 'anna', 1)"
    ),
    f"INSERT INTO plans VALUES ('default', 'p', 't', 1, 1, 'j', false, {_AT}, '')",
    f"INSERT INTO releases VALUES ('default', 't', 1, 'p', 1, {_AT}, 'anna', '')",
    (
        "INSERT INTO renderings VALUES "
        f"('default', 't', 'term', 't', 'sv', 1, CAST('BEGIN' AS {{bytes}}), '', {_AT}, 'term.ics')"
    ),
)

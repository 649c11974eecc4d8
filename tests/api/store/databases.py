"""Databases to test with: SQLite, and PostgreSQL where there is one or a server can be started."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp

import pytest
import sqlalchemy as sa

from api.store.engine import open_engine
from api.store.migrate import migrate
from api.store.tables import METADATA

__all__ = ["emptied", "new_database", "postgres", "postgres_database", "sqlite_file"]

_WHY_NOT = "no PostgreSQL: install Debian's package postgresql, or set TERMINSPLAN_TEST_POSTGRES to a server's address"


@pytest.fixture(scope="session")
def postgres() -> Iterator[sa.URL]:
    """The address of a PostgreSQL server, as one who may make databases there."""
    given = os.environ.get("TERMINSPLAN_TEST_POSTGRES")
    if given:
        yield sa.make_url(given).set(drivername="postgresql+psycopg")
        return
    programs = _programs()
    if programs is None:
        assert os.environ.get("TERMINSPLAN_REQUIRE_ALL") != "1", _WHY_NOT
        pytest.skip(_WHY_NOT)
    directory = Path(mkdtemp(prefix="tp-pg-"))
    try:
        yield from _served(programs, directory)
    finally:
        shutil.rmtree(directory, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_database(postgres: sa.URL) -> str:
    """The address of a database that has its tables already: the steps take longer than most tests."""
    return _migrated(new_database(postgres, "terminsplan_test"))


@pytest.fixture(scope="session")
def sqlite_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file that has its tables already, to be copied."""
    file = tmp_path_factory.mktemp("sqlite") / "empty.sqlite"
    _migrated(f"sqlite:///{file}")
    return file


def new_database(server: sa.URL, name: str) -> str:
    """The address of a new, empty database."""
    engine = sa.create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(sa.text(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))
        connection.execute(sa.text(f'CREATE DATABASE "{name}"'))
    engine.dispose()
    return server.set(database=name).render_as_string(hide_password=False)


def emptied(url: str) -> str:
    """The address of a PostgreSQL database, once more without rows."""
    engine = open_engine(url)
    with engine.begin() as connection:
        names = ", ".join([*METADATA.tables, "dbos.workflow_status", "dbos.queues"])
        connection.execute(sa.text(f"TRUNCATE {names} CASCADE"))
    engine.dispose()
    return url


def _migrated(url: str) -> str:
    engine = open_engine(url)
    migrate(engine)
    engine.dispose()  # the last to close SQLite's file leaves it in one piece
    return url


def _programs() -> Path | None:
    """Where the server's programs lie: Debian keeps them off the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"), key=lambda one: int(one.parts[-3]))
    on_path = shutil.which("pg_ctl")
    return found[-1].parent if found else Path(on_path).resolve().parent if on_path else None


def _served(programs: Path, directory: Path) -> Iterator[sa.URL]:
    """A server of our own, reached through a socket in the directory, careless of power cuts."""
    as_user: list[str] = []
    if os.geteuid() == 0:  # the server refuses to run as root
        shutil.chown(directory, "postgres", "postgres")
        as_user = ["runuser", "-u", "postgres", "--"]
    data, log = directory / "data", directory / "log"
    options = f"-c listen_addresses='' -c unix_socket_directories='{directory}' -c fsync=off -c max_connections=60"
    control = [*as_user, str(programs / "pg_ctl"), "-D", str(data)]
    init = [*as_user, str(programs / "initdb"), "-D", str(data), "-A", "trust", "-U", "tester", "--no-sync"]
    subprocess.run(init, check=True, capture_output=True, cwd=directory)
    start = [*control, "-w", "-l", str(log), "-o", options, "start"]
    subprocess.run(start, check=True, stdout=subprocess.DEVNULL, cwd=directory)
    try:
        yield sa.URL.create("postgresql+psycopg", "tester", database="postgres", query={"host": str(directory)})
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], check=False, stdout=subprocess.DEVNULL, cwd=directory)

"""Every test of the store runs on SQLite and, where there is one, on PostgreSQL."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.settings import Settings
from api.store import Store, Workspace
from tests.api.store.building import SetClock
from tests.api.store.databases import emptied, postgres, postgres_database, sqlite_file

__all__ = ["postgres", "postgres_database", "sqlite_file"]


@pytest.fixture(params=["sqlite", "postgresql"])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """Settings for a store that does not exist yet."""
    if request.param == "postgresql":
        url = emptied(request.getfixturevalue("postgres_database"))
        return Settings(data_dir=tmp_path / "data", database_url=url)
    url = f"sqlite:///{tmp_path / 'test.sqlite'}"
    shutil.copy(request.getfixturevalue("sqlite_file"), tmp_path / "test.sqlite")
    return Settings(data_dir=tmp_path / "data", database_url=url)


@pytest.fixture
def clock() -> SetClock:
    """Stands at nine in the morning."""
    return SetClock()


@pytest.fixture
def store(settings: Settings, clock: SetClock) -> Iterator[Store]:
    """An empty store."""
    with Store(settings, clock) as opened:
        yield opened


@pytest.fixture
def office(store: Store) -> Workspace:
    """The workspace of an empty store."""
    return store.workspace()

"""Every test of the store runs on SQLite and, where there is one, on PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from api.settings import Settings
from api.store import Store, Workspace
from tests.api.store.building import SetClock
from tests.api.store.databases import new_database, postgres

__all__ = ["postgres"]


@pytest.fixture(params=["sqlite", "postgresql"])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """Settings for a store that does not exist yet."""
    if request.param == "sqlite":
        return Settings(data_dir=tmp_path / "data")
    url = new_database(request.getfixturevalue("postgres"), "store_test")
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

"""A store on disk, and the file that lets patient planners finish."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from api.settings import Settings
from api.store import Store
from tests.api.store.databases import emptied, postgres, postgres_database, sqlite_file

__all__ = ["postgres", "postgres_database", "sqlite_file"]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A new data directory, a free port, and a lease that a test can wait for."""
    return Settings(data_dir=tmp_path / "data", port=0, solver_lease_seconds=1.0, log_level="warning")


@pytest.fixture(params=["sqlite", "postgresql"])
def any_settings(request: pytest.FixtureRequest, settings: Settings) -> Settings:
    """The same on both databases."""
    if request.param == "sqlite":
        return settings
    return settings.model_copy(update={"database_url": emptied(request.getfixturevalue("postgres_database"))})


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    """The test's own view of the database."""
    with Store(settings) as opened:
        yield opened


@pytest.fixture
def go(tmp_path: Path) -> Path:
    """Not there yet."""
    return tmp_path / "go"

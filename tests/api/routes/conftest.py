"""The service that each test of the routes talks to."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.api.routes.house import House


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with an empty database, to be copied."""
    directory = tmp_path_factory.mktemp("blank")
    House.at(directory).store.close()
    return directory


@pytest.fixture
def house(tmp_path: Path, blank: Path) -> Iterator[House]:
    shutil.copytree(blank, tmp_path, dirs_exist_ok=True)
    made = House.at(tmp_path)
    yield made
    made.store.close()

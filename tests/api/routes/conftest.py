"""The service that each test of the routes talks to."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.api.routes.house import House


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = House.at(tmp_path)
    yield made
    made.store.close()

"""An office that has published something for the public; tests only look at it."""

from collections.abc import Iterator

import pytest

from tests.api.timetables.planting import Planted

__all__ = ["planted"]


@pytest.fixture(scope="session")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Planted]:
    made = Planted.at(tmp_path_factory.mktemp("planted"))
    yield made
    made.house.store.close()

"""A service that signs people in with a provider of the tests' own."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.api.pages.oidc.provider import OwnProvider, provided
from tests.api.routes.house import House


@pytest.fixture(scope="module")
def one_provider() -> Iterator[OwnProvider]:
    with provided() as own:
        yield own


@pytest.fixture
def provider(one_provider: OwnProvider) -> OwnProvider:
    """The provider, which remembers no other test."""
    one_provider.forget()
    return one_provider


@pytest.fixture
def open_house(provider: OwnProvider, tmp_path: Path, blank: Path) -> Iterator[Callable[..., House]]:
    """Makes a service that signs in with the provider."""
    shutil.copytree(blank, tmp_path, dirs_exist_ok=True)
    made: list[House] = []

    def make(**settings: Any) -> House:
        made.append(House.at(tmp_path, **(provider.settings | settings)))
        return made[-1]

    yield make
    for one in made:
        one.store.close()


@pytest.fixture
def home(open_house: Callable[..., House]) -> House:
    return open_house()

"""The tiny term that the feeds are told from."""

from typing import Any

import pytest

from models import Term
from tests.api.feeds.building import Released, read_document


@pytest.fixture
def document() -> dict[str, Any]:
    """The tiny term as JSON: to be changed before it is read."""
    return read_document()


@pytest.fixture
def term(document: dict[str, Any]) -> Term:
    return Term.model_validate(document)


@pytest.fixture
def released(term: Term) -> Released:
    """The first release of the tiny term."""
    return Released.first(term)

"""A mail server, and an office that sends through it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.settings import Settings
from api.store import Store, Workspace
from tests.api.mail.building import PostRoom
from tests.api.mail.server import MailServer, serving
from tests.api.store.building import SetClock
from tests.api.store.databases import emptied, postgres, postgres_database, sqlite_file

__all__ = ["postgres", "postgres_database", "sqlite_file"]


@pytest.fixture
def server() -> Iterator[MailServer]:
    """A mail server without encryption."""
    with serving() as made:
        yield made


@pytest.fixture(params=["sqlite"])
def settings(request: pytest.FixtureRequest, tmp_path: Path, server: MailServer) -> Settings:
    """Settings of an office that sends mail."""
    if request.param == "postgresql":
        url = emptied(request.getfixturevalue("postgres_database"))
    else:
        shutil.copy(request.getfixturevalue("sqlite_file"), tmp_path / "test.sqlite")
        url = f"sqlite:///{tmp_path / 'test.sqlite'}"
    return Settings(
        data_dir=tmp_path / "data",
        database_url=url,
        smtp_host="127.0.0.1",
        smtp_port=server.port,
        smtp_security="none",
        smtp_timeout_seconds=5,
        mail_from="Närvårdskansliet, Borås <plan@narvard.example>",
    )


@pytest.fixture
def room(settings: Settings) -> Iterator[PostRoom]:
    """A term whose people have addresses."""
    clock = SetClock()
    with Store(settings, clock) as store:
        yield PostRoom.of(store, clock)


@pytest.fixture
def office_without_mail(settings: Settings) -> Iterator[Workspace]:
    """An office whose settings name no mail server."""
    with Store(settings.model_copy(update={"smtp_host": ""}), SetClock()) as opened:
        yield opened.workspace()

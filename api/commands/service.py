"""What the commands of the service share: its settings, its store, and sentences where one of them fails."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pydantic import ValidationError
from sqlalchemy.exc import SQLAlchemyError

from api.commands.exits import Exit, Stop
from api.commands.files import fault_lines
from api.links import KeysError
from api.serving import ServingError
from api.settings import Settings
from api.store import Store
from api.texts import Language, say

__all__ = ["opened", "serving", "settings"]


def settings(language: Language, **given: Any) -> Settings:
    """The settings of the environment, those `given` (unless `None`) before them. Raises `Stop` for wrong ones."""
    said = {name: value for name, value in given.items() if value is not None}
    try:
        return Settings.from_environment(os.environ, **said)
    except ValidationError as error:
        raise Stop(Exit.FAULTY, "\n".join(fault_lines(error, "TERMINSPLAN_*", language))) from None


@contextmanager
def opened(chosen: Settings, language: Language) -> Iterator[Store]:
    """The store, for as long as the block runs. Raises `Stop` where it cannot be used."""
    try:
        store = Store(chosen)
    except (OSError, KeysError, SQLAlchemyError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        sentence = say("store.unusable", language, directory=chosen.data_dir, why=why)
        raise Stop(Exit.UNAVAILABLE, sentence) from None
    with store:
        yield store


@contextmanager
def serving() -> Iterator[None]:
    """Turns what keeps the service from starting into a sentence. Raises `Stop`."""
    try:
        yield
    except ServingError as error:
        raise Stop(Exit.UNAVAILABLE, str(error)) from None

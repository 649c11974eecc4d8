"""What the commands of the service share: its store, and sentences where one of them fails."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import SQLAlchemyError

from api.commands.exits import Exit, Stop
from api.links import KeysError
from api.serving import ServingError
from api.settings import Settings
from api.store import Store
from api.texts import Language, say, system_sentence

__all__ = ["opened", "serving"]


@contextmanager
def opened(chosen: Settings, language: Language) -> Iterator[Store]:
    """The store, for as long as the block runs. Raises `Stop` where it cannot be used."""
    try:
        store = Store(chosen)
    except (OSError, KeysError, SQLAlchemyError) as error:
        why = system_sentence(error, language) if isinstance(error, OSError) else error
        sentence = say("store.unusable", language, directory=chosen.data_dir, why=why)
        raise Stop(Exit.UNAVAILABLE, sentence) from None
    with store:
        yield store


@contextmanager
def serving(language: Language) -> Iterator[None]:
    """Turns what keeps the service from starting into a sentence. Raises `Stop`."""
    try:
        yield
    except ServingError as error:
        raise Stop(Exit.UNAVAILABLE, error.sentence(language)) from None

"""The processes: one that answers and one that plans, under a supervisor that they end with.

Nothing is lost by ending, however it happens: what was accepted is in the database, and the next start goes on with it.
"""

import logging
import os
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import uvicorn
from sqlalchemy.exc import SQLAlchemyError

from api.jobs import Scheduler, own, working
from api.links import KeysError
from api.settings import Settings
from api.store import Store
from api.supervising import Commands, GaveUpError, supervise
from api.texts import Language, say, system_sentence

__all__ = ["NICE", "ServingError", "run_api", "run_worker", "serve"]

NICE = 10
"""How far a solver steps back for those that answer people."""


class ServingError(Exception):
    """The service cannot start, or go on; `sentence` tells the operator why."""

    def __init__(self, code: str, why: Exception | str, **params: Any) -> None:
        super().__init__(code, why)
        self.code, self.why, self.params = code, why, params

    def sentence(self, language: Language) -> str:
        """What is wrong, and what mends it."""
        why = system_sentence(self.why, language) if isinstance(self.why, OSError) else str(self.why)
        return say(self.code, language, why=why, **self.params)

    def __str__(self) -> str:
        return self.sentence("en")


def serve(settings: Settings, commands: Commands | None = None) -> None:
    """Run the API and one solver until interrupted; one that dies is started again.

    Prints the address. Everything that is needed is made: directory, keys, database.

    Args:
        commands: how the two are started; left out, as this version's own.

    Raises:
        ServingError: the port is busy, the data directory or database cannot be used, or the API does not start.
    """
    _log_to_standard_error(settings)
    with _opened(settings) as store, _listening(settings) as listener:
        host, port = listener.getsockname()[:2]
        print(f"terminsplan: http://{f'[{host}]' if ':' in host else host}:{port}/", flush=True)
        try:
            supervise(store, listener, commands or Commands.own())
        except GaveUpError as gave_up:
            raise ServingError("serving.other", gave_up) from None


def run_api(settings: Settings, listener: socket.socket | None = None) -> None:
    """Run the API alone, in this process, until interrupted.

    Args:
        listener: a socket that listens already; left out, host and port of the settings.

    Raises:
        ServingError: the port is busy, or the data directory or database cannot be used.
    """
    from api.app import create_app

    _log_to_standard_error(settings)
    with _opened(settings) as store, _listening(settings, listener) as listening:
        config = uvicorn.Config(
            create_app(settings, store),
            log_config=None,
            access_log=False,  # addresses hold tokens
            server_header=False,
            timeout_graceful_shutdown=3,
        )
        uvicorn.Server(config).run(sockets=[listening])


def run_worker(
    settings: Settings, scheduler: Scheduler | None = None, solver_id: str | None = None, nice: int = NICE
) -> None:
    """Run one solver alone, in this process, until SIGTERM or SIGINT; it then ends the process and does not return.

    Args:
        scheduler: what plans, explains and checks; left out, the project's own.
        solver_id: unique to this process; left out, a new one.
        nice: how far it steps back for other processes, 0 to 19.

    Raises:
        ServingError: the data directory or database cannot be used.
    """
    _log_to_standard_error(settings)
    os.nice(nice)
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    with _opened(settings) as store, working(store, scheduler or own(), solver_id or uuid4().hex) as worker:
        stop.wait()
        worker.stop()  # its job goes to the next solver
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0)  # a search that is under way would be waited for


@contextmanager
def _opened(settings: Settings) -> Iterator[Store]:
    try:
        store = Store(settings)
    except KeysError as wrong:
        raise ServingError("serving.other", wrong) from None
    except OSError as wrong:
        raise ServingError("serving.directory", wrong, directory=settings.data_dir) from None
    except SQLAlchemyError as wrong:  # its own message may hold a password
        raise ServingError("serving.database", type(wrong).__name__) from wrong
    with store:
        yield store


@contextmanager
def _listening(settings: Settings, listener: socket.socket | None = None) -> Iterator[socket.socket]:
    if listener is not None:
        yield listener
        return
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        made = socket.create_server((settings.host, settings.port), family=family, backlog=512)
    except OSError as wrong:
        raise ServingError("serving.port", wrong, port=settings.port, host=settings.host) from None
    with made:
        yield made


def _log_to_standard_error(settings: Settings) -> None:
    logging.basicConfig(
        level=settings.log_level.upper(), format="%(asctime)s %(levelname)s %(name)s %(message)s", stream=sys.stderr
    )
    logging.getLogger("alembic").setLevel(logging.WARNING)

"""The supervisor: starts the two children, starts them again when they die, and takes them along when it ends.

It has opened the port and hands it on, so that a new API process takes over where the old one fell. Each child watches
a pipe of which only the supervisor holds the other end: when that closes, however the supervisor ended, so do they.
"""

import logging
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import Literal
from uuid import uuid4

from sqlalchemy.exc import SQLAlchemyError

from api.jobs import declare_ended
from api.store import Store

__all__ = ["Commands", "GaveUpError", "supervise"]

Name = Literal["api", "solver"]
GRACE_SECONDS = 8.0
"""How long a child may take to end before it is killed."""
_QUICK_SECONDS = 5.0
"""A child that lived no longer than this has hardly started."""
_MOST_QUICK_ENDS = 3
_PAUSE_SECONDS = (0.1, 0.5, 1.0, 5.0, 30.0)
"""How long the next start waits, by the number of quick ends before it."""
_log = logging.getLogger(__name__)


class GaveUpError(Exception):
    """A child does not start; the message is a sentence for the operator."""


@dataclass(frozen=True)
class Commands:
    """How the children are started; each command is followed by its arguments, see `api.child`."""

    api: Sequence[str]
    solver: Sequence[str]

    @classmethod
    def own(cls) -> "Commands":
        """This version's own."""
        child = (sys.executable, "-P", "-m", "api.child")
        return cls((*child, "api"), (*child, "solver"))


@dataclass
class _Child:
    name: Name
    process: subprocess.Popen[bytes]
    solver_id: str
    started: float

    @property
    def quick(self) -> bool:
        """Whether it has not lived for long."""
        return time.monotonic() - self.started < _QUICK_SECONDS


def supervise(store: Store, listener: socket.socket, commands: Commands) -> None:
    """Keep both children running until SIGINT, SIGTERM or SIGHUP, then end them.

    Raises:
        GaveUpError: the API ended again and again before it had really started.
    """
    supervisor = _Supervisor(store, listener, commands)
    before = {number: signal.signal(number, supervisor.stop) for number in _stopping_signals()}
    try:
        supervisor.run()
    finally:
        supervisor.end()
        for number, handler in before.items():
            signal.signal(number, handler)


def _stopping_signals() -> tuple[signal.Signals, ...]:
    return signal.SIGINT, signal.SIGTERM, signal.SIGHUP


class _Supervisor:
    def __init__(self, store: Store, listener: socket.socket, commands: Commands) -> None:
        self._store, self._listener, self._commands = store, listener, commands
        self._events: SimpleQueue[_Child | Name | None] = SimpleQueue()  # one that ended, one to start, or the end
        self._children: dict[Name, _Child] = {}
        self._quick_ends: dict[Name, int] = {"api": 0, "solver": 0}
        self._watched, self._held = os.pipe()

    def stop(self, *_: object) -> None:
        """Ask it to end; may be called by a signal."""
        self._events.put(None)

    def run(self) -> None:
        """Start both, and start again what ends."""
        self._start("solver")
        self._start("api")
        while (event := self._events.get()) is not None:
            if isinstance(event, _Child):
                self._take_note(event)
            else:
                self._start(event)

    def end(self) -> None:
        """End the children: those that answer first."""
        os.close(self._held)
        for name in ("api", "solver"):
            child = self._children.get(name)
            if child is not None:
                _end(child.process)
                self._declare_ended(child)
        os.close(self._watched)

    def _start(self, name: Name) -> None:
        solver_id = uuid4().hex
        sockets = {"api": ("--listener", str(self._listener.fileno())), "solver": ("--solver", solver_id)}
        command = (*getattr(self._commands, name), "--parent", str(self._watched), *sockets[name])
        handed_on = (self._watched, self._listener.fileno()) if name == "api" else (self._watched,)
        # A group of its own: Ctrl-C reaches the supervisor alone, which then ends its children in order.
        process = subprocess.Popen(command, pass_fds=handed_on, env=self._environment(), start_new_session=True)
        child = self._children[name] = _Child(name, process, solver_id, time.monotonic())
        threading.Thread(target=self._wait_for, args=(child,), daemon=True).start()

    def _environment(self) -> dict[str, str]:
        here = str(Path(__file__).resolve().parent.parent)
        path = os.pathsep.join(filter(None, (here, os.environ.get("PYTHONPATH"))))
        return {**os.environ, **self._store.settings.environment(), "PYTHONPATH": path}

    def _wait_for(self, child: _Child) -> None:
        child.process.wait()
        self._events.put(child)

    def _take_note(self, child: _Child) -> None:
        """Give away the jobs of one that ended, and start the next, later the oftener it ends."""
        _log.warning("the %s process ended by itself (%s)", child.name, child.process.returncode)
        self._declare_ended(child)
        self._quick_ends[child.name] = ends = self._quick_ends[child.name] + 1 if child.quick else 0
        if child.name == "api" and ends >= _MOST_QUICK_ENDS:
            raise GaveUpError(f"the API process does not start (it ended with {child.process.returncode}): see above")
        pause = _PAUSE_SECONDS[min(ends, len(_PAUSE_SECONDS) - 1)]
        timer = threading.Timer(pause, self._events.put, (child.name,))
        timer.daemon = True
        timer.start()

    def _declare_ended(self, child: _Child) -> None:
        if child.name == "solver":
            try:
                declare_ended(self._store, child.solver_id)
            except SQLAlchemyError as failed:  # its lease will run out instead
                _log.warning("could not note that a solver ended: %s", type(failed).__name__)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()

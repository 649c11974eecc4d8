"""Signs of life: each solver gives them, and takes over the jobs of those that have stopped.

A solver is dead when its count of beats has stood still for the lease, by the watcher's own clock, or when it or its
supervisor has said that it ended. A dead solver's jobs go back into the queue. Should it live after all, its jobs are
worked on twice; the first result counts.
"""

import logging
import threading
import time
from collections.abc import Callable

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from api.store import Store
from api.store.tables import solvers

__all__ = ["Heart", "declare_ended"]

Recover = Callable[[str], bool]
"""Gives back the jobs of a dead solver; answers whether none is left with it."""
_log = logging.getLogger(__name__)


def declare_ended(store: Store, solver_id: str) -> None:
    """Say of a solver that it has ended, so that nobody waits for its lease to run out."""
    with store.opened.engine.begin() as connection:
        connection.execute(sa.update(solvers).where(solvers.c.id == solver_id).values(ended=True))


class Heart:
    """The signs of life of one solver, and its eye on the others', in a thread."""

    def __init__(self, store: Store, solver_id: str, recover: Recover, upkeep: Callable[[], None]) -> None:
        self._store, self.solver_id = store, solver_id
        self._recover, self._upkeep = recover, upkeep
        self._lease = store.settings.solver_lease_seconds
        self._seen: dict[str, tuple[int, float]] = {}  # beats, and when they were first seen
        self._looks = 0
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="heart", daemon=True)

    def beat(self) -> None:
        """Give a sign of life; the first one also registers the solver."""
        now, mine = self._store.opened.clock(), solvers.c.id == self.solver_id
        beaten = {"beats": solvers.c.beats + 1, "beat_at": now, "ended": False}
        with self._store.opened.engine.begin() as connection:
            if not connection.execute(sa.update(solvers).where(mine).values(**beaten)).rowcount:
                first = {"id": self.solver_id, "beats": 1, "beat_at": now, "ended": False}
                connection.execute(sa.insert(solvers).values(**first))

    def start(self) -> None:
        """Go on beating and watching."""
        self._thread.start()

    def stop(self) -> None:
        """Stop, and say so."""
        self._stopped.set()
        self._thread.join()
        declare_ended(self._store, self.solver_id)

    def _run(self) -> None:
        self._look()  # at once: after a new start the jobs of the solver before are waiting
        while not self._stopped.wait(min(2.0, self._lease / 5)):
            self._look()

    def _look(self) -> None:
        try:
            self.beat()
            self.watch()
            if self._looks % 5 == 0:
                self._upkeep()
        except SQLAlchemyError as failed:
            _log.warning("no sign of life could be given: %s", type(failed).__name__)
        except Exception:
            _log.exception("looking after other solvers' jobs failed")
        self._looks += 1

    def watch(self) -> None:
        """Take over from those that are dead."""
        with self._store.opened.reader.begin() as connection:
            others = connection.execute(sa.select(solvers).where(solvers.c.id != self.solver_id)).all()
        self._seen = {row.id: self._seen.get(row.id, (row.beats, time.monotonic())) for row in others}
        for row in others:
            if self._dead(row.id, row.beats, row.ended) and self._recover(row.id):
                with self._store.opened.engine.begin() as connection:
                    connection.execute(sa.delete(solvers).where(solvers.c.id == row.id))

    def _dead(self, solver_id: str, beats: int, ended: bool) -> bool:
        seen, since = self._seen[solver_id]
        if seen != beats:
            self._seen[solver_id] = (beats, time.monotonic())
            return ended
        return ended or time.monotonic() - since > self._lease

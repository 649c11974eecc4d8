"""Between a search, which calls from any thread and must not wait, and the database, which may make it wait."""

import logging
import threading
from dataclasses import asdict
from types import TracebackType
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from api.jobs.desk import Desk
from scheduler.options import Progress

__all__ = ["Reporter", "as_payload"]

EVERY_SECONDS = 0.2
"""How often progress is written and the wish to cancel looked for; of what is heard in between the newest is told."""
_log = logging.getLogger(__name__)


class Reporter:
    """Writes the progress of one attempt and listens for its cancellation, in a thread of its own, within `with`."""

    def __init__(self, desk: Desk, job_id: str, attempt: int) -> None:
        self._desk, self._job_id, self._attempt = desk, job_id, attempt
        self._newest: Progress | None = None
        self._told: Progress | None = None
        self._cancelled, self._over = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._run, name=f"reporter-{job_id}", daemon=True)

    def heard(self, progress: Progress) -> None:
        """Take note of progress; called by the search, from any thread."""
        self._newest = progress

    def cancelled(self) -> bool:
        """Whether to stop; called by the search, from any thread."""
        return self._cancelled.is_set()

    def __enter__(self) -> "Reporter":
        self._look()
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._over.wait(EVERY_SECONDS):
            self._look()
        self._look()

    def _look(self) -> None:
        """Tell the newest progress; a database that is away for a moment shall not end the search."""
        try:
            newest = self._newest
            if newest is not None and newest is not self._told:
                self._desk.tell(self._job_id, self._attempt, as_payload(newest))
                self._told = newest
            if self._desk.must_stop(self._job_id):
                self._cancelled.set()
        except SQLAlchemyError as failed:
            _log.warning("job %s: progress was not written: %s", self._job_id, type(failed).__name__)


def as_payload(progress: Progress) -> dict[str, Any]:
    """Progress as JSON; the goals as in a plan."""
    return asdict(progress) | {"goals": [goal.model_dump(mode="json") for goal in progress.goals]}

"""The solver process: takes jobs from the queue one after the other, in DBOS's hands."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from dbos import DBOS, DBOSConfig, DBOSPortableJSONSerializer, StepOptions

from api.jobs.desk import Desk
from api.jobs.heart import Heart
from api.jobs.kinds import Scheduler
from api.jobs.nightly import Nights
from api.jobs.solving import publish, solve
from api.mail import Sender
from api.store import ACTIVE, JobFailure, Store
from api.store.queue import APPLICATION, APPLICATION_VERSION, QUEUE, WORKFLOW
from api.store.tables import jobs

__all__ = ["working"]

_log = logging.getLogger(__name__)
_POLL_SECONDS = 0.1
_ENDED = ("SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED")
_BROKEN = JobFailure("error", "the job broke down: please report this, the log has the details")
_RETRIED: StepOptions = {"retries_allowed": True, "max_attempts": 5, "interval_seconds": 0.5}
"""For a database that is away for a moment; what the planner does is not tried again."""


@dataclass(frozen=True)
class Worker:
    """What goes on beside the jobs."""

    heart: Heart
    sender: Sender

    def start(self) -> None:
        """Give signs of life, and send mail where there is a mail server."""
        self.heart.start()
        self.sender.start()

    def stop(self) -> None:
        """Stop: the job goes to the next solver, and mail that has not been taken in hand to the next sender."""
        self.sender.stop()
        self.heart.stop()


@contextmanager
def working(store: Store, scheduler: Scheduler, solver_id: str) -> Iterator[Worker]:
    """Work on jobs in the background until the block ends; once a process.

    Args:
        solver_id: unique to this process: jobs are taken over from a solver by its id.
    """
    DBOS(config=_config(store, solver_id))
    _register(store, scheduler)
    DBOS.listen_queues([QUEUE])
    nights = Nights(store)
    heart = Heart(store, solver_id, _recovered, lambda: _upkeep(store, nights))
    worker = Worker(heart, Sender(store))
    heart.beat()  # before it can take a job, so that others know whom to take it over from
    DBOS.launch()
    DBOS.register_queue(QUEUE, worker_concurrency=1, polling_interval_sec=_POLL_SECONDS)
    worker.start()
    try:
        yield worker
    finally:
        worker.stop()
        DBOS.destroy(destroy_registry=True)


def _config(store: Store, solver_id: str) -> DBOSConfig:
    return DBOSConfig(
        name=APPLICATION,
        # Its own engine: with ours, whose transactions are all begun by hand, it would begin them twice.
        system_database_url=store.opened.engine.url.render_as_string(hide_password=False),
        application_version=APPLICATION_VERSION,
        executor_id=solver_id,
        serializer=DBOSPortableJSONSerializer(),
        log_level="WARNING",
        run_migrations=False,  # opening the store has done it
    )


def _register(store: Store, scheduler: Scheduler) -> None:
    # No limit on recoveries here: the desk gives up a job and says so, DBOS would only leave it lying.
    @DBOS.workflow(name=WORKFLOW, max_recovery_attempts=None)
    def plan_job(workspace_id: str, job_id: str) -> None:
        desk = Desk(store.workspace(workspace_id))
        outcome = DBOS.run_step({"name": "solve", **_RETRIED}, solve, scheduler, desk, job_id)
        if outcome is not None:
            DBOS.run_step({"name": "publish", **_RETRIED}, publish, desk, job_id, outcome)


def _recovered(solver_id: str) -> bool:
    """Put a dead solver's jobs back into the queue.

    The call is private in DBOS 3.4 (its public road is a paid service); a test covers it and the version is pinned.
    A fault for one job is only logged in there, so what counts is that none is left.
    """
    DBOS._recover_pending_workflows([solver_id])
    left = DBOS.list_workflows(status="PENDING", executor_id=solver_id, load_input=False, load_output=False)
    _log.info("solver %s is gone; jobs left with it: %d", solver_id, len(left))
    return not left


def _upkeep(store: Store, nights: Nights) -> None:
    """Look after what no job does: the queue, and the calendars at night."""
    _clear_queue(store)
    nights.look()


def _clear_queue(store: Store) -> None:
    """End jobs that the queue has given up, and forget what the queue still keeps of those that are over."""
    with store.opened.reader.begin() as connection:
        columns: tuple[sa.Column[Any], ...] = (jobs.c.workspace_id, jobs.c.id)
        active = connection.execute(sa.select(*columns).where(jobs.c.state.in_(ACTIVE))).all()
    ended = DBOS.list_workflows(status=list(_ENDED), name=WORKFLOW, limit=200, load_input=False, load_output=False)
    over = {workflow.workflow_id for workflow in ended}
    for row in active:
        if row.id in over and Desk(store.workspace(row.workspace_id)).fail(row.id, _BROKEN):
            _log.error("job %s: the queue gave it up", row.id)
    if over:
        DBOS.delete_workflows(sorted(over))

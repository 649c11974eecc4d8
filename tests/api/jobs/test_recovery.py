"""Whatever dies, an accepted job ends, and with one plan."""

import os
from importlib.metadata import version
from pathlib import Path

import pytest

from api.serving import NICE
from api.settings import Settings
from api.store import Job, JobKind, Store, StoredTerm, Workspace
from scheduler.options import Options
from tests.api.jobs.processes import over, running, solver
from tests.api.store.building import kept_plan, stored


def test_the_version_whose_private_call_recovers_jobs_is_pinned() -> None:
    assert version("dbos").startswith("3.4.")


@pytest.mark.parametrize("kind", ["plan", "replan", "repairs"])
def test_another_solver_takes_over_from_one_that_is_killed(any_settings: Settings, go: Path, kind: JobKind) -> None:
    with Store(any_settings) as store:
        term = stored(store.workspace(), description="patient")
        job = _asked(store.workspace(), term, kind)
        with solver(any_settings, go, "first") as first, solver(any_settings, go, "second") as second:
            running(store, job.id)
            first.kill() if _at_work(store) == "first" else second.kill()
            running(store, job.id, attempt=2)
            go.touch()
            ended = over(store, job.id)
        assert (ended.state, ended.attempt) == ("succeeded", 2)
        assert len(store.workspace().plans(term.id)) == {"plan": 1, "replan": 2, "repairs": 1}[kind]
        assert (ended.result is not None) is (kind != "plan")


def _asked(office: Workspace, term: StoredTerm, kind: JobKind) -> Job:
    """A job of a kind, about a plan that is there already where it needs one."""
    if kind == "plan":
        return office.enqueue_plan(term.id, 1, Options(), "anna")
    plan = kept_plan(office, term)
    with office.writing() as rows:  # the queue has forgotten the job that made it
        schema = "dbos." if rows.connection.dialect.name == "postgresql" else ""
        rows.connection.exec_driver_sql(f"DELETE FROM {schema}workflow_status")
    if kind == "replan":
        return office.enqueue_replan(term.id, 1, Options(), "anna")
    return office.enqueue_explanation(plan.id, kind, {"meeting": "council"}, Options(), "anna")


def _at_work(store: Store) -> str:
    """The solver that has the one job."""
    schema = "dbos." if store.opened.engine.dialect.name == "postgresql" else ""
    with store.opened.reader.begin() as connection:
        said = f"SELECT executor_id FROM {schema}workflow_status WHERE status = 'PENDING'"
        return str(connection.exec_driver_sql(said).scalar_one())


def test_a_solver_that_is_asked_to_end_leaves_its_job_to_the_next_at_once(settings: Settings, go: Path) -> None:
    never = settings.model_copy(update={"solver_lease_seconds": 3600.0})
    with Store(never) as store:
        term = stored(store.workspace(), description="patient")
        job = store.workspace().enqueue_plan(term.id, 1, Options(), "anna")
        assert not store.readiness().solver
        with solver(never, go, "first", "--nice", str(NICE)) as first:
            running(store, job.id)
            own = os.getpriority(os.PRIO_PROCESS, 0)  # who runs the tests may have stepped back already
            assert os.getpriority(os.PRIO_PROCESS, first.process.pid) == min(19, own + NICE)
            assert store.readiness().solver
            assert first.stop() == 0
        assert not store.readiness().solver
        assert store.workspace().job(job.id).state == "running"
        go.touch()
        with solver(never, go, "second"):
            assert over(store, job.id).state == "succeeded"
        assert len(store.workspace().plans(term.id)) == 1


def test_a_job_that_is_cancelled_while_its_solver_is_dead_still_ends(settings: Settings, go: Path) -> None:
    with Store(settings) as store:
        term = stored(store.workspace(), description="patient")
        job = store.workspace().enqueue_plan(term.id, 1, Options(), "anna")
        with solver(settings, go, "first") as first:
            running(store, job.id)
            first.kill()
        store.workspace().cancel_job(job.id, "anna")
        with solver(settings, go, "second"):
            ended = over(store, job.id)
        assert ended.state == "cancelled"
        assert ended.plan_id is not None


def test_a_job_that_the_queue_has_given_up_does_not_block_its_term(settings: Settings, go: Path) -> None:
    with Store(settings) as store:
        term = stored(store.workspace(), description="quick")
        job = store.workspace().enqueue_plan(term.id, 1, Options(), "anna")
        with store.opened.engine.begin() as connection:
            connection.exec_driver_sql("UPDATE workflow_status SET status = 'ERROR', queue_name = NULL")
        with solver(settings, go, "first"):
            ended = over(store, job.id)
            assert ended.failure is not None
            assert (ended.state, ended.failure.code) == ("failed", "error")
            again = store.workspace().enqueue_plan(term.id, 1, Options(), "anna")
            assert over(store, again.id).state == "succeeded"

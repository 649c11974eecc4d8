"""A solver process takes jobs from the queue and ends each of them, with a plan or with a reason."""

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise
from pathlib import Path

import pytest

from api.settings import Settings
from api.store import Job, JobKind, Store
from scheduler.options import Options
from tests.api.jobs.processes import over, running, solver, until
from tests.api.store.building import planned, stored, town

BEFORE = datetime(2026, 8, 31, 8)


@pytest.fixture(scope="module")
def go(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Never comes: here patient planners are cancelled."""
    return tmp_path_factory.mktemp("go") / "go"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, go: Path) -> Iterator[Store]:
    """A store that a solver works for."""
    settings = Settings(data_dir=tmp_path_factory.mktemp("jobs") / "data", log_level="error")
    with Store(settings) as opened, solver(settings, go, "the-solver"):
        yield opened


def ask(store: Store, description: str) -> Job:
    """A job for a new term that is described so."""
    term = stored(store.workspace(), description=description)
    return store.workspace().enqueue_plan(term.id, 1, Options(), "anna")


def test_plans_a_term_and_keeps_the_plan(store: Store) -> None:
    job = over(store, ask(store, "quick").id)
    assert (job.state, job.attempt, job.failure) == ("succeeded", 1, None)
    plan = store.workspace().plan(job.plan_id or "")
    term = store.workspace().term(job.term_id)
    assert plan.plan == planned(term.term)
    assert (plan.revision, plan.stopped, plan.number, term.newest_plan_id) == (1, False, 1, plan.id)
    events = store.workspace().job_progress(job.id)
    assert [one.payload["state"] for one in events] == ["queued", "running", "succeeded"]
    assert events[-1].payload["plan_id"] == plan.id


@pytest.mark.parametrize(
    ("description", "code", "named"),
    [("broken", "error", ""), ("violating", "violations", "travel"), ("refused", "violations", "travel")],
)
def test_keeps_no_plan_that_is_wrong(store: Store, description: str, code: str, named: str) -> None:
    job = over(store, ask(store, description).id)
    assert (job.state, job.plan_id) == ("failed", None)
    assert job.failure is not None
    assert job.failure.code == code
    assert named in job.failure.message
    assert "luck" not in job.failure.message
    assert store.workspace().plans(job.term_id) == ()
    again = store.workspace().enqueue_plan(job.term_id, 1, Options(), "anna")
    assert over(store, again.id).state == "failed"


def test_a_replan_says_whether_anything_is_changed(store: Store) -> None:
    office = store.workspace()
    term = stored(office)
    known = kept_plan_by_solver(store, term.id)
    same = over(store, office.enqueue_replan(term.id, None, Options(), "anna", as_of=BEFORE).id)
    assert (same.state, same.result) == ("succeeded", {"changed": False, "baseline_plan_id": known})
    office.replace_term(term.id, town(uid=term.term.uid, title="Later"), 1, "bo")
    moved = over(store, office.enqueue_replan(term.id, None, Options(), "anna", baseline_plan_id=known).id)
    assert moved.result == {"changed": True, "baseline_plan_id": known}
    plan = office.plan(moved.plan_id or "")
    assert (plan.revision, plan.plan.baseline) == (2, office.plan(known).plan.as_baseline)
    assert office.plan(same.plan_id or "").plan.as_of == BEFORE


def kept_plan_by_solver(store: Store, term_id: str) -> str:
    """Id of a plan of a term."""
    return over(store, store.workspace().enqueue_plan(term_id, None, Options(), "anna").id).plan_id or ""


@pytest.mark.parametrize("kind", ["why-not", "repairs", "alternatives"])
def test_explains_a_plan_and_keeps_what_it_found_out(store: Store, kind: JobKind) -> None:
    office = store.workspace()
    plan_id = kept_plan_by_solver(store, stored(office).id)
    job = over(store, office.enqueue_explanation(plan_id, kind, {"meeting": "council"}, Options(), "anna").id)
    asked = {"meeting": "council", "plan_id": plan_id, "known_plan_id": None}
    assert (job.state, job.result) == ("succeeded", {"asked": asked, "meetings": 1, "cut": False})
    assert (job.kind, job.plan_id, len(office.plans(job.term_id))) == (kind, None, 1)


def test_says_why_nothing_could_be_explained(store: Store) -> None:
    office = store.workspace()
    plan_id = kept_plan_by_solver(store, stored(office).id)
    term_id = office.plan(plan_id).term_id
    broken = town(uid=office.term(term_id).term.uid, description="broken")
    office.replace_term(term_id, broken, 1, "bo")
    replan = over(store, office.enqueue_replan(term_id, None, Options(), "anna").id)
    assert (replan.state, replan.result, replan.plan_id) == ("failed", None, None)
    assert replan.failure is not None
    assert "replan" in replan.failure.message


def test_a_cancelled_explanation_tells_what_it_had_found_out(store: Store) -> None:
    office = store.workspace()
    term = stored(office, description="patient")
    plan_id = _kept_at_once(store, term.id)
    job = running(store, office.enqueue_explanation(plan_id, "repairs", {}, Options(), "anna").id)
    office.cancel_job(job.id, "anna")
    ended = over(store, job.id)
    assert (ended.state, ended.result["cut"]) == ("cancelled", True)


def _kept_at_once(store: Store, term_id: str) -> str:
    """Id of the plan that a patient planner had when it was cancelled."""
    job = running(store, store.workspace().enqueue_plan(term_id, None, Options(), "anna").id)
    store.workspace().cancel_job(job.id, "anna")
    return over(store, job.id).plan_id or ""


def test_tells_the_faults_of_a_term(store: Store) -> None:
    job = over(store, ask(store, "faulty").id)
    assert job.failure is not None
    assert job.failure.code == "faults"
    assert [(one["code"], one["pointer"]) for one in job.failure.details] == [("unknown_goal", "/goals/0")]


def test_tells_of_progress_a_few_times_a_second(store: Store) -> None:
    office = store.workspace()
    job = ask(store, "patient")
    until(lambda: office.job(job.id).last_event >= 7, "progress")
    office.cancel_job(job.id, "anna")
    over(store, job.id)
    told = [one for one in office.job_progress(job.id) if one.kind == "progress"]
    waits = [(later.at - earlier.at).total_seconds() for earlier, later in pairwise(told)]
    assert min(waits[:-1]) > 0.1  # the last is told at once
    values = [one.payload["goals"][0]["value"] for one in told]
    assert values == sorted(values, reverse=True)
    assert told[0].payload.keys() == {"component", "components", "goal", "goals", "seconds", "step", "steps"}


def test_keeps_the_best_plan_of_a_job_that_is_cancelled(store: Store) -> None:
    job = running(store, ask(store, "patient").id)
    store.workspace().cancel_job(job.id, "anna")
    ended = over(store, job.id)
    assert ended.state == "cancelled"
    plan = store.workspace().plan(ended.plan_id or "")
    assert plan.stopped
    assert not plan.plan.proven


def test_forgets_what_the_queue_keeps_of_jobs_that_are_over(store: Store) -> None:
    over(store, ask(store, "quick").id)

    def kept() -> int:
        with store.opened.reader.begin() as connection:
            return int(connection.exec_driver_sql("SELECT count(*) FROM operation_outputs").scalar_one())

    until(lambda: kept() == 0, "the queue to forget")

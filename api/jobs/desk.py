"""A job on the solver's desk: what may happen to it, each step one transaction."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any
from uuid import uuid4

from api.store import ACTIVE, Job, JobFailure, Workspace, jobs, terms
from api.store import plans as stored_plans
from api.store.rows import Rows
from api.store.tables import jobs as jobs_table
from api.store.tables import plans
from api.store.tables import terms as terms_table
from models import Plan, Term
from scheduler import Answered

__all__ = ["MOST_ATTEMPTS", "Desk", "Work"]

MOST_ATTEMPTS = 5
"""A job whose solver has died so often is given up: it is probably what kills them."""
_ABOUT = ("baseline_plan_id", "standing_plan_id", "plan_id")
"""Where the request of a job names the plan that it begins from."""
_LOST = "the solver died {times} times over this job: make the term smaller, or give the machine more memory"


@dataclass(frozen=True)
class Work:
    """A job that has begun.

    Attributes:
        term: the revision that it plans, or that the explained plan answers.
        about: the plan that a replan changes, in which the rest stands, or that is explained, with the revision that it
            answers; of a job that plans from nothing `None`.
    """

    job: Job
    term: Term
    about: Answered | None = None


class Desk:
    """What a solver does to the jobs of a workspace; only the first to end a job is heard."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    def begin(self, job_id: str) -> Work | None:
        """Begin a job, once more if a solver died over it; `None` when it is over, or is given up here."""
        with self.workspace.writing() as rows:
            attempt = jobs.row_of(rows, job_id)["attempt"] + 1
            if attempt > MOST_ATTEMPTS:
                self._end_failed(rows, job_id, JobFailure("lost", _LOST.format(times=MOST_ATTEMPTS)))
                return None
            this = (jobs_table.c.id == job_id, jobs_table.c.state.in_(ACTIVE))
            if not rows.change(jobs_table, *this, state="running", attempt=attempt, started_at=rows.now):
                return None
            jobs.add_event(rows, job_id, attempt, "state", {"state": "running"})
            job = jobs.job(rows, job_id)
            return Work(job, terms.document(rows, job.term_id, job.revision), _about(rows, job))

    def must_stop(self, job_id: str) -> bool:
        """Whether somebody asked the job to stop, or it has been ended elsewhere."""
        job = self.workspace.job(job_id)
        return job.cancel_requested or job.over

    def tell(self, job_id: str, attempt: int, progress: Mapping[str, Any]) -> None:
        """Add a progress event, unless a later attempt has begun or the job is over."""
        with self.workspace.writing() as rows:
            row = jobs.row_of(rows, job_id)
            if (row["state"], row["attempt"]) == ("running", attempt):
                jobs.add_event(rows, job_id, attempt, "progress", progress)

    def publish(self, job_id: str, plan: Plan, stopped: bool, result: str | None = None) -> None:
        """Keep a checked plan and end the job with it, and with what was found out besides, as JSON."""
        with self.workspace.writing() as rows:
            plan_id, state = uuid4().hex, "cancelled" if stopped else "succeeded"
            rows.next_number()  # from here on no other writer of the workspace comes between
            if self._end(rows, job_id, state, {"plan_id": plan_id, "result": result}, {"plan_id": plan_id}):
                self._keep(rows, job_id, plan_id, plan, stopped)

    def tell_result(self, job_id: str, result: str, stopped: bool) -> None:
        """End a job that makes no plan with what it found out, as JSON."""
        with self.workspace.writing() as rows:
            self._end(rows, job_id, "cancelled" if stopped else "succeeded", {"result": result}, {"plan_id": None})

    def fail(self, job_id: str, failure: JobFailure) -> bool:
        """End a job without a plan; answers whether it was not over yet."""
        with self.workspace.writing() as rows:
            return self._end_failed(rows, job_id, failure)

    def _end_failed(self, rows: Rows, job_id: str, failure: JobFailure) -> bool:
        said = asdict(failure)
        return self._end(rows, job_id, "failed", {"failure": said}, {"failure": said})

    def _end(self, rows: Rows, job_id: str, state: str, values: Mapping[str, Any], payload: Mapping[str, Any]) -> bool:
        """Compare and swap the state: of two solvers that end a job the first is heard."""
        attempt = jobs.row_of(rows, job_id)["attempt"]
        this = (jobs_table.c.id == job_id, jobs_table.c.state.in_(ACTIVE))
        if not rows.change(jobs_table, *this, state=state, ended_at=rows.now, **values):
            return False
        jobs.add_event(rows, job_id, attempt, "state", {"state": state, **payload})
        return True

    def _keep(self, rows: Rows, job_id: str, plan_id: str, plan: Plan, stopped: bool) -> None:
        """Add the plan; it becomes the term's newest where the term has not been revised since."""
        job = jobs.job(rows, job_id)
        this = terms_table.c.id == job.term_id
        rows.change(terms_table, this, plans=terms_table.c.plans + 1)
        rows.change(terms_table, this, terms_table.c.revision == job.revision, plan_id=plan_id)
        rows.add(
            plans,
            id=plan_id,
            term_id=job.term_id,
            number=terms.head(rows, job.term_id)["plans"],
            revision=job.revision,
            job_id=job_id,
            stopped=stopped,
            created_at=rows.now,
            document=plan.model_dump_json(),
        )


def _about(rows: Rows, job: Job) -> Answered | None:
    """The plan that a job begins from."""
    plan_id = next((job.request[key] for key in _ABOUT if job.request.get(key)), None)
    if plan_id is None:
        return None
    stored = stored_plans.plan(rows, plan_id)
    return Answered(terms.document(rows, stored.term_id, stored.revision), stored.plan)

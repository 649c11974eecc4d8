"""Asking for plans and explanations, and what has come of it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from api.store import (
    jobs,
    plans,
    terms,
)
from api.store.parts.part import Part
from api.store.records import (
    WHOLE,
    Job,
    JobKind,
    ProgressEvent,
    StoredPlan,
    Wanted,
)
from scheduler import Answered, known_at
from scheduler.options import Options

__all__ = ["Jobs"]


class Jobs(Part):
    """Asking for plans and explanations, and what has come of it."""

    def enqueue_plan(
        self,
        term_id: str,
        revision: int | None,
        options: Options,
        by: str,
        *,
        wanted: Wanted = WHOLE,
        idempotency_key: str | None = None,
        body_digest: str = "",
    ) -> Job:
        """Ask for a plan of the term's newest revision; once this returns the job is certain to end.

        Args:
            revision: the revision that the caller has seen; `None` takes the newest.
            wanted: what of the term is planned.
            idempotency_key: with the same key and `body_digest` as before, that job is answered and none is made.
            body_digest: digest of the request, to tell a repeated request from a reused key.

        Raises:
            NotFound: no such term or plan.
            Stale: `revision` is not the newest.
            Busy: the term has an active job that plans.
            Conflict: the key came with another `body_digest` or term before (`key_reused`); or the term has no such
                series (`unknown_series`) or no stages (`no_stages`); or the plan is another term's (`other_term`).
        """
        asked = jobs.Asked("plan", options, by, key=idempotency_key, digest=body_digest)
        with self.writing() as rows:
            return jobs.enqueue(rows, self._opened.enqueue, term_id, revision, asked, wanted)

    def enqueue_replan(
        self,
        term_id: str,
        revision: int | None,
        options: Options,
        by: str,
        *,
        as_of: datetime | None = None,
        baseline_plan_id: str | None = None,
        idempotency_key: str | None = None,
        body_digest: str = "",
    ) -> Job:
        """Ask for the plan of the term's newest revision that disturbs the fewest people; otherwise as `enqueue_plan`.

        Args:
            as_of: the moment that it is made from, in the term's local time; `None` is now.
            baseline_plan_id: the plan that people know; `None` is the newest release's, before the first the
                newest of just this document, else the newest.

        Raises:
            NotFound: no such term or plan.
            Stale: `revision` is not the newest.
            Busy: the term has an active job that plans.
            Conflict: as `enqueue_plan`; or the term has no plan yet (`nothing_to_change`); or the plan is another
                term's (`other_term`).
        """
        asked = jobs.Asked("replan", options, by, key=idempotency_key, digest=body_digest)
        with self.writing() as rows:
            given = (rows, self._opened.enqueue, term_id, revision, asked)
            return jobs.enqueue_replan(*given, as_of=as_of, baseline=baseline_plan_id)

    def enqueue_explanation(
        self,
        plan_id: str,
        kind: JobKind,
        request: Mapping[str, Any],
        options: Options,
        by: str,
        *,
        idempotency_key: str | None = None,
        body_digest: str = "",
    ) -> Job:
        """Ask for what explains a plan and must be solved; the term can be planned meanwhile.

        Raises:
            NotFound: no such plan.
            Conflict: the key came with another `body_digest` or term before (`key_reused`), or as many questions about
                the term as may wait for an answer do (`too_many_questions`).
        """
        asked = jobs.Asked(kind, options, by, request, idempotency_key, body_digest)
        with self.writing() as rows:
            return jobs.enqueue_explanation(rows, self._opened.enqueue, plan_id, asked)

    def job(self, job_id: str) -> Job:
        """A job as it stands. Raises `NotFound`."""
        with self.reading() as rows:
            return jobs.job(rows, job_id)

    def jobs(self, after: str | None = None, limit: int = 50, term_id: str | None = None) -> Sequence[Job]:
        """The jobs, of one term or of all, without their results."""
        with self.reading() as rows:
            return jobs.page(rows, after, limit, term_id)

    def cancel_job(self, job_id: str, by: str) -> Job:
        """Ask a job to stop.

        A queued one ends now, a running one soon and keeps the best plan found, one that is over is left as it is.

        Raises:
            NotFound: no such job.
        """
        with self.writing() as rows:
            return jobs.cancel(rows, job_id, by)

    def job_progress(self, job_id: str, after: int = 0, limit: int = 1000) -> Sequence[ProgressEvent]:
        """The events of a job with a number above `after`, in order. Raises `NotFound`."""
        with self.reading() as rows:
            return jobs.events(rows, job_id, after, limit)

    def plan(self, plan_id: str) -> StoredPlan:
        """A plan. Raises `NotFound`."""
        with self.reading() as rows:
            return plans.plan(rows, plan_id)

    def asked_about(self, plan_id: str, as_of: datetime | None = None) -> Answered:
        """A plan with its term, as a question at that local moment means it; `None` is now. Raises `NotFound`."""
        with self.reading() as rows:
            stored = plans.plan(rows, plan_id)
            term = terms.document(rows, stored.term_id, stored.revision)
            released = jobs.released_plan(rows, stored.term_id) == plan_id
            return Answered(term, known_at(stored.plan, as_of or jobs.local_now(rows, term), released))

    def plans(self, term_id: str, after: str | None = None, limit: int = 50) -> Sequence[StoredPlan]:
        """The plans of a term. Raises `NotFound`."""
        with self.reading() as rows:
            return plans.page(rows, term_id, after, limit)

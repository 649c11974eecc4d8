"""Jobs as their askers see them; how they are worked on is in `api.jobs`."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any
from uuid import uuid4

import sqlalchemy as sa

from api.store import terms
from api.store.errors import Busy, Conflict, NotFound, Stale
from api.store.queue import Enqueue
from api.store.records import ACTIVE, Job, JobFailure, ProgressEvent
from api.store.rows import MOST, Row, Rows
from api.store.tables import idempotency_keys, job_events, jobs
from scheduler.options import Options

__all__ = ["add_event", "cancel", "enqueue", "events", "job", "page", "row_of"]


def enqueue(
    rows: Rows,
    queue: Enqueue,
    term_id: str,
    revision: int | None,
    options: Options,
    by: str,
    *,
    key: str | None,
    digest: str,
) -> Job:
    """Put a job for the newest revision into the queue."""
    job_id = uuid4().hex
    number = rows.next_number()  # from here on no other writer of the workspace comes between
    repeated = _repeated(rows, term_id, key, digest)
    if repeated:
        return repeated
    newest = terms.head(rows, term_id)["revision"]
    if revision not in (None, newest):
        raise Stale("term", term_id, revision or 0, newest)
    active = rows.find(jobs, jobs.c.term_id == term_id, jobs.c.state.in_(ACTIVE))
    if active:
        raise Busy(term_id, active["id"])
    rows.add(
        jobs,
        id=job_id,
        number=number,
        term_id=term_id,
        revision=newest,
        options=asdict(options),
        state="queued",
        attempt=0,
        cancel_requested=False,
        created_at=rows.now,
        by=by,
        last_event=0,
    )
    if key is not None:
        rows.add(idempotency_keys, key=key, term_id=term_id, digest=digest, job_id=job_id, created_at=rows.now)
    add_event(rows, job_id, 0, "state", {"state": "queued"})
    rows.note(by, "job.create", job_id)
    queue(rows.connection, rows.workspace_id, job_id)
    return job(rows, job_id)


def _repeated(rows: Rows, term_id: str, key: str | None, digest: str) -> Job | None:
    """The job that the same request made before. Raises `Conflict` when the key came with another request."""
    before = rows.find(idempotency_keys, idempotency_keys.c.key == key) if key is not None else None
    if before is None:
        return None
    if (before["term_id"], before["digest"]) != (term_id, digest):
        raise Conflict("key_reused", "the idempotency key came with another request before: use a new one")
    return job(rows, before["job_id"])


def job(rows: Rows, job_id: str) -> Job:
    """A job as it stands."""
    return _job(row_of(rows, job_id))


def _job(row: Row) -> Job:
    said = {key: value for key, value in row.items() if key not in ("workspace_id", "number")}
    failure = said.pop("failure")
    options = Options(**said.pop("options"))
    return Job(**said, options=options, failure=_failure(failure) if failure else None)


def _failure(said: Mapping[str, Any]) -> JobFailure:
    return JobFailure(said["code"], said["message"], tuple(said["details"]))


def row_of(rows: Rows, job_id: str) -> Row:
    """The job's row. Raises `NotFound`."""
    return rows.get("job", jobs, job_id)


def page(rows: Rows, after: str | None, limit: int, term_id: str | None) -> Sequence[Job]:
    """Jobs, newest first."""
    where: list[sa.ColumnElement[bool]] = []
    if term_id is not None:
        terms.head(rows, term_id)
        where.append(jobs.c.term_id == term_id)
    if after is not None:
        where.append(jobs.c.number < row_of(rows, after)["number"])
    return tuple(map(_job, rows.list(jobs, *where, order=jobs.c.number.desc(), limit=limit)))


def cancel(rows: Rows, job_id: str, by: str) -> Job:
    """Ask a job to stop; one that no solver has begun ends here and now."""
    row_of(rows, job_id)
    rows.note(by, "job.cancel", job_id)
    this = jobs.c.id == job_id
    ended = {"state": "cancelled", "ended_at": rows.now, "cancel_requested": True}
    if rows.change(jobs, this, jobs.c.state == "queued", **ended):
        add_event(rows, job_id, 0, "state", {"state": "cancelled", "plan_id": None})
    else:
        rows.change(jobs, this, jobs.c.state == "running", cancel_requested=True)
    return job(rows, job_id)


def add_event(rows: Rows, job_id: str, attempt: int, kind: str, payload: Mapping[str, Any]) -> int:
    """Add an event to a job under the next number, which is answered."""
    if not rows.change(jobs, jobs.c.id == job_id, last_event=jobs.c.last_event + 1):
        raise NotFound("job", job_id)
    number = int(row_of(rows, job_id)["last_event"])
    said = dict(payload)
    rows.add(job_events, job_id=job_id, number=number, attempt=attempt, kind=kind, payload=said, at=rows.now)
    return number


def events(rows: Rows, job_id: str, after: int, limit: int) -> Sequence[ProgressEvent]:
    """The events above a number, in order."""
    row_of(rows, job_id)
    where = (job_events.c.job_id == job_id, job_events.c.number > min(after, MOST))
    found = rows.list(job_events, *where, order=job_events.c.number, limit=limit)
    return tuple(ProgressEvent(r["number"], r["attempt"], r["kind"], r["payload"], r["at"]) for r in found)

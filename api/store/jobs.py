"""Jobs as their askers see them; how they are worked on is in `api.jobs`."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from api.store import plans, terms
from api.store.errors import Busy, Conflict, NotFound
from api.store.queue import Enqueue
from api.store.records import ACTIVE, PLANNING, WHOLE, Job, JobFailure, JobKind, ProgressEvent, Wanted
from api.store.rows import MOST, Row, Rows
from api.store.tables import idempotency_keys, job_events, jobs, releases
from api.store.tables import plans as plans_table
from models import Term
from scheduler.options import Options

__all__ = [
    "Asked",
    "add_event",
    "cancel",
    "enqueue",
    "enqueue_explanation",
    "enqueue_replan",
    "events",
    "job",
    "local_now",
    "page",
    "released_plan",
    "row_of",
]

MOST_EXPLANATIONS = 10
"""Jobs of one term that explain and are not over; more would keep the plans of all terms waiting."""

KEPT_OPTIONS = ("time_limit_seconds", "workers", "seed")
"""What of the options is kept with a job; by which clock the solver counts is its own affair."""


@dataclass(frozen=True)
class Asked:
    """What a job is to do, and who wants it.

    Attributes:
        request: what is asked besides.
        key: for repeating the request safely, with the `digest` of all that it says.
    """

    kind: JobKind
    options: Options
    by: str
    request: Mapping[str, Any] = field(default_factory=dict)
    key: str | None = None
    digest: str = ""

    def with_request(self, **more: str | None) -> "Asked":
        """The same with more asked."""
        return replace(self, request={**self.request, **more})


def enqueue(
    rows: Rows, queue: Enqueue, term_id: str, revision: int | None, asked: Asked, wanted: Wanted = WHOLE
) -> Job:
    """Put a job that plans the newest revision, or a part of it, into the queue."""
    rows.next_number()  # from here on no other writer of the workspace comes between
    repeated = _repeated(rows, term_id, asked)
    if repeated:
        return repeated
    newest = _free(rows, term_id, revision)
    return _add(rows, queue, term_id, newest, replace(asked, request=_of_a_part(rows, term_id, newest, wanted)))


def _of_a_part(rows: Rows, term_id: str, revision: int, wanted: Wanted) -> dict[str, Any]:
    """What of the term is planned, as a job keeps it. Raises `Conflict` where the term is not such."""
    if not (wanted.series or wanted.stages):
        return {}
    term = terms.document(rows, term_id, revision)
    if wanted.stages:
        if not term.stages:
            raise Conflict(
                "no_stages", f'term "{term_id}" has no stages: give it some, or plan it at once', term=term_id
            )
        return {"stages": True, "against_whole": wanted.against_whole}
    unknown = sorted(set(wanted.series) - {one.id for one in term.series})
    if unknown:
        message = f'term "{term_id}" has no series {", ".join(unknown)}: choose among its own'
        raise Conflict("unknown_series", message, term=term_id, series=", ".join(unknown))
    standing = wanted.standing_plan_id or _newest_plan(rows, term_id)
    if standing and plans.plan(rows, standing).term_id != term_id:
        raise plans.of_other_term(plans.plan(rows, standing), term_id)
    return {"series": list(wanted.series), "standing_plan_id": standing}


def enqueue_replan(
    rows: Rows,
    queue: Enqueue,
    term_id: str,
    revision: int | None,
    asked: Asked,
    *,
    as_of: datetime | None,
    baseline: str | None,
) -> Job:
    """Put a job into the queue that makes another plan for the newest revision: the nearest to the baseline."""
    rows.next_number()  # from here on no other writer of the workspace comes between
    repeated = _repeated(rows, term_id, asked)
    if repeated:
        return repeated
    newest = _free(rows, term_id, revision)
    before = plans.plan(rows, baseline or _known_plan(rows, term_id))
    if before.term_id != term_id:
        raise plans.of_other_term(before, term_id)
    moment = as_of or local_now(rows, terms.document(rows, term_id, newest))
    request = {"as_of": moment.isoformat(timespec="minutes"), "baseline_plan_id": before.id}
    return _add(rows, queue, term_id, newest, asked.with_request(**request))


def enqueue_explanation(rows: Rows, queue: Enqueue, plan_id: str, asked: Asked) -> Job:
    """Put a job into the queue that explains a plan; it waits for no other job of the term."""
    plan = plans.plan(rows, plan_id)
    rows.next_number()  # from here on no other writer of the workspace comes between
    repeated = _repeated(rows, plan.term_id, asked)
    if repeated:
        return repeated
    _demand_room(rows, plan.term_id)
    about = asked.with_request(plan_id=plan_id, known_plan_id=released_plan(rows, plan.term_id))
    if "as_of" in asked.request and asked.request["as_of"] is None:
        moment = local_now(rows, terms.document(rows, plan.term_id, plan.revision))
        about = about.with_request(as_of=moment.isoformat(timespec="minutes"))
    return _add(rows, queue, plan.term_id, plan.revision, about)


def _demand_room(rows: Rows, term_id: str) -> None:
    """Raise `Conflict` for a term of which so much is being explained that plans would wait too long."""
    waiting = (jobs.c.term_id == term_id, jobs.c.state.in_(ACTIVE), jobs.c.kind.not_in(PLANNING))
    if rows.count(jobs, *waiting) >= MOST_EXPLANATIONS:
        message = f'{MOST_EXPLANATIONS} questions about term "{term_id}" wait for an answer: wait for one, or cancel it'
        raise Conflict("too_many_questions", message, term=term_id, limit=MOST_EXPLANATIONS)


def _free(rows: Rows, term_id: str, revision: int | None) -> int:
    """The newest revision, which must be the one that was seen; the term must not be being planned."""
    newest = int(terms.head(rows, term_id)["revision"])
    if revision not in (None, newest):
        terms.demand_newest(rows, term_id, revision or 0)
    active = rows.find(jobs, jobs.c.term_id == term_id, jobs.c.state.in_(ACTIVE), jobs.c.kind.in_(PLANNING))
    if active:
        raise Busy(term_id, active["id"])
    return newest


def _known_plan(rows: Rows, term_id: str) -> str:
    """Id of the plan that people know: the newest release's. Raises `Conflict`: the term has no plan.

    Before the first release it is the newest plan of just this document, to which the term comes back when a change
    is taken back, so that a meeting that was moved goes back too; else the newest.
    """
    known = released_plan(rows, term_id) or _newest_plan(rows, term_id, of_this=True) or _newest_plan(rows, term_id)
    if known is None:
        raise Conflict("nothing_to_change", f'term "{term_id}" has no plan yet: ask for a plan first', term=term_id)
    return known


def _newest_plan(rows: Rows, term_id: str, of_this: bool = False) -> str | None:
    """Id of the newest plan of a term, or of just the document that is its newest revision."""
    where = [plans_table.c.term_id == term_id]
    if of_this:
        where.append(plans_table.c.revision.in_(terms.same_revisions(rows, term_id)))
    made = rows.list(plans_table, *where, order=plans_table.c.number.desc(), limit=1, columns=(plans_table.c.id,))
    return str(made[0]["id"]) if made else None


def released_plan(rows: Rows, term_id: str) -> str | None:
    """Id of the newest release's plan, if there is one."""
    number = terms.head(rows, term_id)["release"]
    row = rows.find(releases, releases.c.term_id == term_id, releases.c.number == number)
    return str(row["plan_id"]) if row else None


def local_now(rows: Rows, term: Term) -> datetime:
    """The moment of the transaction by the term's clock, in whole minutes."""
    return rows.now.astimezone(ZoneInfo(term.time_zone)).replace(tzinfo=None, second=0, microsecond=0)


def _add(rows: Rows, queue: Enqueue, term_id: str, revision: int, asked: Asked) -> Job:
    job_id = uuid4().hex
    rows.add(
        jobs,
        id=job_id,
        number=rows.next_number(),
        term_id=term_id,
        revision=revision,
        kind=asked.kind,
        request=dict(asked.request),
        options={name: getattr(asked.options, name) for name in KEPT_OPTIONS},
        state="queued",
        attempt=0,
        cancel_requested=False,
        created_at=rows.now,
        by=asked.by,
        last_event=0,
    )
    if asked.key is not None:
        kept = {"key": asked.key, "term_id": term_id, "digest": asked.digest, "job_id": job_id}
        rows.add(idempotency_keys, **kept, created_at=rows.now)
    add_event(rows, job_id, 0, "state", {"state": "queued"})
    rows.note(asked.by, "job.create", job_id)
    queue(rows.connection, rows.workspace_id, job_id)
    return job(rows, job_id)


def _repeated(rows: Rows, term_id: str, asked: Asked) -> Job | None:
    """The job that the same request made before. Raises `Conflict` when the key came with another request."""
    if asked.key is None:
        return None
    before = rows.find(idempotency_keys, idempotency_keys.c.key == asked.key)
    if before is None:
        return None
    if (before["term_id"], before["digest"]) != (term_id, asked.digest):
        raise Conflict("key_reused", "the idempotency key came with another request before: use a new one")
    return job(rows, before["job_id"])


def job(rows: Rows, job_id: str) -> Job:
    """A job as it stands."""
    return _job(row_of(rows, job_id))


def _job(row: Row) -> Job:
    said = {key: value for key, value in row.items() if key not in ("workspace_id", "number")}
    failure, result = said.pop("failure"), said.pop("result", None)
    options = Options(**said.pop("options"))
    known = json.loads(result) if result else None
    return Job(**said, options=options, failure=_failure(failure) if failure else None, result=known)


def _failure(said: Mapping[str, Any]) -> JobFailure:
    return JobFailure(said["code"], said["message"], tuple(said["details"]))


def row_of(rows: Rows, job_id: str) -> Row:
    """The job's row. Raises `NotFound`."""
    return rows.get("job", jobs, job_id)


def page(rows: Rows, after: str | None, limit: int, term_id: str | None) -> Sequence[Job]:
    """Jobs without their results, newest first."""
    where: list[sa.ColumnElement[bool]] = []
    if term_id is not None:
        terms.head(rows, term_id)
        where.append(jobs.c.term_id == term_id)
    if after is not None:
        where.append(jobs.c.number < row_of(rows, after)["number"])
    columns = [column for column in jobs.c if column.name != "result"]
    return tuple(map(_job, rows.list(jobs, *where, order=jobs.c.number.desc(), limit=limit, columns=columns)))


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

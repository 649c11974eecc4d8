"""Plan jobs: asked for here, done elsewhere; a route never solves and never waits."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Query, Request
from fastapi.sse import EventSourceResponse, format_sse_event
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response, StreamingResponse

from api.guard import AS_HEAD
from api.problems import language_of
from api.routes.access import Coordinator, Office, settings_of
from api.routes.answers import fresh, json_answer, problems
from api.routes.asking import IdempotencyKey, digest_of, options_of
from api.routes.bodies import JsonBody
from api.routes.cursors import Cursor, Limit, page
from api.routes.examples import accepts
from api.routes.job_details import details_of
from api.routes.job_documents import JobDocument, JobList, JobSummary, PlanRequest, ReplanRequest
from api.routes.paths import JobId, TermId
from api.routes.terms import UNREADABLE
from api.store import ACTIVE, Job, ProgressEvent, Workspace

__all__ = ["accepted", "router"]

router = APIRouter(prefix="/v1", tags=["plan jobs"])

HEARTBEAT_SECONDS = 15.0
"""A stream that has nothing to tell sends a comment so often, so that nobody between closes it."""


@router.post(
    "/terms/{term_id}/plan-jobs",
    status_code=202,
    operation_id="createPlanJob",
    response_model=JobDocument,
    responses=problems(
        "not_found",
        "term_busy",
        "other_term",
        "unknown_series",
        "no_stages",
        "stale",
        "idempotency_key_reused",
        *UNREADABLE,
    ),
    openapi_extra=accepts(PlanRequest, required=False),
)
def create(
    *,
    request: Request,
    office: Office,
    who: Coordinator,
    term_id: TermId,
    wish: Annotated[PlanRequest, Depends(JsonBody(PlanRequest, may_be_empty=True))],
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """Ask for a plan of the term's newest revision: of all of it, of some series, or stage by stage.

    Once this is answered the job is certain to end.
    """
    job = office.enqueue_plan(
        str(term_id),
        wish.revision,
        options_of(wish, settings_of(request)),
        who.name,
        wanted=wish.wanted,
        idempotency_key=idempotency_key,
        body_digest=digest_of("plan", str(term_id), wish),
    )
    return accepted(job)


@router.post(
    "/terms/{term_id}/replan-jobs",
    status_code=202,
    operation_id="createReplanJob",
    response_model=JobDocument,
    responses=problems(
        "not_found", "term_busy", "other_term", "nothing_to_change", "stale", "idempotency_key_reused", *UNREADABLE
    ),
    openapi_extra=accepts(ReplanRequest, required=False),
)
def create_replan(
    *,
    request: Request,
    office: Office,
    who: Coordinator,
    term_id: TermId,
    wish: Annotated[ReplanRequest, Depends(JsonBody(ReplanRequest, may_be_empty=True))],
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """Ask for the plan of the newest revision that disturbs the fewest people, measured by the plan that they know."""
    job = office.enqueue_replan(
        str(term_id),
        wish.revision,
        options_of(wish, settings_of(request)),
        who.name,
        as_of=wish.as_of,
        baseline_plan_id=wish.baseline_plan_id,
        idempotency_key=idempotency_key,
        body_digest=digest_of("replan", str(term_id), wish),
    )
    return accepted(job)


def accepted(job: Job) -> Response:
    """A job that is certain to end, and where it can be followed."""
    return json_answer(JobDocument.of(job), 202, location=f"/v1/plan-jobs/{job.id}")


@router.get(
    "/plan-jobs",
    operation_id="listPlanJobs",
    response_model=JobList,
    responses=problems("bad_cursor", "not_found", "invalid"),
)
def listed(
    office: Office,
    term_id: Annotated[TermId | None, Query(description="Only the jobs of this term.")] = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> Response:
    """The jobs of all kinds, the newest first, without their results."""

    def read(after: str | None, most: int) -> list[JobSummary]:
        return [JobSummary.of(job) for job in office.jobs(after, most, str(term_id) if term_id else None)]

    found, following = page(str, read, lambda job: job.id, cursor, limit)
    return json_answer(JobList(items=found, next=following))


@router.get(
    "/plan-jobs/{job_id}",
    operation_id="getPlanJob",
    response_model=JobDocument,
    responses=problems("not_found", "invalid"),
)
def one(request: Request, office: Office, job_id: JobId) -> Response:
    """A job of any kind as it stands, at its end with its result."""
    job = office.job(job_id)
    return json_answer(JobDocument.of(job, details_of(office, job, language_of(request))))


@router.post(
    "/plan-jobs/{job_id}/cancel",
    status_code=202,
    operation_id="cancelPlanJob",
    response_model=JobDocument,
    responses=problems("not_found", "invalid"),
)
def cancel(office: Office, who: Coordinator, job_id: JobId) -> Response:
    """Ask a job to stop.

    One that is queued ends now, one that is running soon, with the best plan found; one that is over is left as it is.
    """
    return json_answer(JobDocument.of(office.cancel_job(job_id, who.name)), 202)


_EVENT = {
    "type": "object",
    "required": ["id", "event", "data"],
    "properties": {
        "id": {"type": "string", "description": "The event's number: 1, 2, 3, ... within the job."},
        "event": {"type": "string", "enum": ["progress", "state"]},
        "data": {
            "type": "string",
            "description": "JSON: `attempt` and `at`; of `progress` which goal is being improved and the goals so far;"
            " of `state` the job's new `state`, at the end with `plan_id` or `failure`.",
        },
    },
}
_STREAM: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "`progress` and `state` events, each with its number as id; the last one is a final `state`.",
        "content": {"text/event-stream": {"itemSchema": _EVENT}},
    },
    204: {"description": "The job is over and every event of it has been seen."},
}


@router.get(
    "/plan-jobs/{job_id}/events",
    operation_id="followPlanJob",
    response_class=StreamingResponse,  # not EventSourceResponse, with which FastAPI wants to be the one who streams
    responses={**problems("not_found", "invalid"), **_STREAM},
)
async def events(
    request: Request,
    office: Office,
    job_id: JobId,
    last_event_id: Annotated[
        int, Header(ge=0, lt=2**31, description="Number of the last event seen; the stream goes on after it.")
    ] = 0,
) -> Response:
    """What happens to a job, as it happens (server-sent events); ends when the job does."""
    headers = fresh(x_accel_buffering="no")
    job = await run_in_threadpool(office.job, job_id)
    if job.over and last_event_id >= job.last_event:
        return Response(status_code=204, headers=fresh())
    if AS_HEAD in request.scope:
        return EventSourceResponse(iter(()), headers=headers)
    told = _told(office, job_id, last_event_id, request.app.state.poll_seconds)
    return EventSourceResponse(told, headers=headers)


async def _told(office: Workspace, job_id: str, after: int, poll_seconds: float) -> AsyncIterator[bytes]:
    """The job's events after a number until the final one, with a comment now and then."""
    silent_seconds = 0.0
    while True:
        news = await run_in_threadpool(office.job_progress, job_id, after)
        for event in news:
            yield _line(event)
            after, silent_seconds = event.number, 0.0
            if _is_final(event):
                return
        if silent_seconds >= HEARTBEAT_SECONDS:
            yield format_sse_event(comment="still here")
            silent_seconds = 0.0
        if not news:
            await asyncio.sleep(poll_seconds)
            silent_seconds += poll_seconds


def _is_final(event: ProgressEvent) -> bool:
    return event.kind == "state" and event.payload["state"] not in ACTIVE


def _line(event: ProgressEvent) -> bytes:
    told = {"attempt": event.attempt, "at": event.at.isoformat(), **event.payload}
    return format_sse_event(data_str=json.dumps(told, ensure_ascii=False), event=event.kind, id=str(event.number))

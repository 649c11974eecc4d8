"""A plan in the making: goal by goal as it happens, with a button that stops it."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

from fastapi.sse import format_sse_event
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response, StreamingResponse

from api.guard import AS_HEAD
from api.pages.door import Way
from api.pages.view import goals_of
from api.pages.visit import HEADERS, Visit
from api.store import PLANNING, Job, NotFound
from models import GoalResult

__all__ = ["WAYS"]

HEARTBEAT_SECONDS = 15.0


def _page(visit: Visit) -> Response:
    job = _job(visit)
    title = visit.office.term(job.term_id, job.revision).title
    return visit.page("run.html", job=job, title=title, **_progress(visit, job))


def _job(visit: Visit) -> Job:
    """A job that plans; those that explain have no page. Raises `NotFound`."""
    job = visit.office.job(visit.said("job_id"))
    if job.kind not in PLANNING:
        raise NotFound("job", job.id)
    return job


def _progress(visit: Visit, job: Job) -> dict[str, Any]:
    """How far it has come."""
    events = [one for one in visit.office.job_progress(job.id) if one.kind == "progress"]
    told = events[-1].payload if events else {}
    goals = goals_of(map(GoalResult.model_validate, told.get("goals", ())), visit.language)
    return {"goals": goals, "said": _said(visit, job, told.get("goal")), "seconds": round(told.get("seconds", 0))}


def _said(visit: Visit, job: Job, goal: str | None) -> str:
    """One sentence about where it is."""
    if job.failure:
        return visit.say(f"run.failed.{job.failure.code}")
    if job.over:
        return visit.say("run.over" if job.plan_id else "run.nothing")
    if job.cancel_requested:
        return visit.say("run.stopping")
    if job.state == "queued":
        return visit.say("run.queued")
    return visit.say("run.goal", goal=visit.say(f"goal.{goal}")) if goal else visit.say("run.started")


def _stop(visit: Visit) -> Response:
    job = _job(visit)
    visit.office.cancel_job(job.id, visit.who)
    return visit.to("jobs", job.id)


def _events(visit: Visit) -> Response:
    """The page's moving part again and again, as server-sent events, until the job is over."""
    job = _job(visit)
    headers = {**HEADERS, "X-Accel-Buffering": "no"}
    told = _told(visit, job.id) if AS_HEAD not in visit.request.scope else iter(())
    return StreamingResponse(told, headers=headers, media_type="text/event-stream")


async def _told(visit: Visit, job_id: str) -> AsyncIterator[bytes]:
    pause: float = visit.request.app.state.poll_seconds
    seen, silent = -1, 0.0
    while True:
        job = await run_in_threadpool(visit.office.job, job_id)
        if job.last_event != seen:
            seen, silent = job.last_event, 0.0
            yield await run_in_threadpool(_event, visit, job)
        if job.over:
            return
        if silent >= HEARTBEAT_SECONDS:
            yield format_sse_event(comment="still here")
            silent = 0.0
        await asyncio.sleep(pause)
        silent += pause


def _event(visit: Visit, job: Job) -> bytes:
    shown = _progress(visit, job)
    html = visit.part("progress.html", job=job, **shown)
    told = {"said": shown["said"], "html": html, "over": job.over}
    return format_sse_event(data_str=json.dumps(told, ensure_ascii=False), event="progress")


WAYS = (
    Way("GET", "/jobs/{job_id}", _page),
    Way("GET", "/jobs/{job_id}/events", _events),
    Way("POST", "/jobs/{job_id}/stop", _stop, "coordinator"),
)

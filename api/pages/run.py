"""A job under way: a plan goal by goal as it happens, or the search for repairs; with a button that stops it."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from typing import Any

from fastapi.sse import format_sse_event
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response, StreamingResponse

from api.guard import AS_HEAD
from api.pages.door import Way
from api.pages.view import goals_of
from api.pages.visit import HEADERS, Visit
from api.store import PLANNING, Job, NotFound
from api.telling import Names, broken_sentence
from models import Broken, GoalResult

__all__ = ["WAYS", "repairs_of", "said_of"]

HEARTBEAT_SECONDS = 15.0


def _page(visit: Visit) -> Response:
    job = _job(visit)
    if job.kind == "repairs":
        return visit.to(*repairs_of(job))
    title = visit.office.term(job.term_id, job.revision).title
    return visit.page("run.html", job=job, title=title, hindered=_not_standing(visit, job), **_progress(visit, job))


def _job(visit: Visit) -> Job:
    """A job that is shown on pages. Raises `NotFound`."""
    job = visit.office.job(visit.said("job_id"))
    if job.kind not in (*PLANNING, "repairs"):
        raise NotFound("job", job.id)
    return job


def repairs_of(job: Job) -> tuple[str, ...]:
    """The parts of the address at which a search for repairs is shown."""
    return "terms", job.term_id, "meetings", str(job.request["meeting"]), "repairs"


def _progress(visit: Visit, job: Job) -> dict[str, Any]:
    """How far it has come."""
    events = [one for one in visit.office.job_progress(job.id) if one.kind == "progress"]
    told = events[-1].payload if events else {}
    goals = goals_of(map(GoalResult.model_validate, told.get("goals", ())), visit.language, _is_of_a_part(job, told))
    said = said_of(visit, job, told.get("goal"))
    if job.state == "running" and told.get("steps", 1) > 1:
        said = visit.say("run.round", step=told["step"], steps=told["steps"], said=said)
    return {"goals": goals, "said": said, "seconds": round(told.get("seconds", 0))}


def _is_of_a_part(job: Job, told: Mapping[str, Any]) -> bool:
    """Whether what is told was proven while the rest stands; the last round of stages against the whole is the
    whole."""
    at_once = job.request.get("against_whole") and told.get("step") == told.get("steps")
    return bool(job.request.get("series") or (job.request.get("stages") and not at_once))


def _not_standing(visit: Visit, job: Job) -> tuple[str, ...]:
    """What was to stand and cannot, each with its reason."""
    if job.failure is None or job.failure.code != "cannot_stand":
        return ()
    names = Names(None, visit.office.term(job.term_id, job.revision).term)
    return tuple(broken_sentence(Broken.model_validate(one), names, visit.language) for one in job.failure.details)


def said_of(visit: Visit, job: Job, goal: str | None = None) -> str:
    """One sentence about where it is."""
    if job.failure:
        return visit.say(f"run.failed.{job.failure.code}")
    if job.over:
        return visit.say(_ENDS[job.kind == "repairs", _leads(job)])
    if job.cancel_requested:
        return visit.say("run.stopping")
    if job.state == "queued":
        return visit.say("run.queued")
    if job.kind == "repairs":
        return visit.say("repairs.looking")
    return visit.say("run.goal", goal=visit.say(f"goal.{goal}")) if goal else visit.say("run.started")


_ENDS = {
    (False, True): "run.over",
    (False, False): "run.nothing",
    (True, True): "repairs.over",
    (True, False): "repairs.stopped",
}
"""What is said in the end, by whether repairs were looked for, and whether something was found."""


def _leads(job: Job) -> bool:
    """Whether there is something to look at now."""
    return job.plan_id is not None or job.result is not None


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
    html = visit.part("progress.html", job=job, **shown) if job.kind in PLANNING else ""
    told = {"said": shown["said"], "html": html, "over": job.over, "leads": _leads(job)}
    return format_sse_event(data_str=json.dumps(told, ensure_ascii=False), event="progress")


WAYS = (
    Way("GET", "/jobs/{job_id}", _page),
    Way("GET", "/jobs/{job_id}/events", _events),
    Way("POST", "/jobs/{job_id}/stop", _stop, "coordinator"),
)

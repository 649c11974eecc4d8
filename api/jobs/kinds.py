"""What is called for each kind of job: the table of contents of what a solver does."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from pydantic import TypeAdapter

import scheduler
from api.jobs.desk import Work
from api.store import JobKind
from models import Alternative, Plan, Term
from scheduler import Answered, compare
from scheduler.options import Cancelled, Heard, Options
from scheduler.outcome import Violation

__all__ = ["KINDS", "Check", "Found", "Kind", "Planner", "Replanner", "Scheduler", "own", "planning", "replanning"]


@dataclass(frozen=True)
class Found:
    """What a job found.

    Attributes:
        plan: a plan to keep; of a job that explains `None`.
        result: what there is to say besides, as JSON.
    """

    plan: Plan | None = None
    result: str | None = None


Kind = Callable[[Work, Heard, Cancelled], Found]
"""Does the work of one kind of job: the best that is found, and a `ValidationError` for a term that has faults."""
Check = Callable[[Term, Plan], Sequence[Violation]]
"""As `scheduler.check`: what a plan breaks."""
Planner = Callable[[Term, Options, Heard, Cancelled], Plan]
"""As `scheduler.plan`."""
Replanner = Callable[[Term, Plan, datetime | None, Options, Heard, Cancelled], Plan]
"""As `scheduler.replan`."""


@dataclass(frozen=True)
class Scheduler:
    """What does the work of each kind of job, and what checks the plans that come of it."""

    kinds: Mapping[JobKind, Kind]
    check: Check


def planning(plan: Planner) -> Kind:
    """A plan from nothing."""

    def work_on(work: Work, heard: Heard, cancelled: Cancelled) -> Found:
        return Found(plan(work.term, work.job.options, heard, cancelled))

    return work_on


def _planned(work: Work, heard: Heard, cancelled: Cancelled) -> Found:
    """A plan of the whole term, of some series while the rest stands, or of stages, with what they cost where asked."""
    asked, how = work.job.request, (work.job.options, heard, cancelled)
    if asked.get("series"):
        standing = work.about.plan if work.about else None
        return Found(scheduler.plan_part(work.term, standing, asked["series"], *how))
    if asked.get("against_whole"):
        staged, whole = scheduler.plan_both_ways(work.term, *how)
        costs = [one.model_dump(mode="json") for one in scheduler.cost_of_stages(staged, whole)]
        return Found(staged, json.dumps({"costs": costs}))
    if asked.get("stages"):
        return Found(scheduler.plan_in_stages(work.term, *how))
    return planning(scheduler.plan)(work, heard, cancelled)


def replanning(replan: Replanner) -> Kind:
    """A plan that changes another one, and whether anything of it had to change."""

    def work_on(work: Work, heard: Heard, cancelled: Cancelled) -> Found:
        before, request = _about(work), work.job.request
        as_of = datetime.fromisoformat(request["as_of"])
        plan = replan(work.term, before.plan, as_of, work.job.options, heard, cancelled)
        changed = not compare(before, Answered(work.term, plan)).empty
        said = {"changed": changed, "baseline_plan_id": request["baseline_plan_id"]}
        return Found(plan, json.dumps(said))

    return work_on


def _why_not(work: Work, heard: Heard, cancelled: Cancelled) -> Found:
    """What becomes of everything if a meeting had to lie at a start."""
    asked = work.job.request
    at = (asked["meeting"], datetime.fromisoformat(asked["start"]), asked["place"])
    verdict = scheduler.forced(work.term, _at_its_moment(work), *at, work.job.options, heard, cancelled)
    return Found(result=verdict.model_dump_json())


def _repairs(work: Work, heard: Heard, cancelled: Cancelled) -> Found:
    """What would mend an unplaced meeting."""
    asked, plan = work.job.request, _at_its_moment(work)
    wanted = (asked["meeting"], asked["most"])
    repairs = scheduler.repairs(work.term, plan, *wanted, work.job.options, heard, cancelled, known=_is_known(work))
    return Found(result=repairs.model_dump_json())


def _alternatives(work: Work, heard: Heard, cancelled: Cancelled) -> Found:
    """Other plans that are nearly as good."""
    asked, about = work.job.request, _about(work)
    wanted = (asked["count"], asked["differ"])
    found = scheduler.alternatives(work.term, about.plan, *wanted, work.job.options, heard, cancelled)
    return Found(result=_ALTERNATIVES.dump_json(found).decode())


_ALTERNATIVES = TypeAdapter(tuple[Alternative, ...])


def _at_its_moment(work: Work) -> Plan:
    """The plan that is asked about, as a question at its moment means it."""
    plan, as_of = _about(work).plan, work.job.request.get("as_of")
    return scheduler.known_at(plan, datetime.fromisoformat(as_of), _is_known(work)) if as_of else plan


def _is_known(work: Work) -> bool:
    """Whether people know the plan that is asked about: it was the newest release's when that was asked."""
    return bool(work.job.request["plan_id"] == work.job.request["known_plan_id"])


def _about(work: Work) -> Answered:
    assert work.about is not None, f"job {work.job.id} names no plan"
    return work.about


KINDS: Mapping[JobKind, Kind] = {
    "plan": _planned,
    "replan": replanning(scheduler.replan),
    "why-not": _why_not,
    "repairs": _repairs,
    "alternatives": _alternatives,
}


def own() -> Scheduler:
    """The project's own."""
    return Scheduler(KINDS, scheduler.check)

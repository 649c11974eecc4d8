"""A planner whose manner is told by the term's description, so that a test can hold it in the middle of its work."""

import json
import os
import threading
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from api.jobs import Found, Kind, planning, replanning
from api.jobs.desk import Work
from api.store import JobKind
from models import Fault, GoalResult, Plan, Term, as_validation_error
from scheduler import BrokenPlan
from scheduler.options import Cancelled, Heard, Options, Progress
from scheduler.outcome import Violation
from tests.api.jobs.slow import GO
from tests.api.store.building import planned

_PAUSE = threading.Event()


def plan(term: Term, options: Options, heard: Heard, cancelled: Cancelled) -> Plan:
    """A plan, in the manner that the term's description says."""
    if term.description == "broken":
        raise RuntimeError("out of luck")
    if term.description == "refused":
        raise BrokenPlan((Violation("travel"),))
    if term.description == "faulty":
        raise as_validation_error("Term", [Fault("unknown_goal", ("goals", 0), {"id": "joy", "nearest": ""})])
    steps = 0
    while term.description == "patient" and not cancelled() and not Path(os.environ[GO]).exists():
        steps += 1
        goal = GoalResult(id="placed", value=1_000_000 - steps, bound=0, proven=False)
        heard(Progress(component=1, components=1, goal="placed", goals=(goal,), seconds=steps / 100))
        _PAUSE.wait(0.01)
    return planned(term, proven=not cancelled())


def replan(
    term: Term, before: Plan, as_of: datetime | None, options: Options, heard: Heard, cancelled: Cancelled
) -> Plan:
    """A plan in the same manner, an hour later than before where the term is so described."""
    made = plan(term, options, heard, cancelled)
    hour = before.placements[0].start.hour + (term.title == "Later")
    return planned(term, hour, made.proven).model_copy(update={"as_of": as_of, "baseline": before.as_baseline})


def explain(work: Work, heard: Heard, cancelled: Cancelled) -> Found:
    """What was asked, in the same manner, as if it were what was found."""
    assert work.about is not None
    plan(work.term, work.job.options, heard, cancelled)
    said = {"asked": dict(work.job.request), "meetings": len(work.about.plan.placements), "cut": cancelled()}
    return Found(result=json.dumps(said))


KINDS: Mapping[JobKind, Kind] = {
    "plan": planning(plan),
    "replan": replanning(replan),
    "why-not": explain,
    "repairs": explain,
    "alternatives": explain,
}


def check(term: Term, plan: Plan) -> tuple[Violation, ...]:
    """What the plan of a term breaks that is described so."""
    return (Violation("travel", "council", {"person": "anna"}),) if term.description == "violating" else ()

"""A planner whose manner is told by the term's description, so that a test can hold it in the middle of its work."""

import os
import threading
from pathlib import Path

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


def check(term: Term, plan: Plan) -> tuple[Violation, ...]:
    """What the plan of a term breaks that is described so."""
    return (Violation("travel", "council", {"person": "anna"}),) if term.description == "violating" else ()

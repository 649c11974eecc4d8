"""The two steps of a job: solve, then publish. Between them the outcome lies in the queue's own tables, as JSON."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from pydantic import ValidationError

from api.jobs.desk import Desk, Work
from api.jobs.reporting import Reporter
from api.store import JobFailure
from models import Plan, Term, pointer
from scheduler import BrokenPlan
from scheduler.options import Cancelled, Heard, Options
from scheduler.outcome import Violation

__all__ = ["Check", "Planner", "Scheduler", "publish", "solve"]

Planner = Callable[[Term, Options, Heard, Cancelled], Plan]
"""As `scheduler.plan`: the best plan found, and a `ValidationError` for a term that cannot be planned."""
Check = Callable[[Term, Plan], Sequence[Violation]]
"""As `scheduler.check`: what a plan breaks."""
Outcome = dict[str, Any]
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Scheduler:
    """What makes plans and what checks them."""

    plan: Planner
    check: Check


def solve(scheduler: Scheduler, desk: Desk, job_id: str) -> Outcome | None:
    """Plan a job's term and check the plan; `None` when there is nothing left to do.

    It never raises for what the planner does: that ends the job as failed.
    """
    work = desk.begin(job_id)
    if work is None:
        return None
    violations: Sequence[Violation]
    with Reporter(desk, job_id, work.job.attempt) as reporter:
        try:
            plan = scheduler.plan(work.term, work.job.options, reporter.heard, reporter.cancelled)
            violations = scheduler.check(work.term, plan)
        except ValidationError as faults:
            return {"failure": asdict(_faults(faults))}
        except BrokenPlan as broken:
            violations = broken.violations
        except Exception:
            _log.exception("job %s: the planner broke down", job_id)
            return {"failure": asdict(_broken(work))}
    if violations:
        _log.error("job %s: the plan breaks %s", job_id, sorted({one.rule for one in violations}))
        return {"failure": asdict(_violations(violations))}
    return {"plan": plan.model_dump_json(), "stopped": reporter.cancelled() and not plan.proven}


def publish(desk: Desk, job_id: str, outcome: Outcome) -> None:
    """End the job with its outcome."""
    if "plan" in outcome:
        desk.publish(job_id, Plan.model_validate_json(outcome["plan"]), outcome["stopped"])
    else:
        failure = outcome["failure"]
        desk.fail(job_id, JobFailure(failure["code"], failure["message"], tuple(failure["details"])))


def _faults(error: ValidationError) -> JobFailure:
    details = tuple(
        {"code": one["type"], "pointer": pointer(one["loc"]), "params": _plain(one.get("ctx", {}))}
        for one in error.errors(include_url=False, include_input=False)
    )
    return JobFailure("faults", f"the term cannot be planned: it has {len(details)} faults, correct them", details)


def _violations(violations: Sequence[Violation]) -> JobFailure:
    details = tuple({"rule": one.rule, "meeting": one.meeting, "params": _plain(one.params)} for one in violations)
    rules = ", ".join(sorted({one.rule for one in violations}))
    return JobFailure("violations", f"the plan was not kept, since it breaks {rules}: please report this", details)


def _broken(work: Work) -> JobFailure:
    message = f"planning revision {work.job.revision} broke down: please report this, the log has the details"
    return JobFailure("error", message)


def _plain(params: Any) -> dict[str, Any]:
    """Parameters as JSON."""
    return {str(key): value if isinstance(value, str | int | float) else str(value) for key, value in params.items()}

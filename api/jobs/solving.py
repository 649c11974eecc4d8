"""The two steps of a job: solve, then publish. Between them the outcome lies in the queue's own tables, as JSON."""

import logging
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from pydantic import ValidationError

from api.jobs.desk import Desk, Work
from api.jobs.kinds import Found, Scheduler
from api.jobs.reporting import Reporter
from api.store import JobFailure
from models import Plan, pointer
from scheduler import BrokenPlan, CannotStand
from scheduler.outcome import Violation

__all__ = ["publish", "solve"]

Outcome = dict[str, Any]
_log = logging.getLogger(__name__)


def solve(scheduler: Scheduler, desk: Desk, job_id: str) -> Outcome | None:
    """Do a job's work and check the plan that comes of it; `None` when there is nothing left to do.

    It never raises for what the scheduler does: that ends the job as failed.
    """
    work = desk.begin(job_id)
    if work is None:
        return None
    violations: Sequence[Violation]
    with Reporter(desk, job_id, work.job.attempt) as reporter:
        try:
            found = scheduler.kinds[work.job.kind](work, reporter.heard, reporter.cancelled)
            violations = scheduler.check(work.term, found.plan) if found.plan else ()
        except ValidationError as faults:
            return {"failure": asdict(_faults(faults))}
        except CannotStand as refused:
            return {"failure": asdict(_cannot_stand(refused))}
        except BrokenPlan as broken:
            violations = broken.violations
        except Exception:
            _log.exception("job %s: the scheduler broke down", job_id)
            return {"failure": asdict(_broken(work))}
    if violations:
        _log.error("job %s: the plan breaks %s", job_id, sorted({one.rule for one in violations}))
        return {"failure": asdict(_violations(violations))}
    return _outcome(found, reporter.cancelled())


def _outcome(found: Found, cancelled: bool) -> Outcome:
    plan = found.plan
    stopped = cancelled and not (plan and plan.proven)
    return {"plan": plan.model_dump_json() if plan else None, "result": found.result, "stopped": stopped}


def publish(desk: Desk, job_id: str, outcome: Outcome) -> None:
    """End the job with its outcome."""
    failure = outcome.get("failure")
    if failure:
        desk.fail(job_id, JobFailure(failure["code"], failure["message"], tuple(failure["details"])))
    elif outcome["plan"]:
        plan = Plan.model_validate_json(outcome["plan"])
        desk.publish(job_id, plan, outcome["stopped"], outcome.get("result"))
    else:
        desk.tell_result(job_id, outcome["result"], outcome["stopped"])


def _faults(error: ValidationError) -> JobFailure:
    details = tuple(
        {"code": one["type"], "pointer": pointer(one["loc"]), "params": _plain(one.get("ctx", {}))}
        for one in error.errors(include_url=False, include_input=False)
    )
    return JobFailure("faults", f"the term cannot be planned: it has {len(details)} faults, correct them", details)


def _cannot_stand(refused: CannotStand) -> JobFailure:
    return JobFailure("cannot_stand", str(refused), _told(refused.violations))


def _told(violations: Sequence[Violation]) -> tuple[dict[str, Any], ...]:
    return tuple({"rule": one.rule, "meeting": one.meeting, "params": _plain(one.params)} for one in violations)


def _violations(violations: Sequence[Violation]) -> JobFailure:
    rules = ", ".join(sorted({one.rule for one in violations}))
    message = f"the plan was not kept, since it breaks {rules}: please report this"
    return JobFailure("violations", message, _told(violations))


def _broken(work: Work) -> JobFailure:
    what = f"a job of the kind {work.job.kind} for revision {work.job.revision}"
    message = f"{what} broke down: please report this, the log has the details"
    return JobFailure("error", message)


def _plain(params: Any) -> dict[str, Any]:
    """Parameters as JSON."""
    return {str(key): value if isinstance(value, str | int | float) else str(value) for key, value in params.items()}

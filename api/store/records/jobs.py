"""What the store answers about jobs and the plans that come of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from models import Plan
from scheduler.options import Options

__all__ = [
    "ACTIVE",
    "Job",
    "JobFailure",
    "JobKind",
    "JobState",
    "PLANNING",
    "ProgressEvent",
    "StoredPlan",
    "WHOLE",
    "Wanted",
]


JobState = Literal["queued", "running", "succeeded", "failed", "cancelled"]
"""Where a job is; the last three are final."""

ACTIVE: tuple[JobState, ...] = ("queued", "running")
"""The states of a job that is not over."""

JobKind = Literal["plan", "replan", "why-not", "repairs", "alternatives"]
"""What a job is asked for: a plan, or what explains one."""

PLANNING: tuple[JobKind, ...] = ("plan", "replan")
"""The kinds that make a plan: a term has at most one such job that is not over."""


@dataclass(frozen=True)
class Wanted:
    """What of a term a job is to plan; all of it, unless something else is said.

    Attributes:
        series: ids of the series, while the others stand; empty for all.
        standing_plan_id: the plan in which the others stand; `None` is the term's newest, where there is one.
        stages: whether the term's stages are planned one after the other.
        against_whole: whether it is planned at once too, to say what the stages cost.
    """

    series: tuple[str, ...] = ()
    standing_plan_id: str | None = None
    stages: bool = False
    against_whole: bool = False


WHOLE = Wanted()
"""All of it at once."""


@dataclass(frozen=True)
class JobFailure:
    """Why a job failed.

    Attributes:
        code: `violations` (the plan broke rules and was not stored), `faults` (the term cannot be planned),
            `cannot_stand` (what was to stand while a part is planned would break rules), `error` (the solver broke
            down), `lost` (it was interrupted too often).
        details: one mapping each: for violations and what cannot stand `rule`, `meeting`, `params`; for faults `code`,
            `pointer`, `params`.
    """

    code: Literal["violations", "faults", "cannot_stand", "error", "lost"]
    message: str
    details: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True)
class Job:
    """A request to plan one revision of a term, or to explain a plan by solving.

    Attributes:
        revision: the revision of the term that is planned, or that the explained plan answers.
        request: what was asked besides, as JSON: of a plan `series` and `standing_plan_id`, or `stages` and
            `against_whole`, where it is not of the whole term at once; of a replan `as_of` and `baseline_plan_id`, of
            the kinds that explain `plan_id` and what is asked of it.
        attempt: how many times a solver has begun; 0 while queued, above 1 after a solver died.
        cancel_requested: whether it was asked to stop; the best plan found by then is kept.
        plan_id: the plan that it made; also for a job that was cancelled, where one had been found.
        result: what it found out, as JSON; left out of lists.
        last_event: number of its newest progress event; 0 before the first.
    """

    id: str
    term_id: str
    revision: int
    kind: JobKind
    request: Mapping[str, Any]
    options: Options
    state: JobState
    attempt: int
    cancel_requested: bool
    created_at: datetime
    started_at: datetime | None
    ended_at: datetime | None
    by: str
    plan_id: str | None
    failure: JobFailure | None
    result: Any | None
    last_event: int

    @property
    def over(self) -> bool:
        """Whether its state is final."""
        return self.state not in ACTIVE


@dataclass(frozen=True)
class ProgressEvent:
    """One durable step of a job.

    Attributes:
        number: 1, 2, 3, ... within the job, over all its attempts (the `id` of a server-sent event).
        attempt: which attempt it tells of; a later attempt begins anew.
        kind: `progress` carries the fields of `scheduler.Progress` (goals as in a plan's JSON);
            `state` carries `state` and, at the end, `plan_id` or `failure`. A final `state` is always the last event.
    """

    number: int
    attempt: int
    kind: Literal["progress", "state"]
    payload: Mapping[str, Any]
    at: datetime


@dataclass(frozen=True)
class StoredPlan:
    """An immutable plan.

    Attributes:
        revision: the revision of the term that it answers.
        number: 1, 2, 3, ... within the term.
        stopped: whether it was cancelled while better ones were still being looked for.
    """

    id: str
    term_id: str
    revision: int
    number: int
    job_id: str
    stopped: bool
    created_at: datetime
    plan: Plan

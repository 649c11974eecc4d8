"""What jobs are asked with, and what the API says of them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from api.routes.documents import Document, Page
from api.store import Job, JobKind, JobState, Wanted
from models import Alternative, Repairs, StageCost, Verdict
from models.base import Id, LocalDateTime

__all__ = [
    "AlternativeRequest",
    "JobDocument",
    "JobList",
    "JobRequest",
    "JobSummary",
    "PlanRequest",
    "RepairRequest",
    "ReplanRequest",
    "SolveRequest",
    "WhyNotRequest",
]


class SolveRequest(Document):
    """How to solve."""

    time_limit_seconds: Annotated[float, Field(gt=0, le=3600)] | None = None
    """After so long the best that was found is kept, with what was proven; `null` is the server's default."""
    seed: Annotated[int, Field(ge=0, lt=2**31)] = 1
    """For the solver's choices; the same term, seed and version give the same proven plan."""


class JobRequest(SolveRequest):
    """How to look for a plan; every key may be left out."""

    revision: Annotated[int, Field(ge=1, lt=2**31)] | None = None
    """The revision that is to be planned, refused (412) when it is not the newest; `null` is the newest."""


class PlanRequest(JobRequest):
    """How to look for a plan, and of what; every key may be left out."""

    series: Annotated[tuple[Id, ...], Field(min_length=1, max_length=1000)] | None = None
    """Ids of the series to plan, while every meeting of the others that stands keeps its time, place and people; `null`
    is all."""
    standing_plan_id: Id | None = None
    """With `series`: the plan in which the others stand; `null` is the term's newest, where there is one."""
    stages: Literal["alone", "against_whole"] | None = None
    """`alone`: the term's stages one after the other; `against_whole`: then at once too, which says what they cost."""

    @model_validator(mode="after")
    def _go_together(self) -> Self:
        if self.series and self.stages:
            said = {"one": "series", "other": "stages"}
            raise PydanticCustomError("not_together", "{one} and {other} do not go together: give one of them", said)
        if self.standing_plan_id and not self.series:
            said = {"one": "standing_plan_id", "other": "series"}
            raise PydanticCustomError("not_alone", "{one} goes with {other}: give that too, or neither of them", said)
        return self

    @property
    def wanted(self) -> Wanted:
        """What of the term is to be planned."""
        return Wanted(self.series or (), self.standing_plan_id, bool(self.stages), self.stages == "against_whole")


class ReplanRequest(JobRequest):
    """How to look for the plan that disturbs the fewest people; every key may be left out."""

    as_of: LocalDateTime | None = None
    """The moment that it is made from, in the term's local time: what has been stays as it was; `null` is now."""
    baseline_plan_id: Id | None = None
    """The plan that people know; `null` is that of the newest release; before the first, the newest of just this
    document, else the newest."""


class WhyNotRequest(SolveRequest):
    """What it would take to have a meeting at a start."""

    meeting: Id
    """Id of the meeting."""
    start: LocalDateTime
    """When it would start."""
    place: Id | None = None
    """Id of the place; `null` leaves that to the plan."""
    as_of: LocalDateTime | None = None
    """The moment that it is asked at, in the term's local time; `null` is now."""


class RepairRequest(SolveRequest):
    """What would mend a meeting that the plan does not hold."""

    meeting: Id
    """Id of the meeting."""
    most: Annotated[int, Field(ge=1, le=50)] = 10
    """How many repairs at most."""
    as_of: LocalDateTime | None = None
    """The moment that it is asked at, in the term's local time; `null` is now."""


class AlternativeRequest(SolveRequest):
    """Other plans that are nearly as good; every key may be left out."""

    count: Annotated[int, Field(ge=1, le=10)] = 3
    """How many at most."""
    differ: Annotated[int, Field(ge=1, le=10_000)] = 1
    """In how many meetings each must differ from the plan and from the others, by time or place."""


class JobOptions(Document):
    """How the job is solved."""

    time_limit_seconds: float
    workers: int
    """Threads of the solver."""
    seed: int


class JobFailureDocument(Document):
    """Why a job ended with nothing."""

    code: Literal["violations", "faults", "cannot_stand", "error", "lost"]
    """`violations`: the plan broke rules and was not kept; `faults`: the term cannot be planned; `cannot_stand`: what
    was to stand would break rules; `error`: the solver broke down; `lost`: it was interrupted too often."""
    message: str
    details: list[dict[str, Any]]


class JobSummary(Document):
    """A request to plan one revision of a term, or to explain a plan by solving; without what it found out."""

    id: str
    term_id: str
    revision: int
    """The revision that is planned, or that the explained plan answers."""
    kind: JobKind
    request: dict[str, Any]
    """What was asked: of a `plan` of a part `series` and `standing_plan_id`, of one in stages `stages` and
    `against_whole`, of others nothing; of a `replan` `as_of` and `baseline_plan_id`; of `why-not`, `repairs` and
    `alternatives` the `plan_id` and what was asked of it."""
    options: JobOptions
    state: JobState
    """The last three are final."""
    attempt: int
    """How many times a solver has begun: 0 while queued, above 1 after a solver died."""
    cancel_requested: bool
    created_at: datetime
    started_at: datetime | None
    ended_at: datetime | None
    by: str
    """Whose token asked for it."""
    plan_id: str | None
    """The plan that it made; also of a cancelled job, where one had been found."""
    failure: JobFailureDocument | None
    last_event: int
    """Number of its newest event; 0 before the first."""

    @classmethod
    def of(cls, job: Job) -> "JobSummary":
        """A stored job."""
        return cls(**_about(job))


class Replanned(Document):
    """What a replan says beside its plan."""

    changed: bool
    """Whether anything is otherwise than in the baseline; where nothing is there is nothing to release."""
    baseline_plan_id: str


class Staged(Document):
    """What a plan in stages says beside itself, where it was planned at once too."""

    costs: list[StageCost]
    """What the stages cost on each goal, the most important first."""


class JobDocument(JobSummary):
    """A job with what it found out."""

    result: Staged | Replanned | Verdict | Repairs | list[Alternative] | None
    """Of a `plan` in stages against the whole, of a `replan`, of `why-not`, of `repairs` and of `alternatives`, in this
    order; `null` before the end, and of any other `plan`."""
    details: list[str]
    """What `plan` in stages against the whole, `why-not`, `repairs` and `alternatives` found, as sentences in the
    language asked for; only where the one job is read, and empty before its end."""

    @classmethod
    def of(cls, job: Job, details: Sequence[str] = ()) -> "JobDocument":
        """A stored job."""
        return cls.model_validate({**_about(job), "result": job.result, "details": list(details)})


def _about(job: Job) -> dict[str, Any]:
    said = {name: getattr(job, name) for name in JobSummary.model_fields if name not in ("options", "failure")}
    failure = JobFailureDocument.model_validate(job.failure) if job.failure else None
    return {**said, "options": JobOptions.model_validate(job.options), "failure": failure}


class JobList(Page):
    """Jobs without what they found out."""

    items: list[JobSummary]

"""What explains a plan and has to be solved: asked for here, found out elsewhere, followed like a plan job."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from api.routes.access import Coordinator, Office, settings_of
from api.routes.answers import problems
from api.routes.asking import IdempotencyKey, digest_of, options_of
from api.routes.bodies import JsonBody
from api.routes.examples import accepts
from api.routes.job_documents import AlternativeRequest, JobDocument, RepairRequest, SolveRequest, WhyNotRequest
from api.routes.paths import PlanId
from api.routes.plan_jobs import accepted
from api.routes.standing import demand_known, standing
from api.routes.terms import UNREADABLE
from api.store import JobKind, Principal, Workspace

__all__ = ["router"]

router = APIRouter(prefix="/v1/plans/{plan_id}", tags=["explanations"])

PROBLEMS = problems("not_found", "too_many_questions", "idempotency_key_reused", *UNREADABLE)


class Asking:
    """Who asks what about which plan."""

    def __init__(
        self,
        request: Request,
        office: Office,
        who: Coordinator,
        plan_id: PlanId,
        idempotency_key: IdempotencyKey = None,
    ) -> None:
        self.office: Workspace = office
        self.who: Principal = who
        self.plan_id, self.key, self.settings = plan_id, idempotency_key, settings_of(request)

    def demand(self, meeting: str, place: str | None = None) -> None:
        """Raise `NotFound` for a plan that is not there, or what its term does not have."""
        demand_known(standing(self.office, self.plan_id), meeting, place)

    def ask(self, kind: JobKind, wish: SolveRequest) -> Response:
        """The job, accepted."""
        asked: dict[str, Any] = wish.model_dump(mode="json", exclude=set(SolveRequest.model_fields))
        return accepted(
            self.office.enqueue_explanation(
                self.plan_id,
                kind,
                asked,
                options_of(wish, self.settings),
                self.who.name,
                idempotency_key=self.key,
                body_digest=digest_of(kind, self.plan_id, wish),
            )
        )


@router.post(
    "/why-not-jobs",
    status_code=202,
    operation_id="createWhyNotJob",
    response_model=JobDocument,
    responses=PROBLEMS,
    openapi_extra=accepts(WhyNotRequest),
)
def why_not(
    asking: Annotated[Asking, Depends()], wish: Annotated[WhyNotRequest, Depends(JsonBody(WhyNotRequest))]
) -> Response:
    """Ask what it would take to have a meeting at a start, with the others making room.

    The result is a `Verdict` whose `forced` says what the nearest such plan changes; `null` where there is none.
    """
    asking.demand(wish.meeting, wish.place)
    return asking.ask("why-not", wish)


@router.post(
    "/repair-jobs",
    status_code=202,
    operation_id="createRepairJob",
    response_model=JobDocument,
    responses=PROBLEMS,
    openapi_extra=accepts(RepairRequest),
)
def repairs(
    asking: Annotated[Asking, Depends()], wish: Annotated[RepairRequest, Depends(JsonBody(RepairRequest))]
) -> Response:
    """Ask what would mend a meeting without a time, each repair verified by planning again.

    The result is `Repairs`; the `actions` of one are ready to be sent as a change.
    """
    asking.demand(wish.meeting)
    return asking.ask("repairs", wish)


@router.post(
    "/alternative-jobs",
    status_code=202,
    operation_id="createAlternativeJob",
    response_model=JobDocument,
    responses=PROBLEMS,
    openapi_extra=accepts(AlternativeRequest, required=False),
)
def alternatives(
    asking: Annotated[Asking, Depends()],
    wish: Annotated[AlternativeRequest, Depends(JsonBody(AlternativeRequest, may_be_empty=True))],
) -> Response:
    """Ask for other plans that are nearly as good. The result is a list of `Alternative`, each with what it costs."""
    return asking.ask("alternatives", wish)

"""Whether the process is up, and whether the service can do its work."""

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from api.problems import Problem
from api.routes.access import store_of
from api.routes.answers import problems
from api.routes.documents import Health, Ready

__all__ = ["router"]

router = APIRouter(tags=["health"])

UNCACHED = {"Cache-Control": "no-store"}


@router.get("/health", operation_id="getHealth", response_model=Health)
async def health() -> Response:
    """The process answers. Nothing else is asked."""
    return JSONResponse({"status": "up"}, headers=UNCACHED)


@router.get("/ready", operation_id="getReadiness", response_model=Ready, responses=problems("not_ready"))
def ready(request: Request) -> Response:
    """The database answers and has this version's tables, and a solver has been heard of lately."""
    found = store_of(request).readiness()
    state = {"database": found.database, "solver": found.solver}
    if not all(state.values()):
        raise Problem("not_ready", state, headers={"Retry-After": "5"})
    return JSONResponse(state, headers=UNCACHED)

"""The JSON Schemas of the documents, for editors and for other programs."""

from functools import lru_cache
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path
from pydantic import BaseModel
from starlette.responses import JSONResponse, Response

from api.routes.answers import problems
from models import Change, Plan, Term

__all__ = ["router"]

router = APIRouter(prefix="/v1/schemas", tags=["schemas"])

_MODELS: dict[str, type[BaseModel]] = {"term": Term, "plan": Plan, "change": Change}


@router.get(
    "/{name}",
    operation_id="getSchema",
    response_model=dict[str, Any],
    responses={200: {"content": {"application/schema+json": {}}}, **problems("invalid")},
)
def schema(name: Annotated[Literal["term", "plan", "change"], Path(description="Which document.")]) -> Response:
    """JSON Schema (2020-12) of a document; no token is needed."""
    headers = {"Cache-Control": "max-age=3600"}
    return JSONResponse(_schema(name), headers=headers, media_type="application/schema+json")


@lru_cache
def _schema(name: str) -> dict[str, Any]:
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return dialect | _MODELS[name].model_json_schema()

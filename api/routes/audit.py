"""The audit: who did what to what, and when."""

from fastapi import APIRouter
from starlette.responses import Response

from api.routes.access import Office
from api.routes.answers import json_answer, problems
from api.routes.cursors import Cursor, Limit, page
from api.routes.documents import AuditEntryDocument, AuditList

__all__ = ["router"]

router = APIRouter(prefix="/v1/audit", tags=["audit"])


@router.get("", operation_id="listAudit", response_model=AuditList, responses=problems("bad_cursor", "invalid"))
def listed(office: Office, cursor: Cursor = None, limit: Limit = 50) -> Response:
    """Everything that was done, the newest first."""
    found, following = page(int, office.audit, lambda one: one.number, cursor, limit)
    return json_answer(AuditList(items=[AuditEntryDocument.model_validate(one) for one in found], next=following))

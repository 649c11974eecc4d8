"""Forums on a date: who sits in each, who chairs, and its meetings in the newest plan."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

import scheduler
from api.routes.access import Office
from api.routes.answers import json_answer, problems
from api.routes.documents import Document
from api.routes.paths import TermId
from models import ForumDay
from models.base import Day

__all__ = ["router"]

router = APIRouter(prefix="/v1/terms/{term_id}", tags=["terms"])


class Forums(Document):
    """The forums of a term on one date."""

    forums: list[ForumDay]
    """In the document's order."""


@router.get("/forums", operation_id="listForums", response_model=Forums, responses=problems("not_found", "invalid"))
def forums(office: Office, term_id: TermId, on: Annotated[Day, Query(description="The date.")]) -> Response:
    """The forums of the newest revision on a date: members, who chairs, and the meetings of each in the newest plan."""
    stored = office.term(str(term_id))
    plans = office.plans(stored.id, limit=1)
    return json_answer(Forums(forums=list(scheduler.forums_on(stored.term, plans[0].plan if plans else None, on))))

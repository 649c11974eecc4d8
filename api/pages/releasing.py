"""What a plan changes for whom, and publishing it."""

from starlette.responses import Response

from api.pages.door import Way
from api.pages.standing import Standing, standing_of
from api.pages.visit import Visit
from api.routes.difference_documents import ToldDifference, told
from api.store import NotFound, Stale, StoredPlan, Workspace
from models import Term
from scheduler import Answered

__all__ = ["WAYS"]


def _preview(visit: Visit) -> Response:
    return _shown(visit, standing_of(visit, visit.said("term_id")))


def _shown(visit: Visit, at: Standing, status: int = 200, others: str = "") -> Response:
    if at.plan is None:
        raise NotFound("plan", at.id)
    preview = visit.office.preview_release(at.id, at.plan.id)
    before = visit.office.plan(preview.before) if preview.before else None
    return visit.page("release.html", status, at=at, preview=preview, found=_between(visit, before, at), others=others)


def _between(visit: Visit, before: StoredPlan | None, at: Standing) -> ToldDifference:
    assert at.plan is not None, "a plan is compared"
    known = Answered(_term(visit.office, before), before.plan) if before else None
    return told(known, Answered(at.term, at.plan.plan), visit.language)


def _term(office: Workspace, plan: StoredPlan) -> Term:
    return office.term(plan.term_id, plan.revision).term


def _released(visit: Visit) -> Response:
    """Publish what was seen, unless somebody has published something else since."""
    at = standing_of(visit, visit.said("term_id"))
    try:
        visit.office.release(at.id, visit.form.text("plan"), visit.who, visit.form.number("based_on"))
    except Stale as stale:
        newest = stale.params["changed"][0]
        others = visit.say("release.second", number=newest["number"], by=newest["by"])
        return _shown(visit, at, 412, others)
    return visit.to("terms", at.id, done="released")


WAYS = (
    Way("GET", "/terms/{term_id}/release", _preview),
    Way("POST", "/terms/{term_id}/release", _released, "coordinator"),
)

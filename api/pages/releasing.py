"""What a plan changes for whom, and publishing it."""

from dataclasses import dataclass
from typing import Any

from starlette.responses import Response

from api.pages.door import Way
from api.pages.reached import reached_by
from api.pages.standing import Standing, standing_of
from api.pages.view import long_day
from api.pages.visit import Visit
from api.routes.difference_documents import ToldDifference, worded
from api.store import NotFound, Release, Stale, StoredPlan
from api.telling import Names
from scheduler import Answered, compare

__all__ = ["WAYS"]

MOST_RELEASES = 100


def _preview(visit: Visit) -> Response:
    return _shown(visit, standing_of(visit, visit.said("term_id")))


def _shown(visit: Visit, at: Standing, status: int = 200, others: str = "") -> Response:
    if at.plan is None:
        raise NotFound("plan", at.id)
    preview = visit.office.preview_release(at.id, at.plan.id)
    before = visit.office.plan(preview.before) if preview.before else None
    found = _between(visit, before, at)
    return visit.term_page("release.html", at.term_of_page, status, at=at, preview=preview, found=found, others=others)


def _between(visit: Visit, before: StoredPlan | None, at: Standing) -> ToldDifference:
    assert at.plan is not None, "a plan is compared"
    return _told(visit, before, at.plan)


def _told(visit: Visit, before: StoredPlan | None, after: StoredPlan) -> ToldDifference:
    """What the one plan changes of the other, in words; of what it leaves alone nothing is said."""
    known, now = _answered(visit, before) if before else None, _answered(visit, after)
    found = compare(known, now)
    changed = tuple(one for one in found.meetings if one.what != "untouched")
    names = Names(known.term if known else None, now.term)
    return worded(found.model_copy(update={"meetings": changed}), names, visit.language)


def _answered(visit: Visit, plan: StoredPlan) -> Answered:
    return Answered(visit.office.term(plan.term_id, plan.revision).term, plan.plan)


@dataclass(frozen=True)
class _Listed:
    """A release of the list."""

    number: int
    sentence: str


def _releases(visit: Visit) -> Response:
    """The releases, and what the one that is looked at changed of the one before."""
    term_id, office = visit.said("term_id"), visit.office
    listed = tuple(_listed(visit, one) for one in office.releases(term_id, limit=MOST_RELEASES))
    number = visit.request.path_params.get("number")
    shown = office.released(term_id, number) if number else None
    found = _by_release(visit, shown) if shown else None
    newest = office.term(term_id)
    reached = reached_by(visit, shown, newest) if shown else ()
    told: dict[str, Any] = {"listed": listed, "shown": shown, "found": found, "reached": reached}
    return visit.term_page("releases.html", (term_id, newest.title), **told)


def _listed(visit: Visit, release: Release) -> _Listed:
    date = long_day(release.released_at.date(), visit.language)
    return _Listed(release.number, visit.say("page.released", number=release.number, date=date, by=release.by))


def _by_release(visit: Visit, release: Release) -> ToldDifference:
    earlier = visit.office.released(release.term_id, release.number - 1) if release.number > 1 else None
    before = visit.office.plan(earlier.plan_id) if earlier else None
    return _told(visit, before, visit.office.plan(release.plan_id))


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
    Way("GET", "/terms/{term_id}/releases", _releases),
    Way("GET", "/terms/{term_id}/releases/{number:int}", _releases),
    Way("GET", "/terms/{term_id}/release", _preview),
    Way("POST", "/terms/{term_id}/release", _released, "coordinator"),
)

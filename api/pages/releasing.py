"""What a plan changes for whom, and publishing it."""

from dataclasses import dataclass
from typing import Any

from starlette.responses import Response

from api.pages.differing import Shown, answered, shown
from api.pages.door import Way
from api.pages.reached import reach_of
from api.pages.standing import Standing, standing_of
from api.pages.visit import Visit
from api.store import NotFound, Release, Stale, StoredPlan, StoredTerm

__all__ = ["WAYS"]

MOST_RELEASES = 100


def _preview(visit: Visit) -> Response:
    return _shown(visit, standing_of(visit, visit.said("term_id")))


def _shown(visit: Visit, at: Standing, status: int = 200, others: str = "") -> Response:
    if at.plan is None:
        raise NotFound("plan", at.id)
    preview = visit.office.preview_release(at.id, at.plan.id)
    before = visit.office.plan(preview.before) if preview.before else None
    told = _shown_to(visit, before, at.plan)
    said: dict[str, Any] = {"preview": preview, "told": told, "found": told.found, "others": others}
    return visit.term_page("release.html", at.term_of_page, status, at=at, **said)


def _shown_to(visit: Visit, before: StoredPlan | None, after: StoredPlan) -> Shown:
    """What the one plan changes of the other."""
    return shown(visit, answered(visit, before) if before else None, answered(visit, after))


@dataclass(frozen=True)
class _Listed:
    """A release of the list."""

    number: int
    sentence: str


def _releases(visit: Visit) -> Response:
    """The releases, and what the one that is looked at changed of the one before."""
    term_id, office = visit.said("term_id"), visit.office
    number, newest = visit.request.path_params.get("number"), office.term(term_id)
    releases = office.releases(term_id, limit=MOST_RELEASES)
    listed = tuple(_listed(visit, one, newest.term.time_zone) for one in releases)
    said = _looked_at(visit, office.released(term_id, number), newest) if number is not None else {"shown": None}
    return visit.term_page("releases.html", (term_id, newest.title), listed=listed, **said)


def _looked_at(visit: Visit, release: Release, newest: StoredTerm) -> dict[str, Any]:
    told = _by_release(visit, release)
    return {"shown": release, "told": told, "found": told.found, "reached": reach_of(visit, release, newest)}


def _listed(visit: Visit, release: Release, time_zone: str) -> _Listed:
    date = visit.day(release.released_at, time_zone)
    return _Listed(release.number, visit.say("page.released", number=release.number, date=date, by=release.by))


def _by_release(visit: Visit, release: Release) -> Shown:
    earlier = visit.office.released(release.term_id, release.number - 1) if release.number > 1 else None
    before = visit.office.plan(earlier.plan_id) if earlier else None
    return _shown_to(visit, before, visit.office.plan(release.plan_id))


def _released(visit: Visit) -> Response:
    """Publish what was seen, unless somebody has published something else since."""
    at = standing_of(visit, visit.said("term_id"))
    try:
        visit.office.release(at.id, visit.form.text("plan"), visit.who, visit.form.number("based_on"))
    except Stale as stale:
        newest = next(iter(stale.params["changed"]), None)  # none since a number that was never there
        others = visit.say("release.second", number=newest["number"], by=newest["by"]) if newest else ""
        return _shown(visit, at, 412, others)
    return visit.to("terms", at.id, done="released")


WAYS = (
    Way("GET", "/terms/{term_id}/releases", _releases),
    Way("GET", "/terms/{term_id}/releases/{number:number}", _releases),
    Way("GET", "/terms/{term_id}/release", _preview),
    Way("POST", "/terms/{term_id}/release", _released, "coordinator"),
)

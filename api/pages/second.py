"""Whoever was second: both versions beside each other, what others have done and what the visitor wanted."""

from collections.abc import Iterable, Mapping

from starlette.responses import Response

from api.pages.standing import Standing
from api.pages.visit import Visit
from api.store import Stale
from api.telling import action_sentence

__all__ = ["second"]


def second(
    visit: Visit, at: Standing, stale: Stale, wanted: Iterable[str], again: Mapping[str, str], back: tuple[str, str]
) -> Response:
    """The page that shows both.

    Args:
        stale: what the store said of the revision that the visitor had seen.
        wanted: what the visitor wanted, in sentences.
        again: the fields of the form, to send them again as they were; the revision is filled in here.
        back: title and address of the page as it is now.
    """
    return visit.term_page(
        "second.html",
        at.term_of_page,
        412,
        steps=(back,),
        at=at,
        wanted=tuple(wanted),
        done=tuple(_news(visit, at, one["revision"], one["by"]) for one in stale.params["changed"]),
        again={**again, "based_on": str(stale.current_version)},
        action=visit.request.url.path,
        title=back[0],
        back=back[1],
    )


def _news(visit: Visit, at: Standing, revision: int, by: str) -> str:
    """What a revision did, in words where it was made by a change."""
    made = (one for one in visit.office.changes(at.id, limit=50) if one.revision == revision)
    change = next(made, None)
    if change is None:
        return visit.say("second.replaced", revision=revision, by=by)
    what = " ".join(action_sentence(one, at.names, visit.language) for one in change.change.actions)
    return visit.say("second.changed", revision=revision, by=by, what=what)

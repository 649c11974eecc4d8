"""A change that is made on a page, and the plan after it: the nearest to what people know."""

from collections.abc import Iterable, Mapping

from starlette.responses import Response

from api.pages.second import second
from api.pages.standing import Standing
from api.pages.visit import Visit
from api.store import Stale
from models import Change
from scheduler.options import Options

__all__ = ["change_and_replan", "options"]


def change_and_replan(
    visit: Visit,
    at: Standing,
    change: Change,
    *,
    wanted: Iterable[str],
    again: Mapping[str, str],
    back: tuple[str, str],
) -> Response:
    """Make a change of the revision that the form was made for, and plan again; whoever was second sees both versions.

    Args:
        wanted: the change in sentences.
        again: the form's fields, to send it again.
        back: title and address of the page that shows how things stand.

    Raises:
        pydantic.ValidationError: the change, or the term that would come of it, has faults.
    """
    try:
        visit.office.change_term(at.id, change, visit.form.number("based_on"), visit.who)
    except Stale as stale:
        return second(visit, at, stale, wanted, again, back)
    job = visit.office.enqueue_replan(at.id, None, options(visit), visit.who)
    return visit.to("jobs", job.id)


def options(visit: Visit) -> Options:
    """How long is looked, and with how many workers, where nobody is asked."""
    return Options(visit.settings.plan_time_limit_seconds, visit.settings.workers)

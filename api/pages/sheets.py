"""Sheets to print and hand out: a page for each calendar, with its square, its link and how to use it."""

from collections.abc import Iterator
from dataclasses import dataclass

from starlette.responses import Response

from api.feeds import Language
from api.pages.door import Way
from api.pages.links import feed_url, page_url, square, webcal
from api.pages.subjects import Chosen, Shelf, Subject, shelf_of
from api.pages.visit import Visit

__all__ = ["WAYS"]

PER_PRINT = 20
"""Sheets on one page, which stays light."""


@dataclass(frozen=True)
class _Sheet:
    """What stands on one sheet.

    Attributes:
        page: the address of a person's own page.
        feeds: language and address of each calendar.
    """

    name: str
    is_person: bool
    page: str
    feeds: tuple[tuple[Language, str], ...]


def _printed(visit: Visit) -> Response:
    shelf = shelf_of(visit, visit.said("term_id"))
    wanted, again = _wanted(visit, shelf)
    with_links = [one for one in wanted if one.shared]
    first = visit.asked_number("from") or 0
    shown = with_links[first : first + PER_PRINT]
    following = first + PER_PRINT
    return visit.term_page(
        "sheet.html",
        (shelf.stored.id, shelf.stored.title),
        steps=((visit.say("calendars.title"), shelf.address()),),
        sheets=list(_sheets(visit, shown)),
        first=first + 1,
        last=first + len(shown),
        count=len(with_links),
        without=len(wanted) - len(with_links),
        following=f"{visit.request.url.path}?{again.query(**{'from': str(following)})}"
        if following < len(with_links)
        else "",
        square=square,
        webcal=webcal,
    )


def _wanted(visit: Visit, shelf: Shelf) -> tuple[tuple[Subject, ...], Chosen]:
    """The one that is asked for, or those that the list shows."""
    chosen = Chosen.by(visit.asked("kind"), visit.asked("name"))
    kind, _, subject = visit.asked("of").partition(":")
    return ((shelf.one(kind, subject),) if kind else shelf.chosen(chosen)), chosen


def _sheets(visit: Visit, subjects: list[Subject]) -> Iterator[_Sheet]:
    for one in subjects:
        calendars = (calendar.subscription for calendar in one.calendars)
        yield _Sheet(
            one.name,
            one.kind == "person",
            page_url(visit, one.page.token) if one.page else "",
            tuple((calendar.language, feed_url(visit, calendar.token)) for calendar in calendars),
        )


WAYS = (Way("GET", "/terms/{term_id}/calendars/sheet", _printed, "coordinator"),)

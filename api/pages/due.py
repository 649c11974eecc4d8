"""What is to be done before and after the meetings of a plan, by date."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from starlette.responses import Response

from api.pages.door import Way
from api.pages.standing import Standing, standing_of
from api.pages.visit import Visit, address
from api.telling.dates import month_text, short_day, when_text
from api.texts import Language
from models import Placement

__all__ = ["WAYS", "Task", "due_next", "tasks_of"]

MOST_NEXT = 5
"""Of what is due next, on the page of the term."""


@dataclass(frozen=True)
class Task:
    """Something that is to be done for a meeting until a day.

    Attributes:
        whose: unit or role; empty where it is not decided.
        meeting: its title.
        address: of its page.
    """

    date: date
    day: str
    title: str
    whose: str
    meeting: str
    address: str
    when: str


@dataclass(frozen=True)
class _Month:
    name: str
    tasks: tuple[Task, ...]


def tasks_of(at: Standing, language: Language, meeting: str | None = None) -> tuple[Task, ...]:
    """What hangs on the meetings of the plan that is shown, or on one of them, by date."""
    placements = at.plan.plan.placements if at.plan else ()
    held = (one for one in placements if meeting in (None, one.meeting))
    found = (task for placement in held for task in _tasks(at, placement, language))
    return tuple(sorted(found, key=lambda one: (one.date, one.when, one.title)))


def due_next(visit: Visit, at: Standing) -> tuple[Task, ...]:
    """The few that are due next."""
    today = visit.local_now(at.term.time_zone).date()
    return tuple(one for one in tasks_of(at, visit.language) if one.date >= today)[:MOST_NEXT]


def _tasks(at: Standing, placement: Placement, language: Language) -> Iterator[Task]:
    meeting = at.term.resolved.get(placement.meeting)
    deadlines = {one.id: one for one in meeting.deadlines} if meeting else {}
    for due in placement.deadlines:
        deadline = deadlines.get(due.deadline)
        if deadline:
            yield Task(
                date=due.day,
                day=short_day(due.day, language),
                title=deadline.title,
                whose=at.names.duty(deadline.task_of),
                meeting=at.names.meeting(placement.meeting),
                address=address("terms", at.id, "meetings", placement.meeting),
                when=when_text(placement.start, placement.end, language),
            )


def _page(visit: Visit) -> Response:
    at = standing_of(visit, visit.said("term_id"))
    tasks, today = tasks_of(at, visit.language), visit.local_now(at.term.time_zone).date()
    return visit.term_page(
        "due.html",
        at.term_of_page,
        at=at,
        earlier=tuple(one for one in tasks if one.date < today),
        months=tuple(_months((one for one in tasks if one.date >= today), visit.language)),
        calendar=address("terms", at.id, "calendars", "office", at.id),
    )


def _months(tasks: Iterable[Task], language: Language) -> Iterator[_Month]:
    for (year, month), group in groupby(tasks, key=lambda one: (one.date.year, one.date.month)):
        yield _Month(month_text(year, month, language), tuple(group))


WAYS = (Way("GET", "/terms/{term_id}/due", _page),)

"""Who has how much, week by week: people beside weeks, the most burdened first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from starlette.responses import Response

import scheduler
from api.pages.door import Way
from api.pages.standing import standing_of
from api.pages.visit import Visit
from api.telling import Names
from models import Load

__all__ = ["WAYS"]

MOST_PEOPLE = 150
HEAVIEST = 4
"""So many meetings in a week, or more, look the same."""
LONGEST_SEARCH = 100


@dataclass(frozen=True)
class _Week:
    """What somebody has in a week of the table."""

    name: str
    meetings: int
    look: int


@dataclass(frozen=True)
class _Person:
    """A row of the table."""

    name: str
    posts: str
    meetings: int
    hours: str
    travel: str
    weeks: tuple[_Week, ...]


@dataclass(frozen=True)
class _Column:
    """A week of the table, and how many sit at meetings in it."""

    name: str
    monday: date
    sittings: int


def _page(visit: Visit) -> Response:
    at = standing_of(visit, visit.said("term_id"))
    loads = scheduler.load(at.term, at.plan.plan) if at.plan else ()
    sought = visit.asked("who").strip()[:LONGEST_SEARCH]
    people = [one for one in sorted(loads, key=_most_first) if _is_sought(sought, one, at.names)]
    columns = _columns(visit, loads)
    return visit.term_page(
        "load.html",
        at.term_of_page,
        at=at,
        who=sought,
        columns=columns,
        people=[_person(visit, one, at.names, columns) for one in people[:MOST_PEOPLE]],
        more=max(0, len(people) - MOST_PEOPLE),
        free=len(at.term.people) - len(loads),
    )


def _most_first(load: Load) -> tuple[int, int, int, str]:
    return -load.meetings, -load.minutes, -load.travel_minutes, load.person


def _is_sought(sought: str, load: Load, names: Names) -> bool:
    words = f"{names.of('person', load.person)} {names.posts(load.person)}".casefold()
    return all(word in words for word in sought.casefold().split())


def _columns(visit: Visit, loads: Sequence[Load]) -> tuple[_Column, ...]:
    """The weeks in which anybody has a meeting."""
    sittings: dict[date, int] = {}
    for load in loads:
        for week in load.weeks:
            sittings[week.week] = sittings.get(week.week, 0) + week.meetings
    return tuple(_Column(_week(visit, monday), monday, sittings[monday]) for monday in sorted(sittings))


def _week(visit: Visit, monday: date) -> str:
    return visit.say("grid.week", week=monday.isocalendar().week)


def _person(visit: Visit, load: Load, names: Names, columns: tuple[_Column, ...]) -> _Person:
    name, posts = names.of("person", load.person), names.posts(load.person)
    by_week = {week.week: week.meetings for week in load.weeks}
    counted = ((one.name, by_week.get(one.monday, 0)) for one in columns)
    return _Person(
        name,
        posts if posts != name else "",  # where nobody is named, the post is the name
        load.meetings,
        _hours(visit, load.minutes),
        _hours(visit, load.travel_minutes),
        tuple(_Week(name, meetings, min(meetings, HEAVIEST)) for name, meetings in counted),
    )


def _hours(visit: Visit, minutes: int) -> str:
    return visit.say("load.hours", hours=minutes // 60, minutes=minutes % 60)


WAYS = (Way("GET", "/terms/{term_id}/load", _page),)

"""A term of what is said, with all that is only named."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from models import (
    Absence,
    Appointment,
    Area,
    ClosedDay,
    Closure,
    DayRelation,
    District,
    Forum,
    Leg,
    Locality,
    Meeting,
    Order,
    Organisation,
    Person,
    Place,
    Presence,
    Role,
    Series,
    SeriesOrder,
    Stage,
    Term,
    Travel,
    Unit,
    Window,
)
from tests.builders.nouns import MONDAY, day, person, place, series

TERM_UID = UUID("00000000-0000-4000-8000-000000000001")

_LISTS: dict[type, str] = {
    Absence: "absences",
    Appointment: "appointments",
    Area: "areas",
    ClosedDay: "closed_days",
    Closure: "closures",
    DayRelation: "day_relations",
    District: "districts",
    Forum: "forums",
    Locality: "localities",
    Meeting: "meetings",
    Order: "orders",
    Organisation: "organisations",
    Person: "people",
    Place: "places",
    Presence: "presences",
    Role: "roles",
    Series: "series",
    SeriesOrder: "series_orders",
    Stage: "stages",
    Unit: "units",
}


_ENDS = ("first_day", "last_day")


def term(*parts: Any, **fields: Any) -> Term:
    """A valid term of the parts, in their order, with all that they only name; `fields` are the term's own.

    Legs among the parts become its travel; `default_travel` and `within_locality` are its minutes without one.
    """
    lists: dict[str, list[Any]] = {name: [] for name in _LISTS.values()}
    for part in parts:
        if not isinstance(part, Leg):
            lists[_LISTS[type(part)]].append(part)
    days = {"first_day": MONDAY, "last_day": day("4 sun"), **{key: fields[key] for key in _ENDS if key in fields}}
    _add(lists["series"], (one.series for one in lists["meetings"]), lambda one: series(one, windows=(Window(**days),)))
    _add_what_is_named(lists)
    travel = Travel(
        legs=tuple(part for part in parts if isinstance(part, Leg)),
        default_minutes=fields.pop("default_travel", 0),
        within_locality_minutes=fields.pop("within_locality", 0),
    )
    own = {"uid": TERM_UID, "title": "Term", "travel": travel, **days, **fields}
    return Term.model_validate({**{name: tuple(items) for name, items in lists.items()}, **own})


def _add_what_is_named(lists: dict[str, list[Any]]) -> None:
    """Places, roles, units, people and localities that others name, each in its plainest form."""
    meetings = [*lists["series"], *lists["meetings"]]
    posts = [*lists["appointments"], *(seat for one in meetings for seat in one.seats)]
    posts += [member for one in lists["forums"] for member in one.members]
    _add(lists["roles"], (one.role for one in posts), lambda one: Role(id=one, name=one.title()))
    _add(lists["units"], (one.unit for one in posts), lambda one: Unit(id=one, name=one.title(), organisation="org"))
    _add(lists["organisations"], ("org" for _ in lists["units"]), lambda one: Organisation(id=one, name=one.title()))
    sitting = (who for one in lists["appointments"] for who in (one.holder, *one.deputies) if who)
    away_or_there = (one.person for one in (*lists["absences"], *lists["presences"]))
    _add(lists["people"], (*sitting, *away_or_there), person)
    _add(lists["places"], _places_named(lists, meetings), place)
    _add(
        lists["localities"],
        (one.locality for one in lists["places"] if one.locality),
        lambda one: Locality(id=one, name=one.title()),
    )


def _places_named(lists: dict[str, list[Any]], meetings: list[Any]) -> Iterable[str]:
    yield from (where for one in meetings for where in one.places or ())
    yield from (one.lock.place for one in lists["meetings"] if one.lock and one.lock.place)
    yield from (one.base for one in lists["people"] if one.base)
    yield from (one.place for one in lists["closures"])


def _add(items: list[Any], named: Iterable[str], make: Any) -> None:
    known = {item.id for item in items}
    items.extend(make(one) for one in dict.fromkeys(named) if one not in known)

"""Times in words, and each noun of a term in few."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from models import (
    WEEKDAYS,
    Absence,
    Appointment,
    Attendance,
    CalledOff,
    Chairmanship,
    ClosedDay,
    Closure,
    DayRelation,
    Election,
    Forum,
    ForumState,
    Leg,
    Lock,
    LockedSeat,
    Meeting,
    Member,
    Officer,
    Order,
    Person,
    Place,
    Preference,
    Presence,
    Seat,
    SeatRule,
    Series,
    SeriesOrder,
    Stage,
    Weekly,
    WeeklyHours,
    Window,
)

MONDAY = date(2026, 9, 7)


# ---- times ----


def day(text: str) -> date:
    """The date of "tue", "3 tue" or "2026-09-08"."""
    if text[:4].isdigit():
        return date.fromisoformat(text)
    week, _, weekday = text.rpartition(" ")
    return MONDAY + timedelta(weeks=int(week or 1) - 1, days=WEEKDAYS.index(weekday))


def at(text: str) -> datetime:
    """The moment of "tue 13:00", "3 tue 13:00" or "2026-09-08 13:00"."""
    days, _, clock = text.rpartition(" ")
    return datetime.combine(day(days), time.fromisoformat(clock))


def _hours(text: str) -> dict[str, time]:
    opens, _, closes = text.partition("-")
    return {"from_time": time.fromisoformat(opens), "to_time": time.fromisoformat(closes)}


def _weekdays(text: str) -> dict[str, tuple[str, ...]]:
    return {"weekdays": tuple(text.split())} if text else {}


def window(first: str = "mon", last: str = "4 fri", hours: str = "08:00-17:00", weekdays: str = "") -> Window:
    """Dates and hours: `window("mon", "2 fri", "13:00-16:00", "mon tue")`."""
    return Window(first_day=day(first), last_day=day(last), **_hours(hours), **_weekdays(weekdays))


# ---- people and places ----


def person(id: str, **fields: Any) -> Person:
    """Somebody; needed only where more than an id is to be said of them."""
    return Person(id=id, **{"name": id.title(), **fields})


def holds(
    holder: str | None, role: str, unit: str = "unit", deputies: Iterable[str] = (), **fields: Any
) -> Appointment:
    """An appointment, with the id `role:holder`."""
    own = {"id": f"{role}:{holder or 'nobody'}", **fields}
    return Appointment(role=role, unit=unit, holder=holder, deputies=tuple(deputies), **own)


def away(who: str, start: str, end: str) -> Absence:
    """A single absence, from a time like "mon 09:00" to another."""
    return Absence(id=f"{who}:{start}".replace(" ", ":"), person=who, start=at(start), end=at(end))


def away_weekly(who: str, weekdays: str, hours: str = "00:00-23:59", **fields: Any) -> Absence:
    """An absence that comes back: `away_weekly("anna", "mon wed", "08:00-12:00", every_weeks=2)`."""
    return Absence(
        id=f"{who}:{weekdays}".replace(" ", "-"),
        person=who,
        weekly=Weekly(**_hours(hours), **_weekdays(weekdays), **fields),
    )


def free_at(who: str, start: str, end: str) -> Presence:
    """A time at which somebody can come, whatever absences say."""
    return Presence(id=f"{who}:free:{start}".replace(" ", ":"), person=who, start=at(start), end=at(end))


def place(id: str, *hours: WeeklyHours, **fields: Any) -> Place:
    """A place; needed only where more than an id is to be said of it."""
    return Place(id=id, hours=hours, **{"name": id.title(), **fields})


def open_hours(hours: str, weekdays: str = "") -> WeeklyHours:
    """Opening hours of a place: `open_hours("08:00-12:00", "mon")`."""
    return WeeklyHours(**_hours(hours), **_weekdays(weekdays))


def closure(where: str, start: str, end: str) -> Closure:
    """When a place cannot be used."""
    return Closure(id=f"{where}:{start}".replace(" ", ":"), place=where, start=at(start), end=at(end))


def leg(here: str, there: str, minutes: int, one_way: bool = False) -> Leg:
    """How long it takes from one place or locality to another."""
    return Leg(between=(here, there), minutes=minutes, one_way=one_way)


def closed(first: str, last: str | None = None, *series: str) -> ClosedDay:
    """Closed days, for all series or for those named."""
    return ClosedDay(first_day=day(first), last_day=day(last) if last else None, reason="closed", series=series)


# ---- meetings ----


def seat(id: str, role: str | None = None, unit: str = "unit", **fields: Any) -> Seat:
    """A seat; its role has the same id unless another is said."""
    return Seat(id=id, role=role or id, unit=unit, **fields)


def on_demand(id: str, role: str | None = None, **fields: Any) -> Seat:
    """An on-demand seat."""
    return seat(id, role, need="on_demand", **fields)


def series(id: str = "series", *seats: Seat, **fields: Any) -> Series:
    """Meetings of an hour on any working day of the term, 8 to 17, unless said otherwise."""
    return Series(id=id, seats=seats, **{"title": id.title(), "windows": (window(),), **fields})


def meeting(id: str, *seats: Seat, series: str = "series", **fields: Any) -> Meeting:
    """A meeting of a series."""
    return Meeting(id=id, series=series, seats=seats, **fields)


def lock(start: str, place: str | None = None, **seats: str) -> Lock:
    """A lock: `lock("mon 10:00", head="anna")` keeps anna on the seat `head`."""
    locked = tuple(LockedSeat(seat=seat, people=tuple(people.split())) for seat, people in seats.items())
    return Lock(start=at(start), place=place, seats=locked)


def called_off(first: str, last: str | None = None) -> CalledOff:
    """Dates on which a meeting is not held: `called_off("mon")`, `called_off("mon", "wed")`."""
    return CalledOff(first_day=day(first), last_day=day(last) if last else None)


def seat_rule(seat: str, **fields: Any) -> SeatRule:
    """What holds for a seat at one meeting: `seat_rule("head", deputy="not")`."""
    return SeatRule(seat=seat, **fields)


def order(before: str, after: str, at_least_days: int = 0, at_most_days: int | None = None) -> Order:
    """One meeting before another."""
    ids = {"id": f"{before}-{after}", "before": before, "after": after}
    return Order(**ids, at_least_days=at_least_days, at_most_days=at_most_days)


def series_order(before: str, after: str, at_least_days: int = 0, at_most_days: int | None = None) -> SeriesOrder:
    """A meeting of one series before each of another."""
    ids = {"id": f"{before}-{after}", "before": before, "after": after}
    return SeriesOrder(**ids, at_least_days=at_least_days, at_most_days=at_most_days)


def stage(id: str, *series: str) -> Stage:
    """Series that are planned together."""
    return Stage(id=id, title=id.title(), series=series)


def same_day(*meetings: str) -> DayRelation:
    """Meetings that share a date."""
    return DayRelation(id="-".join(meetings), meetings=meetings, kind="same_day")


def different_days(*meetings: str) -> DayRelation:
    """Meetings that do not share a date."""
    return DayRelation(id="-".join(meetings), meetings=meetings, kind="different_days")


def member(id: str, role: str | None = None, unit: str = "unit", **fields: Any) -> Member:
    """Who sits in a forum; the role has the same id unless another is said."""
    return Member(id=id, role=role or id, unit=unit, **fields)


def forum(id: str, *members: Member, states: str = "", **fields: Any) -> Forum:
    """A forum: `forum("task", member("head"), states="mon resting, 2 mon active")`."""
    dated = tuple(ForumState(first_day=day(one[0]), state=one[2]) for one in _states(states))
    return Forum(id=id, members=members, states=dated, **{"title": id.title(), **fields})


def _states(text: str) -> Iterable[tuple[str, str, Any]]:
    return (one.strip().rpartition(" ") for one in text.split(",") if one)


def turns(*sides: str, first: str = "2023-01-01", elections: Iterable[Election] = (), **fields: Any) -> Chairmanship:
    """Sides that take turns at the chair."""
    return Chairmanship(sides=sides, first_day=day(first), elections=tuple(elections), **fields)


def elected(first: str, chair: str, vice: str) -> Election:
    """An election: `elected("2024-02-01", "region:anna", "town")` names a person of the first side."""
    return Election(first_day=day(first), chair=_officer(chair), vice_chair=_officer(vice))


def _officer(text: str) -> Officer:
    side, _, person = text.partition(":")
    return Officer(side=side, person=person or None)


def prefer(weekdays: str = "", hours: str = "", penalty: int = 1) -> Preference:
    """Days and hours that suit better: `prefer("mon tue", "08:00-12:00", penalty=2)`."""
    return Preference(**_weekdays(weekdays), **(_hours(hours) if hours else {}), penalty=penalty)


def at_least(least: int, group: str) -> Attendance:
    """The least attendance of a group."""
    return Attendance(group=group, least=least)

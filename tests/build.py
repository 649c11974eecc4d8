"""Terms and plans in few words, so that a test reads like the sentence that it checks.

    town = term(meeting("m", seat("head")), holds("anna", "head"))
    good = plan(town, placed("m", "mon 10:00", sits("anna", "head")))

What a test leaves out is filled in: units, roles, people, series and places that are only named, the
ends, vacancies and goal values of a plan. The default term is the four weeks from Monday 7 September
2026, a time without public holidays or clock changes; times are said as "mon 10:00" (its first
week), "3 tue 13:30" (its third) or in full, "2026-09-07 10:00".
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from models import (
    WEEKDAYS,
    Absence,
    Appointment,
    Area,
    Attendance,
    CalledOff,
    Chairmanship,
    ClosedDay,
    Closure,
    CouldCome,
    DayRelation,
    District,
    Election,
    Engine,
    Forum,
    ForumState,
    GoalResult,
    Leg,
    Locality,
    Lock,
    LockedSeat,
    Meeting,
    Member,
    Officer,
    Order,
    Organisation,
    Person,
    Place,
    Placement,
    Plan,
    Preference,
    Presence,
    Role,
    Seat,
    SeatRule,
    Series,
    SeriesOrder,
    Sitting,
    Stage,
    Term,
    Travel,
    Unit,
    Unplaced,
    Vacancy,
    Weekly,
    WeeklyHours,
    Window,
)
from scheduler.checking_sheet import Held, Sheet
from scheduler.checking_structure import could_come
from scheduler.goals import GOALS, ranking
from scheduler.outcome import Violation
from scheduler.standing import as_seen

MONDAY = date(2026, 9, 7)
_UNSAID = "unsaid"
TERM_UID = UUID("00000000-0000-4000-8000-000000000001")


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


# ---- the term ----

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


# ---- the plan ----


def sits(who: str, seat: str, appointment: str = "", deputy_rank: int | None = None) -> Sitting:
    """Somebody on a seat; by which appointment and as which deputy `plan` finds out unless it is said."""
    rank = -1 if deputy_rank is None else deputy_rank
    return Sitting(seat=seat, person=who, appointment=appointment or _UNSAID, deputy_rank=rank)


def placed(meeting: str, start: str, *sittings: Sitting, place: str | None = None) -> Placement:
    """A meeting at a time like "mon 10:00"; `plan` fills in its end, its place if it has but one, and its vacancies."""
    return Placement(meeting=meeting, start=at(start), end=at(start), place=place, sittings=sittings)


def plan(term: Term, *placements: Placement, **fields: Any) -> Plan:
    """The plan with those placements, the term's other meetings unplaced, and goal values as they are, all proven."""
    held = sorted((_filled(term, one) for one in placements), key=lambda one: (one.start, one.meeting))
    names = {one.meeting for one in held}
    own: dict[str, Any] = {
        "term_uid": term.uid,
        "term_digest": term.digest,
        "time_zone": term.time_zone,
        "as_of": term.as_of,
        "placements": tuple(held),
        "unplaced": tuple(Unplaced(meeting=one, starts=0, open_starts=0) for one in term.resolved if one not in names),
        "goals": (),
        "engine": Engine(version="test", seed=1, workers=1),
        **fields,
    }
    made = with_could_come(term, Plan(**own))
    return made if "goals" in fields else made.model_copy(update={"goals": goals_of(term, made)})


def replanned(term: Term, before: Plan, *placements: Placement, as_of: str = "", **fields: Any) -> Plan:
    """The plan that changes another one, seen from a time like "mon 10:00", else from the term's own."""
    own = {"baseline": before.as_baseline, "as_of": at(as_of) if as_of else term.as_of}
    return plan(term, *placements, **own, **fields)


def goals_of(term: Term, plan: Plan) -> tuple[GoalResult, ...]:
    """Every ranked goal with the plan's value, stated to be proven."""
    seen = as_seen(term, plan)
    value = {goal.name: goal.value(seen, plan) for goal in GOALS}
    ranked = ranking(term, plan.baseline is not None)
    return tuple(GoalResult(id=goal, value=value[goal], bound=value[goal], proven=True) for goal in ranked)


def with_could_come(term: Term, plan: Plan) -> Plan:
    """The plan with everyone named who could come, where it does not say."""
    sheet = Sheet(as_seen(term, plan), plan)
    filled = {one.id: could_come(sheet, one) for one in sheet.held if not one.placement.could_come}
    made = tuple(
        one.model_copy(update={"could_come": filled[one.meeting]}) if one.meeting in filled else one
        for one in plan.placements
    )
    return plan.model_copy(update={"placements": made})


def _filled(term: Term, one: Placement) -> Placement:
    asked = term.resolved.get(one.meeting)
    if asked is None:
        return one
    sittings = tuple(_sitting(term, one, sitting) for sitting in one.sittings)
    held = Held(asked, one)
    missing = {seat.id: held.missing(seat) for seat in asked.wanted_seats}
    own = {
        "end": asked.end_of(one.start),
        "place": one.place or (asked.places[0] if len(asked.places) == 1 else None),
        "sittings": sittings,
        "vacancies": tuple(Vacancy(seat=seat, missing=people) for seat, people in missing.items() if people),
    }
    return one.model_copy(update=own)


def _sitting(term: Term, one: Placement, sitting: Sitting) -> Sitting:
    """The sitting by the first appointment that lets its person take the seat, the holder's own before a deputy's."""
    seat = next((seat for seat in term.resolved[one.meeting].seats if seat.id == sitting.seat), None)
    posts = term.appointed.get((seat.role, seat.unit), ()) if seat else ()
    posts = tuple(post for post in posts if sitting.appointment in (_UNSAID, post.id))
    ranks = [
        (post.id, rank)
        for post in posts
        for rank, who in enumerate((post.holder, *post.deputies))
        if who == sitting.person
    ]
    if sitting.deputy_rank >= 0:
        ranks = [(post, sitting.deputy_rank) for post, _ in ranks] or [(sitting.appointment, sitting.deputy_rank)]
    appointment, rank = min(
        ranks, key=lambda found: found[1], default=(sitting.appointment, max(0, sitting.deputy_rank))
    )
    return sitting.model_copy(update={"appointment": appointment, "deputy_rank": rank})


def free(seat: str, *people: str) -> CouldCome:
    """Who could come to an on-demand seat that nobody asked for."""
    return CouldCome(seat=seat, people=people)


# ---- what the check says ----


def rules_broken(term: Term, plan: Plan) -> set[str]:
    """Names of the rules that a plan breaks; empty where all is well."""
    from scheduler.checking import check

    return {violation.rule for violation in check(term, plan)}


def found(violations: Iterable[Violation], *params: str) -> list[tuple[object, ...]]:
    """The violations as (meeting, value, ...), for the params named."""
    return [(one.meeting, *(one.params.get(name) for name in params)) for one in violations]

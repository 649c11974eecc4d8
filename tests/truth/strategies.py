"""Tiny terms with every feature that a term can have, each small enough to try everything.

A document is drawn as plain JSON-like data, so that a failing example can be printed, stored and read.
"""

from datetime import date, timedelta
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st
from pydantic import ValidationError

from models import Term

__all__ = ["documents", "terms"]

Item = dict[str, Any]
Draw = st.DrawFn
Places = tuple[str, ...]

# A May Day on a Friday, the night in which the clock goes back, and a plain week.
MONDAYS = (date(2026, 4, 27), date(2026, 10, 19), date(2026, 9, 7))
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
HEAD, NURSE = ("head", "north"), ("nurse", "north")  # one head, a pool of nurses
PEOPLE = ("ann", "bo", "cia", "dan", "eva")
PLACES = ("hall", "office", "ward")
GOALS = ("kept", "placed", "vacant_seats", "deputies", "on_demand", "deputy_order", "preferred", "spread")
GOALS += ("fair_load", "travel")


@st.composite
def terms(draw: Draw) -> Term:
    """A tiny term without faults."""
    document = draw(documents())
    try:
        return Term.model_validate(document)
    except ValidationError:
        assume(False)
        raise


@st.composite
def documents(draw: Draw) -> Item:
    """A tiny document; a few have faults (a lock outside the window, two locks that clash)."""
    monday, grid = draw(st.sampled_from(MONDAYS)), draw(st.sampled_from((60, 30, 45)))
    people = PEOPLE[: draw(st.sampled_from((4, 3, 5, 2)))]
    places = PLACES[: draw(st.sampled_from((2, 1, 3, 0)))]
    lone = draw(st.integers(1, 2))
    names = [f"m{n}" for n in range(draw(st.sampled_from((3, 2, 4))))]
    days = [monday + timedelta(days=n) for n in range(14)]
    appointments = draw(_appointments(people, days))
    series = [draw(_series(f"s{n}", days, places)) for n in range(lone)]
    meetings = [draw(_meeting(name, series, days, places, appointments)) for name in names]
    return {
        "uid": "6f1f6f0e-2f0c-4f0e-8d0b-0d4f6c1b2a3c",
        "title": "Tiny",
        "first_day": days[0].isoformat(),
        "last_day": days[-1].isoformat(),
        "grid_minutes": grid,
        "buffer_minutes": draw(st.sampled_from((0, 0, 15, 60))),
        "organisations": [{"id": "all", "name": "All"}],
        "units": [{"id": unit, "name": unit, "organisation": "all"} for unit in ("north",)],
        "roles": [{"id": role, "name": role} for role in ("head", "nurse")],
        "people": [draw(_person(name, places)) for name in people],
        "appointments": appointments,
        "absences": draw(_aways("person", people, days, 5)),
        "localities": [{"id": "town", "name": "Town"}, {"id": "village", "name": "Village"}],
        "places": [draw(_place(name)) for name in places],
        "closures": draw(_aways("place", places, days, 1)) if places else [],
        "travel": draw(_travel(places)),
        "limits": draw(_limits()),
        "series": series,
        "meetings": meetings,
        "goals": draw(_ranking()),
        **draw(_calendar(days)),
        **draw(_ties(names)),
    }


def _maybe(values: st.SearchStrategy[Any], nothing: Any = None) -> st.SearchStrategy[Any]:
    """Mostly nothing, sometimes a value."""
    return st.one_of(st.just(nothing), st.just(nothing), values)


def _clock(first: int, last: int) -> st.SearchStrategy[str]:
    return st.integers(first * 2, last * 2).map(lambda half: f"{half // 2:02}:{half % 2 * 30:02}")


@st.composite
def _window(draw: Draw, days: list[date]) -> Item:
    """One or two days with a few hours; now and then the night in which the clock changes."""
    first = draw(st.sampled_from(days))
    last = min(first + timedelta(days=draw(st.sampled_from((0, 1, 7)))), days[-1])
    weekdays = {DAYS[first.weekday()], DAYS[last.weekday()]}
    night = first.weekday() == 6 and draw(st.booleans())
    opens = 1 if night else draw(st.sampled_from((9, 12)))
    hours = {"from_time": f"{opens:02}:00", "to_time": f"{opens + draw(st.integers(2, 3)):02}:00"}
    return {"first_day": first.isoformat(), "last_day": last.isoformat(), "weekdays": sorted(weekdays), **hours}


@st.composite
def _seat(draw: Draw, name: str) -> Item:
    role, unit = draw(st.sampled_from((NURSE, HEAD)))
    return {
        "id": name,
        "role": role,
        "unit": unit,
        "count": 1 if role == "head" else draw(st.sampled_from((1, 1, 2))),
        "need": draw(st.sampled_from(("required", "required", "on_demand"))),
        "deputy": draw(st.sampled_from(("may", "should", "not"))),
        "vacancy": draw(st.sampled_from(("never", "priced"))),
        "groups": draw(st.sampled_from(((), (), ("side",)))),
    }


@st.composite
def _frame(draw: Draw, prefix: str, places: Places) -> Item:
    """What a series and a meeting can both say."""
    seats = [draw(_seat(f"{prefix}-{n}")) for n in range(draw(st.sampled_from((1, 2, 0))))]
    can_meet = draw(st.permutations(places))[: draw(st.sampled_from((1, 2, 0)))]
    chairs = sum(seat["count"] for seat in seats if seat["groups"] and seat["need"] == "required")
    attendance = [{"group": "side", "least": draw(st.integers(1, chairs))}] if chairs and draw(st.booleans()) else []
    return {"seats": seats, "places": can_meet, "attendance": attendance}


@st.composite
def _series(draw: Draw, name: str, days: list[date], places: Places) -> Item:
    return {
        "id": name,
        "title": name,
        "duration_minutes": draw(st.sampled_from((60, 30, 90))),
        "windows": [draw(_window(days)) for _ in range(2)],
        "preferences": draw(st.lists(_preference(), max_size=2)),
        "priority": draw(st.sampled_from((1, 1, 3))),
        "spacing_days": draw(st.sampled_from((0, 0, 0, 1, 5))),
        **draw(_frame(name, places)),
    }


@st.composite
def _preference(draw: Draw) -> Item:
    return {
        "weekdays": draw(st.lists(st.sampled_from(DAYS), max_size=3, unique=True)),
        "from_time": draw(_maybe(_clock(8, 12))),
        "to_time": draw(_maybe(_clock(11, 16))),
        "penalty": draw(st.integers(1, 3)),
    }


@st.composite
def _meeting(draw: Draw, name: str, series: list[Item], days: list[date], where: Places, posts: list[Item]) -> Item:
    of = draw(st.sampled_from(series))
    found: Item = {"id": name, "series": of["id"]}
    if draw(st.integers(0, 2)) == 2:
        found["windows"] = [draw(_window(days))]
    if draw(st.integers(0, 3)) == 3:
        found |= draw(_frame(name, where)) | {"duration_minutes": 60, "priority": 2}
        found["attendance"] = found["attendance"] or None
    seats = [*of["seats"], *found.get("seats", [])]
    found["asked"] = [seat["id"] for seat in seats if seat["need"] == "on_demand" and draw(st.booleans())]
    if draw(st.integers(0, 6)) == 6:
        found["lock"] = draw(_lock({**of, **found, "seats": seats}, where, posts))
    return found


@st.composite
def _lock(draw: Draw, meeting: Item, places: Places, appointments: list[Item]) -> Item:
    """At the opening of a window, sometimes with a place and somebody's seat."""
    window = draw(st.sampled_from(meeting["windows"]))
    own = meeting["places"] or places
    found: Item = {"start": f"{window['first_day']}T{window['from_time']}"}
    if own and draw(st.booleans()):
        found["place"] = draw(st.sampled_from(own))
    wanted = [one for one in meeting["seats"] if one["need"] == "required" or one["id"] in meeting["asked"]]
    if wanted and draw(st.booleans()):
        seat = draw(st.sampled_from(wanted))
        own_posts = [one for one in appointments if one["role"] == seat["role"]]
        holders = [one["holder"] for one in own_posts if one["holder"]]
        deputies = [person for one in own_posts for person in one["deputies"] if seat["deputy"] != "not"]
        if holders or deputies:
            found["seats"] = [{"seat": seat["id"], "people": [draw(st.sampled_from(holders + deputies))]}]
    return found


@st.composite
def _person(draw: Draw, name: str, places: Places) -> Item:
    base = draw(st.sampled_from((*places, None)))
    return {"id": name, "name": name, "base": base, "limits": draw(_maybe(_limits(), {}))}


@st.composite
def _limits(draw: Draw) -> Item:
    return {
        "meetings_per_day": draw(st.sampled_from((None, None, 1, 2))),
        "meetings_per_week": draw(st.sampled_from((None, None, None, 2, 1))),
        "meetings_per_term": draw(st.sampled_from((None, None, None, None, 3, 2, 1, 0))),
    }


@st.composite
def _appointments(draw: Draw, people: tuple[str, ...], days: list[date]) -> list[Item]:
    """One of the head and two to four of the nurses, with up to two deputies each."""
    posts = [HEAD, *[NURSE] * draw(st.integers(2, 4))]
    found = []
    for n, (role, unit) in enumerate(posts):
        holder = None if draw(st.integers(0, 7)) == 7 else draw(st.sampled_from(people))
        others = [person for person in people if person != holder]
        deputies = draw(st.lists(st.sampled_from(others), max_size=2, unique=True))
        dates = draw(_maybe(st.sampled_from(days)))
        ends = {} if dates is None else {draw(st.sampled_from(("first_day", "last_day"))): dates.isoformat()}
        found.append({"id": f"a{n}", "role": role, "unit": unit, "holder": holder, "deputies": deputies, **ends})
    return found


@st.composite
def _aways(draw: Draw, key: str, whose: tuple[str, ...], days: list[date], most: int) -> list[Item]:
    """Absences of people or closures of places: single ones and those that come back."""
    found = []
    for n in range(draw(st.integers(0, most))):
        one: Item = {"id": f"{key}{n}", key: draw(st.sampled_from(whose))}
        if draw(st.booleans()):
            one["weekly"] = draw(_weekly(days))
        else:
            day, opens = draw(st.sampled_from(days)), draw(st.integers(7, 15))
            until = draw(st.sampled_from(days[days.index(day) :][:3]))
            one |= {"start": f"{day}T{opens:02}:00", "end": f"{until}T{opens + draw(st.integers(1, 6)):02}:30"}
        found.append(one)
    return found


@st.composite
def _weekly(draw: Draw, days: list[date]) -> Item:
    opens = draw(st.integers(7, 14))
    first = draw(_maybe(st.sampled_from(days)))
    return {
        "weekdays": draw(st.lists(st.sampled_from(DAYS), min_size=1, max_size=4, unique=True)),
        "from_time": f"{opens:02}:00",
        "to_time": f"{opens + draw(st.integers(1, 6)):02}:00",
        "every_weeks": draw(st.sampled_from((1, 1, 2))),
        "first_day": first.isoformat() if first else None,
    }


@st.composite
def _place(draw: Draw, name: str) -> Item:
    hours = {"weekdays": DAYS, "from_time": draw(_clock(8, 10)), "to_time": draw(_clock(12, 16))}
    return {
        "id": name,
        "name": name,
        "locality": draw(st.sampled_from((None, "town", "village"))),
        "rooms": draw(st.sampled_from((1, 1, 2))),
        "capacity": draw(_maybe(st.integers(1, 4))),
        "hours": draw(_maybe(st.just([hours]), [])),
    }


@st.composite
def _travel(draw: Draw, places: Places) -> Item:
    """Legs between some places, and one between the localities."""
    legs: list[Item] = []
    for n, here in enumerate(places):
        for there in places[:n]:
            if draw(st.booleans()):
                minutes = draw(st.sampled_from((5, 30, 75)))
                legs.append({"between": [here, there], "minutes": minutes, "one_way": draw(st.booleans())})
    if draw(st.booleans()):
        legs.append({"between": ["town", "village"], "minutes": draw(st.sampled_from((10, 45)))})
    if places and draw(st.booleans()):
        legs.append({"between": [places[0], "village"], "minutes": 20})
    usual = {"within_locality_minutes": 5, "default_minutes": draw(st.sampled_from((25, 60, 10, 2000, 0)))}
    return {"legs": legs, **usual}


@st.composite
def _calendar(draw: Draw, days: list[date]) -> Item:
    found: Item = {"public_holidays": draw(st.sampled_from((None, {"country": "SE"})))}
    if draw(st.integers(0, 4)) == 4:
        closed = {"first_day": draw(st.sampled_from(days)).isoformat(), "reason": "Closed"}
        found["closed_days"] = [{**closed, "series": draw(st.sampled_from(([], ["s0"])))}]
    if draw(st.integers(0, 4)) == 4:
        found["as_of"] = f"{draw(st.sampled_from(days[:4]))}T{draw(_clock(8, 12))}"
        found["notice_days"] = draw(st.sampled_from((0, 0, 1, 3)))
    return found


@st.composite
def _ties(draw: Draw, names: list[str]) -> Item:
    found: Item = {}
    if draw(st.integers(0, 3)) == 3:
        before, after = sorted(draw(st.permutations(names))[:2])
        days = {"at_least_days": draw(st.integers(0, 2)), "at_most_days": draw(_maybe(st.integers(2, 7)))}
        found["orders"] = [{"id": "o", "before": before, "after": after, **days}]
    if draw(st.integers(0, 3)) == 3:
        some = draw(st.permutations(names))[: draw(st.integers(2, len(names)))]
        kind = draw(st.sampled_from(("same_day", "different_days")))
        found["day_relations"] = [{"id": "d", "meetings": some, "kind": kind}]
    return found


@st.composite
def _ranking(draw: Draw) -> list[str] | None:
    """The default ranking, or some of the goals in another order."""
    if draw(st.integers(0, 2)) < 2:
        return None
    chosen = draw(st.permutations(GOALS))[: draw(st.integers(1, len(GOALS)))]
    return chosen if "placed" in chosen else [*chosen, "placed"]

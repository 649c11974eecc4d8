"""A set of the field's benchmark as a term, and a plan of it as the scorer wants it.

A day of the set is a day of the term. Its grains of 15 minutes follow each other without a break (the set's lunch hour
is nowhere in its rules), so a day's first begins at `OPENS` and its last ends at `CLOSES`. Whoever is required has a
seat that must be filled; whoever is preferred has one that nobody asks for, so that they hinder no meeting and the
goal of the set says what it costs that they cannot come. A room that is too small for all of them is not among a
meeting's places.
"""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from models import Plan, Sizes, Term

__all__ = ["SETS", "read", "solution_of", "term_of"]

FOLDER = Path(__file__).parents[3] / "shared" / "bench" / "meetingscheduling"
SETS = (50, 100, 200, 400, 800)
"""The public sets, by their number of meetings."""
NAMESPACE = UUID("5a2f1c1e-93d5-4a55-9c7a-1b6f6f4f0051")
OPENS = time(8, 0)
GOALS = ("placed", "preferred_conflicts", "comfort")


def read(meetings: int) -> dict[str, Any]:
    """The set with so many meetings."""
    (file,) = FOLDER.glob(f"{meetings}meetings-*.json")
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found


def term_of(data: dict[str, Any]) -> Term:
    """The set as a term."""
    people = sorted({person for one in data["meetings"] for person in one["required"] + one["preferred"]})
    grains = Counter(grain["date"] for grain in data["grains"])
    days = sorted(grains)
    document = {
        "uid": uuid5(NAMESPACE, data["name"]),
        "title": data["name"],
        "first_day": days[0],
        "last_day": days[-1],
        "grid_minutes": data["grain_minutes"],
        "organisations": [{"id": "all", "name": "All"}],
        "units": [{"id": f"unit-{n}", "name": f"Unit {n}", "organisation": "all"} for n in people],
        "roles": [{"id": "attendee", "name": "Attendee"}],
        "people": [{"id": f"person-{n}", "name": f"Person {n}"} for n in people],
        "appointments": [_appointment(n) for n in people],
        "places": [_room(one) for one in data["rooms"]],
        "series": [{"id": "all", "title": "All", "windows": list(_windows(data["grain_minutes"], grains))}],
        "meetings": [_meeting(data, one) for one in data["meetings"]],
        "goals": GOALS,
    }
    return Term.model_validate(document, context={"sizes": Sizes(starts=4_000_000)})


def _windows(minutes: int, grains: Counter[str]) -> Iterator[dict[str, Any]]:
    """Days of as many grains together, the longest first: the last day of a set can be shorter."""
    opens = datetime.combine(date.min, OPENS)
    everyday = {"weekdays": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], "from_time": OPENS}
    for length in sorted(set(grains.values()), reverse=True):
        days = sorted(day for day, count in grains.items() if count == length)
        closes = opens + timedelta(minutes=length * minutes)
        yield {"first_day": days[0], "last_day": days[-1], "to_time": closes.time(), **everyday}


def _appointment(person: int) -> dict[str, Any]:
    return {"id": f"post-{person}", "role": "attendee", "unit": f"unit-{person}", "holder": f"person-{person}"}


def _meeting(data: dict[str, Any], one: dict[str, Any]) -> dict[str, Any]:
    people = len(one["required"]) + len(one["preferred"])
    required = [_seat(person, "required") for person in one["required"]]
    preferred = [_seat(person, "on_demand") for person in one["preferred"]]
    return {
        "id": f"meeting-{one['id']}",
        "series": "all",
        "title": one["topic"],
        "duration_minutes": one["duration"] * data["grain_minutes"],
        "places": [f"room-{room['id']}" for room in data["rooms"] if room["capacity"] >= people],
        "seats": required + preferred,
    }


def _seat(person: int, need: str) -> dict[str, Any]:
    return {"id": f"seat-{person}", "role": "attendee", "unit": f"unit-{person}", "need": need}


def solution_of(data: dict[str, Any], plan: Plan) -> dict[str, Any]:
    """The plan for the set's own scorer: each meeting's first grain and its room."""
    first_grain: dict[str, int] = {}
    for grain in data["grains"]:
        first_grain.setdefault(grain["date"], grain["index"])
    assignments = []
    for one in plan.placements:
        begins = one.start - datetime.combine(one.start.date(), OPENS)
        start = first_grain[one.start.date().isoformat()] + begins // timedelta(minutes=data["grain_minutes"])
        assignments.append({"meeting": _number(one.meeting), "start": start, "room": _number(one.place or "")})
    return {"assignments": assignments}


def _number(name: str) -> int:
    return int(name.rsplit("-", 1)[1])


def _room(room: dict[str, Any]) -> dict[str, Any]:
    return {"id": f"room-{room['id']}", "name": f"Room {room['id']}", "capacity": room["capacity"]}

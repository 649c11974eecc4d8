"""CSPLib problem 046, meeting scheduling with travel times, through ``Term`` and ``scheduler.plan`` alone.

The published instances are read from ``../shared/bench/csplib046.json`` and never copied into the project. A slot
is a step of the grid within one day, every meeting takes one and has a place of its own, and each agent holds a
required seat at each of their meetings.
"""

import json
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from models import Term

__all__ = ["DATA", "instances", "term_of"]

DATA = Path(__file__).parents[2] / "shared" / "bench" / "csplib046.json"
NAMESPACE = UUID("0f4c1a3e-93d5-4a55-9c7a-1b6f6f4f0046")
DAY = date(2026, 9, 1)
OPENS = datetime.combine(DAY, time(8, 0))
SLOT_MINUTES = 30


def instances() -> list[dict[str, Any]]:
    """The published instances: number, meetings, slots, agents, travel_slots, published_satisfiable."""
    found: list[dict[str, Any]] = json.loads(DATA.read_text())["instances"]
    return found


def term_of(instance: dict[str, Any], slots: int | None = None) -> Term:
    """One instance as a term; `slots` is the horizon, the published one unless given."""
    slots = slots or instance["slots"]
    meetings, agents = range(instance["meetings"]), range(len(instance["agents"]))
    ids = [{"id": f"agent-{n}", "name": f"Agent {n}"} for n in agents]
    until = OPENS + timedelta(minutes=SLOT_MINUTES * slots)
    window = {
        "first_day": DAY,
        "last_day": DAY,
        "weekdays": ["tue"],
        "from_time": OPENS.time(),
        "to_time": until.time(),
    }
    return Term.model_validate(
        {
            "uid": uuid5(NAMESPACE, f"{instance['instance']}-{slots}"),
            "title": f"CSPLib 046, instance {instance['instance']}, {slots} slots",
            "first_day": DAY,
            "last_day": DAY,
            "grid_minutes": SLOT_MINUTES,
            "organisations": [{"id": "all", "name": "All"}],
            "units": [{**one, "organisation": "all"} for one in ids],
            "roles": [{"id": "agent", "name": "Agent"}],
            "people": ids,
            "appointments": [
                {"id": f"a{n}", "role": "agent", "unit": f"agent-{n}", "holder": f"agent-{n}"} for n in agents
            ],
            "places": [{"id": f"place-{n}", "name": f"Place {n}"} for n in meetings],
            "travel": {"legs": _legs(instance["travel_slots"])},
            "series": [{"id": "all", "title": "All", "duration_minutes": SLOT_MINUTES, "windows": [window]}],
            "meetings": [_meeting(instance["agents"], n) for n in meetings],
            "goals": ["placed"],
        }
    )


def _legs(travel: list[list[int]]) -> list[dict[str, Any]]:
    return [
        {"between": [f"place-{a}", f"place-{b}"], "minutes": slots * SLOT_MINUTES, "one_way": True}
        for a, row in enumerate(travel)
        for b, slots in enumerate(row)
        if a != b
    ]


def _meeting(agents: list[list[int]], n: int) -> dict[str, Any]:
    seats = [{"id": f"agent-{a}", "role": "agent", "unit": f"agent-{a}"} for a, own in enumerate(agents) if n in own]
    return {"id": f"meeting-{n}", "series": "all", "places": [f"place-{n}"], "seats": seats}

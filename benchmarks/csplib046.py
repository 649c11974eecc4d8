"""CSPLib problem 046, meeting scheduling with travel times, through ``Term`` and ``scheduler.plan`` alone.

The published instances are read from ``../shared/bench/csplib046.json`` and never copied into the project. A slot
is a step of the grid within one day, every meeting takes one and has a place of its own, and each agent holds a
required seat at each of their meetings.
"""

import json
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any
from uuid import UUID, uuid5

import scheduler
from benchmarks.measure import arguments, report
from models import Term
from scheduler.options import Options

__all__ = ["DATA", "Verdict", "instances", "shortest_horizon", "term_of", "verdict"]

DATA = Path(__file__).parents[2] / "shared" / "bench" / "csplib046.json"
NAMESPACE = UUID("0f4c1a3e-93d5-4a55-9c7a-1b6f6f4f0046")
DAY = date(2026, 9, 1)
OPENS = datetime.combine(DAY, time(8, 0))
SLOT_MINUTES = 30


@dataclass(frozen=True)
class Verdict:
    """What was found out about an instance on a horizon.

    Attributes:
        satisfiable: all meetings placed (true), proven that they cannot be (false), or neither (none).
        seconds: that it took.
    """

    satisfiable: bool | None
    seconds: float


def instances() -> list[dict[str, Any]]:
    """The published instances: number, meetings, slots, agents, travel_slots, published_satisfiable."""
    found: list[dict[str, Any]] = json.loads(DATA.read_text())["instances"]
    return found


def term_of(instance: dict[str, Any], slots: int | None = None) -> Term:
    """One instance as a term; `slots` is the horizon, the published one unless given."""
    horizon = slots or instance["slots"]
    agents = [{"id": f"agent-{n}", "name": f"Agent {n}"} for n in range(len(instance["agents"]))]
    meetings = range(instance["meetings"])
    document = {
        "uid": uuid5(NAMESPACE, f"{instance['instance']}-{horizon}"),
        "title": f"CSPLib 046, instance {instance['instance']}, {horizon} slots",
        "first_day": DAY,
        "last_day": DAY,
        "grid_minutes": SLOT_MINUTES,
        "organisations": [{"id": "all", "name": "All"}],
        "units": [{**agent, "organisation": "all"} for agent in agents],
        "roles": [{"id": "agent", "name": "Agent"}],
        "people": agents,
        "appointments": [{"id": one["id"], "role": "agent", "unit": one["id"], "holder": one["id"]} for one in agents],
        "places": [{"id": f"place-{n}", "name": f"Place {n}"} for n in meetings],
        "travel": {"legs": _legs(instance["travel_slots"])},
        "series": [_series(horizon)],
        "meetings": [_meeting(instance["agents"], n) for n in meetings],
        "goals": ["placed"],
    }
    return Term.model_validate(document)


def _series(slots: int) -> dict[str, Any]:
    until = OPENS + timedelta(minutes=SLOT_MINUTES * slots)
    hours = {"weekdays": ["tue"], "from_time": OPENS.time(), "to_time": until.time()}
    window = {"first_day": DAY, "last_day": DAY, **hours}
    return {"id": "all", "title": "All", "duration_minutes": SLOT_MINUTES, "windows": [window]}


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


def verdict(instance: dict[str, Any], slots: int | None, options: Options) -> Verdict:
    """Whether all meetings fit: a plan that holds them, or a bound above 0 on those that are not placed."""
    term = term_of(instance, slots)
    began = perf_counter()
    placed = scheduler.plan(term, options).goals[0]
    seconds = perf_counter() - began
    return Verdict(True if placed.value == 0 else False if placed.bound > 0 else None, seconds)


def shortest_horizon(instance: dict[str, Any], options: Options) -> tuple[int, bool]:
    """The least slots that a satisfiable instance was seen to fit in, and whether one less is proven too few."""
    for slots in count(instance["slots"] - 1, -1):
        found = verdict(instance, slots, options).satisfiable if slots else False
        if not found:
            return slots + 1, found is False
    raise AssertionError("no instance fits in no slots")


def main() -> None:
    """All instances against their published verdicts, and the shortest horizons of the satisfiable ones."""
    given = arguments(__doc__)
    options = Options(time_limit_seconds=given.time_limit, workers=given.workers)
    cases = []
    for instance in instances():
        found = [verdict(instance, None, options) for _ in range(given.runs)]
        horizon = shortest_horizon(instance, options) if instance["published_satisfiable"] else None
        cases.append(_case(instance, found, horizon))
    agreed = sum(case["verdict"] == case["published"] for case in cases)
    worst = max(case["worst s"] for case in cases)
    figures = {"agreed": f"{agreed} of {len(cases)}", "worst": worst, "cases": cases}
    report("csplib046", cases, {**figures, "median": round(median(case["median s"] for case in cases), 3)})


def _case(instance: dict[str, Any], found: list[Verdict], horizon: tuple[int, bool] | None) -> dict[str, Any]:
    slots, proven = horizon or ("", "")
    seconds = [one.seconds for one in found]
    return {
        "instance": instance["instance"],
        "meetings": instance["meetings"],
        "agents": len(instance["agents"]),
        "published": instance["published_satisfiable"],
        "verdict": found[-1].satisfiable if len({one.satisfiable for one in found}) == 1 else "unsteady",
        "median s": round(median(seconds), 3),
        "worst s": round(max(seconds), 3),
        "shortest": slots,
        "proven": proven,
    }


if __name__ == "__main__":
    main()

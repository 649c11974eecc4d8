"""Seeded terms of middle size: too large to try everything, small enough for a plain model in a few seconds."""

from datetime import date, timedelta
from random import Random
from typing import Any

from models import Term

__all__ = ["mid"]

Item = dict[str, Any]
FIRST_DAY = date(2026, 9, 7)
WEEKS = 4
AFTERNOONS = [FIRST_DAY + timedelta(days=n) for n in range(7 * WEEKS) if n % 7 in (1, 2, 3)]
ONE_A_DAY = {"meetings_per_day": 1}


def mid(seed: int, meetings: int = 6, limits: Item | None = None) -> Term:
    """A term of so many meetings, 60 starts each, and about 17 people who are often busy.

    Args:
        seed: the same seed makes the same term.
        meetings: how many.
        limits: those of everybody; one meeting a day unless given.
    """
    random = Random(seed)
    places = [f"p{n}" for n in range(meetings)]
    heads, nurses, unit_heads = ([f"{kind}{n}" for n in range(size)] for kind, size in (("h", 6), ("n", 4), ("u", 4)))
    experts = ["x0", "x1", "x2"]
    people = [*heads, *nurses, *unit_heads, *experts]
    return Term.model_validate(
        {
            "uid": "3f0f5f6e-1111-4222-8333-444455556666",
            "title": f"Mid {seed}",
            "first_day": FIRST_DAY,
            "last_day": FIRST_DAY + timedelta(days=7 * WEEKS - 1),
            "buffer_minutes": 15,
            "limits": ONE_A_DAY if limits is None else limits,
            "organisations": [{"id": "all", "name": "All"}],
            "roles": [{"id": role, "name": role} for role in ("head", "nurse", "expert")],
            "units": [
                {"id": unit, "name": unit, "organisation": "all"} for unit in (*heads, *unit_heads, *experts, "pool")
            ],
            "places": [{"id": place, "name": place} for place in places],
            "travel": {"legs": list(_legs(places, random)), "default_minutes": 30},
            "people": [{"id": one, "name": one, "base": random.choice(places)} for one in people],
            "appointments": list(_appointments(heads, nurses, unit_heads, experts)),
            "absences": [one for person in people for one in _absences(person, random)],
            "series": [_series()],
            "meetings": [_meeting(n, unit_heads, experts, random) for n in range(meetings)],
        }
    )


def _legs(places: list[str], random: Random) -> Any:
    for n, place in enumerate(places):
        for other in places[:n]:
            yield {"between": [other, place], "minutes": random.choice((10, 20, 35, 50))}


def _appointments(heads: list[str], nurses: list[str], unit_heads: list[str], experts: list[str]) -> Any:
    """Heads with each other as deputies, a pool of nurses with one deputy in common, experts without."""
    for kind in (heads, unit_heads):
        for n, person in enumerate(kind):
            yield _post(person, "head", person, [kind[n - 1], kind[n - 2]])
    for person in nurses[:-1]:
        yield _post(person, "nurse", "pool", [nurses[-1]])
    for person in experts:
        yield _post(person, "expert", person, [])


def _post(person: str, role: str, unit: str, deputies: list[str]) -> Item:
    return {"id": f"a-{person}", "role": role, "unit": unit, "holder": person, "deputies": deputies}


def _absences(person: str, random: Random) -> Any:
    """A weekly duty, and nine afternoons of twelve, or parts of them."""
    hours = {"weekdays": [random.choice(("tue", "wed", "thu"))], "from_time": "12:00", "to_time": "14:30"}
    yield {"id": f"{person}-w", "person": person, "weekly": hours}
    for n, day in enumerate(random.sample(AFTERNOONS, 9)):
        opens = random.choice((12, 13, 14))
        ends = {"start": f"{day}T{opens}:00", "end": f"{day}T{opens + random.choice((2, 3, 4))}:00"}
        yield {"id": f"{person}-{n}", "person": person, **ends}


def _series() -> Item:
    window = {"first_day": FIRST_DAY, "last_day": AFTERNOONS[-1], "weekdays": ["tue", "wed", "thu"]}
    return {
        "id": "s",
        "title": "Series",
        "duration_minutes": 90,
        "windows": [{**window, "from_time": "13:00", "to_time": "16:30"}],
        "preferences": [{"weekdays": ["wed", "thu"]}, {"from_time": "13:30", "penalty": 2}],
    }


def _meeting(n: int, unit_heads: list[str], experts: list[str], random: Random) -> Item:
    seats = [
        {"id": "own", "role": "head", "unit": f"h{n % 6}"},
        {"id": "unit", "role": "head", "unit": random.choice(unit_heads)},
        {"id": "nurse", "role": "nurse", "unit": "pool", "count": random.choice((1, 1, 2)), "vacancy": "priced"},
        {"id": "expert", "role": "expert", "unit": random.choice(experts), "need": "on_demand"},
        {"id": "other", "role": "expert", "unit": random.choice(experts), "vacancy": "priced", "deputy": "should"},
    ]
    asked = ["expert"] if random.random() < 0.5 else []
    return {"id": f"m{n}", "series": "s", "places": [f"p{n}"], "seats": seats, "asked": asked}

"""A good term as a JSON document, small enough to read, rich enough to break in every way."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from pydantic import ValidationError

from models import Term, pointer

__all__ = ["GOOD", "Change", "all_of", "good", "put", "said", "window"]

GOOD: dict[str, Any] = {
    "uid": "00000000-0000-4000-8000-000000000001",
    "title": "Hösten 2026",
    "first_day": "2026-09-07",
    "last_day": "2026-11-01",
    "as_of": "2026-08-31T08:00",
    "organisations": [{"id": "town", "name": "Staden"}],
    "areas": [{"id": "west", "name": "Väster"}],
    "districts": [{"id": "west-1", "name": "Väster 1", "area": "west"}],
    "units": [
        {"id": "care", "name": "Vård", "organisation": "town", "place": "hall", "area": "west", "district": "west-1"},
        {"id": "social", "name": "Social", "organisation": "town"},
    ],
    "roles": [{"id": "head", "name": "Chef"}, {"id": "nurse", "name": "Sjuksköterska"}, {"id": "mas", "name": "MAS"}],
    "people": [
        {"id": "anna", "name": "Anna", "base": "hall"},
        {"id": "bo", "name": "Bo"},
        {"id": "cia", "name": "Cia"},
        {"id": "dan", "name": "Dan"},
    ],
    "appointments": [
        {"id": "a1", "role": "head", "unit": "care", "holder": "anna", "deputies": ["bo"]},
        {"id": "a2", "role": "nurse", "unit": "care", "holder": "cia"},
        {"id": "a3", "role": "mas", "unit": "social", "holder": "dan"},
    ],
    "absences": [
        {"id": "x1", "person": "anna", "start": "2026-09-14T08:00", "end": "2026-09-14T12:00"},
        {"id": "x2", "person": "cia", "weekly": {"weekdays": ["fri"], "from_time": "08:00", "to_time": "12:00"}},
    ],
    "presences": [{"id": "y1", "person": "bo", "start": "2026-09-14T08:00", "end": "2026-09-14T09:00"}],
    "localities": [{"id": "centre", "name": "Centrum"}],
    "places": [
        {"id": "hall", "name": "Salen", "locality": "centre", "latitude": 57.7, "longitude": 12.9},
        {"id": "school", "name": "Skolan", "hours": [{"from_time": "08:00", "to_time": "16:00"}]},
    ],
    "closures": [{"id": "c1", "place": "school", "start": "2026-09-21T00:00", "end": "2026-09-22T00:00"}],
    "travel": {"legs": [{"between": ["hall", "school"], "minutes": 15}]},
    "public_holidays": {"country": "SE"},
    "closed_days": [{"first_day": "2026-10-26", "last_day": "2026-10-30", "reason": "Höstlov", "series": ["area"]}],
    "forums": [
        {
            "id": "board",
            "title": "Styrgrupp",
            "area": "west",
            "members": [
                {"id": "town", "role": "mas", "unit": "social", "groups": ["town"], "vacancy": "priced"},
                {"id": "region", "role": "head", "unit": "care", "groups": ["region"], "vacancy": "priced"},
                {"id": "guest", "role": "nurse", "unit": "care", "standing": "co_opted", "vacancy": "priced"},
            ],
            "representation": [{"group": "town"}],
            "quorum": 2,
            "secretary": {"unit": "care"},
            "chairmanship": {
                "sides": ["town", "region"],
                "first_day": "2025-01-01",
                "elections": [
                    {
                        "first_day": "2026-02-01",
                        "chair": {"side": "region", "person": "bo"},
                        "vice_chair": {"side": "town", "person": "dan"},
                    }
                ],
            },
            "states": [
                {"first_day": "2025-01-01", "state": "active"},
                {"first_day": "2027-01-01", "state": "ended"},
            ],
        },
        {"id": "task", "title": "Uppdragsgrupp", "reports_to": ["board"], "formed_by": ["board"]},
    ],
    "series": [
        {
            "id": "area",
            "title": "Områdesmöte",
            "windows": [{"first_day": "2026-09-07", "last_day": "2026-10-30"}],
            "places": ["hall", "school"],
            "seats": [
                {"id": "chief", "role": "head", "unit": "care", "groups": ["leaders"]},
                {"id": "nurse", "role": "nurse", "unit": "care"},
                {"id": "mas", "role": "mas", "unit": "social", "need": "on_demand"},
            ],
            "attendance": [{"group": "leaders"}],
            "convener": {"unit": "care", "role": "head"},
        },
        {"id": "prep", "title": "Beredning", "windows": [{"first_day": "2026-09-07", "last_day": "2026-10-30"}]},
        {"id": "none", "title": "Möten", "windows": [{"first_day": "2026-09-07", "last_day": "2026-10-30"}]},
    ],
    "meetings": [
        {
            "id": "m1",
            "series": "area",
            "called_off": [{"first_day": "2026-09-15", "last_day": "2026-09-18"}],
            "seat_rules": [{"seat": "nurse", "deputy": "should"}],
        },
        {"id": "m2", "series": "area", "asked": ["mas"]},
        {
            "id": "m3",
            "series": "area",
            "lock": {"start": "2026-09-08T10:00", "place": "hall", "seats": [{"seat": "chief", "people": ["anna"]}]},
        },
    ],
    "orders": [{"id": "o1", "before": "m1", "after": "m2"}],
    "day_relations": [{"id": "d1", "meetings": ["m1", "m2"], "kind": "different_days"}],
    "stages": [{"id": "first", "title": "Först", "series": ["area"]}],
}


def good() -> dict[str, Any]:
    """A copy of the good document, to be changed."""
    return deepcopy(GOOD)


def said(document: Any, **context: Any) -> list[tuple[str, str]]:
    """Every fault of a document as (code, JSON pointer); empty where it is good."""
    try:
        Term.model_validate(document, context=context or None)
    except ValidationError as wrong:
        return [
            (error["type"], pointer(error["loc"])) for error in wrong.errors(include_url=False, include_input=False)
        ]
    return []


# ---- changed ----

Change = Callable[[dict[str, Any]], Any]


def put(path: str, value: Any) -> Change:
    """A change that puts a value at a JSON pointer; `-` as its end appends to a list."""
    *way, last = path.strip("/").split("/")

    def change(document: dict[str, Any]) -> None:
        at: Any = document
        for step in way:
            at = at[int(step)] if isinstance(at, list) else at.setdefault(step, {})
        if isinstance(at, list):
            at.append(value) if last == "-" else at.__setitem__(int(last), value)
        else:
            at[last] = value

    return change


def all_of(*changes: Change) -> Change:
    def change(document: dict[str, Any]) -> None:
        for one in changes:
            one(document)

    return change


def window(**fields: Any) -> dict[str, Any]:
    return {"first_day": "2026-09-07", "last_day": "2026-10-30", **fields}

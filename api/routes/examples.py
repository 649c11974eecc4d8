"""A small term and other bodies, as OpenAPI shows them; a test plans the term."""

from typing import Any

from pydantic import BaseModel

__all__ = ["EXAMPLES", "accepts"]

TERM: dict[str, Any] = {
    "format": "terminsplan.term/1",
    "uid": "6f1b2c1e-2f0a-4c57-9d5e-0c6f5a3f7b11",
    "title": "Närvård, hösten 2026",
    "first_day": "2026-09-01",
    "last_day": "2026-11-30",
    "organisations": [{"id": "kommunen", "name": "Kommunen"}],
    "units": [{"id": "hemtjänst", "name": "Hemtjänst", "organisation": "kommunen"}],
    "roles": [{"id": "enhetschef", "name": "Enhetschef"}],
    "people": [
        {"id": "chef-1", "name": "Enhetschef hemtjänst"},
        {"id": "chef-2", "name": "Biträdande enhetschef hemtjänst"},
    ],
    "appointments": [
        {"id": "u1", "role": "enhetschef", "unit": "hemtjänst", "holder": "chef-1", "deputies": ["chef-2"]}
    ],
    "places": [{"id": "centrum", "name": "Vårdcentralen Centrum", "address": "Storgatan 1"}],
    "series": [
        {
            "id": "höst",
            "title": "Närvårdsmöte",
            "duration_minutes": 90,
            "windows": [
                {
                    "first_day": "2026-09-01",
                    "last_day": "2026-11-30",
                    "weekdays": ["mon", "tue", "wed", "thu"],
                    "from_time": "12:30",
                    "to_time": "17:00",
                }
            ],
            "places": ["centrum"],
            "seats": [{"id": "chef", "role": "enhetschef", "unit": "hemtjänst"}],
        }
    ],
    "meetings": [{"id": "möte-1", "series": "höst"}],
}

PLAN: dict[str, Any] = {
    "format": "terminsplan.plan/1",
    "term_uid": TERM["uid"],
    "term_digest": "0" * 64,
    "time_zone": "Europe/Stockholm",
    "as_of": None,
    "placements": [
        {
            "meeting": "möte-1",
            "start": "2026-09-01T13:00",
            "end": "2026-09-01T14:30",
            "place": "centrum",
            "sittings": [{"seat": "chef", "person": "chef-1", "appointment": "u1"}],
        }
    ],
    "unplaced": [],
    "goals": [{"id": "placed", "value": 0, "bound": 0, "proven": True}],
    "engine": {"version": "0.1.0", "seed": 1, "workers": 2},
}

EXAMPLES: dict[str, dict[str, Any]] = {
    "Term": TERM,
    "Plan": PLAN,
    "JobRequest": {"revision": 1, "time_limit_seconds": 30},
    "ReleaseRequest": {"plan_id": "0f8fad5b-d9cb-469f-a165-70867728950e", "based_on": 0},
    "SubscriptionRequest": {"kind": "person", "subject": "chef-1"},
}
"""An example of each body by the name of its schema."""


def accepts(model: type[BaseModel], required: bool = True) -> dict[str, Any]:
    """What OpenAPI says of a body that ``JsonBody`` reads."""
    schema = {"$ref": f"#/components/schemas/{model.__name__}"}
    content = {"application/json": {"schema": schema, "example": EXAMPLES[model.__name__]}}
    return {"requestBody": {"required": required, "content": content}}

"""A small term and other bodies, as OpenAPI shows them; a test plans the term."""

from typing import Any

from pydantic import BaseModel

__all__ = ["EXAMPLES", "FAULT", "PLAN", "PROBLEM_PARAMS", "TERM", "accepts"]

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

_JOB = "b6c6a1f0c1de4e0b9f3c8f1f2f3d4c5b"
_PLAN = "0f8fad5bd9cb469fa16570867728950e"
_AT = "2026-08-24T08:00:00Z"
_SUMMARY = {"id": TERM["uid"], "revision": 1, "digest": PLAN["term_digest"], "title": TERM["title"]}
_SUMMARY |= {"created_at": _AT, "by": "Anna"}
_PLAN_SUMMARY = {
    "id": _PLAN,
    "term_id": TERM["uid"],
    "revision": 1,
    "number": 1,
    "job_id": _JOB,
    "stopped": False,
    "created_at": _AT,
    "proven": True,
    "placed": 1,
    "unplaced": 0,
    "waiting": 0,
    "goals": PLAN["goals"],
}
_JOB_DOCUMENT = {
    "id": _JOB,
    "term_id": TERM["uid"],
    "revision": 1,
    "kind": "plan",
    "request": {},
    "options": {"time_limit_seconds": 30, "workers": 2, "seed": 1},
    "state": "succeeded",
    "attempt": 1,
    "cancel_requested": False,
    "created_at": _AT,
    "started_at": _AT,
    "ended_at": _AT,
    "by": "Anna",
    "plan_id": _PLAN,
    "failure": None,
    "last_event": 4,
}
_RELEASE = {
    "term_id": TERM["uid"],
    "number": 1,
    "plan_id": _PLAN,
    "revision": 1,
    "released_at": _AT,
    "by": "Anna",
}
_DIGEST = {
    "person": "chef-1",
    "since": 0,
    "language": "sv",
    "state": "sent",
    "attempts": 1,
    "sent_at": _AT,
    "code": 250,
}
_REACH = {
    "person": "chef-1",
    "state": "sent",
    "mailed_at": _AT,
    "fetched_at": None,
    "certainly_not_reached": False,
}
_SUBSCRIPTION = {
    "id": "3a1f",
    "term_id": TERM["uid"],
    "kind": "person",
    "subject": "chef-1",
    "language": "sv",
    "generation": 1,
    "created_at": _AT,
    "revoked_at": None,
    "last_fetched_at": None,
    "url": "https://narvard.example/feeds/3a1f.FYnR0cQ8fJk2Zw1vXb7m5A.ics",
}

_CHANGE = {"actions": [{"kind": "cancel", "meeting": "möte-1", "day": "2026-09-01"}], "reason": "Sjukdom"}
_CHANGE_DOCUMENT = {
    "term_id": TERM["uid"],
    "number": 1,
    "change": _CHANGE,
    "based_on": 1,
    "revision": 2,
    "made_at": _AT,
    "by": "Anna",
    "undone_at": None,
    "undone_by": None,
    "undone_revision": None,
}

EXAMPLES: dict[str, dict[str, Any]] = {
    "Term": TERM,
    "Plan": PLAN,
    "TermList": {"items": [_SUMMARY], "next": None},
    "RevisionList": {"items": [_SUMMARY], "next": None},
    "Change": _CHANGE,
    "ChangeDocument": _CHANGE_DOCUMENT,
    "ChangeList": {"items": [_CHANGE_DOCUMENT], "next": None},
    "Validated": {
        "id": TERM["uid"],
        "digest": PLAN["term_digest"],
        "title": TERM["title"],
        "meetings": 1,
        "people": 2,
    },
    "PlanRequest": {"revision": 1, "time_limit_seconds": 30},
    "ReplanRequest": {"revision": 2, "as_of": "2026-09-01T08:00"},
    "WhyNotRequest": {"meeting": "möte-1", "start": "2026-09-02T13:00"},
    "RepairRequest": {"meeting": "möte-1", "most": 5},
    "AlternativeRequest": {"count": 3, "differ": 2},
    "JobDocument": {**_JOB_DOCUMENT, "result": None, "details": []},
    "JobList": {"items": [_JOB_DOCUMENT], "next": "ImI2YzZhMWYwIg"},
    "PlanDocument": {**_PLAN_SUMMARY, "plan": PLAN},
    "PlanList": {"items": [_PLAN_SUMMARY], "next": None},
    "Checked": {
        "obeys": False,
        "count": 1,
        "violations": [
            {
                "rule": "window",
                "meeting": "möte-1",
                "params": {"start": "2026-09-01T07:00"},
                "detail": "2026-09-01T07:00 is outside the meeting's windows",
            }
        ],
    },
    "PreviewRequest": {"plan_id": _PLAN},
    "ReleaseRequest": {"plan_id": _PLAN, "based_on": 0},
    "ReleaseDocument": _RELEASE,
    "ReleaseList": {"items": [_RELEASE], "next": None},
    "DigestList": {"items": [_DIGEST], "next": None},
    "DigestDocument": {
        **_DIGEST,
        "subject": "Dina möten: Närvård, hösten 2026",
        "text": "Hej Enhetschef hemtjänst!\n…",
        "html": "<!DOCTYPE html>…",
    },
    "ReachList": {"items": [_REACH], "next": None},
    "SubscriptionRequest": {"kind": "person", "subject": "chef-1"},
    "SubscriptionDocument": _SUBSCRIPTION,
    "SubscriptionList": {"items": [_SUBSCRIPTION], "next": None},
    "AuditList": {
        "items": [{"number": 7, "at": _AT, "by": "Anna", "action": "change.create", "subject": f"{TERM['uid']}/1"}],
        "next": None,
    },
    "Health": {"status": "up"},
    "Ready": {"database": True, "solver": True},
}
"""An example of each document by the name of its schema."""

_NEWS = {"revision": 2, "by": "Bo", "at": _AT, "what": "changed", "change": 1, "actions": ["cancel", "away"]}
_VERSIONS = {"kind": "term", "id": TERM["uid"], "based_on": 1, "current_version": 2, "changed": [_NEWS]}
PROBLEM_PARAMS: dict[str, dict[str, Any]] = {
    "malformed_json": {"error": "EOF while parsing an object at line 1 column 1"},
    "json_too_deep": {"limit": 64},
    "too_large": {"limit": 10_000_000},
    "not_found": {"kind": "term", "id": TERM["uid"]},
    "term_exists": {"term": TERM["uid"]},
    "term_busy": {"term": TERM["uid"], "job": _JOB},
    "other_term": {"term": TERM["uid"], "plan": _PLAN},
    "nothing_to_change": {"term": TERM["uid"]},
    "unknown_series": {"term": TERM["uid"], "series": "host"},
    "no_stages": {"term": TERM["uid"]},
    "nothing_to_roll_back": {"term": TERM["uid"], "release": 2, "roll_back_to": 2},
    "too_many_questions": {"term": TERM["uid"], "limit": 10},
    "released": {"term": TERM["uid"], "change": 1, "release": 2},
    "entangled": {"term": TERM["uid"], "change": 1, "list": "absences", "id": "chef-1.away-1"},
    "undone": {"term": TERM["uid"], "change": 1, "revision": 3},
    "stale": _VERSIONS,
    "not_ready": {"database": True, "solver": False},
}
"""What the problems that have parameters are about, by code."""
FAULT: dict[str, Any] = {
    "in": "body",
    "pointer": "/meetings/0/series",
    "code": "unknown_id",
    "params": {"kind": "series", "id": "host", "nearest": ', did you mean "höst"?', "list": "series"},
    "message": 'unknown series "host", did you mean "höst"?: add it to series, or correct the id',
}
"""The fault that the example of `invalid` has."""


def accepts(model: type[BaseModel], required: bool = True) -> dict[str, Any]:
    """What OpenAPI says of a body that ``JsonBody`` reads."""
    schema = {"$ref": f"#/components/schemas/{model.__name__}"}
    content = {"application/json": {"schema": schema, "example": EXAMPLES[model.__name__]}}
    return {"requestBody": {"required": required, "content": content}}

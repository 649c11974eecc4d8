"""A term whose one meeting, once cancelled, can only be held when somebody agrees to something."""

from datetime import date
from typing import Any

from api.routes.examples import TERM
from models import Cancel, Change
from tests.api.routes.house import House, changed

__all__ = ["FORUMS", "MEETING", "tight_term", "unplaced_term"]

MEETING = "möte-1"
_WINDOW = changed(TERM["series"][0]["windows"][0], last_day="2026-09-03")
_AWAY = [{"id": f"a{n}", "person": f"chef-{n}", "start": "2026-09-02T00:00", "end": "2026-12-01T00:00"} for n in (1, 2)]


_POST = {"role": "enhetschef", "unit": "hemtjänst"}
FORUMS: list[dict[str, Any]] = [
    {
        "id": "styrgrupp",
        "title": "Styrgrupp närvård",
        "members": [
            {"id": "kommun", **_POST, "groups": ["kommun"], "vacancy": "priced"},
            {"id": "region", **_POST, "groups": ["region"], "vacancy": "priced", "standing": "co_opted"},
        ],
        "representation": [{"group": "kommun"}],
        "quorum": 1,
        "convener": {"unit": "hemtjänst"},
        "secretary": _POST,
        "chairmanship": {
            "sides": ["kommun", "region"],
            "first_day": "2025-01-01",
            "elections": [
                {
                    "first_day": "2026-02-01",
                    "chair": {"side": "region", "person": "chef-1"},
                    "vice_chair": {"side": "kommun", "person": "chef-2"},
                }
            ],
        },
        "assignment": "Övergripande strategiska samverkansfrågor.",
    },
    {
        "id": "uppdragsgrupp",
        "title": "Uppdragsgrupp psykisk hälsa",
        "reports_to": ["styrgrupp"],
        "formed_by": ["styrgrupp"],
        "first_day": "2026-01-01",
        "last_day": "2026-12-31",
        "states": [{"first_day": "2026-06-15", "state": "resting"}, {"first_day": "2026-08-15", "state": "active"}],
    },
]
"""A steering group, and a task group that reports to it."""


def tight_term(house: House, **changes: Any) -> str:
    """The id of a term that holds its meeting on 1 September; from the day after both who could come are away."""
    series = [changed(TERM["series"][0], windows=[_WINDOW])]
    return house.make_term(**{"series": series, "absences": _AWAY, "forums": FORUMS, **changes})


def unplaced_term(house: House, **changes: Any) -> str:
    """The id of such a term whose meeting was published, then cancelled, and has no time in the newest plan."""
    made = tight_term(house, **changes)
    house.office.release(made, house.planned(made), "anna")
    cancel = Change(actions=(Cancel(meeting=MEETING, day=date(2026, 9, 1)),))
    house.office.change_term(made, cancel, 1, "anna")
    house.work_on(house.client.post(f"/v1/terms/{made}/replan-jobs").json()["id"])
    return made

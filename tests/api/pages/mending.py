"""A term whose one meeting, once cancelled, can only be held when somebody agrees to something."""

from datetime import date
from typing import Any

from api.routes.examples import TERM
from models import Cancel, Change
from tests.api.routes.house import House, changed

__all__ = ["MEETING", "tight_term", "unplaced_term"]

MEETING = "möte-1"
_WINDOW = changed(TERM["series"][0]["windows"][0], last_day="2026-09-03")
_AWAY = [{"id": f"a{n}", "person": f"chef-{n}", "start": "2026-09-02T00:00", "end": "2026-12-01T00:00"} for n in (1, 2)]


def tight_term(house: House, **changes: Any) -> str:
    """The id of a term that holds its meeting on 1 September; from the day after both who could come are away."""
    series = [changed(TERM["series"][0], windows=[_WINDOW])]
    return house.make_term(series=series, absences=_AWAY, **changes)


def unplaced_term(house: House, **changes: Any) -> str:
    """The id of such a term whose meeting was published, then cancelled, and has no time in the newest plan."""
    made = tight_term(house, **changes)
    house.office.release(made, house.planned(made), "anna")
    cancel = Change(actions=(Cancel(meeting=MEETING, day=date(2026, 9, 1)),))
    house.office.change_term(made, cancel, 1, "anna")
    house.work_on(house.client.post(f"/v1/terms/{made}/replan-jobs").json()["id"])
    return made

"""Terms on which engine and brute force once disagreed, as small as they could be made."""

from typing import Any

import pytest

from models import Term
from tests.build import away, closed, holds, lock, meeting, on_demand, seat, series, term, window
from tests.truth.shrink import disagreement


def only(day: str, hours: str = "09:00-10:00") -> dict[str, Any]:
    return {"windows": (window(day, day, hours),)}


def night() -> Term:
    """A meeting that could only end at the hour that comes twice."""
    days = {"first_day": "2026-10-19", "last_day": "2026-11-15"}
    hours = window("2026-10-25", "2026-10-25", "01:00-02:00", "sun")
    return term(series(windows=(hours,)), meeting("m"), **days)


def sits_there_already() -> Term:
    """The only one who could come to a seat nobody asked for sits at that meeting."""
    return term(meeting("m", seat("head"), on_demand("adviser", "head")), holds("anna", "head"))


def absent_from_history() -> Term:
    """A meeting of the past, locked while one who could have come was away."""
    kept = meeting("m", on_demand("adviser"), lock=lock("mon 09:00"))
    return term(kept, holds("anna", "adviser"), away("anna", "mon 08:00", "mon 12:00"), as_of="2026-09-08T08:00")


def a_day_without_a_start() -> Term:
    """Three weeks in two slices, though the third week's window holds no start of the grid."""
    late = (window("2 mon", "2 mon", "09:00-10:00"), window("3 mon", "3 mon", "09:10-10:10"))
    return term(series(**only("mon")), meeting("m"), meeting("n", windows=late))


def a_closed_week() -> Term:
    """A week counts for the slices also where every day of it is closed."""
    return term(series(**only("mon")), meeting("m"), meeting("n", **only("2 mon")), closed("2 mon"))


@pytest.mark.parametrize(
    "made",
    [night, sits_there_already, absent_from_history, a_day_without_a_start, a_closed_week],
    ids=lambda f: f.__name__,
)
def test_engine_and_brute_force_agree(made: object) -> None:
    assert callable(made)
    assert not disagreement(made())

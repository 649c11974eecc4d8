"""Deadlines: the dates of what hangs on a meeting, made with the plan and checked without it."""

from datetime import date
from typing import Any

import pytest

from models import Deadline, Due, Plan, Term
from scheduler import check, plan
from scheduler.options import Options
from tests.build import closed, day, lock, meeting, series, term, window

JUNE = (window("2026-06-01", "2026-06-30"),)


def _deadline(days: int, side: str = "before", counted: str = "calendar_days", id: str = "d") -> Deadline:
    return Deadline.model_validate({"id": id, "title": "Handlingar ut", "days": days, "side": side, "counted": counted})


def _town(start: str, *deadlines: Deadline, parts: Any = (), **fields: Any) -> Term:
    """A term whose one meeting is held at a start, with deadlines of its series."""
    return term(series(deadlines=deadlines, **fields.pop("own", {})), meeting("m", lock=lock(start)), *parts, **fields)


def _planned(town: Term) -> Plan:
    made = plan(town, Options(time_limit_seconds=10, workers=1))
    assert made.placements, made.unplaced
    assert check(town, made) == ()
    return made


def _days(town: Term) -> list[str]:
    (placement,) = _planned(town).placements
    return [one.day.isoformat() for one in placement.deadlines]


@pytest.mark.parametrize(
    ("days", "side", "counted", "expected"),
    [
        (0, "before", "calendar_days", "2026-09-16"),
        (7, "before", "calendar_days", "2026-09-09"),
        (10, "after", "calendar_days", "2026-09-26"),
        (0, "after", "working_days", "2026-09-16"),
        (1, "before", "working_days", "2026-09-15"),
        (3, "before", "working_days", "2026-09-11"),
        (3, "after", "working_days", "2026-09-21"),
        (30, "before", "working_days", "2026-08-05"),
    ],
)
def test_counts_days_from_the_meeting(days: int, side: str, counted: str, expected: str) -> None:
    """Wednesday 16 September: weekends are days, and no working days."""
    assert _days(_town("2 wed 10:00", _deadline(days, side, counted))) == [expected]


def test_working_days_leave_out_public_holidays_also_of_another_year() -> None:
    """From Friday 8 January 2027 back over Epiphany, New Year's Day and Christmas Day (a Friday)."""
    span = {"first_day": date(2027, 1, 1), "last_day": date(2027, 1, 31)}
    town = _town(
        "2027-01-08 10:00",
        _deadline(5, counted="working_days"),
        _deadline(9, counted="working_days", id="e"),
        own={"windows": (window("2027-01-01", "2027-01-31"),)},
        public_holidays={"country": "SE"},
        **span,
    )
    assert _days(town) == ["2026-12-30", "2026-12-23"]


def test_working_days_leave_out_what_is_closed_for_the_series() -> None:
    three = _deadline(3, counted="working_days")
    assert _days(_town("2 wed 10:00", three, parts=[closed("2 mon", "2 tue")])) == ["2026-09-09"]
    other = [closed("2 mon", "2 tue", "other"), series("other")]
    assert _days(_town("2 wed 10:00", three, parts=other)) == ["2026-09-11"]


def test_what_is_closed_outside_of_the_term_counts_for_nothing() -> None:
    """A term that is closed for good from its last day on still says when the minutes are due."""
    after = _deadline(20, "after", "working_days")
    shut = closed("2026-10-05", "2199-12-31")
    assert _days(_town("4 fri 10:00", after, parts=[shut])) == _days(_town("4 fri 10:00", after))


def test_a_meeting_has_its_own_in_place_of_its_series() -> None:
    own = series(deadlines=(_deadline(7),))
    for said, expected in ((None, ["2026-09-09"]), ((_deadline(1),), ["2026-09-15"]), ((), [])):
        town = term(own, meeting("m", lock=lock("2 wed 10:00"), deadlines=said))
        assert _days(town) == expected
        assert _days(Term.model_validate_json(town.model_dump_json())) == expected, "as it is stored, too"


def test_terms_and_plans_without_any_say_nothing_of_them() -> None:
    town = _town("2 wed 10:00")
    assert "deadlines" not in town.model_dump_json()
    assert "deadlines" not in _planned(town).model_dump_json()
    old = _planned(town).model_dump(mode="json")
    assert Plan.model_validate(old) == _planned(town)


def _stated(made: Plan, *due: Due) -> Plan:
    (placement,) = made.placements
    return made.model_copy(update={"placements": (placement.model_copy(update={"deadlines": due}),)})


@pytest.mark.parametrize("days", [4, 6])
@pytest.mark.parametrize("counted", ["calendar_days", "working_days"])
@pytest.mark.parametrize("side", ["before", "after"])
def test_the_check_forbids_every_other_date(side: str, counted: str, days: int) -> None:
    """Six working days end at a weekend, over which the count does not change."""
    town = _town("2 wed 10:00", _deadline(days, side, counted), parts=[closed("2 fri"), closed("2 mon")])
    made = _planned(town)
    (right,) = made.placements[0].deadlines
    for n in range(1, 31):
        other = Due(deadline="d", day=date(2026, 9, n))
        broken = {violation.params["what"] for violation in check(town, _stated(made, other))}
        assert broken == (set() if other == right else {"deadlines"}), other.day


def test_the_check_does_not_count_through_centuries() -> None:
    town = _town("2 wed 10:00", _deadline(4, counted="working_days"), public_holidays={"country": "SE"})
    made = _planned(town)
    for far in (date(1900, 1, 1), date(2199, 12, 31)):
        (found,) = check(town, _stated(made, Due(deadline="d", day=far)))
        assert found.params["what"] == "deadlines"


def test_the_check_forbids_what_is_left_out_made_up_or_in_another_order() -> None:
    town = _town("2 wed 10:00", _deadline(4), _deadline(4, "after", id="e"))
    made = _planned(town)
    first, second = made.placements[0].deadlines
    for stated in ((), (first,), (second, first), (first, second, second), (first, Due(deadline="x", day=second.day))):
        (found,) = check(town, _stated(made, *stated))
        assert (found.rule, found.params["what"]) == ("structure", "deadlines")


def test_a_plan_that_changes_another_works_the_dates_out_anew() -> None:
    made = _planned(_town("2 wed 10:00", _deadline(7)))
    assert made.placements[0].deadlines == (Due(deadline="d", day=day("wed")),)
    assert made.as_baseline[0].deadlines == ()

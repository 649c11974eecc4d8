"""What is offered for a meeting without a time, in terms small enough to see why."""

from datetime import date, datetime

import scheduler
from models import Cancel, Plan, Repairs, SetFree, Term
from scheduler import Options
from tests.build import at, away, holds, meeting, placed, plan, seat, sits, term, window

QUICK = Options(time_limit_seconds=20, workers=1)
TUESDAY = window("tue", "tue", "09:00-10:00")
TWO_TUESDAYS = (TUESDAY, window("3 tue", "3 tue", "09:00-10:00"))


def _found(of: Term, made: Plan, known: bool = False) -> Repairs:
    return scheduler.repairs(of, made, "m", 5, QUICK, known=known)


def test_the_one_who_is_away_is_asked_to_come_after_all() -> None:
    town = term(
        meeting("m", seat("head"), windows=(TUESDAY,)), holds("anna", "head"), away("anna", "mon 00:00", "4 sun 23:00")
    )
    first = _found(town, scheduler.plan(town, QUICK)).repairs[0]
    assert first.actions == (SetFree(person="anna", start=at("tue 09:00"), end=at("tue 10:00")),)
    assert (first.start, first.moved, first.disturbed) == (at("tue 09:00"), 0, 0)


def _soon() -> tuple[Term, Plan]:
    """A meeting that is tomorrow, to which the only one who must be there cannot come."""
    town = term(
        meeting("m", seat("head"), windows=TWO_TUESDAYS),
        holds("anna", "head"),
        notice_days=7,
    )
    before = plan(town, placed("m", "tue 09:00", sits("anna", "head")))
    ill = town.model_copy(update={"absences": (away("anna", "tue 08:00", "tue 12:00"),)})
    return ill, scheduler.replan(ill, before, at("mon 08:00"), QUICK)


def test_a_meeting_that_is_soon_is_left_out_and_calling_it_off_is_offered_first() -> None:
    town, made = _soon()
    assert made.placements == ()
    first = _found(town, made).repairs[0]
    assert first.actions == (Cancel(meeting="m", day=date(2026, 9, 8)),)
    assert first.start == datetime(2026, 9, 22, 9)


def test_once_people_know_that_it_is_not_held_planning_again_is_enough() -> None:
    town, made = _soon()
    found = _found(town, made, known=True)
    assert (found.repairs, found.none and found.none.code) == ((), "plan_again")


def test_a_holiday_is_not_mended() -> None:
    town = term(
        meeting("m", windows=(window("2026-12-25", "2026-12-25", "09:00-10:00"),)),
        first_day=date(2026, 12, 24),
        last_day=date(2026, 12, 25),
        public_holidays={"country": "SE", "categories": ["public", "de_facto"]},
    )
    found = _found(town, scheduler.plan(town, QUICK))
    assert (found.repairs, found.none and found.none.code) == ((), "proven")


def test_whom_a_repair_disturbs_is_counted_from_the_plan_that_people_know() -> None:
    """The draft has already left the meeting out; they know it on Tuesday, where it moves away from Anna."""
    assert _found(*_soon()).repairs[0].disturbed == 1

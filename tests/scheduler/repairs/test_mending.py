"""Each kind of violation is mended by one kind of action, or by none."""

import pytest

import scheduler
from models import (
    Action,
    AllowTime,
    Change,
    ChangeSeat,
    LowerAttendance,
    Move,
    OtherPlaces,
    Placement,
    RaiseLimit,
    SetFree,
    Space,
    Term,
    Unlock,
    Untie,
)
from scheduler.repairs.mending import Unmendable, mended
from scheduler.rules import RULES
from tests.build import (
    at,
    at_least,
    away,
    closed,
    closure,
    different_days,
    holds,
    lock,
    meeting,
    order,
    placed,
    plan,
    rules_broken,
    seat,
    series,
    sits,
    term,
    window,
)

HEAD = (seat("head"),)
ANNA = sits("anna", "head")


def actions(town: Term, *placements: Placement) -> tuple[Action, ...]:
    """What mends a plan, and is seen to mend it."""
    made = plan(town, *placements)
    broken = [violation for rule in RULES for violation in rule.check(town, made)]
    found = mended(town, town, made, broken)
    after = scheduler.apply(town, Change(actions=found)) if found else town
    assert rules_broken(after, plan(after, *placements)) == set()
    return found


def test_an_absence_by_coming_after_all() -> None:
    town = term(meeting("m", *HEAD), holds("anna", "head"), away("anna", "tue 09:00", "tue 12:00"))
    expected = SetFree(person="anna", start=at("tue 10:00"), end=at("tue 11:00"))
    assert actions(town, placed("m", "tue 10:00", ANNA)) == (expected,)


def test_a_time_outside_of_the_windows_by_one_more_window() -> None:
    town = term(meeting("m", windows=(window("mon", "mon", "09:00-12:00"),)))
    (found,) = actions(town, placed("m", "tue 10:00"))
    assert isinstance(found, AllowTime)


def test_too_short_notice_by_a_move_by_hand() -> None:
    town = term(meeting("m"), as_of=at("mon 08:00"), notice_days=7)
    assert actions(town, placed("m", "tue 10:00")) == (Move(meeting="m", start=at("tue 10:00")),)


def test_an_empty_seat_by_going_without_and_a_deputy_by_letting_them() -> None:
    town = term(meeting("m", seat("head", deputy="not")), holds("anna", "head", deputies=["bo"]))
    assert actions(town, placed("m", "tue 10:00")) == (ChangeSeat(meeting="m", seat="head", vacancy="priced"),)
    deputy = sits("bo", "head", "head:anna", 1)
    assert actions(town, placed("m", "tue 10:00", deputy)) == (ChangeSeat(meeting="m", seat="head", deputy="may"),)


def test_too_few_of_a_group_by_demanding_fewer() -> None:
    seats = (seat("head", groups=("side",), vacancy="priced"),)
    town = term(meeting("m", *seats, attendance=(at_least(1, "side"),)), holds("anna", "head"))
    assert actions(town, placed("m", "tue 10:00")) == (LowerAttendance(meeting="m", group="side", least=0),)


def test_a_full_day_by_a_higher_limit() -> None:
    town = term(meeting("m", *HEAD), meeting("n", *HEAD), holds("anna", "head"), limits={"meetings_per_day": 1})
    found = actions(town, placed("m", "tue 10:00", ANNA), placed("n", "tue 14:00", ANNA))
    assert found == (RaiseLimit(person="anna", meetings_per_day=2),)


def test_ties_by_loosening_them() -> None:
    ordered = term(meeting("m"), meeting("n"), order("m", "n"))
    assert actions(ordered, placed("n", "tue 10:00"), placed("m", "wed 10:00")) == (Untie(tie="m-n"),)
    apart = term(meeting("m"), meeting("n"), different_days("m", "n"))
    assert actions(apart, placed("m", "tue 10:00"), placed("n", "tue 14:00")) == (Untie(tie="m-n"),)
    spaced = term(series("s", spacing_days=7), meeting("m", series="s"), meeting("n", series="s"))
    assert actions(spaced, placed("m", "tue 10:00"), placed("n", "thu 10:00")) == (Space(series="s", days=2),)


def test_a_lock_by_unlocking_and_a_place_by_going_elsewhere() -> None:
    locked = term(meeting("m", lock=lock("mon 10:00")))
    assert actions(locked, placed("m", "tue 10:00")) == (Unlock(meeting="m"),)
    housed = term(meeting("m", places=("hall", "school")))
    assert actions(housed, placed("m", "tue 10:00")) == (OtherPlaces(meeting="m", places=()),)


def test_a_closed_day_the_past_and_a_closed_place_by_nothing() -> None:
    shut = term(meeting("m"), closed("tue"))
    over = term(meeting("m"), as_of=at("wed 08:00"))
    flooded = term(meeting("m", places=("hall",)), closure("hall", "tue 08:00", "tue 12:00"))
    for town, where in ((shut, None), (over, None), (flooded, "hall")):
        with pytest.raises(Unmendable):
            actions(town, placed("m", "tue 10:00", place=where))


def test_two_meetings_at_once_by_unlocking_what_is_locked() -> None:
    town = term(meeting("m", *HEAD, lock=lock("tue 10:00")), meeting("n", *HEAD), holds("anna", "head"))
    made = plan(town, placed("m", "tue 10:00", ANNA), placed("n", "tue 10:30", ANNA))
    broken = [violation for rule in RULES for violation in rule.check(town, made)]
    assert mended(town, town, made, broken) == (Unlock(meeting="m"),)

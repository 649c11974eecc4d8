"""Terms, and changes of them, on which engine and brute force once disagreed, as small as they could be made."""

from typing import Any

import pytest

import scheduler
from models import Plan, Term
from tests.build import (
    at,
    away,
    closed,
    holds,
    lock,
    meeting,
    on_demand,
    placed,
    plan,
    seat,
    series,
    sits,
    term,
    window,
)
from tests.truth.answer import answer
from tests.truth.brute_force import best
from tests.truth.reading import Before
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


# ---- plans that change another one ----

HEAD = holds("anna", "head", deputies=["bo"])
MORNING = series(**only("mon"))


def locked_where_it_was() -> tuple[Term, Plan]:
    """A past meeting that its own lock leaves the people to: those who sat there sat there."""
    town = term(MORNING, meeting("m", seat("head"), lock=lock("mon 09:00")), HEAD)
    return town, plan(town, placed("m", "mon 09:00", sits("bo", "head")))


def was_not_there() -> tuple[Term, Plan]:
    """A past meeting without its head, who was away: she is not said to have been there, though she has news anyway."""
    was_away = away("anna", "mon 08:00", "mon 12:00")
    town = term(
        MORNING,
        meeting("m", seat("head", vacancy="priced")),
        meeting("n", seat("head"), **only("tue")),
        holds("anna", "head"),
        was_away,
    )
    return town, plan(town, placed("m", "mon 09:00"))


def was_there_and_need_not_come_again() -> tuple[Term, Plan]:
    """Whoever sat at a past meeting is disturbed by a new one, while her deputy has to come to another anyway."""
    news = (meeting("n", seat("head"), **only("tue")), meeting("o", seat("nurse"), **only("wed")))
    town = term(MORNING, meeting("m", seat("head")), *news, HEAD, holds("bo", "nurse"))
    return town, plan(town, placed("m", "mon 09:00", sits("anna", "head")))


def decided_where() -> tuple[Term, Plan]:
    """A past meeting without a place, which the term has one for by now."""
    earlier = term(MORNING, meeting("m"))
    return term(MORNING, meeting("m", places=("hall", "school"))), plan(earlier, placed("m", "mon 09:00"))


CHANGED = [locked_where_it_was, was_not_there, was_there_and_need_not_come_again, decided_where]


@pytest.mark.parametrize("made", CHANGED, ids=lambda f: f.__name__)
@pytest.mark.parametrize("seconds", [0.0, 20.0])
def test_engine_and_brute_force_agree_on_what_has_been(made: object, seconds: float) -> None:
    assert callable(made)
    town, old = made()
    now = at("mon 12:00")
    before = Before.of(old, now)
    found = answer(town, best(town, before=before), before)
    replanned = scheduler.replan(town, old, now, scheduler.Options(time_limit_seconds=seconds))
    assert scheduler.check(town, found) == scheduler.check(town, replanned) == ()
    if seconds:
        assert replanned.goals == found.goals


def test_what_has_been_is_kept_when_there_is_no_time_to_plan() -> None:
    town = term(MORNING, meeting("m", seat("head")), HEAD)
    old = plan(town, placed("m", "mon 09:00", sits("anna", "head")))
    made = scheduler.replan(town, old, at("mon 12:00"), scheduler.Options(time_limit_seconds=0))
    assert [one.meeting for one in made.placements] == ["m"]


def test_what_starts_with_the_term_is_kept_when_there_is_no_time_to_plan() -> None:
    town = term(series(**only("mon", "00:00-01:00")), meeting("m"))
    made = scheduler.replan(town, plan(town, placed("m", "mon 00:00")), None, scheduler.Options(time_limit_seconds=0))
    assert [one.meeting for one in made.placements] == ["m"]

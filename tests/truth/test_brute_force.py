"""Brute force and second solver on terms whose optimum is seen with the naked eye."""

from typing import Any

import pytest

from models import Term
from tests.build import away, away_weekly, holds, leg, meeting, on_demand, person, prefer, seat, series, term, window
from tests.truth.brute_force import TooLarge, best
from tests.truth.reading import RANKING
from tests.truth.second_solver import optimum

MORNING = (window("mon", "mon", "09:00-11:00"),)


def found(of: Term) -> dict[str, int]:
    """The goals that are not fully met, by both ways."""
    values = best(of).values
    assert optimum(of) == values
    return {name: value for name, value in zip(RANKING, values, strict=True) if value}


def test_nothing_is_missed_where_all_can_come() -> None:
    assert found(term(series(windows=MORNING), meeting("m", seat("head")), holds("anna", "head"))) == {}


def test_a_meeting_is_not_held_without_its_only_holder() -> None:
    town = term(
        series(windows=MORNING),
        meeting("m", seat("head"), priority=3),
        holds("anna", "head"),
        away("anna", "mon 08:00", "mon 12:00"),
    )
    assert found(town) == {"placed": 3}


def test_a_deputy_comes_rather_than_that_the_seat_stays_empty() -> None:
    town = term(
        series(windows=MORNING),
        meeting("m", seat("head", vacancy="priced")),
        holds("anna", "head", deputies=["bo", "cia"]),
        away_weekly("anna", "mon"),
        away("bo", "mon 08:00", "mon 12:00"),
    )
    assert found(town) == {"deputies": 1, "deputy_order": 2}


def test_two_meetings_of_one_person_need_time_to_travel() -> None:
    def town(minutes: int) -> Term:
        meetings = (meeting(name, seat("head"), places=(name,)) for name in ("m", "n"))
        return term(series(windows=MORNING), *meetings, holds("anna", "head"), leg("m", "n", minutes))

    assert found(town(0)) == {"spread": 1}
    assert found(town(5)) == {"placed": 1}


def test_a_pool_shares_its_meetings_and_the_base_is_travelled_from() -> None:
    meetings = (meeting(name, seat("nurse"), places=("hall",)) for name in ("m", "n", "o"))
    windows = (window("mon", "wed", "09:00-10:00"),)
    posts = (holds("anna", "nurse"), holds("bo", "nurse"))
    town = term(series(windows=windows), *meetings, *posts, person("anna", base="home"), leg("home", "hall", 20))
    assert found(town) == {"spread": 3, "fair_load": 1, "travel": 40}


def test_an_asked_seat_is_filled_before_a_preference_is_met() -> None:
    wishes: dict[str, Any] = {
        "preferences": (prefer("mon", penalty=4),),
        "windows": (window("mon", "tue", "09:00-10:00"),),
    }
    seats = (on_demand("adviser"), seat("head"))
    posts = (holds("anna", "head"), holds("bo", "adviser"))
    town = term(series(**wishes), meeting("m", *seats, asked=("adviser",)), *posts, away_weekly("bo", "mon"))
    assert found(town) == {"preferred": 4}


def test_what_is_not_tiny_is_refused() -> None:
    meetings = (meeting(f"m{n}", seat("head")) for n in range(4))
    with pytest.raises(TooLarge):
        best(term(*meetings, holds("anna", "head"), holds("bo", "head"), limits={"meetings_per_term": 1}), 100)

"""Every start of a meeting: free, at a price, or closed, and by whom."""

import scheduler
from models import Choice, Plan, Term
from tests.build import at, at_least, away, holds, lock, meeting, placed, plan, seat, series, sits, term, window

MONDAY = window("mon", "mon", "09:00-12:00")


def _choice(town: Term, stands: Plan, start: str, of: str = "m") -> Choice:
    return next(one for one in scheduler.choices(town, stands, of) if one.start == at(start))


def _because(choice: Choice) -> set[tuple[str, str]]:
    return {(one.rule, one.subject) for one in choice.closed}


def test_a_start_at_which_all_can_come_is_free() -> None:
    town = term(meeting("m", seat("head"), windows=(MONDAY,)), holds("anna", "head"))
    choice = _choice(town, plan(town, placed("m", "mon 09:00", sits("anna", "head"))), "mon 10:00")
    assert choice.closed == ()
    assert not choice.changes_people


def test_a_deputy_in_the_holders_place_is_what_a_start_costs() -> None:
    town = term(
        meeting("m", seat("head"), windows=(MONDAY,)),
        holds("anna", "head", deputies=("bo",)),
        away("anna", "mon 10:00", "mon 12:00"),
    )
    choice = _choice(town, plan(town, placed("m", "mon 09:00", sits("anna", "head"))), "mon 10:00")
    assert choice.changes_people
    assert [(one.id, one.change) for one in choice.costs] == [("deputies", 1), ("deputy_order", 1)]


def test_whoever_is_away_closes_a_start_by_name() -> None:
    town = term(
        meeting("m", seat("head"), windows=(MONDAY,)), holds("anna", "head"), away("anna", "mon 10:00", "mon 12:00")
    )
    choice = _choice(town, plan(town, placed("m", "mon 09:00", sits("anna", "head"))), "mon 10:00")
    assert _because(choice) == {("absence", "anna")}


def test_whoever_sits_elsewhere_closes_a_start_by_name() -> None:
    town = term(
        meeting("m", seat("head"), windows=(MONDAY,)),
        meeting("n", seat("head"), windows=(MONDAY,)),
        holds("anna", "head"),
    )
    stands = plan(town, placed("m", "mon 09:00", sits("anna", "head")), placed("n", "mon 11:00", sits("anna", "head")))
    assert _because(_choice(town, stands, "mon 11:00")) == {("travel", "anna")}


def test_a_meeting_of_the_series_that_is_too_near_closes_a_start() -> None:
    town = term(
        series("s", spacing_days=2),
        meeting("m", series="s", windows=(window("mon", "thu", "09:00-10:00"),)),
        meeting("n", series="s", windows=(window("mon", "thu", "09:00-10:00"),)),
    )
    stands = plan(town, placed("m", "mon 09:00"), placed("n", "thu 09:00"))
    assert _because(_choice(town, stands, "wed 09:00")) == {("spacing", "n")}


def test_a_lock_of_its_own_closes_nothing() -> None:
    town = term(meeting("m", seat("head"), windows=(MONDAY,), lock=lock("mon 09:00")), holds("anna", "head"))
    assert _choice(town, plan(town, placed("m", "mon 09:00", sits("anna", "head"))), "mon 11:00").closed == ()


def test_whoever_is_away_from_a_group_that_is_too_small_then_closes_a_start_by_name() -> None:
    seats = (
        seat("union-a", vacancy="priced", groups=("unions",)),
        seat("union-b", vacancy="priced", groups=("unions",)),
    )
    town = term(
        meeting("m", *seats, windows=(MONDAY,), attendance=(at_least(2, "unions"),)),
        holds("anna", "union-a"),
        holds("bo", "union-b"),
        away("bo", "mon 10:00", "mon 12:00"),
    )
    stands = plan(town, placed("m", "mon 09:00", sits("anna", "union-a"), sits("bo", "union-b")))
    assert _because(_choice(town, stands, "mon 10:00")) == {("absence", "bo")}

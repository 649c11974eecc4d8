"""Questions about a plan at a later moment than it was made: what has been by then is not offered any more."""

import scheduler
from models import Plan, Term
from tests.build import at, holds, meeting, placed, plan, seat, sits, term, window

DAYS = tuple(window(day, day, "09:00-10:00") for day in ("tue", "2 tue", "3 tue"))


def _town() -> tuple[Term, Plan]:
    town = term(
        meeting("a", seat("head"), windows=DAYS), meeting("b", seat("head"), windows=DAYS), holds("anna", "head")
    )
    return town, plan(
        town, placed("a", "tue 09:00", sits("anna", "head")), placed("b", "3 tue 09:00", sits("anna", "head"))
    )


def test_a_start_that_has_been_is_spare_no_more() -> None:
    town, made = _town()
    assert [one.start for one in scheduler.spare_starts(town, made, "b")] == [at("2 tue 09:00")]
    later = scheduler.known_at(made, at("2 wed 08:00"))
    assert scheduler.spare_starts(town, later, "b") == ()
    assert "past" in {one.rule for one in scheduler.verdict(town, later, "b", at("2 tue 09:00")).closed}


def test_an_earlier_moment_than_the_plan_s_own_does_not_count() -> None:
    _, made = _town()
    later = scheduler.known_at(made, at("2 wed 08:00"))
    assert scheduler.known_at(later, at("mon 08:00")).as_of == at("2 wed 08:00")


def test_what_has_been_is_told_to_be_locked() -> None:
    town, made = _town()
    assert not scheduler.why_here(town, made, "a").locked
    assert scheduler.why_here(town, scheduler.known_at(made, at("wed 08:00")), "a").locked

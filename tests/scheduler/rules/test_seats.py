"""Seats are taken by those appointed, each once, and as many as wanted."""

from typing import Any

from models import Plan, SeatRule, Term
from scheduler.rules import seats
from tests.build import (
    day,
    found,
    holds,
    meeting,
    on_demand,
    placed,
    plan,
    rules_broken,
    seat,
    seat_rule,
    series,
    sits,
    term,
)

HEADS = term(
    meeting("m", seat("head", count=2)),
    holds("anna", "head", deputies=["dan", "eva"]),
    holds("bo", "head", deputies=["eva"]),
    holds("cia", "nurse"),
)


def _what(town: Term, made: Plan) -> list[tuple[object, ...]]:
    assert rules_broken(town, made) == {"seats"}
    return found(seats.check(town, made), "what")


def test_allows_holders() -> None:
    assert rules_broken(HEADS, plan(HEADS, placed("m", "mon 10:00", sits("anna", "head"), sits("bo", "head")))) == set()


def test_allows_deputies_of_any_rank() -> None:
    for deputy in ("dan", "eva"):
        good = plan(HEADS, placed("m", "mon 10:00", sits(deputy, "head", "head:anna"), sits("bo", "head")))
        assert rules_broken(HEADS, good) == set()


def test_forbids_somebody_not_appointed() -> None:
    wrong = plan(HEADS, placed("m", "mon 10:00", sits("cia", "head", "nurse:cia", 0), sits("bo", "head")))
    assert _what(HEADS, wrong) == [("m", "not_appointed")]


def test_forbids_a_deputy_on_another_s_post() -> None:
    wrong = plan(HEADS, placed("m", "mon 10:00", sits("dan", "head", "head:bo", 1), sits("anna", "head")))
    assert _what(HEADS, wrong) == [("m", "not_appointed")]


def test_forbids_a_wrong_rank() -> None:
    for rank in (0, 1, 3):
        wrong = plan(HEADS, placed("m", "mon 10:00", sits("eva", "head", "head:anna", rank), sits("bo", "head")))
        assert _what(HEADS, wrong) == [("m", "not_appointed")], rank


def test_forbids_a_negative_rank() -> None:
    made = plan(HEADS, placed("m", "mon 10:00", sits("eva", "head", "head:anna"), sits("bo", "head")))
    first = made.placements[0]
    below = first.sittings[0].model_copy(update={"deputy_rank": -1})
    changed = first.model_copy(update={"sittings": (below, first.sittings[1])})
    assert found(seats.check(HEADS, made.model_copy(update={"placements": (changed,)})), "what") == [
        ("m", "not_appointed")
    ]


def test_forbids_deputies_where_none_may_stand_in() -> None:
    town = term(meeting("m", seat("head", deputy="not")), holds("anna", "head", deputies=["dan"]))
    assert rules_broken(town, plan(town, placed("m", "mon 10:00", sits("anna", "head")))) == set()
    assert _what(town, plan(town, placed("m", "mon 10:00", sits("dan", "head")))) == [("m", "not_appointed")]


def test_forbids_one_person_on_two_chairs() -> None:
    town = term(meeting("m", seat("head"), seat("nurse")), holds("anna", "head"), holds("anna", "nurse", id="other"))
    wrong = plan(town, placed("m", "mon 10:00", sits("anna", "head"), sits("anna", "nurse")))
    assert _what(town, wrong) == [("m", "person_twice")]


def test_forbids_one_post_filled_twice() -> None:
    wrong = plan(HEADS, placed("m", "mon 10:00", sits("anna", "head"), sits("eva", "head", "head:anna")))
    assert _what(HEADS, wrong) == [("m", "appointment_twice")]


def test_an_appointment_counts_from_its_first_day_to_its_last() -> None:
    town = term(meeting("m", seat("head")), holds("anna", "head", first_day=day("tue"), last_day=day("thu")))
    made = {on: plan(town, placed("m", f"{on} 10:00", sits("anna", "head"))) for on in ("mon", "tue", "thu", "fri")}
    assert [on for on in made if not rules_broken(town, made[on])] == ["tue", "thu"]
    assert _what(town, made["fri"]) == [("m", "not_appointed")]


def test_allows_an_empty_seat_that_has_a_price() -> None:
    town = term(meeting("m", seat("head", vacancy="priced")), holds("anna", "head"))
    assert rules_broken(town, plan(town, placed("m", "mon 10:00"))) == set()


def test_forbids_an_empty_seat_that_the_meeting_needs() -> None:
    wrong = plan(HEADS, placed("m", "mon 10:00", sits("anna", "head")))
    assert rules_broken(HEADS, wrong) == {"seats"}
    assert found(seats.check(HEADS, wrong), "what", "people", "count") == [("m", "too_few", 1, 2)]


def test_forbids_more_people_than_wanted() -> None:
    town = term(meeting("m", seat("head")), holds("anna", "head"), holds("bo", "head"))
    wrong = plan(town, placed("m", "mon 10:00", sits("anna", "head"), sits("bo", "head")))
    assert _what(town, wrong) == [("m", "too_many")]


def test_allows_an_on_demand_seat_that_is_asked_for_full_or_empty() -> None:
    town = term(meeting("m", on_demand("mas"), asked=("mas",)), holds("anna", "mas"))
    for sittings in ((), (sits("anna", "mas"),)):
        assert rules_broken(town, plan(town, placed("m", "mon 10:00", *sittings))) == set()


def test_forbids_somebody_on_a_seat_nobody_asked_for() -> None:
    town = term(meeting("m", on_demand("mas")), holds("anna", "mas"))
    wrong = plan(town, placed("m", "mon 10:00", sits("anna", "mas")))
    assert _what(town, wrong) == [("m", "not_wanted")]


# ---- seats that are otherwise at one meeting ----


def _two(*rules: SeatRule, **fields: Any) -> Term:
    """Two meetings of one series; the rules are for the first."""
    posts = holds("anna", "head", deputies=["dan"])
    return term(
        series("s", seat("head", **fields)), meeting("m", series="s", seat_rules=rules), meeting("n", series="s"), posts
    )


def test_a_rule_forbids_a_deputy_at_its_meeting_alone() -> None:
    town = _two(seat_rule("head", deputy="not"))
    assert rules_broken(town, plan(town, placed("n", "mon 10:00", sits("dan", "head")))) == set()
    assert _what(town, plan(town, placed("m", "mon 10:00", sits("dan", "head")))) == [("m", "not_appointed")]


def test_a_rule_allows_a_deputy_where_the_seat_itself_does_not() -> None:
    town = _two(seat_rule("head", deputy="may"), deputy="not")
    assert rules_broken(town, plan(town, placed("m", "mon 10:00", sits("dan", "head")))) == set()
    assert _what(town, plan(town, placed("n", "mon 10:00", sits("dan", "head")))) == [("n", "not_appointed")]


def test_a_rule_lets_a_meeting_be_held_without_a_seat() -> None:
    town = _two(seat_rule("head", vacancy="priced"))
    assert rules_broken(town, plan(town, placed("m", "mon 10:00"))) == set()
    assert _what(town, plan(town, placed("n", "mon 10:00"))) == [("n", "too_few")]


def test_a_rule_demands_a_seat_that_otherwise_has_a_price() -> None:
    town = _two(seat_rule("head", vacancy="never"), vacancy="priced")
    assert rules_broken(town, plan(town, placed("n", "mon 10:00"))) == set()
    assert _what(town, plan(town, placed("m", "mon 10:00"))) == [("m", "too_few")]


def test_what_a_rule_leaves_out_the_seat_says() -> None:
    town = _two(seat_rule("head", vacancy="priced"), deputy="not")
    assert _what(town, plan(town, placed("m", "mon 10:00", sits("dan", "head")))) == [("m", "not_appointed")]

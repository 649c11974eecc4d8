"""Holders of a pool share its meetings: pairs of meetings of one holder are counted."""

from models import Term
from scheduler.goals import fair_load
from tests.build import day, holds, meeting, on_demand, placed, plan, rules_broken, seat, sits, term

FOUR = tuple(meeting(name, seat("nurse")) for name in "abcd")
POOL = (holds("anna", "nurse", deputies=["bo"]), holds("bo", "nurse"))
TOWN = term(*FOUR, *POOL)


def _value(town: Term, *who: str) -> int:
    made = plan(
        town,
        *(
            placed(name, f"{n} mon 10:00", sits(one, "nurse"))
            for n, (name, one) in enumerate(zip("abcd", who, strict=True), 1)
        ),
    )
    assert rules_broken(town, made) == set()
    return fair_load.value(town, made)


def test_an_even_share_counts_less_than_an_uneven_one() -> None:
    assert _value(TOWN, "anna", "anna", "bo", "bo") == 2
    assert _value(TOWN, "anna", "anna", "anna", "bo") == 3
    assert _value(TOWN, "anna", "anna", "anna", "anna") == 6


def test_one_holder_alone_is_no_pool() -> None:
    assert _value(term(*FOUR, holds("anna", "nurse", deputies=["bo"])), *["anna"] * 4) == 0


def test_two_posts_of_one_holder_are_no_pool() -> None:
    assert _value(term(*FOUR, holds("anna", "nurse"), holds("anna", "nurse", id="second")), *["anna"] * 4) == 0


def test_a_vacant_post_makes_no_pool() -> None:
    assert _value(term(*FOUR, holds("anna", "nurse"), holds(None, "nurse", deputies=["bo"])), *["anna"] * 4) == 0


def test_sitting_as_a_deputy_does_not_count() -> None:
    town = term(*FOUR, holds("anna", "nurse", deputies=["eva"]), holds("bo", "nurse"))
    assert _value(town, "eva", "eva", "eva", "bo") == 0
    deputising = plan(
        TOWN, *(placed(name, f"{n} mon 10:00", sits("bo", "nurse", "nurse:anna", 1)) for n, name in enumerate("abc", 1))
    )
    assert fair_load.value(TOWN, deputising) == 0


def test_other_units_and_roles_are_other_pools() -> None:
    heads = term(
        meeting("a", seat("nurse")),
        meeting("b", seat("nurse", unit="other")),
        meeting("c", on_demand("nurse"), asked=("nurse",)),
        *POOL,
        holds("anna", "nurse", "other", id="anna-other"),
        holds("cia", "nurse", "other"),
    )
    made = plan(
        heads, placed("a", "mon 10:00", sits("anna", "nurse")), placed("b", "2 mon 10:00", sits("anna", "nurse"))
    )
    assert fair_load.value(heads, made) == 0
    three = plan(heads, *made.placements, placed("c", "3 mon 10:00", sits("anna", "nurse")))
    assert fair_load.value(heads, three) == 1
    assert rules_broken(heads, three) == set()


def test_several_posts_of_one_pool_count_together() -> None:
    town = term(
        *(meeting(name, seat("nurse")) for name in "ab"),
        holds("anna", "nurse"),
        holds("anna", "nurse", id="second"),
        holds("bo", "nurse"),
    )
    made = plan(
        town, placed("a", "mon 10:00", sits("anna", "nurse")), placed("b", "tue 10:00", sits("anna", "nurse", "second"))
    )
    assert fair_load.value(town, made) == 1
    assert rules_broken(town, made) == set()


def test_a_successor_makes_no_pool() -> None:
    posts = (holds("anna", "nurse", last_day=day("2 sun")), holds("bo", "nurse", first_day=day("3 mon")))
    assert _value(term(*FOUR, *posts), "anna", "anna", "bo", "bo") == 0


def test_two_who_hold_it_on_one_date_at_least_make_a_pool() -> None:
    posts = (holds("anna", "nurse", last_day=day("3 mon")), holds("bo", "nurse", first_day=day("3 mon")))
    assert _value(term(*FOUR, *posts), "anna", "anna", "bo", "bo") == 2


def test_a_successor_in_a_pool_counts_from_nothing() -> None:
    """Cia takes over from Anna beside Bo: three people, each with meetings of their own."""
    posts = (
        holds("anna", "nurse", last_day=day("2 sun")),
        holds("cia", "nurse", first_day=day("3 mon")),
        holds("bo", "nurse"),
    )
    assert _value(term(*FOUR, *posts), "anna", "anna", "cia", "cia") == 2
    assert _value(term(*FOUR, *posts), "anna", "bo", "cia", "bo") == 1

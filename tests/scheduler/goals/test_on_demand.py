"""People missing on the on-demand seats that are asked for are counted."""

from scheduler.goals import on_demand
from tests.build import holds, meeting, placed, plan, rules_broken, seat, sits, term
from tests.build import on_demand as wanted

TOWN = term(
    meeting(
        "m", seat("head", vacancy="priced"), wanted("mas", count=2), wanted("mar"), wanted("alf"), asked=("mas", "mar")
    ),
    *(holds(who, role) for who, role in (("a", "head"), ("b", "mas"), ("c", "mas"), ("d", "mar"), ("e", "alf"))),
)


def test_counts_the_missing_on_seats_asked_for() -> None:
    seats = {"a": "head", "b": "mas", "c": "mas", "d": "mar"}
    for who, value in (("bcd", 0), ("abd", 1), ("bc", 1), ("a", 3)):
        made = plan(TOWN, placed("m", "mon 10:00", *(sits(one, seats[one]) for one in who)))
        assert on_demand.value(TOWN, made) == value, who
        assert rules_broken(TOWN, made) == set()


def test_a_meeting_that_is_not_placed_misses_nobody() -> None:
    assert on_demand.value(TOWN, plan(TOWN)) == 0

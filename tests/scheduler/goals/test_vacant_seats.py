"""People missing on required seats cost 1 a head, 2 where a deputy should have come."""

from scheduler.goals import vacant_seats
from tests.build import holds, meeting, on_demand, placed, plan, rules_broken, seat, sits, term

TOWN = term(
    meeting(
        "m",
        seat("head", deputy="should", vacancy="priced", count=2),
        seat("nurse", deputy="may", vacancy="priced"),
        seat("mar", deputy="not", vacancy="priced"),
        on_demand("mas", deputy="should"),
        asked=("mas",),
    ),
    *(holds(who, role) for who, role in (("a", "head"), ("b", "head"), ("c", "nurse"), ("d", "mar"), ("e", "mas"))),
)


def test_counts_the_missing_double_where_a_deputy_should_come() -> None:
    for who, value in (("abcde", 0), ("abcd", 0), ("abde", 1), ("abc", 1), ("acd", 2), ("cd", 4), ("", 6)):
        seats = {"a": "head", "b": "head", "c": "nurse", "d": "mar", "e": "mas"}
        made = plan(TOWN, placed("m", "mon 10:00", *(sits(one, seats[one]) for one in who)))
        assert vacant_seats.value(TOWN, made) == value, who
        assert rules_broken(TOWN, made) == set()


def test_a_meeting_that_is_not_placed_has_no_empty_seats() -> None:
    assert vacant_seats.value(TOWN, plan(TOWN)) == 0

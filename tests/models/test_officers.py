"""Who chairs on which date: the main rule, and elections that come before it."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models import Chairmanship, Election, Forum, Officer, Officers, officers_on
from tests.build import day, elected, forum, turns

COUNCIL = forum("council", chairmanship=turns("town", "region", first="2023-01-01"))


def _told(council: Forum, on: str) -> tuple[str, str, str] | None:
    found = officers_on(council, day(on))
    return (_name(found.chair), _name(found.vice_chair), found.by) if found else None


def _name(one: Officer) -> str:
    return f"{one.side}:{one.person}" if one.person else one.side


@pytest.mark.parametrize(
    ("on", "chair", "vice"),
    [
        ("2023-01-01", "town", "region"),
        ("2024-12-31", "town", "region"),
        ("2025-01-01", "region", "town"),
        ("2026-12-31", "region", "town"),
        ("2027-01-01", "town", "region"),
        ("2199-12-31", "town", "region"),
    ],
)
def test_the_vice_chair_is_next_after_two_years(on: str, chair: str, vice: str) -> None:
    assert _told(COUNCIL, on) == (chair, vice, "rule")


def test_says_for_how_long_it_holds() -> None:
    found = officers_on(COUNCIL, day("2025-06-01"))
    assert found is not None
    assert (found.first_day, found.last_day, found.elected_from) == (day("2025-01-01"), day("2026-12-31"), None)


def test_says_nothing_before_the_first_period_or_where_no_sides_take_turns() -> None:
    assert _told(COUNCIL, "2022-12-31") is None
    assert _told(forum("task"), "2026-01-01") is None


def test_says_nothing_of_a_forum_that_is_not_there() -> None:
    sides = turns("town", "region")
    assert _told(forum("task", chairmanship=sides, last_day="2026-01-31"), "2026-02-01") is None
    ended = forum("task", chairmanship=sides, states="2026-01-01 resting, 2026-02-01 ended")
    assert _told(ended, "2026-01-31") == ("region", "town", "rule")
    assert _told(ended, "2026-02-01") is None


def test_an_election_counts_from_its_day_and_the_main_rule_goes_on_from_it() -> None:
    kept = elected("2025-02-10", "town:anna", "region:bo")
    council = forum("council", chairmanship=turns("town", "region", elections=[kept]))
    assert _told(council, "2025-02-09") == ("region", "town", "rule")
    assert _told(council, "2025-02-10") == ("town:anna", "region:bo", "election")
    assert _told(council, "2026-12-31") == ("town:anna", "region:bo", "election")
    assert _told(council, "2027-01-01") == ("region:bo", "town", "rule"), "a new vice chair is to be elected"


def test_a_later_election_in_the_same_period_replaces_an_earlier_one() -> None:
    both = [elected("2025-02-10", "town:anna", "region:bo"), elected("2025-09-01", "town:cia", "region:bo")]
    council = forum("council", chairmanship=turns("town", "region", elections=both))
    found = officers_on(council, day("2025-08-31"))
    assert found is not None
    assert (found.chair.person, found.last_day) == ("anna", day("2025-08-31"))
    assert _told(council, "2025-09-01") == ("town:cia", "region:bo", "election")


def test_an_election_on_the_first_day_of_a_period_leaves_the_main_rule_no_day_of_it() -> None:
    kept = elected("2025-01-01", "town", "region")
    council = forum("council", chairmanship=turns("town", "region", elections=[kept]))
    assert _told(council, "2024-12-31") == ("town", "region", "rule")
    assert _told(council, "2025-01-01") == ("town", "region", "election")
    assert _told(council, "2027-01-01") == ("region", "town", "rule")


def test_three_sides_take_turns_in_their_order() -> None:
    council = forum("council", chairmanship=turns("town", "region", "union", years=1))
    chairs = [officers_on(council, date(year, 6, 1)) for year in range(2023, 2027)]
    assert [(one.chair.side, one.vice_chair.side) for one in chairs if one] == [
        ("town", "region"),
        ("region", "union"),
        ("union", "town"),
        ("town", "region"),
    ]


def test_a_period_from_the_leap_day_begins_in_march_where_there_is_none() -> None:
    council = forum("council", chairmanship=turns("town", "region", first="2024-02-29"))
    assert [_told(council, on) for on in ("2026-02-28", "2026-03-01")] == [
        ("town", "region", "rule"),
        ("region", "town", "rule"),
    ]
    assert _told(council, "2028-02-28") == ("region", "town", "rule")
    assert _told(council, "2028-02-29") == ("town", "region", "rule")


# ---- whatever is elected when ----

SIDES = ("town", "region", "union")
FIRST = st.dates(date(2015, 1, 1), date(2020, 12, 31))


@st.composite
def councils(draw: st.DrawFn) -> Forum:
    """Two or three sides, periods of one to four years, and up to four elections at any time."""
    sides = SIDES[: draw(st.integers(2, 3))]
    first = draw(FIRST)
    days = draw(st.lists(st.integers(0, 4000), max_size=4, unique=True).map(sorted))
    pairs = st.permutations(sides)
    elections = [_election(first + timedelta(days=n), *draw(pairs)[:2]) for n in days]
    years = draw(st.integers(1, 4))
    return Forum(
        id="f",
        title="F",
        chairmanship=Chairmanship(sides=sides, first_day=first, years=years, elections=tuple(elections)),
    )


def _election(first: date, chair: str, vice: str) -> Election:
    return Election(first_day=first, chair=Officer(side=chair), vice_chair=Officer(side=vice))


def _day_by_day(council: Forum, until: date) -> tuple[str, str, str]:
    """The same told anew: every date from the first on, with what happens on it."""
    assert council.chairmanship is not None
    sides, years = council.chairmanship.sides, council.chairmanship.years
    first = council.chairmanship.first_day
    chair, vice, by = sides[0], sides[1], "rule"
    elections = {one.first_day: one for one in council.chairmanship.elections}
    turn = _anniversary(first, years)
    for n in range((until - first).days + 1):
        today = first + timedelta(days=n)
        if today == turn:
            chair, vice, by = vice, sides[(sides.index(vice) + 1) % len(sides)], "rule"
            turn = _anniversary(first, turn.year - first.year + years)
        if today in elections:
            chair, vice, by = elections[today].chair.side, elections[today].vice_chair.side, "election"
    return chair, vice, by


def _anniversary(first: date, years: int) -> date:
    leap = (first.month, first.day) == (2, 29)
    year = first.year + years
    common = year % 4 != 0 or (year % 100 == 0 and year % 400 != 0)
    return date(year, 3, 1) if leap and common else date(year, first.month, first.day)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(councils(), st.integers(0, 5000))
def test_told_day_by_day_it_is_the_same(council: Forum, days: int) -> None:
    assert council.chairmanship is not None
    on = council.chairmanship.first_day + timedelta(days=days)
    assert _told(council, on.isoformat()) == _day_by_day(council, on)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(councils(), st.integers(0, 5000))
def test_it_holds_on_each_day_that_it_says_and_on_no_other(council: Forum, days: int) -> None:
    assert council.chairmanship is not None
    on = council.chairmanship.first_day + timedelta(days=days)
    found = officers_on(council, on)
    assert isinstance(found, Officers)
    assert found.first_day <= on <= found.last_day
    assert officers_on(council, found.first_day) == officers_on(council, found.last_day) == found
    assert officers_on(council, found.last_day + timedelta(days=1)) != found
    assert found.chair.side != found.vice_chair.side

"""A generated year is what it says: the forums and local meetings of any number of municipalities, tied by people."""

from collections import Counter
from functools import cache
from itertools import pairwise

import pytest

import scheduler
from benchmarks.years import year
from models import Term
from scheduler.candidates import candidates
from scheduler.case import Case
from scheduler.components import components
from scheduler.planning import ranking_of


@cache
def made(municipalities: int, seed: int = 1) -> Term:
    return year(municipalities, seed)


def titles(term: Term) -> Counter[str]:
    return Counter(one.title for one in term.resolved.values())


def centres(term: Term) -> Counter[str | None]:
    return Counter(one.area for one in term.units if one.kind == "health_centre")


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_eight_municipalities_have_150_to_250_meetings(seed: int) -> None:
    term = made(8, seed)
    assert 150 <= len(term.meetings) <= 250
    assert len(term.areas) == 8
    assert titles(term)["Autumn meeting"] == centres(term).total()


def test_a_part_meets_as_its_forums_do() -> None:
    count = titles(made(8))
    assert (count["DPS"], count["Presidium"], count["Conference"]) == (4, 4, 1)
    assert 6 <= count["Steering group"] == count["Steering group's committee"] <= 8
    assert count["Local management group"] == 4 * 8
    assert 3 <= len({one.series for one in made(8).meetings if one.series.startswith("d00-task")}) <= 5


def test_municipalities_are_of_uneven_size_some_four_centres_each() -> None:
    size = centres(made(49))
    assert 3 <= size.total() / 49 <= 5
    assert min(size.values()) == 1
    assert max(size.values()) >= 12


@pytest.mark.parametrize("municipalities", [1, 2, 8, 9, 17])
def test_the_year_is_one_connected_problem(municipalities: int) -> None:
    term = made(municipalities)
    assert len(components(Case(term), ranking_of(term))) == 1


@pytest.mark.slow
def test_the_year_of_a_whole_region_is_one_connected_problem_too() -> None:
    term = made(49)
    assert len(components(Case(term), ranking_of(term))) == 1


@pytest.mark.parametrize("municipalities", [1, 2, 8, 9, 17])
def test_it_holds_no_fault(municipalities: int) -> None:
    assert scheduler.faults(made(municipalities)) == ()


def test_forums_have_members_with_and_without_a_vote_and_sides_that_must_be_there() -> None:
    term = made(8)
    assert {one.series for one in term.meetings if term.resolved[one.id].forum is None} == {
        one.id
        for one in term.series
        if one.title in ("Autumn meeting", "Spring meeting", "Local working group", "Conference")
    }
    steering = term.forum["d00-steering"]
    assert {one.standing for one in steering.members} == {"voting", "co_opted", "without_vote"}
    assert {one.group for one in term.forum["d00-task-0"].representation} == {"municipality", "primary", "specialist"}
    (conference,) = (one for one in term.series if one.title == "Conference")
    assert conference.called == ("d00-dps", "d00-steering")


def test_what_is_prepared_comes_days_before_and_not_weeks() -> None:
    term = made(8)
    before = {order.after: order for order in term.ordered}
    assert set(before) == {m.id for m in term.meetings if m.series in ("d00-dps", "d00-steering")}
    assert all(order.at_most_days and 0 < order.at_least_days < order.at_most_days <= 21 for order in term.ordered)
    assert [relation.kind for relation in term.day_relations] == ["same_day"]


def test_neighbouring_parts_share_somebody_and_so_do_the_parts_of_a_region() -> None:
    term = made(17)
    wanted = {part: _people(term, part) for part in ("d00", "d01", "d02")}
    for one, other in pairwise(wanted):
        assert wanted[one] & wanted[other]
    assert any(person.startswith("r0-board") for person in wanted["d00"] & wanted["d02"])


def _people(term: Term, part: str) -> set[str | None]:
    """Those who can be wanted at the forums of a part."""
    seats = [seat for one in term.resolved.values() if one.id.startswith(part) for seat in one.wanted_seats]
    posts = [post for seat in seats for post in term.appointed[seat.role, seat.unit]]
    return {person for post in posts for person in (post.holder, *post.deputies)}


def test_people_are_busy_three_to_six_of_ten_office_hours() -> None:
    term = made(8)
    shares = [_busy(term, person.id) for person in term.people[::7]]
    assert all(0.25 <= share <= 0.60 for share in shares)
    assert 0.35 <= sum(shares) / len(shares) <= 0.50


def _busy(term: Term, person: str) -> float:
    """The share of the half hours of a working week that duties take, every other week counted half."""
    hours = [one.weekly for one in term.absences if one.person == person and one.weekly]
    taken = sum((one.to_time.hour - one.from_time.hour) * 60 / one.every_weeks for one in hours)
    taken += sum((one.to_time.minute - one.from_time.minute) / one.every_weeks for one in hours)
    return taken / (5 * 8.5 * 60)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_meeting_on_its_own_has_days_to_choose_from(seed: int) -> None:
    case = Case(made(8, seed))
    for one in candidates(case).values():
        assert len({case.grid.day(start) for start, _ in one.pairs()}) >= 2, one.meeting.id


def test_the_same_number_and_seed_make_the_same_year() -> None:
    assert year(2, 1).digest == year(2, 1).digest != year(2, 2).digest


@pytest.mark.parametrize("municipalities", [0, 291])
def test_there_are_so_many_municipalities_and_no_more(municipalities: int) -> None:
    with pytest.raises(ValueError, match="1 to 290"):
        year(municipalities, 1)

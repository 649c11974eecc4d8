"""What the benchmarks measure is what they say: so many meetings, people so busy, areas that share nobody."""

from datetime import date, datetime, timedelta

import pytest

from benchmarks.area import afternoons
from benchmarks.areas import areas
from benchmarks.autumns import autumn
from models import Absence, Term

OPENS, CLOSES = timedelta(hours=12, minutes=30), timedelta(hours=17)


def test_an_autumn_is_one_meeting_at_each_of_17_centres_with_travel_between_them() -> None:
    term = autumn(1, 0.5)
    assert len({meeting.places for meeting in term.meetings}) == len(term.meetings) == 17
    assert 55 <= len(term.people) <= 70
    assert all(person.base for person in term.people)
    assert term.travel.legs
    assert term.goals is None
    assert any(meeting.asked for meeting in term.meetings)


def test_unit_heads_are_shared_and_pools_have_deputies() -> None:
    term = autumn(1, 0.5)
    wanted = [(seat.role, seat.unit) for one in term.resolved.values() for seat in one.wanted_seats]
    shared = {post for post in wanted if wanted.count(post) > 1 and len(term.appointed[post]) == 1}
    pools = {post for post in wanted if len(term.appointed[post]) > 1}
    assert len(shared) >= 10
    assert len(pools) == 3
    assert all(one.deputies for post in pools for one in term.appointed[post])


@pytest.mark.parametrize("share", [0.4, 0.5, 0.6])
def test_everybody_is_as_busy_as_said(share: float) -> None:
    term = autumn(3, share)
    whole = len(afternoons()) * (CLOSES - OPENS)
    for person in term.people:
        busy = _busy(term, [one for one in term.absences if one.person == person.id])
        assert share <= busy / whole < share + 0.02


def _busy(term: Term, absences: list[Absence]) -> timedelta:
    """Time of the afternoons that the absences take."""
    minutes = set[datetime]()
    for one in absences:
        for start, end in _times(term, one):
            minutes |= {start + timedelta(minutes=n) for n in range(0, int((end - start).total_seconds()) // 60, 30)}
    return len({one for one in minutes if one.date() in afternoons()}) * timedelta(minutes=30)


def _times(term: Term, one: Absence) -> list[tuple[datetime, datetime]]:
    if one.weekly is None:
        assert one.start
        assert one.end
        return [(one.start, one.end)]
    hours = (one.weekly.from_time, one.weekly.to_time)
    days = one.weekly.days(term.first_day, term.last_day)
    return [(datetime.combine(day, hours[0]), datetime.combine(day, hours[1])) for day in days]


def test_the_same_seed_makes_the_same_term_and_another_makes_another() -> None:
    assert autumn(1, 0.5).digest == autumn(1, 0.5).digest != autumn(2, 0.5).digest


def test_no_meeting_lies_in_the_autumn_break() -> None:
    assert date(2026, 10, 27) not in afternoons()
    assert len(afternoons()) == 48


def test_areas_share_nobody() -> None:
    term = areas(3, 1)
    assert len(term.meetings) == 51
    posts = {post.id: {post.holder, *post.deputies} for post in term.appointments}
    people = {name: set[str | None]() for name in ("a0", "a1", "a2")}
    for post, who in posts.items():
        people[post.partition("-")[0]] |= who
    assert not people["a0"] & people["a1"] | people["a0"] & people["a2"] | people["a1"] & people["a2"]
    assert len({meeting.series for meeting in term.meetings}) == 3

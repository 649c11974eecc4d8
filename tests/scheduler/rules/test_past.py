"""Nothing new in the past."""

from scheduler.rules import past
from tests.build import at, found, lock, meeting, placed, plan, rules_broken, term

TOWN = term(meeting("m"), as_of=at("wed 10:00"))


def test_allows_the_very_moment_and_later() -> None:
    for start in ("wed 10:00", "wed 10:30", "thu 08:00"):
        assert rules_broken(TOWN, plan(TOWN, placed("m", start))) == set(), start


def test_forbids_an_earlier_start() -> None:
    wrong = plan(TOWN, placed("m", "wed 09:30"))
    assert rules_broken(TOWN, wrong) == {"past"}
    assert found(past.check(TOWN, wrong), "start", "as_of") == [("m", "2026-09-09T09:30", "2026-09-09T10:00")]


def test_nothing_is_past_without_a_moment_to_see_it_from() -> None:
    town = term(meeting("m"))
    assert rules_broken(town, plan(town, placed("m", "mon 08:00"))) == set()


def test_allows_a_meeting_locked_to_its_start() -> None:
    town = term(meeting("m", lock=lock("mon 09:00")), as_of=at("wed 10:00"))
    assert rules_broken(town, plan(town, placed("m", "mon 09:00"))) == set()


def test_forbids_a_locked_meeting_elsewhere_in_the_past() -> None:
    town = term(meeting("m", lock=lock("mon 09:00")), as_of=at("wed 10:00"))
    assert rules_broken(town, plan(town, placed("m", "tue 09:00"))) == {"past", "notice", "lock"}

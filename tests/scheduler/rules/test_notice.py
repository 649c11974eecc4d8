"""People are given notice, counted in days between dates."""

from scheduler.rules import notice
from tests.build import at, found, lock, meeting, placed, plan, rules_broken, term

TOWN = term(meeting("m"), as_of=at("mon 16:00"), notice_days=3)


def test_allows_enough_days() -> None:
    for start in ("thu 08:00", "fri 08:00"):
        assert rules_broken(TOWN, plan(TOWN, placed("m", start))) == set(), start


def test_forbids_too_few_days() -> None:
    wrong = plan(TOWN, placed("m", "wed 16:00"))
    assert rules_broken(TOWN, wrong) == {"notice"}
    assert found(notice.check(TOWN, wrong), "days", "notice_days") == [("m", 2, 3)]


def test_no_notice_is_asked_without_a_moment_to_count_from() -> None:
    town = term(meeting("m"), notice_days=30)
    assert rules_broken(town, plan(town, placed("m", "mon 08:00"))) == set()


def test_a_locked_meeting_has_been_given_notice_of() -> None:
    town = term(meeting("m", lock=lock("tue 09:00")), as_of=at("mon 16:00"), notice_days=3)
    assert rules_broken(town, plan(town, placed("m", "tue 09:00"))) == set()
    assert rules_broken(town, plan(town, placed("m", "wed 09:00"))) == {"lock", "notice"}

"""Nobody is asked to more meetings than they can take."""

from models import Plan, Term
from scheduler.rules import limits
from tests.build import found, holds, meeting, person, placed, plan, rules_broken, seat, sits, term

FOUR = (*(meeting(name, seat("head")) for name in "abcd"), holds("anna", "head"))


def _made(town: Term, *starts: str) -> Plan:
    return plan(town, *(placed(name, start, sits("anna", "head")) for name, start in zip("abcd", starts, strict=False)))


def test_allows_as_many_a_day() -> None:
    town = term(*FOUR, limits={"meetings_per_day": 2})
    assert rules_broken(town, _made(town, "mon 08:00", "mon 10:00", "tue 08:00", "tue 10:00")) == set()


def test_forbids_one_more_a_day() -> None:
    town = term(*FOUR, limits={"meetings_per_day": 2})
    wrong = _made(town, "mon 08:00", "mon 10:00", "mon 12:00")
    assert rules_broken(town, wrong) == {"limits"}
    said = found(limits.check(town, wrong), "person", "per", "first_day", "meetings", "limit")
    assert said == [("", "anna", "day", "2026-09-07", 3, 2)]


def test_allows_as_many_a_week_from_monday_to_sunday() -> None:
    town = term(*FOUR, limits={"meetings_per_week": 2})
    assert rules_broken(town, _made(town, "thu 08:00", "fri 08:00", "2 mon 08:00", "2 tue 08:00")) == set()


def test_forbids_one_more_a_week() -> None:
    town = term(*FOUR, limits={"meetings_per_week": 2})
    wrong = _made(town, "2 mon 08:00", "2 wed 08:00", "2 fri 08:00")
    assert rules_broken(town, wrong) == {"limits"}
    assert found(limits.check(town, wrong), "per", "first_day", "meetings") == [("", "week", "2026-09-14", 3)]


def test_a_week_goes_on_over_new_year() -> None:
    town = term(*FOUR, limits={"meetings_per_week": 1}, first_day="2026-12-28", last_day="2027-01-10")
    assert rules_broken(town, _made(town, "2026-12-31 10:00", "2027-01-01 10:00")) == {"limits"}
    assert rules_broken(town, _made(town, "2027-01-01 10:00", "2027-01-04 10:00")) == set()


def test_allows_and_forbids_a_number_in_the_term() -> None:
    town = term(*FOUR, limits={"meetings_per_term": 3})
    assert rules_broken(town, _made(town, "mon 08:00", "2 mon 08:00", "3 mon 08:00")) == set()
    wrong = _made(town, "mon 08:00", "2 mon 08:00", "3 mon 08:00", "4 mon 08:00")
    assert found(limits.check(town, wrong), "per", "meetings") == [("", "term", 4)]


def test_own_limits_come_before_the_term_s() -> None:
    for own, broken in ((3, set[str]()), (1, {"limits"}), (None, {"limits"})):
        town = term(*FOUR, person("anna", limits={"meetings_per_day": own}), limits={"meetings_per_day": 2})
        assert rules_broken(town, _made(town, "mon 08:00", "mon 10:00", "mon 12:00")) == broken


def test_nobody_with_a_limit_of_0_is_asked() -> None:
    town = term(*FOUR, person("anna", limits={"meetings_per_term": 0}))
    assert rules_broken(town, _made(town)) == set()
    assert rules_broken(town, _made(town, "mon 08:00")) == {"limits"}

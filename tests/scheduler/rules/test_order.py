"""One meeting before another, with days between."""

from models import Plan, Term
from scheduler.rules import order as order_rule
from tests.build import found, meeting, order, placed, plan, rules_broken, term

TWO = (meeting("presidium"), meeting("council"))


def _made(town: Term, before: str, after: str) -> Plan:
    return plan(town, placed("presidium", before), placed("council", after))


def test_allows_the_right_order_on_one_day() -> None:
    town = term(*TWO, order("presidium", "council"))
    for before, after in (("mon 10:00", "mon 11:00"), ("mon 10:00", "4 fri 08:00")):
        assert rules_broken(town, _made(town, before, after)) == set()


def test_forbids_the_wrong_order_and_an_overlap() -> None:
    town = term(*TWO, order("presidium", "council"))
    for before, after in (("tue 10:00", "mon 10:00"), ("mon 10:00", "mon 10:30"), ("mon 11:00", "mon 10:00")):
        assert rules_broken(town, _made(town, before, after)) == {"order"}


def test_allows_days_within_the_bounds() -> None:
    town = term(*TWO, order("presidium", "council", at_least_days=2, at_most_days=7))
    for after in ("wed 08:00", "2 mon 16:00"):
        assert rules_broken(town, _made(town, "mon 10:00", after)) == set()


def test_forbids_too_few_and_too_many_days() -> None:
    town = term(*TWO, order("presidium", "council", at_least_days=2, at_most_days=7))
    for after, days in (("tue 16:00", 1), ("2 tue 08:00", 8)):
        wrong = _made(town, "mon 10:00", after)
        assert rules_broken(town, wrong) == {"order"}
        said = found(order_rule.check(town, wrong), "order", "before", "days")
        assert said == [("council", "presidium-council", "presidium", days)]


def test_a_meeting_that_is_not_placed_binds_nobody() -> None:
    town = term(*TWO, order("presidium", "council"))
    assert rules_broken(town, plan(town, placed("council", "mon 08:00"))) == set()
    assert rules_broken(town, plan(town, placed("presidium", "4 fri 16:00"))) == set()

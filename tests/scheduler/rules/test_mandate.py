"""A forum meets only while it exists and is active."""

from typing import Any

import pytest

import scheduler
from models import Term
from scheduler.rules import mandate
from tests.build import forum, found, lock, meeting, placed, plan, rules_broken, series, term


def _town(**fields: Any) -> Term:
    """A forum of some time that meets in one series; another series is nobody's."""
    kinds = (series("task", forum="task"), series("free"))
    return term(forum("task", **fields), *kinds, meeting("m", series="task"), meeting("n", series="free"))


def test_allows_every_date_where_nothing_is_said() -> None:
    for start in ("mon 08:00", "4 fri 16:00"):
        assert rules_broken(_town(), plan(_town(), placed("m", start))) == set()


TIME = {"first_day": "2026-09-08", "last_day": "2026-09-10"}


@pytest.mark.parametrize("start", ["tue 08:00", "thu 16:00"])
def test_allows_its_first_and_its_last_day(start: str) -> None:
    assert rules_broken(_town(**TIME), plan(_town(**TIME), placed("m", start))) == set()


@pytest.mark.parametrize("start", ["mon 16:00", "fri 08:00"])
def test_forbids_the_day_before_and_the_day_after(start: str) -> None:
    assert rules_broken(_town(**TIME), plan(_town(**TIME), placed("m", start))) == {"mandate"}


STATES = "tue resting, thu active, 2 tue ended"


@pytest.mark.parametrize("start", ["mon 08:00", "thu 08:00", "fri 08:00", "2 mon 16:00"])
def test_allows_days_on_which_it_is_active(start: str) -> None:
    town = _town(states=STATES)
    assert rules_broken(town, plan(town, placed("m", start))) == set()


@pytest.mark.parametrize("start", ["tue 08:00", "wed 16:00", "2 tue 08:00", "4 fri 08:00"])
def test_forbids_days_on_which_it_rests_or_has_ended(start: str) -> None:
    town = _town(states=STATES)
    assert rules_broken(town, plan(town, placed("m", start))) == {"mandate"}


def test_names_the_forum_and_why() -> None:
    town = _town(states="tue resting, wed active, thu ended", first_day="2026-09-08")
    for start, what in (("mon 10:00", "not_set_up"), ("tue 10:00", "resting"), ("thu 10:00", "ended")):
        broken = mandate.check(town, plan(town, placed("m", start)))
        assert found(broken, "forum", "what") == [("m", "task", what)]


def test_says_nothing_of_a_series_that_is_no_forums() -> None:
    town = _town(states=STATES)
    assert rules_broken(town, plan(town, placed("n", "tue 08:00"))) == set()


def test_says_nothing_of_a_forum_that_is_called_too() -> None:
    resting = forum("resting", states="mon resting")
    town = term(forum("task"), resting, series("task", forum="task", called=("resting",)), meeting("m", series="task"))
    assert rules_broken(town, plan(town, placed("m", "tue 08:00"))) == set()


def test_a_lock_does_not_help_but_history_stays() -> None:
    locked = (forum("task", states="tue resting"), series("task", forum="task"))
    for as_of, broken in ((None, {"mandate"}), ("2026-09-07T08:00", {"mandate"}), ("2026-09-09T08:00", set())):
        town = term(*locked, meeting("m", series="task", lock=lock("tue 10:00")), as_of=as_of)
        assert rules_broken(town, plan(town, placed("m", "tue 10:00"))) == broken, as_of


def test_the_plan_waits_until_the_forum_is_active() -> None:
    town = _town(states="mon resting, 3 wed active, 3 thu resting")
    (m,) = (one for one in scheduler.plan(town).placements if one.meeting == "m")
    assert m.start.date().isoformat() == "2026-09-23"


def test_without_an_active_day_the_meeting_stays_without_a_time_and_says_why() -> None:
    """The days that are active are closed to the series, so that what is left is the forum's rest."""
    town = _town(states="tue resting")
    monday = [{"first_day": "2026-09-07", "reason": "closed"}]
    closed = Term.model_validate({**town.model_dump(), "closed_days": monday})
    (m,) = (one for one in scheduler.plan(closed).unplaced if one.meeting == "m")
    assert ("mandate", "forum", "task") in {(one.rule, one.kind, one.subject) for one in m.blocked}

"""What has been stays as it was, and what is soon stays where it is, when a plan is changed."""

from typing import Any

import pytest

from models import Part, Plan, Term
from scheduler.rules import stays
from tests.build import (
    at,
    away,
    called_off,
    found,
    holds,
    lock,
    meeting,
    placed,
    plan,
    replanned,
    rules_broken,
    seat,
    series,
    sits,
    term,
)

NOW = "wed 10:00"
POSTS = (holds("anna", "head", deputies=["bo"]), holds("cia", "nurse"))


def town(**fields: Any) -> Term:
    """A meeting that has been (on Monday), one that is soon (on Thursday) and one that is not (on Friday)."""
    own = {"places": ("hall", "school"), **fields}
    seats = (seat("head"), seat("nurse", vacancy="priced"))
    meetings = (
        meeting(name, *seats, **(own if name == "mon" else {**own, **NOTHING})) for name in ("mon", "thu", "fri")
    )
    return term(*meetings, *POSTS, notice_days=2)


NOTHING = {"lock": None, "called_off": ()}
TOWN = town()
SAT = {name: placed(name, f"{name} 10:00", sits("anna", "head"), place="hall") for name in ("mon", "thu", "fri")}
BEFORE = plan(TOWN, *SAT.values())


def changed(of: Term = TOWN, now: str = NOW, **instead: Any) -> Plan:
    """The plan with some of its meetings otherwise; `None` is unplaced."""
    return replanned(of, BEFORE, *(one for one in {**SAT, **instead}.values() if one), as_of=now)


def test_allows_what_stays() -> None:
    assert rules_broken(TOWN, changed()) == set()


def test_allows_that_nothing_is_held() -> None:
    assert rules_broken(TOWN, changed(mon=None, thu=None, fri=None)) == set()


def test_forbids_another_time_for_what_has_been() -> None:
    wrong = changed(mon=placed("mon", "mon 11:00", sits("anna", "head"), place="hall"))
    assert "stays" in rules_broken(TOWN, wrong)
    assert found(stays.check(TOWN, wrong), "what", "start") == [("mon", "past", "2026-09-07T10:00")]


def test_forbids_another_place_for_what_has_been() -> None:
    assert "stays" in rules_broken(TOWN, changed(mon=placed("mon", "mon 10:00", sits("anna", "head"), place="school")))


def test_forbids_others_at_what_has_been() -> None:
    for people in ((sits("bo", "head"),), (sits("anna", "head"), sits("cia", "nurse"))):
        wrong = changed(mon=placed("mon", "mon 10:00", *people, place="hall"))
        assert "stays" in rules_broken(TOWN, wrong), people


def test_forbids_another_time_or_place_for_what_is_soon() -> None:
    for start, where in (("thu 11:00", "hall"), ("thu 10:00", "school"), ("fri 12:00", "hall")):
        wrong = changed(thu=placed("thu", start, sits("anna", "head"), place=where))
        assert "stays" in rules_broken(TOWN, wrong), start
        assert found(stays.check(TOWN, wrong), "what", "start") == [("thu", "soon", "2026-09-10T10:00")]


def test_allows_others_at_what_is_soon() -> None:
    made = changed(thu=placed("thu", "thu 10:00", sits("bo", "head"), sits("cia", "nurse"), place="hall"))
    assert rules_broken(TOWN, made) == set()


def test_allows_everything_for_what_is_neither() -> None:
    made = changed(fri=placed("fri", "2 mon 11:00", sits("bo", "head"), sits("cia", "nurse"), place="school"))
    assert rules_broken(TOWN, made) == set()


def test_the_very_moment_has_not_been() -> None:
    """It is soon then: time and place stay, people need not."""
    made = changed(now="mon 10:00", mon=placed("mon", "mon 10:00", sits("bo", "head"), place="hall"))
    assert rules_broken(TOWN, made) == set()


def test_nothing_stays_without_a_moment_to_see_it_from() -> None:
    made = replanned(TOWN, BEFORE, placed("mon", "tue 11:00", sits("bo", "head"), place="school"))
    assert rules_broken(TOWN, made) == set()


def test_says_nothing_of_a_plan_from_nothing() -> None:
    made = plan(TOWN, placed("mon", "tue 11:00", sits("bo", "head"), place="school"))
    assert list(stays.check(TOWN, made)) == []


def test_allows_another_day_for_what_was_called_off() -> None:
    off = town(called_off=(called_off("mon"),))
    made = changed(off, mon=placed("mon", "fri 14:00", sits("bo", "head"), place="school"))
    assert rules_broken(off, made) == set()


def test_forbids_another_day_where_another_date_was_called_off() -> None:
    off = town(called_off=(called_off("tue"),))
    made = changed(off, mon=placed("mon", "fri 14:00", sits("anna", "head"), place="hall"))
    assert "stays" in rules_broken(off, made)


# ---- the term's own locks ----


def test_allows_where_the_term_locks_it_to_another_start() -> None:
    locked = town(lock=lock("tue 10:00"))
    made = changed(locked, mon=placed("mon", "tue 10:00", sits("bo", "head"), place="school"))
    assert rules_broken(locked, made) == set()


def test_a_lock_to_its_start_leaves_place_and_people_as_they_were() -> None:
    locked = town(lock=lock("mon 10:00"))
    assert rules_broken(locked, changed(locked)) == set()
    for who, where in (("bo", "hall"), ("anna", "school")):
        wrong = changed(locked, mon=placed("mon", "mon 10:00", sits(who, "head"), place=where))
        assert "stays" in rules_broken(locked, wrong), who


def test_a_lock_may_say_where_it_was_and_who_sat_there() -> None:
    locked = town(lock=lock("mon 10:00", "school", head="bo"))
    made = changed(locked, mon=placed("mon", "mon 10:00", sits("bo", "head"), place="school"))
    assert rules_broken(locked, made) == set()
    assert rules_broken(locked, changed(locked)) >= {"lock"}


def test_a_place_that_was_not_decided_may_be() -> None:
    open_yet = term(meeting("m"), notice_days=2)
    decided = term(meeting("m", places=("hall", "school")), notice_days=2)
    for now in ("tue 10:00", "mon 08:00"):
        before = plan(open_yet, placed("m", "mon 10:00"))
        made = replanned(decided, before, placed("m", "mon 10:00", place="school"), as_of=now)
        assert rules_broken(decided, made) == set(), now


def test_what_was_there_is_history() -> None:
    """Whoever was away by now is still said to have been there."""
    left = term(*TOWN.meetings, *TOWN.appointments, away("anna", "mon 08:00", "mon 17:00"), notice_days=2)
    assert rules_broken(left, changed(left)) == set()
    assert rules_broken(left, plan(left, *SAT.values(), as_of=at(NOW))) >= {"absence"}


# ---- while a part is planned ----


def beside(*standing: Any, now: Any) -> Plan:
    """A plan of another series, while those stood."""
    own = TOWN.model_copy(update={"series": (*TOWN.series, series("other"))})
    return plan(own, *now, part=Part(series=("other",), standing=standing))


def test_allows_that_a_meeting_stands() -> None:
    assert list(stays.check(TOWN, beside(BEFORE.placement_of("fri"), now=[SAT["fri"]]))) == []


@pytest.mark.parametrize(
    "now",
    [
        pytest.param([], id="not held"),
        pytest.param([placed("fri", "fri 11:00", sits("anna", "head"), place="hall")], id="another time"),
        pytest.param([placed("fri", "fri 10:00", sits("anna", "head"), place="school")], id="another place"),
        pytest.param([placed("fri", "fri 10:00", sits("bo", "head"), place="hall")], id="somebody else"),
        pytest.param(
            [placed("fri", "fri 10:00", sits("anna", "head"), sits("cia", "nurse"), place="hall")], id="one more"
        ),
    ],
)
def test_forbids_that_a_meeting_that_stands_is_otherwise(now: list[Any]) -> None:
    stood = BEFORE.placement_of("fri")
    assert found(stays.check(TOWN, beside(stood, now=now)), "what", "start") == [("fri", "stands", "2026-09-11T10:00")]

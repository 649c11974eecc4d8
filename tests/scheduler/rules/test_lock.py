"""A locked meeting keeps its start, its place and its people."""

from scheduler.rules import lock as lock_rule
from tests.build import found, holds, lock, meeting, placed, plan, rules_broken, seat, sits, term

TOWN = term(
    meeting("m", seat("head"), places=("hall", "school"), lock=lock("mon 10:00", "school", head="anna")),
    holds("anna", "head", deputies=["bo"]),
)


def test_allows_a_meeting_where_it_was_locked() -> None:
    kept = plan(TOWN, placed("m", "mon 10:00", sits("anna", "head"), place="school"))
    assert rules_broken(TOWN, kept) == set()


def test_allows_a_locked_meeting_that_is_not_placed() -> None:
    assert rules_broken(TOWN, plan(TOWN)) == set()


def test_forbids_another_start() -> None:
    moved = plan(TOWN, placed("m", "mon 10:30", sits("anna", "head"), place="school"))
    assert rules_broken(TOWN, moved) == {"lock"}
    assert found(lock_rule.check(TOWN, moved), "what", "locked") == [("m", "start", "2026-09-07T10:00")]


def test_forbids_another_place() -> None:
    moved = plan(TOWN, placed("m", "mon 10:00", sits("anna", "head"), place="hall"))
    assert found(lock_rule.check(TOWN, moved), "what", "locked") == [("m", "place", "school")]


def test_forbids_other_people() -> None:
    changed = plan(TOWN, placed("m", "mon 10:00", sits("bo", "head"), place="school"))
    assert rules_broken(TOWN, changed) == {"lock"}
    assert found(lock_rule.check(TOWN, changed), "what", "seat", "locked") == [("m", "person", "head", "anna")]


def test_leaves_open_what_the_lock_does_not_name() -> None:
    town = term(
        meeting("m", seat("head"), places=("hall", "school"), lock=lock("mon 10:00")),
        holds("anna", "head", deputies=["bo"]),
    )
    for where, who in (("hall", "anna"), ("school", "bo")):
        assert rules_broken(town, plan(town, placed("m", "mon 10:00", sits(who, "head"), place=where))) == set()

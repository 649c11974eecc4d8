"""Changes of a term: kept with the revision that they make, and taken back while nobody has been told."""

from collections.abc import Sequence
from datetime import datetime

import pytest
from pydantic import ValidationError

from api.store import Conflict, NotFound, Stale, Workspace
from models import Action, Away, Cancel, Change, CloseDay, Move, RaiseLimit, Withdraw
from tests.api.store.building import MONDAY, SetClock, kept_plan, stored, town

AWAY = Away(person="anna", start=datetime(2026, 9, 7, 8), end=datetime(2026, 9, 7, 12))
CANCEL = Cancel(meeting="council", day=MONDAY)


def change(*actions: Action) -> Change:
    """A change of such actions."""
    return Change(actions=actions, reason="Storm")


def test_keeps_a_change_with_the_revision_that_it_makes(office: Workspace, clock: SetClock) -> None:
    term = stored(office)
    made = office.change_term(term.id, change(CANCEL, AWAY), 1, "bo")
    assert (made.number, made.based_on, made.revision, made.by, made.made_at) == (1, 1, 2, "bo", clock.now)
    assert (made.change, made.undone_revision) == (change(CANCEL, AWAY), None)
    now = office.term(term.id)
    assert (now.revision, now.by) == (2, "bo")
    assert now.term.absences[0].person == "anna"
    assert now.term.meetings[0].called_off[0].first_day == MONDAY
    assert office.term(term.id, 1).term == term.term
    assert office.change(term.id, 1) == made
    entry = office.audit()[0]
    assert (entry.action, entry.subject, entry.by) == ("change.create", f"{term.id}/1", "bo")


def test_numbers_changes_within_their_term_and_lists_the_newest_first(office: Workspace) -> None:
    term, other = stored(office), stored(office)
    for based_on in (1, 2, 3):
        office.change_term(term.id, change(AWAY), based_on, "bo")
    office.change_term(other.id, change(AWAY), 1, "bo")
    assert [one.number for one in office.changes(term.id)] == [3, 2, 1]
    assert [one.number for one in office.changes(term.id, after=3, limit=1)] == [2]
    assert [one.number for one in office.changes(other.id)] == [1]
    with pytest.raises(NotFound):
        office.changes(term.id, after=4)


def test_a_change_that_changes_nothing_is_kept_all_the_same(office: Workspace) -> None:
    term = stored(office)
    limit = change(RaiseLimit(person="anna", meetings_per_day=2))
    assert [office.change_term(term.id, limit, based_on, "bo").revision for based_on in (1, 2)] == [2, 3]
    assert office.undo_change(term.id, 2, 3, "bo").undone_revision == 4


def test_keeps_nothing_of_a_change_that_is_wrong(office: Workspace) -> None:
    term = stored(office)
    for action, title in ((Withdraw(meeting="nothing"), "Change"), (Away(person="anna"), "Term")):
        with pytest.raises(ValidationError) as wrong:
            office.change_term(term.id, change(AWAY, action), 1, "bo")
        assert wrong.value.title == title
    assert office.term(term.id).revision == 1
    assert office.changes(term.id) == ()


def test_takes_a_change_back_and_leaves_what_came_later(office: Workspace, clock: SetClock) -> None:
    term = stored(office)
    office.change_term(term.id, change(CANCEL), 1, "bo")
    office.change_term(term.id, change(AWAY), 2, "bo")
    clock.advance(hours=1)
    undone = office.undo_change(term.id, 1, 3, "anna")
    assert (undone.undone_revision, undone.undone_by, undone.undone_at) == (4, "anna", clock.now)
    assert undone.version == 4
    now = office.term(term.id).term
    assert now.meetings == term.term.meetings
    assert len(now.absences) == 1
    assert office.change(term.id, 1) == undone
    assert (office.audit()[0].action, office.audit()[0].subject) == ("change.undo", f"{term.id}/1")


def test_takes_no_change_back_twice(office: Workspace) -> None:
    term = stored(office)
    office.change_term(term.id, change(AWAY), 1, "bo")
    office.undo_change(term.id, 1, 2, "bo")
    with pytest.raises(Conflict) as refused:
        office.undo_change(term.id, 1, 3, "bo")
    assert (refused.value.code, refused.value.params["revision"]) == ("undone", 3)
    assert office.term(term.id).revision == 3


def test_takes_nothing_back_that_has_been_changed_again(office: Workspace) -> None:
    term = stored(office)
    office.change_term(term.id, change(CANCEL), 1, "bo")
    office.change_term(term.id, change(Move(meeting="council", start=datetime(2026, 9, 8, 10))), 2, "bo")
    with pytest.raises(Conflict) as refused:
        office.undo_change(term.id, 1, 3, "bo")
    assert refused.value.code == "entangled"
    assert (refused.value.params["list"], refused.value.params["id"]) == ("meetings", "council")
    office.undo_change(term.id, 2, 3, "bo")
    assert office.undo_change(term.id, 1, 4, "bo").undone_revision == 5
    assert office.term(term.id).term == term.term


def test_takes_nothing_back_that_people_have_been_told(office: Workspace) -> None:
    term = stored(office)
    office.change_term(term.id, change(AWAY), 1, "bo")
    office.release(term.id, kept_plan(office, office.term(term.id)).id, "bo")
    office.change_term(term.id, change(CANCEL), 2, "bo")
    with pytest.raises(Conflict) as refused:
        office.undo_change(term.id, 1, 3, "bo")
    assert (refused.value.code, refused.value.params["release"]) == ("released", 1)
    assert office.undo_change(term.id, 2, 3, "bo").undone_revision == 4


def test_a_release_of_an_older_revision_has_told_nobody_of_the_change(office: Workspace) -> None:
    term = stored(office)
    plan = kept_plan(office, term)
    office.change_term(term.id, change(AWAY), 1, "bo")
    office.release(term.id, plan.id, "bo")
    assert office.undo_change(term.id, 1, 2, "bo").undone_revision == 3


def _what(refused: Stale) -> Sequence[dict[str, object]]:
    changed: Sequence[dict[str, object]] = refused.params["changed"]
    return changed


def test_tells_the_second_what_the_first_did(office: Workspace, clock: SetClock) -> None:
    term = stored(office)
    office.change_term(term.id, change(CANCEL, AWAY, AWAY), 1, "bo")
    office.undo_change(term.id, 1, 2, "cia")
    replaced = town(uid=term.term.uid, title="Later")
    office.replace_term(term.id, replaced, 3, "dan")
    at = clock.now.isoformat()
    by_change = {"change": 1, "actions": ["cancel", "away"]}
    expected = [
        {"revision": 4, "by": "dan", "at": at, "what": "replaced"},
        {"revision": 3, "by": "cia", "at": at, "what": "undone", **by_change},
        {"revision": 2, "by": "bo", "at": at, "what": "changed", **by_change},
    ]
    for act in (
        lambda based_on: office.change_term(term.id, change(AWAY), based_on, "anna"),
        lambda based_on: office.undo_change(term.id, 1, based_on, "anna"),
        lambda based_on: office.replace_term(term.id, replaced, based_on, "anna"),
    ):
        for based_on in (1, 2, 3, 7):
            with pytest.raises(Stale) as refused:
                act(based_on)
            assert refused.value.current_version == 4
            assert list(_what(refused.value)) == expected[: max(0, 4 - based_on)]


def test_tells_the_second_of_twenty_things_at_most(office: Workspace) -> None:
    term = stored(office)
    for based_on in range(1, 25):
        day = CloseDay(first_day=MONDAY.replace(day=based_on), why="Studiedag")
        office.change_term(term.id, change(day), based_on, "bo")
    with pytest.raises(Stale) as refused:
        office.change_term(term.id, change(AWAY), 1, "anna")
    assert [one["revision"] for one in _what(refused.value)] == list(range(25, 5, -1))


def test_tells_who_released_meanwhile(office: Workspace, clock: SetClock) -> None:
    term = stored(office)
    plan = kept_plan(office, term)
    office.release(term.id, plan.id, "bo", based_on=0)
    with pytest.raises(Stale) as refused:
        office.release(term.id, plan.id, "anna", based_on=0)
    told = {"number": 1, "by": "bo", "at": clock.now.isoformat(), "plan_id": plan.id}
    assert list(_what(refused.value)) == [told]

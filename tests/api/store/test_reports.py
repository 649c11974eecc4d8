"""Reports: nothing of the term changes before a coordinator has decided, and then once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from pydantic import ValidationError

from api.store import Conflict, NotFound, Report, Stale, Store, Workspace
from api.store.reports import MOST_REPORTS, MOST_WAITING
from models import Away, Change
from tests.api.store.building import SetClock, kept_plan, stored

TEN = datetime(2026, 9, 7, 10)
BY = "participant"


def away(hour: int = 0, person: str = "anna") -> Away:
    start = TEN + timedelta(hours=hour)
    return Away(person=person, start=start, end=start + timedelta(hours=1))


def state(office: Workspace, term_id: str, number: int = 1) -> Report:
    return office.report(term_id, number)


def test_a_report_changes_nothing_but_waits(office: Workspace) -> None:
    term = stored(office)
    made = office.report_away(term.id, away(), BY, reason="Dentist", meeting="Council")
    assert (made.number, made.state, made.reason, made.meeting) == (1, "waiting", "Dentist", "Council")
    assert (made.start, made.end) == (TEN, TEN + timedelta(hours=1))
    assert office.term(term.id).revision == 1
    assert office.overview()[0].waiting == office.waiting(term.id) == 1
    assert office.reports(term.id) == office.reports(term.id, "anna") == (made,)
    assert office.reports(term.id, "bo") == ()


def test_the_same_again_is_the_same_report(office: Workspace) -> None:
    term = stored(office)
    first = office.report_away(term.id, away(), BY)
    again = office.report_away(term.id, away(), BY, reason="Dentist")
    assert (again.number, again.reason) == (first.number, "Dentist")
    assert office.report_away(term.id, away(), BY).reason == "Dentist", "nothing said takes nothing back"
    assert office.report_away(term.id, away(hour=1), BY).number == 2
    assert office.report_away(term.id, away(person="bo"), BY).number == 3


@pytest.mark.parametrize("reason", ["", "x" * 301, "two\nlines", "\0"])
def test_a_reason_that_is_none_is_refused(office: Workspace, reason: str) -> None:
    term = stored(office)
    with pytest.raises(ValidationError):
        office.report_away(term.id, away(), BY, reason=reason)
    assert office.reports(term.id) == ()


def test_many_at_once_are_one(office: Workspace) -> None:
    term = stored(office)
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: office.report_away(term.id, away(), BY).number, range(8)))
    assert set(made) == {1}


def test_accepting_makes_the_change_and_the_decision_together(office: Workspace) -> None:
    term = stored(office)
    office.report_away(term.id, away(), BY, reason="Dentist")
    change = office.accept_report(term.id, 1, 1, "coordinator")
    assert (change.based_on, change.revision, change.by) == (1, 2, "coordinator")
    (absence,) = office.term(term.id).term.absences
    assert (absence.person, absence.start, absence.reason) == ("anna", TEN, "Dentist")
    after = state(office, term.id)
    assert (after.state, after.change, after.decided_by) == ("accepted", change.number, "coordinator")
    assert after.reason is None, "it is in the term now, and nowhere twice"
    assert office.waiting(term.id) == 0


def test_a_report_is_decided_once(office: Workspace) -> None:
    term = stored(office)
    office.report_away(term.id, away(), BY)
    office.accept_report(term.id, 1, 1, "coordinator")
    for decide in (
        lambda: office.accept_report(term.id, 1, 2, "another"),
        lambda: office.decline_report(term.id, 1, "another"),
        lambda: office.withdraw_report(term.id, 1, "anna", BY),
    ):
        with pytest.raises(Conflict) as refused:
            decide()
        assert refused.value.code == "decided"
    assert office.term(term.id).revision == 2
    assert len(office.term(term.id).term.absences) == 1


def test_of_two_who_accept_at_once_one_does(office: Workspace) -> None:
    term = stored(office)
    office.report_away(term.id, away(), BY)

    def accept(_: int) -> str:
        try:
            office.accept_report(term.id, 1, 1, "coordinator")
        except (Conflict, Stale) as refused:
            return refused.code
        return "accepted"

    with ThreadPoolExecutor(4) as pool:
        told = list(pool.map(accept, range(4)))
    assert told.count("accepted") == 1
    assert len(office.term(term.id).term.absences) == 1


def test_who_accepts_on_an_older_revision_is_told_and_the_report_waits(office: Workspace) -> None:
    term = stored(office)
    office.report_away(term.id, away(), BY)
    office.change_term(term.id, Change(actions=(away(hour=5, person="bo"),)), 1, "another")
    with pytest.raises(Stale):
        office.accept_report(term.id, 1, 1, "coordinator")
    assert state(office, term.id).state == "waiting"


def test_a_report_that_the_term_cannot_take_in_waits(office: Workspace) -> None:
    term = stored(office)
    office.report_away(term.id, away(person="bo"), BY)
    people = tuple(one for one in term.term.people if one.id != "bo")
    posts = tuple(one.model_copy(update={"deputies": ()}) for one in term.term.appointments)
    office.replace_term(term.id, term.term.model_copy(update={"people": people, "appointments": posts}), 1, "c")
    with pytest.raises(ValidationError):
        office.accept_report(term.id, 1, 2, "coordinator")
    assert state(office, term.id).state == "waiting"


def test_declining_says_a_word_and_forgets_the_reason(office: Workspace, clock: SetClock) -> None:
    term = stored(office)
    office.report_away(term.id, away(), BY, reason="Dentist")
    after = office.decline_report(term.id, 1, "coordinator", "Call me")
    assert (after.state, after.answer, after.reason, after.decided_at) == ("declined", "Call me", None, clock.now)
    assert office.term(term.id).revision == 1


def test_a_report_is_taken_back_by_whose_it_is_alone(office: Workspace) -> None:
    term = stored(office)
    office.report_away(term.id, away(), BY, reason="Dentist")
    with pytest.raises(NotFound):
        office.withdraw_report(term.id, 1, "bo", BY)
    after = office.withdraw_report(term.id, 1, "anna", BY)
    assert (after.state, after.reason) == ("withdrawn", None)
    assert office.report_away(term.id, away(), BY).number == 2, "and can be made again"


def test_those_that_wait_longest_come_first(office: Workspace) -> None:
    term = stored(office)
    for hour in range(5):
        office.report_away(term.id, away(hour), BY)
    office.decline_report(term.id, 4, "coordinator")
    office.decline_report(term.id, 2, "coordinator")
    assert [one.number for one in office.reports(term.id)] == [1, 3, 5, 4, 2]


def test_one_person_cannot_fill_the_table(office: Workspace) -> None:
    term = stored(office)
    for hour in range(MOST_WAITING):
        office.report_away(term.id, away(hour), BY)
    with pytest.raises(Conflict) as refused:
        office.report_away(term.id, away(hour=99), BY)
    assert (refused.value.code, refused.value.params["most"]) == ("too_many_reports", MOST_WAITING)
    office.report_away(term.id, away(), BY)  # the same again is none more
    office.report_away(term.id, away(person="bo"), BY)
    assert MOST_REPORTS > MOST_WAITING


def test_the_audit_names_the_report_and_neither_person_nor_reason(office: Workspace) -> None:
    term = stored(office)
    office.report_away(term.id, away(), BY, reason="Dentist")
    office.decline_report(term.id, 1, "coordinator", "Call me")
    told = [(one.action, one.by, one.subject) for one in office.audit()][:2]
    assert told == [("report.declined", "coordinator", f"{term.id}/1"), ("report.create", BY, f"{term.id}/1")]


def test_feeds_and_digests_know_nothing_of_a_reason(store: Store, office: Workspace) -> None:
    term = stored(office)
    office.report_away(term.id, away(), BY, reason="Dentist")
    office.accept_report(term.id, 1, 1, "coordinator")
    feed = office.subscribe(term.id, "person", "anna", "c")
    later = office.term(term.id)
    office.release(term.id, kept_plan(office, later, hour=13).id, "c")
    rendering = store.feed(feed.token)
    assert rendering is not None
    assert b"Dentist" not in rendering.body
    assert "Dentist" not in office.digest(term.id, 1, "anna").text


def test_says_how_fresh_a_calendar_is(store: Store, office: Workspace, clock: SetClock) -> None:
    term = stored(office)
    feed = office.subscribe(term.id, "person", "anna", "c")
    office.release(term.id, kept_plan(office, term).id, "c")
    assert [(one.fetched_release, one.is_current) for one in office.calendars(term.id)] == [(None, False)]
    store.feed(feed.token)
    assert [(one.fetched_release, one.is_current) for one in office.calendars(term.id)] == [(1, True)]
    clock.advance(hours=1)
    office.release(term.id, kept_plan(office, term, hour=13).id, "c")
    assert [(one.fetched_release, one.is_current) for one in office.calendars(term.id)] == [(1, False)]
    office.revoke(feed.id, "c")
    assert office.calendars(term.id) == ()


def test_names_those_whom_their_last_change_has_not_reached(store: Store, office: Workspace, clock: SetClock) -> None:
    term = stored(office)
    feed = office.subscribe(term.id, "person", "anna", "c")
    assert office.unreached(term.id, ["anna", "bo"]) == []
    assert office.last_digest(term.id, "anna") is None
    office.release(term.id, kept_plan(office, term).id, "c")
    assert office.unreached(term.id, ["anna", "bo"]) == ["anna"], "bo does not sit there"
    assert office.unreached(term.id, ["bo"]) == []
    store.feed(feed.token)
    assert office.unreached(term.id, ["anna"]) == []
    clock.advance(hours=1)
    office.release(term.id, kept_plan(office, term, hour=13).id, "c")
    assert office.unreached(term.id, ["anna"]) == ["anna"]
    told = office.last_digest(term.id, "anna")
    assert told is not None
    assert (told.release, told.since) == (2, 1)

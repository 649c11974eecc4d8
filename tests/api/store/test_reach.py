"""Whom a release can have reached: no fetch after it goes unnoticed, and no fetch before it counts."""

import pytest

from api.store import Reach, Store, Workspace
from api.store.tables import digests
from tests.api.store.building import SetClock, kept_plan, stored


def reached(office: Workspace, term_id: str, number: int, person: str = "anna") -> Reach:
    (found,) = (one for one in office.reach(term_id, number) if one.person == person)
    return found


def test_nobody_is_reached_at_first(office: Workspace) -> None:
    term = stored(office)
    office.release(term.id, kept_plan(office, term).id, "anna")
    assert reached(office, term.id, 1) == Reach("anna", "none", None, None, certainly_not_reached=True)


def test_notes_a_fetch_right_after_a_release_however_short_ago_the_last_was(
    store: Store, office: Workspace, clock: SetClock
) -> None:
    term = stored(office)
    feed = office.subscribe(term.id, "person", "anna", "anna")
    office.release(term.id, kept_plan(office, term).id, "anna")
    clock.advance(seconds=1)
    store.feed(feed.token)
    first = clock.now
    clock.advance(seconds=1)
    office.release(term.id, kept_plan(office, term, hour=13).id, "anna")
    assert reached(office, term.id, 2) == Reach("anna", "none", None, first, certainly_not_reached=True)
    clock.advance(seconds=1)
    store.feed(feed.token)
    assert reached(office, term.id, 2) == Reach("anna", "none", None, clock.now, certainly_not_reached=False)
    assert not reached(office, term.id, 1).certainly_not_reached


def test_a_fetch_of_the_old_bytes_while_a_release_is_made_does_not_count(
    store: Store, office: Workspace, clock: SetClock
) -> None:
    term = stored(office)
    feed = office.subscribe(term.id, "person", "anna", "anna")
    office.release(term.id, kept_plan(office, term).id, "anna")
    later = kept_plan(office, term, hour=13)
    office.release(term.id, later.id, "anna")
    clock.advance(minutes=2)
    store._note_fetched(office.id, feed.id, 1)  # what a slow reader got before the release was there
    fetched = reached(office, term.id, 2)
    assert (fetched.fetched_at, fetched.certainly_not_reached) == (clock.now, True)


def test_only_a_calendar_of_their_own_counts(store: Store, office: Workspace, clock: SetClock) -> None:
    term = stored(office)
    others = [office.subscribe(term.id, kind, subject, "anna") for kind, subject in (("term", None), ("person", "bo"))]  # type: ignore[arg-type]
    office.release(term.id, kept_plan(office, term).id, "anna")
    for feed in others:
        store.feed(feed.token)
    assert reached(office, term.id, 1).certainly_not_reached


def test_a_revoked_calendar_counts_while_it_was_read(store: Store, office: Workspace) -> None:
    term = stored(office)
    feed = office.subscribe(term.id, "person", "anna", "anna")
    office.release(term.id, kept_plan(office, term).id, "anna")
    store.feed(feed.token)
    office.revoke(feed.id, "anna")
    assert not reached(office, term.id, 1).certainly_not_reached


@pytest.mark.parametrize(
    ("state", "perhaps", "certainly_not"),
    [
        ("none", False, True),
        ("queued", False, True),
        ("failed", False, True),
        ("folded", False, True),
        ("queued", True, False),
        ("failed", True, False),
        ("sending", False, False),
        ("sent", False, False),
    ],
)
def test_a_mail_counts_where_it_can_have_left(
    office: Workspace, clock: SetClock, state: str, perhaps: bool, certainly_not: bool
) -> None:
    term = stored(office)
    office.release(term.id, kept_plan(office, term).id, "anna")
    sent_at = clock.now if state == "sent" else None
    with office.writing() as rows:
        rows.change(digests, digests.c.person == "anna", state=state, perhaps=perhaps, sent_at=sent_at)
    found = reached(office, term.id, 1)
    assert (found.mailed_at, found.certainly_not_reached) == (sent_at, certainly_not)


def test_a_later_mail_tells_of_an_earlier_release_too(office: Workspace, clock: SetClock) -> None:
    term = stored(office)
    for hour in (10, 13):
        office.release(term.id, kept_plan(office, term, hour).id, "anna")
    with office.writing() as rows:
        rows.change(digests, digests.c.release == 1, state="folded")
        rows.change(digests, digests.c.release == 2, state="sent", sent_at=clock.now)
    assert [reached(office, term.id, number).mailed_at for number in (1, 2)] == [clock.now] * 2


def test_the_language_is_that_of_their_own_calendar(office: Workspace) -> None:
    term = stored(office)
    office.subscribe(term.id, "person", "anna", "anna", "en")
    office.release(term.id, kept_plan(office, term).id, "anna")
    digest = office.digest(term.id, 1, "anna")
    assert (digest.language, digest.subject) == ("en", "Your meetings: Autumn")


def test_writes_nothing_for_those_for_whom_nothing_changes(office: Workspace) -> None:
    term = stored(office)
    office.release(term.id, kept_plan(office, term).id, "anna")
    office.release(term.id, kept_plan(office, term, head="bo").id, "anna")
    office.release(term.id, kept_plan(office, term, head="bo").id, "anna")
    people = [[one.person for one in office.digests(term.id, number)] for number in (1, 2, 3)]
    assert people == [["anna"], ["anna", "bo"], []]
    assert "Du har inga kommande möten." in office.digest(term.id, 2, "anna").text

"""Numbered nightly renderings: once, and the next release goes on from them."""

from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa

from api.jobs.nightly import Nights, all_nights
from api.store import NotFound, Store, Workspace
from api.store.tables import nights, renderings
from tests.api.store.building import SetClock, kept_plan, stored, town


@pytest.fixture
def term_id(office: Workspace) -> str:
    """A term whose board, of 8 September, was cancelled on 3 August; readers have links."""
    term = stored(office, meetings=("council", "board"))
    for kind, subject in (("term", None), ("person", "anna"), ("person", "bo")):
        office.subscribe(term.id, kind, subject, "anna")  # type: ignore[arg-type]
    office.release(term.id, kept_plan(office, term).id, "anna")
    term = office.replace_term(term.id, town(uid=term.term.uid), term.revision, "anna")
    office.release(term.id, kept_plan(office, term).id, "anna")
    return term.id


def feeds(store: Store, office: Workspace, term_id: str) -> list[tuple[int, int]]:
    """Of each link, the newest last: how many events, and how many cancelled ones."""
    found = []
    for one in reversed(office.subscriptions(term_id)):
        feed = store.feed(one.token)
        assert feed
        found.append((feed.body.count(b"BEGIN:VEVENT"), feed.body.count(b"STATUS:CANCELLED")))
    return found


def test_drops_what_has_been_cancelled_for_long_without_a_release(
    store: Store, office: Workspace, clock: SetClock, term_id: str
) -> None:
    assert feeds(store, office, term_id) == [(2, 1), (2, 1), (0, 0)]
    clock.advance(days=66)  # 8 October
    assert office.nightly(term_id, "worker") is None
    clock.advance(days=1)
    assert office.nightly(term_id, "worker") == 1
    assert feeds(store, office, term_id) == [(1, 0), (1, 0), (0, 0)]
    assert [one.number for one in office.releases(term_id)] == [2, 1]
    (noted,) = (one for one in office.audit() if one.action == "nightly")
    assert (noted.by, noted.subject) == ("worker", f"{term_id}/2/1")
    changed = store.feed(office.subscriptions(term_id)[2].token)
    assert changed
    assert (changed.last_modified, changed.release) == (clock.now, 2)


def test_a_night_that_comes_twice_does_nothing(store: Store, office: Workspace, clock: SetClock, term_id: str) -> None:
    clock.advance(days=67)
    assert office.nightly(term_id, "worker") == 1
    before = [store.feed(one.token) for one in office.subscriptions(term_id)]
    audited = office.audit()
    clock.advance(days=1)
    assert office.nightly(term_id, "worker") is None
    assert [store.feed(one.token) for one in office.subscriptions(term_id)] == before
    assert office.audit() == audited


def test_of_several_workers_one_renders_it(store: Store, office: Workspace, clock: SetClock, term_id: str) -> None:
    clock.advance(days=67)
    with ThreadPoolExecutor(4) as pool:
        numbers = list(pool.map(lambda _: office.nightly(term_id, "worker"), range(4)))
    assert sorted(filter(None, numbers)) == [1]
    with store.opened.reader.begin() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(nights)).scalar() == 1


def test_renders_only_what_changes(store: Store, office: Workspace, clock: SetClock, term_id: str) -> None:
    clock.advance(days=67)
    office.nightly(term_id, "worker")
    with store.opened.reader.begin() as connection:
        asked = sa.select(renderings.c.kind, renderings.c.subject).where(renderings.c.night == 1)
        assert {row.kind for row in connection.execute(asked)} == {"term", "person"}
        assert "bo" not in {row.subject for row in connection.execute(asked)}


def test_the_next_release_goes_on_from_the_night(
    store: Store, office: Workspace, clock: SetClock, term_id: str
) -> None:
    clock.advance(days=67)
    office.nightly(term_id, "worker")
    before = [store.feed(one.token) for one in office.subscriptions(term_id)]
    term = office.term(term_id)
    office.release(term_id, kept_plan(office, term).id, "anna")
    assert [store.feed(one.token) for one in office.subscriptions(term_id)] == before


def test_one_who_subscribes_after_a_night_gets_what_it_left(
    store: Store, office: Workspace, clock: SetClock, term_id: str
) -> None:
    clock.advance(days=67)
    office.nightly(term_id, "worker")
    late = store.feed(office.subscribe(term_id, "unit", "office", "anna").token)
    assert late
    assert (late.body.count(b"BEGIN:VEVENT"), late.last_modified) == (1, clock.now)


def test_needs_a_term_and_a_release(office: Workspace) -> None:
    with pytest.raises(NotFound):
        office.nightly("nowhere", "worker")
    assert office.nightly(stored(office).id, "worker") is None


def test_a_worker_looks_once_a_local_date(
    store: Store, office: Workspace, clock: SetClock, term_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    nightly = Workspace.nightly
    monkeypatch.setattr(Workspace, "nightly", lambda *given: asked.append(given[1]) or nightly(*given))
    worker = Nights(store)
    for hours, times in ((0, 1), (14, 1), (2, 2), (20, 2), (4, 3)):  # from nine in the morning: midnight is after 15
        clock.advance(hours=hours)
        worker.look()
        assert len(asked) == times
    assert set(asked) == {term_id}


def test_a_term_that_cannot_be_read_keeps_nobody_else_from_their_night(
    store: Store, office: Workspace, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken, sound = (stored(office) for _ in range(2))
    for one in (broken, sound):
        office.release(one.id, kept_plan(office, one).id, "anna")
    asked: list[str] = []

    def nightly(office: Workspace, term_id: str, by: str) -> None:
        asked.append(term_id)
        if term_id == broken.id:
            raise ValueError("larger than the settings allow by now")

    monkeypatch.setattr(Workspace, "nightly", nightly)
    worker = Nights(store)
    worker.look()
    worker.look()
    assert asked == [broken.id, sound.id]
    clock.advance(hours=1)
    worker.look()
    assert asked == [broken.id, sound.id, broken.id]


def test_the_command_does_it_for_all_terms(store: Store, office: Workspace, clock: SetClock, term_id: str) -> None:
    other = stored(office)
    office.release(other.id, kept_plan(office, other).id, "anna")
    stored(office)
    clock.advance(days=67)
    assert all_nights(store, "command line") == (2, 1)
    assert all_nights(store, "command line") == (2, 0)

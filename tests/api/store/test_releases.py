"""Releases and what the feeds answer with from then on; all of it or nothing."""

import hashlib
from datetime import datetime

import pytest
import sqlalchemy as sa

from api.settings import Settings
from api.store import Conflict, NotFound, Stale, Store, Workspace, renderings
from tests.api.store.building import SetClock, kept_plan, stored, town


def test_numbers_releases_and_says_who_and_when(office: Workspace, clock: SetClock) -> None:
    term = stored(office)
    plan = kept_plan(office, term)
    first = office.release(term.id, plan.id, "anna")
    assert (first.number, first.by, first.plan_id, first.released_at) == (1, "anna", plan.id, clock.now)
    assert office.release(term.id, kept_plan(office, term, hour=11).id, "bo").number == 2
    assert [one.number for one in office.releases(term.id)] == [2, 1]
    assert office.released(term.id).number == office.term(term.id).newest_release == 2
    assert office.released(term.id, 1) == first


def test_refuses_a_release_based_on_an_older_one(office: Workspace) -> None:
    term = stored(office)
    plan = kept_plan(office, term)
    office.release(term.id, plan.id, "anna", based_on=0)
    with pytest.raises(Stale) as refused:
        office.release(term.id, plan.id, "bo", based_on=0)
    assert refused.value.current_version == 1
    assert len(office.releases(term.id)) == 1


def test_publishes_the_plan_of_an_older_release_again(office: Workspace) -> None:
    term = stored(office)
    first = office.release(term.id, kept_plan(office, term).id, "anna")
    office.release(term.id, kept_plan(office, term, hour=11).id, "bo")
    back = office.roll_back(term.id, 1, "cia", based_on=2)
    assert (back.number, back.plan_id, back.by) == (3, first.plan_id, "cia")
    with pytest.raises(Stale):
        office.roll_back(term.id, 1, "cia", based_on=2)
    with pytest.raises(NotFound):
        office.roll_back(term.id, 9, "cia")
    assert office.released(term.id) == back


def test_rolls_back_to_nothing_that_is_released_now(office: Workspace) -> None:
    term = stored(office)
    first, later = kept_plan(office, term), kept_plan(office, term, hour=11)
    for plan in (first, later):
        office.release(term.id, plan.id, "anna")
    seen = office.preview_release(term.id, roll_back_to=1)
    assert (seen.number, seen.before, seen.after, len(seen.mails)) == (3, later.id, first.id, 1)
    office.roll_back(term.id, 1, "anna")
    for number in (1, 3):
        with pytest.raises(Conflict) as refused:
            office.roll_back(term.id, number, "anna")
        assert (refused.value.code, refused.value.params["release"]) == ("nothing_to_roll_back", 3)
        with pytest.raises(Conflict):
            office.preview_release(term.id, roll_back_to=number)
    assert len(office.releases(term.id)) == 3


def test_a_digest_after_a_rollback_lists_no_meeting_that_has_been(office: Workspace) -> None:
    term = stored(office, meetings=("council", "board"))
    early, late = datetime(2026, 9, 1, 8, 0), datetime(2026, 9, 8, 8, 0)
    office.release(term.id, kept_plan(office, term, as_of=early).id, "anna")
    office.release(term.id, kept_plan(office, term, hour=11, as_of=late).id, "anna")
    office.roll_back(term.id, 1, "anna")
    first, _, back = (office.digest(term.id, number, "anna").text for number in (1, 2, 3))
    ahead = "Det här har du från och med nu:\n"
    assert "7 sep" in first.split(ahead)[1]
    assert "7 sep" not in back.split(ahead)[1]
    assert "8 sep" in back.split(ahead)[1]
    assert "skickat automatiskt" not in back


def test_shows_what_a_release_would_do_and_keeps_nothing_of_it(office: Workspace) -> None:
    term = stored(office)
    first, later = kept_plan(office, term), kept_plan(office, term, hour=11)
    links = [office.subscribe(term.id, "person", person, "anna") for person in ("anna", "bo")]
    revoked = office.subscribe(term.id, "term", None, "anna")
    office.revoke(revoked.id, "anna")
    seen = office.preview_release(term.id, first.id)
    assert (seen.number, seen.before, seen.feeds, seen.feeds_changed) == (1, None, 2, 2)
    assert office.releases(term.id) == ()
    assert office.rendering(links[0].id) is None
    office.release(term.id, first.id, "anna")
    office.replace_term(term.id, town(uid=term.term.uid, title="Later"), 1, "bo")
    before = office.audit(), office.rendering(links[0].id)
    seen = office.preview_release(term.id, later.id)
    assert (seen.number, seen.before, seen.feeds, seen.feeds_changed) == (2, first.id, 2, 1)
    assert (seen.revision, seen.current_revision) == (1, 2)
    assert (office.audit(), office.rendering(links[0].id)) == before
    assert office.release(term.id, later.id, "anna").number == 2


def test_refuses_the_plan_of_another_term(office: Workspace) -> None:
    term, other = stored(office), stored(office)
    with pytest.raises(Conflict):
        office.release(term.id, kept_plan(office, other).id, "anna")
    with pytest.raises(NotFound):
        office.release(term.id, "nothing", "anna")
    assert office.releases(term.id) == ()


def test_answers_feeds_from_stored_bytes(store: Store, office: Workspace, clock: SetClock) -> None:
    term = stored(office)
    links = [
        office.subscribe(term.id, "term", None, "anna"),
        office.subscribe(term.id, "person", "anna", "anna"),
        office.subscribe(term.id, "unit", "office", "anna"),
        office.subscribe(term.id, "series", "series", "anna"),
    ]
    assert [store.feed(one.token) for one in links] == [None] * 4
    office.release(term.id, kept_plan(office, term).id, "anna")
    told = [store.feed(one.token) for one in links]
    for feed in told:
        assert feed is not None
        assert b"DTSTART;TZID=Europe/Stockholm:20260907T100000" in feed.body
        assert feed.etag == f'"{hashlib.sha256(feed.body).hexdigest()}"'
        assert (feed.last_modified, feed.release) == (clock.now, 1)
    assert len({feed.filename for feed in told if feed}) == 4


def test_leaves_a_feed_as_it_was_where_nothing_changed_in_it(store: Store, office: Workspace, clock: SetClock) -> None:
    term = stored(office)
    held, nothing = (office.subscribe(term.id, "person", who, "anna") for who in ("anna", "bo"))
    office.release(term.id, kept_plan(office, term).id, "anna")
    before = store.feed(nothing.token)
    clock.advance(days=1)
    office.release(term.id, kept_plan(office, term, hour=13).id, "anna")
    moved = store.feed(held.token)
    assert moved is not None
    assert b"T130000" in moved.body
    assert b"SEQUENCE:1" in moved.body
    assert (moved.release, moved.last_modified) == (2, clock.now)
    assert store.feed(nothing.token) == before


def test_renders_for_one_who_subscribes_later(store: Store, office: Workspace) -> None:
    term = stored(office)
    early = office.subscribe(term.id, "person", "anna", "anna")
    office.release(term.id, kept_plan(office, term).id, "anna")
    english = office.subscribe(term.id, "person", "anna", "anna", "en")
    assert english.id != early.id
    told = store.feed(english.token)
    assert told is not None
    assert b"BEGIN:VEVENT" in told.body
    assert office.rendering(english.id) == told


def test_releases_nothing_when_a_feed_cannot_be_made(
    store: Store, office: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    term = stored(office)
    links = [office.subscribe(term.id, "person", who, "anna") for who in ("anna", "bo")]
    office.release(term.id, kept_plan(office, term).id, "anna")
    before = [store.feed(one.token) for one in links]
    later = kept_plan(office, term, hour=13)
    audited = office.audit()
    monkeypatch.setattr(renderings, "render_feed", _fails_at_the_second(renderings.render_feed))
    with pytest.raises(RuntimeError):
        office.release(term.id, later.id, "anna")
    assert [store.feed(one.token) for one in links] == before
    assert office.released(term.id).number == office.term(term.id).newest_release == 1
    assert office.audit() == audited
    monkeypatch.undo()
    assert office.release(term.id, later.id, "anna").number == 2


def _fails_at_the_second(render):  # type: ignore[no-untyped-def]
    calls = iter((render, None))

    def fail(*given):  # type: ignore[no-untyped-def]
        called = next(calls)
        if called is None:
            raise RuntimeError("the power fails")
        return called(*given)

    return fail


def test_releases_nothing_when_the_database_fails_at_the_end(store: Store, office: Workspace) -> None:
    term = stored(office)
    link = office.subscribe(term.id, "term", None, "anna")
    plan = kept_plan(office, term)

    def fail(connection: sa.Connection) -> None:
        raise RuntimeError("the power fails")

    sa.event.listen(store.opened.engine, "commit", fail)
    with pytest.raises(RuntimeError):
        office.release(term.id, plan.id, "anna")
    sa.event.remove(store.opened.engine, "commit", fail)
    assert office.releases(term.id) == ()
    assert store.feed(link.token) is None


def test_tells_of_the_revision_that_the_plan_answers(store: Store, office: Workspace) -> None:
    term = stored(office, title="Autumn")
    plan = kept_plan(office, term)
    office.replace_term(term.id, town(uid=term.term.uid, title="Winter"), 1, "anna")
    link = office.subscribe(term.id, "term", None, "anna")
    assert office.release(term.id, plan.id, "anna").revision == 1
    told = store.feed(link.token)
    assert told is not None
    assert b"NAME:Autumn" in told.body


def test_survives_a_new_start(store: Store, office: Workspace, settings: Settings) -> None:
    term = stored(office)
    link = office.subscribe(term.id, "term", None, "anna")
    office.release(term.id, kept_plan(office, term).id, "anna")
    before = store.feed(link.token)
    store.close()
    with Store(settings) as again:
        assert again.feed(link.token) == before


@pytest.mark.parametrize(("keep", "there"), [(30, True), (2, False)])
def test_keeps_a_cancelled_meeting_in_the_calendars_as_long_as_the_setting_says(
    settings: Settings, clock: SetClock, keep: int, there: bool
) -> None:
    with Store(settings.model_copy(update={"keep_cancelled_days": keep}), clock) as store:
        office = store.workspace()
        term = stored(office, meetings=("council", "board"))
        feed = office.subscribe(term.id, "term", None, "anna")
        office.release(term.id, kept_plan(office, term).id, "anna")
        board = str(term.term.resolved["board"].uid).encode()
        term = office.replace_term(term.id, town(uid=term.term.uid), term.revision, "anna")
        for days in (0, 43):  # the first of them cancels; the board would have met on 8 September, 36 days in
            clock.advance(days=days)
            office.release(term.id, kept_plan(office, term).id, "anna")
        told = store.feed(feed.token)
        assert told is not None
        assert (board in told.body) == there

"""Links of participants' own pages: who holds one, what else it opens (nothing), how it is renewed, and how it ends."""

import pytest
import sqlalchemy as sa

from api.settings import Settings
from api.store import NotFound, Store, Workspace
from api.store.tables import METADATA, audit
from tests.api.store.building import SetClock, kept_plan, stored


@pytest.fixture
def term_id(office: Workspace) -> str:
    """A term with a release."""
    term = stored(office)
    office.release(term.id, kept_plan(office, term).id, "anna")
    return term.id


def test_shows_the_same_link_whenever_it_is_asked(office: Workspace, term_id: str) -> None:
    made = office.give_page(term_id, "anna", "coordinator")
    assert office.give_page(term_id, "anna", "another") == made
    assert office.page_links(term_id) == (made,)


def test_refuses_people_that_the_term_does_not_know(office: Workspace, term_id: str) -> None:
    for nobody in ("nobody", "", "office", "\0", "x" * 10_000):
        with pytest.raises(NotFound):
            office.give_page(term_id, nobody, "anna")
    assert office.page_links(term_id) == ()


def test_opens_the_page_of_one_person_and_of_nobody_else(store: Store, office: Workspace, term_id: str) -> None:
    anna, bo = office.give_page(term_id, "anna", "c"), office.give_page(term_id, "bo", "c")
    for link in (anna, bo):
        opened = store.own_page(link.token)
        assert opened is not None
        assert (opened[0].id, opened[1]) == (office.id, link)


def test_opens_nothing_but_with_the_whole_link(store: Store, office: Workspace, term_id: str) -> None:
    link, other = office.give_page(term_id, "anna", "c"), office.give_page(term_id, "bo", "c")
    mac = link.token.split(".")[1]
    swapped = f"{link.id}.{mac[:-1]}{'A' if mac[-1] != 'A' else 'B'}"
    for wrong in (link.id, f"{other.id}.{mac}", swapped, link.token + "A", link.token.upper(), "", "å" * 55, "\0"):
        assert store.own_page(wrong) is None


def test_a_feeds_link_opens_no_page_and_a_pages_link_no_feed(store: Store, office: Workspace, term_id: str) -> None:
    feed, page = office.subscribe(term_id, "person", "anna", "c"), office.give_page(term_id, "anna", "c")
    assert store.feed(feed.token) is not None
    assert store.own_page(page.token) is not None
    assert store.own_page(feed.token) is None
    assert store.feed(page.token) is None


def test_a_link_says_what_it_is_for_even_under_one_id(store: Store, office: Workspace, term_id: str) -> None:
    """Both tables hold the same id: the purpose inside the link alone tells them apart."""
    feed, page = office.subscribe(term_id, "person", "anna", "c"), office.give_page(term_id, "anna", "c")
    links = METADATA.tables["page_links"]
    with store.opened.engine.begin() as connection:
        connection.execute(sa.update(links).where(links.c.id == page.id).values(id=feed.id))
    assert store.own_page(feed.token) is None


def test_renews_a_link_and_closes_the_old_one(store: Store, office: Workspace, term_id: str) -> None:
    old = office.give_page(term_id, "anna", "c")
    new = office.rotate_page(old.id, "c")
    assert (new.id, new.generation) == (old.id, 2)
    assert store.own_page(old.token) is None
    assert store.own_page(new.token) is not None


def test_ends_a_link_for_good_and_another_can_be_given(store: Store, office: Workspace, term_id: str) -> None:
    old = office.give_page(term_id, "anna", "c")
    assert office.revoke_page(old.id, "c").token == ""
    assert office.revoke_page(old.id, "c").revoked_at is not None
    assert store.own_page(old.token) is None
    with pytest.raises(NotFound):
        office.rotate_page(old.id, "c")
    new = office.give_page(term_id, "anna", "c")
    assert new.id != old.id
    assert office.page_links(term_id) == (new,)


def test_opening_writes_nothing(store: Store, office: Workspace, term_id: str, clock: SetClock) -> None:
    link = office.give_page(term_id, "anna", "c")
    written: list[str] = []
    sa.event.listen(store.opened.engine, "before_cursor_execute", lambda *given: written.append(given[2]))
    clock.advance(hours=1)
    store.own_page(link.token)
    assert [one for one in written if not one.startswith(("SELECT", "BEGIN"))] == []


def test_the_audit_says_who_gave_a_link_and_holds_no_secret(store: Store, office: Workspace, term_id: str) -> None:
    link = office.give_page(term_id, "anna", "c")
    office.rotate_page(link.id, "c")
    office.revoke_page(link.id, "c")
    told = [(one.action, one.by, one.subject) for one in office.audit()][:3]
    assert told == [(f"page_link.{what}", "c", link.id) for what in ("revoke", "rotate", "create")]
    with store.opened.engine.begin() as connection:
        kept = connection.execute(sa.select(audit.c.subject)).scalars().all()
    assert not [one for one in kept if link.token.split(".")[1] in one]


def test_lost_keys_end_the_links_of_pages_too(
    store: Store, office: Workspace, term_id: str, settings: Settings
) -> None:
    link = office.give_page(term_id, "anna", "c")
    settings.key_file.unlink()
    with Store(settings.model_copy(update={"replace_lost_keys": True})) as again:
        assert again.own_page(link.token) is None
        (fresh,) = again.workspace().page_links(term_id)
        assert (fresh.id, fresh.generation) == (link.id, 2)
        assert again.own_page(fresh.token) is not None

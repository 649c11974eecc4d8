"""The link of a timetable for the public: one a term, for that alone, renewed and ended as the others."""

import pytest
import sqlalchemy as sa

from api.settings import Settings
from api.store import NotFound, Store, Workspace
from api.store.tables import METADATA, audit
from api.timetables import Timetable
from models import Term
from tests.api.store.building import SetClock, kept_plan, stored, town


@pytest.fixture
def term_id(office: Workspace) -> str:
    """A term with a release, in which the one series is for the public."""
    said = town(meetings=("council", "board"))
    marked = tuple(one.model_copy(update={"public": True}) for one in said.series)
    term = office.create_term(Term.model_validate(said.model_copy(update={"series": marked}).model_dump()), "anna")
    office.release(term.id, kept_plan(office, term).id, "anna")
    return term.id


def _meetings(office: Workspace, term_id: str) -> int:
    document = office.public_rendering(term_id)
    assert document is not None
    return len(Timetable.model_validate_json(document.body).meetings)


def test_shows_the_same_link_whenever_it_is_asked(office: Workspace, term_id: str) -> None:
    assert office.public_link(term_id) is None
    made = office.give_public(term_id, "anna")
    assert office.give_public(term_id, "bo") == made == office.public_link(term_id)


def test_there_is_something_to_show_at_once_and_after_each_release(office: Workspace, term_id: str) -> None:
    assert office.public_rendering(term_id) is None
    office.give_public(term_id, "anna")
    assert _meetings(office, term_id) == 2
    before = office.public_rendering(term_id)
    office.release(term_id, kept_plan(office, office.term(term_id), hour=14).id, "anna")
    after = office.public_rendering(term_id)
    assert before is not None
    assert after is not None
    assert before.body != after.body
    for language in ("sv", "en"):
        calendar = office.public_rendering(term_id, language)
        assert calendar is not None
        assert calendar.body.count(b"BEGIN:VEVENT") == 2


def test_a_release_that_tells_the_public_nothing_new_changes_nothing(
    office: Workspace, term_id: str, clock: SetClock
) -> None:
    office.give_public(term_id, "anna")
    before = office.public_rendering(term_id)
    clock.advance(days=1)
    office.release(term_id, kept_plan(office, office.term(term_id), head="bo").id, "anna")
    assert office.public_rendering(term_id) == before


def test_there_is_nothing_to_show_before_the_first_release(office: Workspace) -> None:
    term = stored(office)
    office.give_public(term.id, "anna")
    assert office.public_rendering(term.id) is None
    office.release(term.id, kept_plan(office, term).id, "anna")
    assert _meetings(office, term.id) == 0


def test_opens_nothing_else_and_nothing_else_opens_it(store: Store, office: Workspace, term_id: str) -> None:
    public = office.give_public(term_id, "c").token
    feed, page = office.subscribe(term_id, "term", None, "c").token, office.give_page(term_id, "anna", "c").token
    opened = store.public_page(public)
    assert opened is not None
    assert (opened[0].id, opened[1].term_id) == (office.id, term_id)
    assert (store.feed(public), store.own_page(public)) == (None, None)
    for wrong in (feed, page, public + "A", public[:-1], public.split(".", 1)[0], "", "å" * 55, "\0"):
        assert store.public_page(wrong) is None


def test_a_link_says_what_it_is_for_even_under_one_id(store: Store, office: Workspace, term_id: str) -> None:
    page, public = office.give_page(term_id, "anna", "c"), office.give_public(term_id, "c")
    links = METADATA.tables["public_links"]
    with store.opened.engine.begin() as connection:
        connection.execute(sa.update(links).values(id=page.id))
    assert store.public_page(page.token) is None
    renewed = office.public_link(term_id)
    assert renewed is not None
    assert renewed.token != public.token
    assert store.public_page(renewed.token) is not None


def test_a_renewed_link_takes_the_place_of_the_old_one(store: Store, office: Workspace, term_id: str) -> None:
    old = office.give_public(term_id, "c")
    new = office.rotate_public(old.id, "c")
    assert (new.id, new.generation) == (old.id, 2)
    assert store.public_page(old.token) is None
    assert store.public_page(new.token) is not None


def test_an_ended_link_opens_nothing_and_comes_back_as_another(store: Store, office: Workspace, term_id: str) -> None:
    old = office.give_public(term_id, "c")
    assert office.revoke_public(old.id, "c").token == ""
    assert office.revoke_public(old.id, "c").revoked_at, "again is no fault"
    assert store.public_page(old.token) is None
    with pytest.raises(NotFound):
        office.rotate_public(old.id, "c")
    office.release(term_id, kept_plan(office, office.term(term_id), hour=14).id, "anna")
    new = office.give_public(term_id, "c")
    assert new.id != old.id
    document = office.public_rendering(term_id)
    assert document is not None
    assert b"T14:00" in document.body, "it shows the newest release, also where that was made while it was off"


def test_the_audit_says_who_did_what(store: Store, office: Workspace, term_id: str) -> None:
    link = office.give_public(term_id, "anna")
    office.rotate_public(link.id, "bo")
    office.revoke_public(link.id, "carl")
    with store.opened.engine.begin() as connection:
        rows = connection.execute(sa.select(audit.c.by, audit.c.action).where(audit.c.subject == link.id)).all()
    assert [tuple(row) for row in rows] == [
        ("anna", "public_link.create"),
        ("bo", "public_link.rotate"),
        ("carl", "public_link.revoke"),
    ]


def test_a_lost_key_gives_another_link(store: Store, office: Workspace, term_id: str, settings: Settings) -> None:
    old = office.give_public(term_id, "anna")
    settings.key_file.unlink()
    again = Store(settings.model_copy(update={"replace_lost_keys": True}))
    try:
        assert again.public_page(old.token) is None
        renewed = again.workspace().public_link(term_id)
        assert renewed is not None
        assert again.public_page(renewed.token) is not None
    finally:
        again.close()


def test_no_office_knows_the_link_of_another(store: Store, office: Workspace, term_id: str) -> None:
    link, other = office.give_public(term_id, "anna"), store.create_workspace("other", "Other")
    for ask in (other.rotate_public, other.revoke_public):
        with pytest.raises(NotFound):
            ask(link.id, "carl")
    with pytest.raises(NotFound):
        other.give_public(term_id, "carl")
    assert office.public_link(term_id) == link

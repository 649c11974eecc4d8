"""Links of feeds: who holds one, how it is renewed, and how it ends."""

import json

import pytest
import sqlalchemy as sa

from api.links import Keys, KeysError, link_id
from api.settings import Settings
from api.store import NotFound, Store, Workspace
from tests.api.store.building import SetClock, kept_plan, stored


@pytest.fixture
def term_id(office: Workspace) -> str:
    """A term with a release."""
    term = stored(office)
    office.release(term.id, kept_plan(office, term).id, "anna")
    return term.id


def test_shows_the_same_link_whenever_it_is_asked(office: Workspace, term_id: str) -> None:
    made = office.subscribe(term_id, "person", "anna", "anna")
    assert office.subscribe(term_id, "person", "anna", "bo") == made
    assert office.subscription(made.id).token == made.token
    assert office.subscriptions(term_id) == (made,)


def test_refuses_subjects_that_the_term_does_not_know(office: Workspace, term_id: str) -> None:
    for kind, subject in (("person", "nobody"), ("unit", "anna"), ("series", None)):
        with pytest.raises(NotFound):
            office.subscribe(term_id, kind, subject, "anna")  # type: ignore[arg-type]
    assert office.subscriptions(term_id) == ()


def test_opens_nothing_but_with_the_whole_link(store: Store, office: Workspace, term_id: str) -> None:
    link = office.subscribe(term_id, "term", None, "anna")
    other = office.subscribe(term_id, "person", "anna", "anna")
    assert store.feed(link.token) is not None
    mac = link.token.split(".")[1]
    for wrong in (
        link.id,
        f"{link.id}.",
        f"{other.id}.{mac}",
        f"{link.id}.{mac[:-1]}{'A' if mac[-1] != 'A' else 'B'}",
        link.token + "A",
        link.token.upper(),
        "",
        "å" * 55,
    ):
        assert store.feed(wrong) is None


def test_renews_a_link_and_closes_the_old_one(store: Store, office: Workspace, term_id: str) -> None:
    old = office.subscribe(term_id, "term", None, "anna")
    new = office.rotate(old.id, "anna")
    assert (new.id, new.generation) == (old.id, 2)
    assert store.feed(old.token) is None
    assert store.feed(new.token) is not None


def test_ends_a_link_for_good(store: Store, office: Workspace, term_id: str) -> None:
    link = office.subscribe(term_id, "term", None, "anna")
    ended = office.revoke(link.id, "anna")
    assert ended.revoked_at is not None
    assert ended.token == ""
    assert store.feed(link.token) is None
    assert office.revoke(link.id, "anna") == ended
    with pytest.raises(NotFound):
        office.rotate(link.id, "anna")
    another = office.subscribe(term_id, "term", None, "anna")
    assert another.id != link.id
    assert store.feed(another.token) is not None


def test_notes_now_and_then_that_a_feed_was_fetched(
    store: Store, office: Workspace, clock: SetClock, term_id: str
) -> None:
    link = office.subscribe(term_id, "term", None, "anna")
    assert link.last_fetched_at is None
    first = clock.now
    for seconds in (0, 30):
        clock.advance(seconds=seconds)
        store.feed(link.token)
        assert office.subscription(link.id).last_fetched_at == first
    clock.advance(seconds=31)
    store.feed(link.token)
    assert office.subscription(link.id).last_fetched_at == clock.now


def test_a_link_for_one_purpose_opens_no_other(store: Store) -> None:
    keys = store.opened.keys
    token = keys.link("feed", "A" * 22, 1, 1)
    assert keys.opens(token, "feed", 1, 1)
    assert not keys.opens(token, "page", 1, 1)
    assert not keys.opens(token, "form", 1, 1)
    assert not keys.opens(token, "feed", 2, 1)
    assert not keys.opens(token, "feed", 1, 2)


def test_a_stolen_database_reveals_no_link(store: Store, office: Workspace, settings: Settings, term_id: str) -> None:
    links = [office.subscribe(term_id, "term", None, "anna"), office.subscribe(term_id, "person", "anna", "anna")]
    links.append(office.rotate(links[0].id, "anna"))
    secret = office.issue_token("anna", "cli").secret
    key = json.loads(settings.key_file.read_text())["keys"][0]["key"]
    macs = [one.token.split(".")[1] for one in links]
    everything = _all_that_is_stored(store)
    assert links[0].id in everything
    assert not [hidden for hidden in (secret, secret[3:], key, *macs) if hidden in everything]


def _all_that_is_stored(store: Store) -> str:
    tables = sa.MetaData()
    with store.opened.engine.begin() as connection:
        tables.reflect(connection)
        rows = [row for table in tables.sorted_tables for row in connection.execute(sa.select(table))]
    return repr(rows)


def test_refuses_to_start_without_the_key_that_links_were_made_with(
    store: Store, office: Workspace, settings: Settings, term_id: str
) -> None:
    old = office.subscribe(term_id, "term", None, "anna")
    store.close()
    settings.key_file.unlink()
    with pytest.raises(KeysError, match="backup"):
        Store(settings)
    replacing = settings.model_copy(update={"replace_lost_keys": True})
    with Store(replacing) as again:
        new = again.workspace().subscription(old.id)
        assert again.feed(old.token) is None
        assert again.feed(new.token) is not None
    with Store(settings) as once_more:
        assert once_more.feed(new.token) is not None


def test_a_new_key_makes_new_links_and_leaves_the_old_ones(
    store: Store, office: Workspace, settings: Settings, term_id: str
) -> None:
    old = office.subscribe(term_id, "term", None, "anna")
    store.close()
    Keys.open(settings.key_file).with_new(settings.key_file)
    with Store(settings) as again:
        assert again.opened.keys.newest == 2
        assert again.workspace().subscription(old.id).token == old.token
        assert again.feed(old.token) is not None
        new = again.workspace().rotate(old.id, "anna")
        assert again.feed(old.token) is None
        assert again.feed(new.token) is not None


def test_keeps_the_key_for_its_owner_alone(store: Store, settings: Settings) -> None:
    assert settings.key_file.stat().st_mode & 0o777 == 0o600
    assert settings.data_dir.stat().st_mode & 0o777 == 0o700
    assert [file.name for file in settings.data_dir.glob("*keys*")] == ["keys.json"]


@pytest.mark.parametrize("broken", ["", "{}", '{"format": "terminsplan.keys/1", "keys": []}', "[1]"])
def test_refuses_a_broken_key_file(settings: Settings, broken: str) -> None:
    settings.data_dir.mkdir()
    settings.key_file.write_text(broken)
    with pytest.raises(KeysError):
        Store(settings)


def test_finds_the_id_in_well_formed_tokens_alone() -> None:
    assert link_id("A" * 22 + "." + "B" * 32) == "A" * 22
    for wrong in ("A" * 22, "A" * 22 + "." + "B" * 31, "A" * 21 + "." + "B" * 32, "A" * 22 + "." + "B" * 32 + "\n"):
        assert link_id(wrong) is None

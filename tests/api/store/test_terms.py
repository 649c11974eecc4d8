"""Terms and their revisions: what is kept, what is refused, and that of two writers one wins."""

import pytest

from api.store import Conflict, NotFound, Stale, Workspace
from tests.api.store.building import stored, town


def test_keeps_a_term_as_it_was_given(office: Workspace) -> None:
    given = town()
    kept = office.create_term(given, "anna")
    assert (kept.id, kept.revision, kept.by, kept.digest) == (str(given.uid), 1, "anna", given.digest)
    assert office.term(kept.id).term == given


def test_refuses_a_term_whose_uid_is_kept_already(office: Workspace) -> None:
    kept = stored(office)
    with pytest.raises(Conflict) as refused:
        office.create_term(town(uid=kept.term.uid, title="Another"), "bo")
    assert refused.value.code == "exists"
    assert office.term(kept.id).term == kept.term


def test_replaces_the_newest_revision_and_keeps_the_older_ones(office: Workspace) -> None:
    first = stored(office)
    second = office.replace_term(first.id, town(uid=first.term.uid, title="Later"), first.revision, "bo")
    assert (second.revision, second.by, second.term.title) == (2, "bo", "Later")
    assert office.term(first.id, 1).term == first.term
    assert [one.revision for one in office.revisions(first.id)] == [2, 1]


def test_refuses_to_replace_an_older_revision(office: Workspace) -> None:
    first = stored(office)
    office.replace_term(first.id, town(uid=first.term.uid, title="Later"), 1, "bo")
    with pytest.raises(Stale) as refused:
        office.replace_term(first.id, town(uid=first.term.uid, title="Too late"), 1, "anna")
    assert refused.value.current_version == 2
    assert office.term(first.id).term.title == "Later"


def test_makes_no_revision_of_the_same_document(office: Workspace) -> None:
    first = stored(office)
    assert office.replace_term(first.id, first.term, 1, "bo").revision == 1
    assert len(office.revisions(first.id)) == 1


def test_refuses_the_document_of_another_term(office: Workspace) -> None:
    first, other = stored(office), town()
    with pytest.raises(Conflict) as refused:
        office.replace_term(first.id, other, 1, "bo")
    assert refused.value.code == "other_term"


def test_knows_no_term_and_no_revision_that_was_not_kept(office: Workspace) -> None:
    first = stored(office)
    with pytest.raises(NotFound):
        office.term("nothing")
    with pytest.raises(NotFound):
        office.term(first.id, 2)
    with pytest.raises(NotFound):
        office.revisions("nothing")


def test_lists_the_newest_first_page_by_page(office: Workspace) -> None:
    kept = [stored(office, title=f"Term {n}") for n in range(5)]
    pages: list[list[str]] = []
    after = None
    while page := office.terms(after, limit=2):
        pages.append([one.title for one in page])
        after = page[-1].term_id
    assert pages == [["Term 4", "Term 3"], ["Term 2", "Term 1"], ["Term 0"]]
    with pytest.raises(NotFound):
        office.terms("nothing")
    assert len(office.terms()) == len(kept)

"""Documents are read once: the same object again, and never more than have room."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from api.store import Workspace, terms
from api.store.read import Read
from tests.api.store.building import kept_plan, stored, town


def _text(text: str) -> Callable[[], str]:
    return lambda: text


def _unread() -> str:
    raise AssertionError("it has been read")


def test_a_document_is_read_once_and_another_key_for_itself() -> None:
    read = Read()
    first = read.once("a", _text("12"), int)
    assert (first, read.once("a", _unread, int)) == (12, 12)
    assert read.once("b", _text("13"), int) == 13


def test_the_document_that_was_asked_for_longest_ago_makes_room() -> None:
    read = Read(most_characters=6)
    for key in ("a", "b", "c"):
        read.once(key, _text("10"), int)
    read.once("a", _unread, int)
    read.once("d", _text("10"), int)
    assert read.once("a", _unread, int) == 10
    assert read.once("b", _text("11"), int) == 11, "read anew"
    read.once("long", _text("1234567"), int)
    assert read.once("long", _text("7654321"), int) == 7654321, "what has no room is not kept"
    assert read.once("b", _unread, int) == 11, "and drives nothing out"


def test_what_cannot_be_read_is_not_kept() -> None:
    read = Read()
    with pytest.raises(ValueError, match="invalid literal"):
        read.once("a", _text("x"), int)
    assert read.once("a", _text("1"), int) == 1


def test_many_threads_get_the_same() -> None:
    read = Read(most_characters=10)
    asked = [(n % 7, str(n % 7)) for n in range(500)]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda one: read.once(one[0], _text(one[1]), int), asked))
    assert found == [n for n, _ in asked]


def test_a_term_and_a_plan_are_the_same_objects_again(office: Workspace) -> None:
    term = stored(office)
    term_id, plan_id = term.id, kept_plan(office, term).id
    assert office.term(term_id).term is office.term(term_id, 1).term
    assert office.plan(plan_id).plan is office.plans(term_id)[0].plan


def test_a_revision_that_was_not_kept_leaves_nothing_behind(office: Workspace) -> None:
    term = office.create_term(town(), "anna").term
    lost, kept = term.model_copy(update={"title": "Lost"}), term.model_copy(update={"title": "Kept"})

    def fail() -> None:
        with office.writing() as rows:
            terms.advance(rows, str(term.uid), lost, 1, "anna")
            assert terms.document(rows, str(term.uid), 2).title == "Lost"
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    office.replace_term(str(term.uid), kept, 1, "bo")
    assert office.term(str(term.uid), 2).term.title == "Kept"

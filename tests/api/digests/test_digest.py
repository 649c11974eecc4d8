"""What a person is told: their own changes and nobody else's, in both languages, as text and as HTML."""

import re
from datetime import datetime
from html.parser import HTMLParser
from typing import Any

import pytest

from api.digests import Digest, digest
from models import Placement, Term
from scheduler import Answered, compare
from tests.api.feeds.building import TINY, planned, read_document, without

EARLY = datetime(2026, 1, 8, 9, 0)
HEADS = {**TINY, "h-sjobo": TINY["h-sjobo"].by("head=vaf-1", "sjobo=sjobo-head")}


@pytest.fixture
def term() -> Term:
    return Term.model_validate(read_document())


def told(
    term: Term,
    person: str,
    before: Any = TINY,
    after: Any = TINY,
    *,
    now: datetime = EARLY,
    later: Term | None = None,
    language: Any = "sv",
) -> Digest | None:
    """What a person is told by the release of one plan after another; `None` where that is nothing."""
    was = Answered(term, planned(term, before)) if before is not None else None
    is_now = Answered(later or term, planned(later or term, after))
    changes = {one.person: one for one in compare(was, is_now).people}
    if person not in changes:
        return None
    return digest(changes[person], was, is_now, number=2, now=now, language=language)


def text(*given: Any, **named: Any) -> str:
    found = told(*given, **named)
    assert found, "nothing is told"
    return found.text


def test_tells_nothing_to_those_for_whom_nothing_changes(term: Term) -> None:
    assert told(term, "vaf-1") is None
    assert told(term, "boda-head", after={**TINY, "h-sjobo": TINY["h-sjobo"].at("2026-10-27T13:00")}) is None


def test_tells_first_of_all_everything_that_one_has(term: Term) -> None:
    found = told(term, "boda-head", before=None)
    assert found
    assert found.subject == f"Dina möten: {term.title}"
    assert len(re.findall(r"^- ", found.text, re.MULTILINE)) == 3
    assert f"Tidplanen för {term.title} är publicerad." in found.text
    assert "ändras" not in found.text + found.html


@pytest.mark.parametrize(
    ("after", "person", "said"),
    [
        ({**TINY, "h-sjobo": TINY["h-sjobo"].at("2026-10-27T13:00")}, "vaf-2", ("26 okt", "27 okt")),
        (without(TINY, "h-late"), "vaf-2", ("28 okt",)),
        (HEADS, "vaf-2", ("26 okt",)),
        (HEADS, "vaf-1", ("26 okt",)),
    ],
    ids=["moved", "cancelled", "leaves", "joins"],
)
def test_tells_what_changed_from_when_to_when(term: Term, after: Any, person: str, said: tuple[str, ...]) -> None:
    found = text(term, person, after=after)
    changes = found.split("Det här ändras för dig:\n")[1].split("\n\n")[0]
    assert len(changes.splitlines()) == 1
    assert all(one in changes for one in said)


def test_tells_another_when_it_is_held_another_day_than_when_it_is_off_for_good(term: Term) -> None:
    document = read_document()
    document["meetings"].pop()
    gone = Term.model_validate(document)
    postponed = text(term, "vaf-2", after=without(TINY, "h-late"))
    withdrawn = text(term, "vaf-2", after=without(TINY, "h-late"), later=gone)
    assert postponed != withdrawn


def test_lists_what_one_has_from_now_on_in_order_of_time(term: Term) -> None:
    moved = {**TINY, "h-sjobo": TINY["h-sjobo"].at("2026-11-02T13:00")}
    now = text(term, "vaf-2", after=moved).split("Det här har du från och med nu:\n")[1]
    assert now.index("28 okt") < now.index("2 nov")
    assert "20 jan" not in now


def test_lists_no_meeting_that_is_over(term: Term) -> None:
    late = datetime(2026, 10, 28, 18, 0)
    assert "Du har inga kommande möten." in text(term, "vaf-2", after=without(TINY, "h-late"), now=late)


def test_names_one_whom_the_term_no_longer_knows(term: Term) -> None:
    was = Answered(term, planned(term, TINY))
    other = read_document()
    is_now = Answered(Term.model_validate(other), planned(term, without(TINY, "v1")))
    (mine,) = (one for one in compare(was, is_now).people if one.person == "vaf-1")
    stranger = mine.model_copy(update={"person": "gone"})
    assert digest(stranger, was, is_now, number=2, now=EARLY, language="sv").text.startswith("Hej gone!")


def test_says_that_it_is_automatic_only_where_it_is_mailed(term: Term) -> None:
    was, is_now = Answered(term, planned(term, TINY)), Answered(term, planned(term, without(TINY, "v1")))
    (mine,) = (one for one in compare(was, is_now).people if one.person == "vaf-1")
    for mailed in (True, False):
        found = digest(mine, was, is_now, number=2, now=EARLY, language="sv", mailed=mailed)
        for said in (found.text, found.html):
            assert "Utgåva 2 av tidplanen." in said
            assert ("skickat automatiskt" in said) is mailed


def test_speaks_english(term: Term) -> None:
    found = told(term, "vaf-2", after=without(TINY, "h-late"), language="en")
    assert found
    assert found.subject.startswith("This changes for you: ")
    assert '<html lang="en">' in found.html
    assert "This is what you have from now on" in found.text
    assert not re.search(r"\b(och|är|det här|möten)\b", found.text.replace(term.title, ""), re.IGNORECASE)


class Outline(HTMLParser):
    """The tags of a page, each closed in order; anything that would be fetched."""

    EMPTY = ("meta", "br")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.fetched: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.fetched += [name for name, _ in attrs if name in ("src", "href", "background", "srcset")]
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_is_well_formed_light_and_fetches_nothing(term: Term) -> None:
    found = told(term, "vaf-2", after=without(TINY, "h-late"))
    assert found
    outline = Outline()
    outline.feed(found.html)
    assert (outline.open, outline.fetched) == ([], [])
    assert set(outline.tags) & {"script", "link", "style", "img", "iframe", "form"} == set()
    assert outline.tags.count("h1") == 1
    assert "url(" not in found.html
    assert len(found.html.encode()) < 10_000


def test_text_of_the_term_is_never_markup(term: Term) -> None:
    document = read_document()
    document["title"] = "<script>alert(1)</script> & co"
    document["series"][0]["title"] = "<b>Fet</b>"
    for person in document["people"]:
        person["name"] = "<i>Åsa</i>"
    nasty = Term.model_validate(document)
    found = told(nasty, "vaf-1", before=None, after=TINY)
    assert found
    assert "<script" not in found.html
    assert "<i>" not in found.html
    assert "<b>" not in found.html
    assert "&lt;i&gt;Åsa" in found.html
    assert "<i>Åsa</i>" in found.text


def test_meetings_are_gone_through_once_for_all_readers(term: Term, monkeypatch: pytest.MonkeyPatch) -> None:
    """A release writes all digests while every other writer waits."""
    everything = Answered(term, planned(term, TINY))
    changes = compare(None, everything).people
    asked, people = list[Placement](), Placement.people

    def noted(one: Placement) -> tuple[str, ...]:
        asked.append(one)
        return people(one)

    monkeypatch.setattr(Placement, "people", noted)
    for change in changes:
        digest(change, None, everything, number=1, now=EARLY, language="sv")
    assert len(changes) > 1
    assert len(asked) <= len(everything.plan.placements)

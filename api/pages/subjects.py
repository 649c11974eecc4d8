"""Whose calendars there are: the term, each series, unit and person, with the links that they have."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from api.feeds import SubscriberKind, subscribers
from api.pages.visit import Visit, address
from api.store import Calendar, NotFound, PageLink, Release, StoredTerm
from api.telling import Names
from api.texts import Language, say

__all__ = ["KINDS", "Chosen", "Shelf", "Subject", "called", "shelf_of"]

KINDS: tuple[SubscriberKind, ...] = ("term", "office", "series", "unit", "person")
LONGEST_NAME = 100
_OF_ALL: Mapping[str, str] = {"term": "page.everybody", "office": "calendars.office"}
"""The words for those that are of no one thing in the term."""


def called(kind: SubscriberKind, subject: str, names: Names, language: Language) -> str:
    """Whose calendar it is, in words."""
    return say(_OF_ALL[kind], language) if kind in _OF_ALL else names.of(kind, subject)


@dataclass(frozen=True)
class Subject:
    """Somebody, or something, with a calendar of their own.

    Attributes:
        known: whether the term still has them: if not, their links can only be ended.
        calendars: those with a link, at most one in each language.
        page: the link of a person's own page.
    """

    kind: SubscriberKind
    id: str
    name: str
    known: bool
    calendars: tuple[Calendar, ...]
    page: PageLink | None

    @property
    def lacks(self) -> bool:
        """Whether there is a link to be made."""
        return self.known and (not self.calendars or (self.kind == "person" and self.page is None))

    @property
    def shared(self) -> bool:
        """Whether there is a link to hand out."""
        return bool(self.calendars or self.page)


@dataclass(frozen=True)
class Chosen:
    """Which of them are looked for: those of a kind, or all, whose names hold some letters."""

    kind: str
    name: str

    @classmethod
    def by(cls, kind: str, name: str) -> "Chosen":
        """What an address or a form says, as far as it can be meant."""
        return cls(kind if kind in KINDS else "", " ".join(name.split())[:LONGEST_NAME])

    def __contains__(self, subject: Subject) -> bool:
        return self.kind in ("", subject.kind) and self.name.casefold() in subject.name.casefold()

    def query(self, **more: str) -> str:
        """The same in an address."""
        said = {"kind": self.kind, "name": self.name, **more}
        return urlencode({key: value for key, value in said.items() if value})


@dataclass(frozen=True)
class Shelf:
    """A term with all that can have a calendar, in the order in which it is listed."""

    stored: StoredTerm
    release: Release | None
    subjects: tuple[Subject, ...]

    def chosen(self, chosen: Chosen) -> tuple[Subject, ...]:
        """Those that are looked for."""
        return tuple(one for one in self.subjects if one in chosen)

    def one(self, kind: str, id: str) -> Subject:
        """A single one. Raises `NotFound`."""
        found = next((one for one in self.subjects if (one.kind, one.id) == (kind, id)), None)
        if found is None:
            raise NotFound(kind, id)
        return found

    def address(self, *below: str) -> str:
        """An address below the page of the calendars."""
        return address("terms", self.stored.id, "calendars", *below)


def shelf_of(visit: Visit, term_id: str) -> Shelf:
    """The calendars of a term. Raises `NotFound`."""
    office = visit.office
    stored = office.term(term_id)
    release = office.released(term_id) if stored.newest_release else None
    older = office.term(term_id, release.revision).term if release else None
    names = Names(older, stored.term)
    links = {one.person: one for one in office.page_links(term_id)}
    subjects = _subjects(visit, stored, names, _by_subject(office.calendars(term_id)), links)
    ordered = sorted(subjects, key=lambda one: (KINDS.index(one.kind), _numbered(one.name)))
    return Shelf(stored, release, tuple(ordered))


def _numbered(name: str) -> tuple[tuple[str, int], ...]:
    """Sorts "Unit 2" before "Unit 10"."""
    parts = re.findall(r"([^0-9]*)([0-9]{0,18})", name.casefold())
    return tuple((words, int(number or 0)) for words, number in parts)


_Key = tuple[SubscriberKind, str]


def _by_subject(calendars: Sequence[Calendar]) -> Mapping[_Key, tuple[Calendar, ...]]:
    found: dict[_Key, tuple[Calendar, ...]] = {}
    for one in calendars:
        key = one.subscription.kind, one.subscription.subject
        found[key] = (*found.get(key, ()), one)
    return found


def _subjects(
    visit: Visit,
    stored: StoredTerm,
    names: Names,
    calendars: Mapping[_Key, tuple[Calendar, ...]],
    links: Mapping[str, PageLink],
) -> Iterator[Subject]:
    """Those that the term knows, and those that it no longer knows but who still have a link."""
    known: list[_Key] = [(one.kind, one.subject) for one in subscribers(stored.term)]
    with_links: list[_Key] = [*calendars, *(("person", one) for one in links)]
    there = set(known)
    for kind, subject in dict.fromkeys((*known, *with_links)):
        name = called(kind, subject, names, visit.language)
        page = links.get(subject) if kind == "person" else None
        yield Subject(kind, subject, name, (kind, subject) in there, calendars.get((kind, subject), ()), page)

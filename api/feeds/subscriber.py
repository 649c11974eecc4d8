"""Whose feed it is, and which meetings it holds."""

from collections.abc import Iterator
from typing import Literal, get_args

from api.feeds.entry import Entry, EntrySeat
from models import Noun, Term

__all__ = [
    "LANGUAGES",
    "OF_ALL",
    "PUBLIC",
    "Language",
    "Subscriber",
    "SubscriberKind",
    "insiders",
    "is_known",
    "own_seats",
    "subscribers",
]

SubscriberKind = Literal["term", "person", "unit", "series", "office", "public"]
Language = Literal["sv", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
OF_ALL: frozenset[SubscriberKind] = frozenset({"term", "office", "public"})
"""Kinds whose feeds are of the term as such, not of somebody or something in it."""


class Subscriber(Noun):
    """Who reads a feed."""

    kind: SubscriberKind
    subject: str = ""
    """Id of the person, unit or series; of no account for kinds that are ``OF_ALL``."""
    language: Language = "sv"

    @property
    def key(self) -> str:
        """The reader's name in a history, the same in every language."""
        return f"{self.kind}:{self.subject}"

    def sees(self, entry: Entry) -> bool:
        """Whether the feed holds the meeting.

        A person's holds those they sit at; a unit's those that somebody sits at by an appointment
        in it, and those that it convenes, chairs or writes the agenda of; the public's those that are marked public;
        a series', the office's and the term's all.
        """
        if self.kind == "public":
            return entry.timetable_line is not None
        if self.kind == "unit":
            return any(seat.people for seat in own_seats(entry, self)) or self._answers_for(entry)
        if self.kind == "person":
            return bool(own_seats(entry, self))
        return self.kind in OF_ALL or self.subject == entry.series

    def _answers_for(self, entry: Entry) -> bool:
        return any(duty.unit == self.subject for duty in entry.duties)


PUBLIC = Subscriber(kind="public")
"""Whoever reads the timetable for the public, in Swedish."""


def own_seats(entry: Entry, subscriber: Subscriber) -> tuple[EntrySeat, ...]:
    """The person's seat, or the unit's seats; the others have none."""
    if subscriber.kind == "unit":
        return tuple(seat for seat in entry.seats if seat.unit == subscriber.subject)
    if subscriber.kind == "person":
        return tuple(seat for seat in entry.seats if any(one.id == subscriber.subject for one in seat.people))
    return ()


def insiders(entry: Entry) -> Iterator[Subscriber]:
    """Those who are told something else than everybody, each once: of a seat of their own; the public of nobody."""
    people = dict.fromkeys(person.id for seat in entry.seats for person in seat.people)
    units = dict.fromkeys(seat.unit for seat in entry.seats)
    yield from (Subscriber(kind="person", subject=one) for one in people)
    yield from (Subscriber(kind="unit", subject=one) for one in units)
    if entry.timetable_line is not None:
        yield PUBLIC


def subscribers(term: Term) -> tuple[Subscriber, ...]:
    """Everyone and everything in a term that can have a feed, the whole term first."""
    return (
        Subscriber(kind="term", subject=str(term.uid)),
        *((Subscriber(kind="office", subject=str(term.uid)),) if _has_deadlines(term) else ()),
        *(Subscriber(kind="series", subject=one.id) for one in term.series),
        *(Subscriber(kind="unit", subject=one.id) for one in term.units),
        *(Subscriber(kind="person", subject=one.id) for one in term.people),
    )


def _has_deadlines(term: Term) -> bool:
    """Whether the office has something to see that is not in everybody's calendar."""
    return any(one.deadlines for one in term.series) or any(one.deadlines for one in term.meetings)


def is_known(term: Term, subscriber: Subscriber) -> bool:
    """Whether the term has such a person, unit or series."""
    return subscriber.kind == "term" or subscriber.key in {one.key for one in subscribers(term)}

"""An entry in words: title, place and description as one subscriber reads them."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from api.feeds.entry import Entry, EntryPerson, EntrySeat
from api.feeds.subscriber import LANGUAGES, Language, Subscriber, own_seats
from api.feeds.wording import WORDING, Wording

__all__ = ["Told", "digest", "tell"]

LAYOUT = 1
"""Raise it whenever `rendering` writes the same words another way, so that calendars are told of the change."""


@dataclass(frozen=True)
class Told:
    """The text of an event."""

    title: str
    location: str
    description: str


def tell(entry: Entry, subscriber: Subscriber) -> Told:
    """The meeting in the subscriber's language, beginning with their own seat."""
    words = WORDING[subscriber.language]
    if entry.cancelled:
        why = words.withdrawn if entry.status == "withdrawn" else words.postponed
        return Told(words.cancelled_title.format(title=entry.title), entry.location, why)
    if subscriber.kind == "public":
        return Told(entry.title, entry.location, "" if entry.location else words.place_undecided)
    parts = (_own(entry, subscriber, words), _participants(entry, words), _arrangements(entry, words))
    paragraphs = ("\n".join(part) for part in parts)
    return Told(entry.title, entry.location, "\n\n".join(filter(None, paragraphs)))


def digest(entry: Entry, subscriber: Subscriber) -> str:
    """What stands for all that the subscriber reads, in whichever language: another text has another digest."""
    facts = (*entry.timing, entry.latitude, entry.longitude, entry.place)
    texts = [tell(entry, _in(subscriber, language)) for language in LANGUAGES]
    told = [(one.title, one.location, one.description) for one in texts]
    return hashlib.sha256(json.dumps([LAYOUT, facts, told], default=str).encode()).hexdigest()[:32]


def _in(subscriber: Subscriber, language: Language) -> Subscriber:
    return subscriber.model_copy(update={"language": language})


def _own(entry: Entry, subscriber: Subscriber, words: Wording) -> Iterator[str]:
    seats = own_seats(entry, subscriber)
    if seats and subscriber.kind == "unit":
        yield words.own_unit
        yield from (f"- {seat.role}{_remarks(*_on_demand(seat, words))}: {_sitting(seat, words)}" for seat in seats)
    if subscriber.kind == "person":
        for seat in seats:
            me = next(one for one in seat.people if one.id == subscriber.subject)
            remarks = _remarks(*_standing_in(me, words), *_on_demand(seat, words))
            yield words.own_seat.format(seat=f"{seat.role}, {seat.unit_name}{remarks}")


def _participants(entry: Entry, words: Wording) -> Iterator[str]:
    if entry.seats:
        yield words.participants
    for seat in entry.seats:
        yield f"- {seat.role}, {seat.unit_name}{_remarks(*_on_demand(seat, words))}: {_sitting(seat, words)}"


def _arrangements(entry: Entry, words: Wording) -> Iterator[str]:
    if not entry.location:
        yield words.place_undecided
    lines = (words.convener, entry.convener), (words.chair, entry.chair), (words.agenda_holder, entry.agenda_holder)
    yield from (line.format(name=duty.text) for line, duty in lines if duty)
    if entry.agenda_by:
        yield words.agenda_by.format(date=entry.agenda_by.isoformat())


def _sitting(seat: EntrySeat, words: Wording) -> str:
    """Who sits there, and how many are missing."""
    parts = [one.name + _remarks(*_standing_in(one, words)) for one in seat.people]
    if seat.missing:
        parts.append(words.missing_one if seat.missing == 1 else words.missing_many.format(count=seat.missing))
    return "; ".join(parts)


def _standing_in(person: EntryPerson, words: Wording) -> tuple[str, ...]:
    if not person.deputy:
        return ()
    return (words.deputy_for.format(name=person.holder) if person.holder else words.deputy_for_vacant,)


def _on_demand(seat: EntrySeat, words: Wording) -> tuple[str, ...]:
    return (words.on_demand,) if seat.on_demand else ()


def _remarks(*remarks: str) -> str:
    return f" ({'; '.join(remarks)})" if remarks else ""

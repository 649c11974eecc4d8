"""A feed as bytes: the rules are those of RFC 5545 and RFC 7986, and what calendar programs make of them.

Every time is the release's, never the clock's, and every property is written by hand: `icalendar` would otherwise
add random identities, today's date and a VTIMEZONE that programs misread.
"""

import hashlib
import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vDuration, vText

from api.feeds.entry import Entry
from api.feeds.history import History, Record
from api.feeds.notes import NoteRecord, tell_note
from api.feeds.subscriber import Subscriber
from api.feeds.telling import tell
from api.feeds.wording import WORDING
from api.feeds.zones import YearlyChange, vtimezone, yearly_changes
from models import Term

__all__ = ["FeedRelease", "file_name", "name_of", "render", "zones_of"]

LOOK_AGAIN = timedelta(hours=1)
PRODUCT = "-//terminsplan//terminsplan//SV"
_WHOLE = {"term": "term.ics", "office": "office.ics", "public": "timetable.ics"}
"""Names of the files of calendars that are of no one subject."""
UNFIT_FOR_PARAMETERS = frozenset('"^')
"""What a parameter can hold only in an encoding that few programs read (RFC 6868)."""


@dataclass(frozen=True)
class FeedRelease:
    """What a release gives the feeds.

    Attributes:
        term: names the calendars; the meetings come from the history alone.
        history: what calendars are told, made by ``history(previous, term, plan, released_at)``.
    """

    term: Term
    history: History


def render(release: FeedRelease, subscriber: Subscriber) -> bytes:
    """The subscriber's feed, ready to be served as ``text/calendar; charset=utf-8``.

    The same release and subscriber give the same bytes. A subject that the term no longer knows has no meetings.
    """
    seen = release.history.seen_by(subscriber)
    calendar = _calendar(release.term, subscriber)
    zones = {entry.time_zone for _, entry in seen} or {release.term.time_zone}
    ruled = zones_of(release, zones)
    for zone, changes in ruled.items():
        calendar.add_component(vtimezone(zone, changes))
    for record, entry in seen:
        calendar.add_component(_event(record, entry, subscriber, by_rule=entry.time_zone in ruled))
    for one in release.history.notes_for(subscriber):
        calendar.add_component(_note(one, subscriber))
    return bytes(calendar.to_ical())


def file_name(subscriber: Subscriber) -> str:
    """A name for the feed as a file: plain ASCII in small letters, another for each subscriber of a term."""
    if subscriber.kind in _WHOLE:
        return _WHOLE[subscriber.kind]
    plain = unicodedata.normalize("NFKD", subscriber.subject).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9_-]+", "-", plain).strip("-")
    if name != subscriber.subject:
        name = f"{name}-{hashlib.sha256(subscriber.subject.encode()).hexdigest()[:8]}"
    return f"{subscriber.kind}-{name.strip('-')}.ics"


def _calendar(term: Term, subscriber: Subscriber) -> Calendar:
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", PRODUCT)
    name = vText(name_of(term, subscriber))  # not a plain str: icalendar escapes no text that it does not know
    calendar.add("NAME", name)
    calendar.add("X-WR-CALNAME", name)
    calendar.add("X-WR-TIMEZONE", term.time_zone)
    calendar.add("REFRESH-INTERVAL", LOOK_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", vDuration(LOOK_AGAIN))
    return calendar


def name_of(term: Term, subscriber: Subscriber) -> str:
    """The term's title, and whose feed it is."""
    subjects = {
        "term": (),
        "public": (),
        "office": ((subscriber.subject, WORDING[subscriber.language].office),),
        "series": ((one.id, one.title) for one in term.series),
        "unit": ((one.id, one.name) for one in term.units),
        "person": ((one.id, one.name) for one in term.people),
    }
    name = next((name for one, name in subjects[subscriber.kind] if one == subscriber.subject), None)
    return f"{term.title} – {name}" if name else term.title


def zones_of(release: FeedRelease, zones: Collection[str]) -> dict[str, tuple[YearlyChange, YearlyChange]]:
    """Those of the zones that have yearly rules, and when they change their clocks."""
    starts = [one.entry.start.year for one in release.history.records if one.entry]
    first = min(release.term.first_day.year, *starts) if starts else release.term.first_day.year
    last = max(release.term.last_day.year, *starts) + 1 if starts else release.term.last_day.year + 1
    return {zone: changes for zone in sorted(zones) if (changes := yearly_changes(zone, first, last))}


def _event(record: Record, entry: Entry, subscriber: Subscriber, *, by_rule: bool) -> Event:
    told = tell(entry, subscriber)
    event = Event()
    event.add("UID", str(record.uid))
    event.add("DTSTAMP", record.modified(subscriber))
    event.add("LAST-MODIFIED", record.modified(subscriber))
    event.add("SEQUENCE", record.sequence)
    event.add("DTSTART", _moment(entry.start, entry.time_zone, by_rule=by_rule))
    event.add("DTEND", _moment(entry.end, entry.time_zone, by_rule=by_rule))
    event.add("SUMMARY", told.title)
    if told.description:
        event.add("DESCRIPTION", told.description)
    event.add("STATUS", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("TRANSP", "TRANSPARENT" if entry.cancelled else "OPAQUE")
    event.add("X-MICROSOFT-CDO-BUSYSTATUS", "FREE" if entry.cancelled else "BUSY")
    _add_location(event, entry, told.location)
    return event


def _note(record: NoteRecord, subscriber: Subscriber) -> Event:
    """A day to which nobody is bound: it takes no time in anybody's calendar."""
    assert record.note is not None, "what has left the calendars is not written"
    title, description = tell_note(record.note, subscriber.language)
    event = Event()
    event.add("UID", str(record.uid))
    event.add("DTSTAMP", record.modified)
    event.add("LAST-MODIFIED", record.modified)
    event.add("SEQUENCE", record.sequence)
    event.add("DTSTART", record.note.day)
    event.add("DTEND", record.note.day + timedelta(days=1))
    event.add("SUMMARY", title)
    event.add("DESCRIPTION", description)
    event.add("STATUS", "CANCELLED" if record.note.cancelled else "CONFIRMED")
    event.add("TRANSP", "TRANSPARENT")
    event.add("X-MICROSOFT-CDO-BUSYSTATUS", "FREE")
    return event


def _moment(local: datetime, zone: str, *, by_rule: bool) -> datetime:
    """The moment in its zone where the feed describes that, in UTC elsewhere."""
    zoned = local.replace(tzinfo=ZoneInfo(zone))
    return zoned if by_rule else zoned.astimezone(UTC)


def _add_location(event: Event, entry: Entry, location: str) -> None:
    """Address and, where they are known, coordinates: for everybody and once more for Apple's map."""
    if location:
        event.add("LOCATION", location)
    if entry.latitude is None or entry.longitude is None:
        return
    event.add("GEO", (entry.latitude, entry.longitude))
    if entry.place and location.startswith(entry.place) and not set(entry.place) & UNFIT_FOR_PARAMETERS:
        parameters = {"VALUE": "URI", "X-APPLE-RADIUS": "70", "X-TITLE": entry.place}
        geo = f"geo:{entry.latitude:.6f},{entry.longitude:.6f}"
        event.add("X-APPLE-STRUCTURED-LOCATION", geo, parameters=parameters)

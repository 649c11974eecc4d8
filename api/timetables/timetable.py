"""The timetable for the public as a document: lines, the meetings in each, and what is cancelled.

It is made out of what calendars are told, so that it and they cannot disagree; and it copies what it shows field by
field, so that nothing of a person can come along.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from pydantic import AwareDatetime

from api.feeds import PUBLIC, FeedRelease, History
from api.feeds.entry import Entry, Status
from models import Noun, Term

__all__ = ["Due", "Line", "Meeting", "Place", "Timetable", "TimetableDocument", "timetable"]


class Place(Noun):
    """Where a meeting is held."""

    name: str
    address: str | None
    latitude: float | None
    longitude: float | None


class Due(Noun):
    """What is to be done for a meeting, for the public to know."""

    title: str
    day: date
    """The last date for it."""


class Meeting(Noun):
    """A meeting for the public."""

    uid: UUID
    """Its identity, the same as in every calendar, for life."""
    title: str
    start: AwareDatetime
    """With the offset that the term's time zone has then."""
    end: AwareDatetime
    place: Place | None
    """`null` where it is decided later."""
    status: Status
    """`confirmed`; `postponed`: cancelled at this time, to be held another day; `withdrawn`: cancelled for good."""

    deadlines: tuple[Due, ...] = ()
    """Those that are for the public, in order of time; none of a meeting that is cancelled."""

    @property
    def cancelled(self) -> bool:
        """Whether it is not held at this time."""
        return self.status != "confirmed"


class Line(Noun):
    """A line of the timetable: the meetings of a forum, or of a series that is of none."""

    title: str
    meetings: tuple[Meeting, ...]
    """In order of time."""


class Timetable(Noun):
    """What of a term's newest release is for the public."""

    format: Literal["terminsplan.timetable/1"] = "terminsplan.timetable/1"
    """Kind and version of the document."""
    title: str
    """Of the term."""
    time_zone: str
    """IANA name of the zone that the meetings are held in."""
    first_day: date
    """The first date of the term."""
    last_day: date
    """The last date of the term."""
    lines: tuple[Line, ...]
    """In the term's order; those without meetings are left out."""

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """All of them, line by line."""
        return tuple(one for line in self.lines for one in line.meetings)

    @property
    def months(self) -> tuple[tuple[int, int], ...]:
        """Year and month of each month in which there is a meeting, in order of time."""
        return tuple(sorted({(one.start.year, one.start.month) for one in self.meetings}))


class TimetableDocument(Timetable):
    """The timetable for the public as it is answered."""

    modified: AwareDatetime
    """When a release last changed it."""

    @classmethod
    def of(cls, table: Timetable, modified: datetime) -> "TimetableDocument":
        """A timetable, as it is answered with when it was last changed."""
        said = {name: getattr(table, name) for name in Timetable.model_fields}
        return cls(**said, modified=modified)


def timetable(release: FeedRelease) -> Timetable:
    """What of a release is marked public."""
    due = _due(release.history)
    lines: dict[str, list[Meeting]] = {title: [] for title in _in_order(release.term)}
    for _, entry in release.history.seen_by(PUBLIC):
        lines.setdefault(entry.timetable_line or "", []).append(_meeting(entry, due.get(entry.uid, ())))
    term = release.term
    return Timetable(
        title=term.title,
        time_zone=term.time_zone,
        first_day=term.first_day,
        last_day=term.last_day,
        lines=tuple(Line(title=title, meetings=tuple(held)) for title, held in lines.items() if held),
    )


def _due(history: History) -> Mapping[UUID, Sequence[Due]]:
    """By meeting, its deadlines that are for the public."""
    found: dict[UUID, list[Due]] = {}
    notes = (one.note for one in history.notes if one.note and one.note.public and not one.note.cancelled)
    for note in sorted(notes, key=lambda one: (one.day, one.title)):
        found.setdefault(note.meeting, []).append(Due(title=note.title, day=note.day))
    return found


def _in_order(term: Term) -> Iterable[str]:
    """Titles of lines, each once: forums as the term lists them, then series that are of none."""
    forums = [one.title for one in term.forums]
    return dict.fromkeys((*forums, *filter(None, term.timetable_lines.values())))


def _meeting(entry: Entry, due: Sequence[Due]) -> Meeting:
    place = (
        Place(name=entry.place, address=entry.address, latitude=entry.latitude, longitude=entry.longitude)
        if entry.place
        else None
    )
    return Meeting(
        uid=entry.uid,
        title=entry.title,
        start=_zoned(entry.start, entry.time_zone),
        end=_zoned(entry.end, entry.time_zone),
        place=place,
        status=entry.status,
        deadlines=() if entry.cancelled else tuple(due),
    )


def _zoned(local: datetime, zone: str) -> datetime:
    return local.replace(tzinfo=ZoneInfo(zone))

"""What calendars are told of one meeting, before it is put into words: copied out of term and plan, so that it lasts.

A cancelled meeting stays in calendars when its term no longer holds it, so an entry refers to nothing outside itself.
"""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from models import Noun
from models.base import Id, LocalDateTime, Text

__all__ = ["Entry", "EntryDuty", "EntryPerson", "EntrySeat", "Status", "Timing", "one_line"]

Status = Literal["confirmed", "postponed", "withdrawn"]
"""`postponed` is cancelled and to be held another day, `withdrawn` is cancelled for good."""
Timing = tuple[str, datetime, datetime, str, bool]


def one_line(name: str, address: str | None) -> str:
    """A place and its address, in which the name may stand already."""
    address = address or ""
    return address if address.startswith(name) else ", ".join(filter(None, (name, address)))


class EntryPerson(Noun):
    """Somebody on a seat: no more of a person is told than this."""

    id: Id
    name: Text
    deputy: bool = False
    """Whether they stand in for the holder of the role."""
    holder: Text | None = None
    """Name of the holder that a deputy stands in for; `null` where the post is vacant."""


class EntrySeat(Noun):
    """A seat that the meeting wants filled, and who sits there."""

    role: Text
    """Name of the role."""
    unit: Id
    unit_name: Text
    on_demand: bool = False
    people: tuple[EntryPerson, ...] = ()
    missing: int = 0
    """How many more people are wanted."""


class EntryDuty(Noun):
    """Who answers for a task of the meeting."""

    unit: Id
    unit_name: Text
    role: Text | None = None
    """Name of the role; `null` is the unit as such."""

    @property
    def text(self) -> str:
        """`Enhetschef, Hemtjänst`; of a unit as such its name."""
        return f"{self.role}, {self.unit_name}" if self.role else self.unit_name


class Entry(Noun):
    """A meeting as calendars are told of it."""

    uid: UUID
    series: Id
    title: Text
    time_zone: Text
    start: LocalDateTime
    end: LocalDateTime
    place: Text | None = None
    """Name of the place; `null` where it is decided later."""
    address: Text | None = None
    latitude: float | None = None
    longitude: float | None = None
    seats: tuple[EntrySeat, ...] = ()
    convener: EntryDuty | None = None
    chair: EntryDuty | None = None
    agenda_holder: EntryDuty | None = None
    agenda_by: date | None = None
    """The last date for the agenda."""
    timetable_line: Text | None = None
    """The line of the timetable for the public that it stands in; `null` where it is not for the public."""
    status: Status = "confirmed"

    @property
    def cancelled(self) -> bool:
        """Whether it is not held at this time."""
        return self.status != "confirmed"

    @property
    def location(self) -> str:
        """Where to go, in one line; empty where it is decided later."""
        return one_line(self.place or "", self.address)

    @property
    def timing(self) -> Timing:
        """Time, place and status: what calendars must be told loudly when it changes."""
        return self.time_zone, self.start, self.end, self.location, self.cancelled

    @property
    def duties(self) -> tuple[EntryDuty, ...]:
        """The duties that somebody is named for."""
        return tuple(duty for duty in (self.convener, self.chair, self.agenda_holder) if duty)

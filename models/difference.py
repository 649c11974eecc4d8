"""The difference between two plans: what became of every meeting, and for every person what changed for just them."""

from typing import Literal
from uuid import UUID

from models.base import Id, LocalDateTime, Noun, Text

__all__ = ["Difference", "MeetingChange", "OwnChange", "PersonChange", "SeatChange", "Spot", "What"]

What = Literal["new", "moved", "cancelled", "reseated", "untouched"]
"""`moved`: another time or place; `reseated`: the same, with other people; `cancelled`: no longer held, or not yet."""


class Spot(Noun):
    """When and where a meeting is held."""

    start: LocalDateTime
    """When it starts."""
    end: LocalDateTime
    """The first minute after it."""
    place: Id | None
    """Id of the place; `null` where it is decided later."""


class SeatChange(Noun):
    """Another person on a seat."""

    seat: Id
    """Id of the seat."""
    left: tuple[Id, ...]
    """Ids of those who sat there and no longer do."""
    joined: tuple[Id, ...]
    """Ids of those who sit there now and did not."""


class MeetingChange(Noun):
    """What became of one meeting."""

    meeting: Id
    """Its id; where it is no longer in the term, the one that it had."""
    uid: UUID
    """Its identity in calendars, for life."""
    title: Text
    """What people call it."""
    what: What
    """What became of it: `moved` is another time or place, `reseated` the same with other people, `cancelled` no longer
    held, or not yet."""
    before: Spot | None
    """Where it stood; `null` where it was not held."""
    after: Spot | None
    """Where it stands; `null` where it is not held."""
    withdrawn: bool = False
    """Of a cancelled one: whether it has left the term, and is not to be held another day."""
    seats: tuple[SeatChange, ...] = ()
    """Seats with other people than before; of a meeting that is new or cancelled none."""


class OwnChange(Noun):
    """What changed for one person at one meeting.

    `joins`: the person sits there now and did not; `leaves`: the other way round, and the meeting is held without them;
    `moved`: it has another time or place; `cancelled`: it is not held; `seat`: they sit on another seat.
    """

    kind: Literal["joins", "leaves", "moved", "cancelled", "seat"]
    """What changed for them."""
    meeting: Id
    """Id of the meeting."""
    uid: UUID
    """Its identity in calendars, for life."""
    before: Spot | None
    """Where it stood; `null` where it was not held."""
    after: Spot | None
    """Where it stands; `null` where it is not held."""
    seats_before: tuple[Id, ...] = ()
    """Ids of the seats on which they sat."""
    seats_after: tuple[Id, ...] = ()
    """Ids of the seats on which they sit."""
    withdrawn: bool = False
    """Whether the meeting has left the term, and is not to be held another day."""


class PersonChange(Noun):
    """Everything that changed for one person, and nothing else."""

    person: Id
    """Id of the person."""
    changes: tuple[OwnChange, ...]
    """In order of time."""


class Difference(Noun):
    """What one plan does to another: each meeting of either stands in `meetings` once."""

    meetings: tuple[MeetingChange, ...]
    """In order of time: of where they stand, else of where they stood."""
    people: tuple[PersonChange, ...]
    """Those for whom something changed, in order of their ids."""

    @property
    def empty(self) -> bool:
        """Whether nothing changed."""
        return all(one.what == "untouched" for one in self.meetings) and not self.people

    def those(self, what: What) -> tuple[MeetingChange, ...]:
        """The meetings that this became of."""
        return tuple(one for one in self.meetings if one.what == what)

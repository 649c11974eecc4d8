"""What happens to a term after it was planned: changes, each a few actions with who, when and why beside it.

An action says what happened in the words of whoever reports it; ``scheduler.apply`` makes the next term of it.
"""

from typing import Annotated, Literal

from pydantic import Field

from models.base import Day, Id, LocalDateTime, Noun, Text
from models.calendar import Weekly, Window
from models.meetings import LockedSeat, Meeting
from models.people import Person

__all__ = [
    "Action",
    "Add",
    "AllowTime",
    "Away",
    "Cancel",
    "Change",
    "ChangeSeat",
    "Close",
    "CloseDay",
    "Leave",
    "LockAt",
    "LowerAttendance",
    "Move",
    "OtherPlaces",
    "RaiseLimit",
    "SetFree",
    "Space",
    "Unlock",
    "Untie",
    "Withdraw",
]

Count = Annotated[int, Field(ge=0, le=1000)]


class Cancel(Noun):
    """A meeting is not held on its date, but another day."""

    kind: Literal["cancel"] = "cancel"
    meeting: Id
    """Id of the meeting."""
    day: Day
    """The date on which it is not held."""
    until: Day | None = None
    """The last date on which it is not held either, such as the term's last while nothing is decided."""


class Withdraw(Noun):
    """A meeting is not held at all: it leaves the term, and orders and day relations that name it."""

    kind: Literal["withdraw"] = "withdraw"
    meeting: Id
    """Id of the meeting."""


class Add(Noun):
    """One more meeting is to be held."""

    kind: Literal["add"] = "add"
    meeting: Meeting
    """The meeting, as a term says it."""


class Away(Noun):
    """A person cannot come: from `start` to `end`, or week after week."""

    kind: Literal["away"] = "away"
    person: Id
    """Id of the person."""
    start: LocalDateTime | None = None
    """The first minute of a single absence."""
    end: LocalDateTime | None = None
    """The first minute after a single absence."""
    weekly: Weekly | None = None
    """A recurring absence; given instead of `start` and `end`."""


class Leave(Noun):
    """A person gives up all posts and deputyships for good; a successor takes them over, or they stand empty."""

    kind: Literal["leave"] = "leave"
    person: Id
    """Id of the person who leaves."""
    day: Day
    """The first date on which the person no longer holds them."""
    successor: Id | None = None
    """Id of the person who does from then on; `null` leaves the posts vacant."""
    newcomer: Person | None = None
    """The successor, where the term does not know that person yet; given instead of `successor`."""


class Close(Noun):
    """A place cannot be used: from `start` to `end`, or week after week."""

    kind: Literal["close"] = "close"
    place: Id
    """Id of the place."""
    start: LocalDateTime | None = None
    """The first minute of a single closure."""
    end: LocalDateTime | None = None
    """The first minute after a single closure."""
    weekly: Weekly | None = None
    """A recurring closure; given instead of `start` and `end`."""


class CloseDay(Noun):
    """Nothing is planned on some dates."""

    kind: Literal["close_day"] = "close_day"
    first_day: Day
    """The first date."""
    last_day: Day | None = None
    """The last date; `null` is the first date alone."""
    why: Text
    """The reason that people are shown (`Studiedag`)."""
    series: tuple[Id, ...] = ()
    """Ids of the series that it closes; empty closes it for all."""


class LockAt(Noun):
    """A meeting stays where it is."""

    kind: Literal["lock"] = "lock"
    meeting: Id
    """Id of the meeting."""
    start: LocalDateTime
    """When it starts."""
    place: Id | None = None
    """Id of the place that is locked too; `null` leaves it to the plan."""
    seats: tuple[LockedSeat, ...] = ()
    """Seats whose people are locked too."""


class Move(Noun):
    """A meeting is moved by hand and stays there."""

    kind: Literal["move"] = "move"
    meeting: Id
    """Id of the meeting."""
    start: LocalDateTime
    """When it starts from now on."""
    place: Id | None = None
    """Id of the place that it moves to; `null` leaves that to the plan."""


class Unlock(Noun):
    """A locked meeting is left to the plan again."""

    kind: Literal["unlock"] = "unlock"
    meeting: Id
    """Id of the meeting."""


class SetFree(Noun):
    """A person can come at a time, whatever absences say."""

    kind: Literal["free"] = "free"
    person: Id
    """Id of the person."""
    start: LocalDateTime
    """The first minute at which the person can come."""
    end: LocalDateTime
    """The first minute after."""


class AllowTime(Noun):
    """One more window for a meeting."""

    kind: Literal["allow"] = "allow"
    meeting: Id
    """Id of the meeting."""
    window: Window
    """Dates, weekdays and hours that it may lie in too."""


class ChangeSeat(Noun):
    """How a seat may be filled at one meeting, or left empty."""

    kind: Literal["seat"] = "seat"
    meeting: Id
    """Id of the meeting."""
    seat: Id
    """Id of the seat."""
    deputy: Literal["should", "may", "not"] | None = None
    """Whether a deputy stands in; `null` leaves it as it is."""
    vacancy: Literal["never", "priced"] | None = None
    """Whether the meeting is held without it (`priced`); `null` leaves it as it is."""


class RaiseLimit(Noun):
    """A person takes more meetings; limits that are left `null` stay."""

    kind: Literal["limit"] = "limit"
    person: Id
    """Id of the person."""
    meetings_per_day: Count | None = None
    """At most so many on one date."""
    meetings_per_week: Count | None = None
    """At most so many in one ISO week."""
    meetings_per_term: Count | None = None
    """At most so many in the whole term."""


class OtherPlaces(Noun):
    """A meeting may be held at these places instead of its own."""

    kind: Literal["places"] = "places"
    meeting: Id
    """Id of the meeting."""
    places: tuple[Id, ...] = ()
    """Ids of the places to choose from; none is decided later."""


class LowerAttendance(Noun):
    """A meeting is held with fewer people of a group."""

    kind: Literal["attendance"] = "attendance"
    meeting: Id
    """Id of the meeting."""
    group: Id
    """The group."""
    least: Count
    """The least number of its people; 0 demands none."""


class Untie(Noun):
    """An order or a day relation no longer counts."""

    kind: Literal["untie"] = "untie"
    tie: Id
    """Id of the order or day relation."""


class Space(Noun):
    """Meetings of a series may lie nearer to each other, or must lie further apart."""

    kind: Literal["spacing"] = "spacing"
    series: Id
    """Id of the series."""
    days: Count
    """Least number of days from one of its meetings to the next; 0 is no rule."""


Action = Annotated[
    Cancel
    | Withdraw
    | Add
    | Away
    | Leave
    | Close
    | CloseDay
    | LockAt
    | Move
    | Unlock
    | SetFree
    | AllowTime
    | ChangeSeat
    | RaiseLimit
    | OtherPlaces
    | LowerAttendance
    | Untie
    | Space,
    Field(discriminator="kind"),
]
"""One thing that happened or was decided."""


class Change(Noun):
    """What happened, all of it together one new revision of the term."""

    actions: Annotated[tuple[Action, ...], Field(min_length=1, max_length=100)]
    """What happened, applied in this order."""
    reason: Text | None = None
    """Why, for the coordinators; never published."""

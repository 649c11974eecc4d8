"""What is to be planned: series of meetings, the seats at them, and what ties meetings to each other."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from models.base import Day, Flag, Id, LocalDateTime, LocalTime, Marked, Text, Weekday
from models.calendar import Window
from models.deadlines import Deadline, Deadlines, OwnDeadlines
from models.duties import Duty

__all__ = [
    "Attendance",
    "CalledOff",
    "DayRelation",
    "Duty",
    "Lock",
    "LockedSeat",
    "Meeting",
    "Order",
    "Preference",
    "ResolvedMeeting",
    "Seat",
    "SeatRule",
    "Series",
]

DurationMinutes = Annotated[int, Field(ge=5, le=1440)]
Priority = Annotated[int, Field(ge=1, le=100)]
Days = Annotated[int, Field(ge=0, le=1000)]


class Seat(Marked):
    """A chair at a meeting: a role in a unit."""

    id: Id
    """Unique among the seats of a meeting."""
    role: Id
    """Id of the role."""
    unit: Id
    """Id of the unit; whoever is appointed to the role in it can sit here."""
    count: Annotated[int, Field(ge=1, le=1000)] = 1
    """How many people of the role are wanted."""
    need: Literal["required", "on_demand"] = "required"
    """`on_demand` seats are filled only at meetings that ask for them."""
    deputy: Literal["should", "may", "not"] = "may"
    """Whether a deputy stands in for an absent holder; an empty seat costs more where one `should`."""
    vacancy: Literal["never", "priced"] = "never"
    """`never`: the meeting is not held without the seat; `priced`: it is, and the empty seat is shown and costs."""
    groups: Annotated[tuple[Id, ...], Field(max_length=20)] = ()
    """Groups (sides, kinds) that the seat counts towards in `attendance`."""

    @property
    def must_be_filled(self) -> bool:
        """Whether a meeting is not held without it."""
        return self.need == "required" and self.vacancy == "never"


class Attendance(Marked):
    """The least number of people from a group of seats that a meeting is held with."""

    group: Id
    """The group, as `seats[].groups` names it."""
    least: Annotated[int, Field(ge=1, le=1000)] = 1
    """1 is representation: somebody from that side must be there."""


class Preference(Marked):
    """Days and hours that suit better; a start outside them costs `penalty` points."""

    weekdays: Annotated[tuple[Weekday, ...], Field(max_length=7)] = ()
    """Weekdays that suit; empty is all."""
    from_time: LocalTime | None = None
    """The earliest start that suits; `null` is any."""
    to_time: LocalTime | None = None
    """The latest end that suits; `null` is any."""
    penalty: Annotated[int, Field(ge=1, le=1000)] = 1
    """Points that a meeting outside costs."""


class LockedSeat(Marked):
    """People who keep a seat at a locked meeting."""

    seat: Id
    """Id of the seat."""
    people: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Ids of the people who sit there."""


class Lock(Marked):
    """A meeting that stays where it is."""

    start: LocalDateTime
    """When it starts, on the term's grid."""
    place: Id | None = None
    """Id of the place that is locked too; `null` leaves it to the plan."""
    seats: tuple[LockedSeat, ...] = ()
    """Seats whose people are locked too."""
    reason: Text | None = None
    """Why, for people."""


class CalledOff(Marked):
    """Dates on which a meeting is not held: it was to be, and is to be held another day."""

    first_day: Day
    """The first date, on which it was to be held."""
    last_day: Day | None = None
    """The last date on which it is not held either; `null` is the first date alone."""

    def covers(self, day: date) -> bool:
        """Whether the meeting is not held on that date."""
        return self.first_day <= day <= (self.last_day or self.first_day)


class SeatRule(Marked):
    """What holds for a seat at one meeting, whatever the seat itself says."""

    seat: Id
    """Id of the seat."""
    deputy: Literal["should", "may", "not"] | None = None
    """Whether a deputy stands in; `null` leaves it to the seat."""
    vacancy: Literal["never", "priced"] | None = None
    """Whether the meeting is held without it; `null` leaves it to the seat."""

    def applied(self, seat: Seat) -> Seat:
        """The seat as it is at this meeting."""
        own = {name: value for name in ("deputy", "vacancy") if (value := getattr(self, name)) is not None}
        return seat.model_copy(update=own)


class _Frame(Marked):
    """What a series says for all its meetings, and a meeting can say for itself."""

    convener: Duty | None = None
    """Who calls the meeting; `null` is not yet decided."""
    chair: Duty | None = None
    """Who chairs it; `null` is not yet decided."""
    agenda_holder: Duty | None = None
    """Who answers for the agenda; `null` is not yet decided."""


class Series(_Frame):
    """Meetings of one kind, and what holds for all of them."""

    id: Id
    title: Text
    """What people call its meetings."""
    duration_minutes: DurationMinutes = 60
    """Minutes from start to end of each meeting."""
    windows: tuple[Window, ...] = ()
    """When its meetings may lie; a start inside any of them will do."""
    places: tuple[Id, ...] = ()
    """Ids of the places to choose from: one is fixed, several are a choice, none is decided later."""
    forum: Id | None = None
    """Id of the forum whose meetings these are: its members, representation and quorum hold for them, and its convener
    and chair where the series names none; `null` is none."""
    called: Annotated[tuple[Id, ...], Field(max_length=100)] = ()
    """Ids of forums that are called too: their members have seats, each of which may stay empty."""
    seats: tuple[Seat, ...] = ()
    """Seats at every meeting of the series, beside those of its forum."""
    attendance: tuple[Attendance, ...] = ()
    """The least number of people of each group that its meetings are held with."""
    preferences: tuple[Preference, ...] = ()
    """Days and hours that suit better."""
    priority: Priority = 1
    """How much a meeting counts when not all can be placed."""
    spacing_days: Days = 0
    """At least so many days from any meeting of the series to the next; 0 is no rule, 1 is not the same day."""
    in_order: bool = False
    """Whether its meetings come in the order of the document."""
    agenda_deadline_days: Days | None = None
    """How many days before the meeting its agenda is closed."""
    deadlines: Deadlines = ()
    """What is to be done so many days before or after each of its meetings."""
    public: Flag = False
    """Whether its meetings stand in the timetable for the public: titles, times and places, and nobody's name."""


class Meeting(_Frame):
    """One meeting to be held; what it leaves `null` its series says."""

    id: Id
    uid: UUID | None = None
    """The meeting's identity in calendars, for life; minted from the term's when left out, then stored."""
    series: Id
    """Id of the series."""
    title: Text | None = None
    """What people call it; `null` is the series' title."""
    duration_minutes: DurationMinutes | None = None
    """Minutes from start to end; `null` is the series'."""
    windows: tuple[Window, ...] | None = None
    """When it may lie; `null` is the series' windows."""
    places: tuple[Id, ...] | None = None
    """Ids of the places to choose from; `null` is the series'."""
    seats: tuple[Seat, ...] = ()
    """Seats of this meeting, added to the series' own."""
    attendance: tuple[Attendance, ...] | None = None
    """Least attendance per group; `null` is the series'."""
    preferences: tuple[Preference, ...] | None = None
    """Days and hours that suit better; `null` is the series'."""
    priority: Priority | None = None
    """How much it counts when not all can be placed; `null` is the series'."""
    agenda_deadline_days: Days | None = None
    """Days before it that its agenda is closed; `null` is the series'."""
    deadlines: OwnDeadlines = None
    """What is to be done before or after it, in place of what its series says; `null` is the series'."""
    asked: tuple[Id, ...] = ()
    """Ids of the on-demand seats that are asked for at this meeting."""
    lock: Lock | None = None
    """Where the meeting stays; `null` leaves it to the plan."""
    called_off: Annotated[tuple[CalledOff, ...], Field(max_length=100)] = ()
    """Dates on which it was to be held and is not."""
    seat_rules: Annotated[tuple[SeatRule, ...], Field(max_length=500)] = ()
    """Seats of it, or of its series, that are otherwise at this meeting; at most one rule a seat."""


class Order(Marked):
    """One meeting before another: it ends before the other starts, with days between them."""

    id: Id
    before: Id
    """Id of the earlier meeting."""
    after: Id
    """Id of the later meeting."""
    at_least_days: Days = 0
    """Least number of days from the one's date to the other's; 0 allows the same day."""
    at_most_days: Days | None = None
    """Greatest number of days from the one's date to the other's; `null` is no limit."""


class DayRelation(Marked):
    """Meetings that share a date, or do not."""

    id: Id
    meetings: Annotated[tuple[Id, ...], Field(min_length=2)]
    """Ids of the meetings; those that are not placed do not count."""
    kind: Literal["same_day", "different_days"]
    """`same_day`: those placed share one date; `different_days`: no two do."""


@dataclass(frozen=True)
class ResolvedMeeting:
    """A meeting with everything said that its series says for it; made by ``Term.resolved``."""

    id: str
    uid: UUID
    series: str
    forum: str | None
    title: str
    duration_minutes: int
    windows: tuple[Window, ...]
    places: tuple[str, ...]
    seats: tuple[Seat, ...]
    asked: frozenset[str]
    attendance: tuple[Attendance, ...]
    preferences: tuple[Preference, ...]
    priority: int
    agenda_deadline_days: int | None
    deadlines: tuple[Deadline, ...]
    convener: Duty | None
    chair: Duty | None
    agenda_holder: Duty | None
    lock: Lock | None
    called_off: tuple[CalledOff, ...]

    @property
    def wanted_seats(self) -> tuple[Seat, ...]:
        """Seats that the plan fills: the required ones, and the on-demand ones that are asked for."""
        return tuple(seat for seat in self.seats if self.wants(seat))

    def wants(self, seat: Seat) -> bool:
        """Whether the plan fills that seat."""
        return seat.need == "required" or seat.id in self.asked

    def end_of(self, start: datetime) -> datetime:
        """The first minute after a meeting that begins at `start`."""
        return start + timedelta(minutes=self.duration_minutes)

    def is_called_off(self, day: date) -> bool:
        """Whether it is not held on that date."""
        return any(one.covers(day) for one in self.called_off)

"""Who meets: forums with their members by appointment, what they answer for, and how long they last."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from models.base import Day, Flag, Id, Marked, Note, Text
from models.meetings import Attendance, Duty, Seat

__all__ = ["VOTING", "Chairmanship", "Election", "Forum", "ForumState", "Member", "Officer"]

VOTING = "voting"
"""The group that every member with a vote counts towards, at the meetings of their forum."""


class Member(Seat):
    """A seat in a forum, and with it at each of the forum's meetings: who sits there does so by appointment."""

    standing: Literal["voting", "co_opted", "without_vote"] = "voting"
    """`voting` takes part in decisions and counts towards the quorum; `co_opted` and `without_vote` do neither."""


class Officer(Marked):
    """Who chairs, or is next to: a side, and the person if somebody is elected."""

    side: Id
    """The side, one of the chairmanship's `sides`."""
    person: Id | None = None
    """Id of the person; `null` while nobody is known."""


class Election(Marked):
    """Who was elected to chair and to be vice chair, whatever the main rule says."""

    first_day: Day
    """The first date on which those elected hold office; they do to the end of the period that it lies in."""
    chair: Officer
    """Who chairs."""
    vice_chair: Officer
    """Who is vice chair, and by the main rule chairs in the next period."""


class Chairmanship(Marked):
    """Sides that take turns: the vice chair chairs next, and the side after that is vice chair.

    The first side chairs in the first period and the second is vice chair. An election comes before this main rule from
    its day to the end of its period; the main rule then goes on from those elected.
    """

    sides: Annotated[tuple[Id, ...], Field(min_length=2, max_length=20)]
    """The sides in their order, each a group of the forum's members."""
    first_day: Day
    """The first date of the first period."""
    years: Annotated[int, Field(ge=1, le=20)] = 2
    """How many years a period lasts; each begins on the same day of the year."""
    elections: Annotated[tuple[Election, ...], Field(max_length=100)] = ()
    """What was elected, in order of time."""


class ForumState(Marked):
    """What a forum does from a date on."""

    first_day: Day
    """The first date of it; it lasts until the next one's."""
    state: Literal["active", "resting", "ended"]
    """A forum meets only while it is `active`; one that has `ended` does not come back."""


class Forum(Marked):
    """A group that meets as itself: a council, a steering group, a task group for a time."""

    id: Id
    title: Text
    """What people call it."""
    area: Id | None = None
    """Id of the area that it is of; `null` is all of them."""
    members: tuple[Member, ...] = ()
    """Who sits in it; they sit at the meetings of its series."""
    representation: tuple[Attendance, ...] = ()
    """Sides without which it does not meet, as groups of its members."""
    quorum: Annotated[int, Field(ge=1, le=1000)] | None = None
    """The least number of members with a vote that it meets with; `null` demands none."""
    convener: Duty | None = None
    """Who calls its meetings; `null` is not yet decided."""
    chair: Duty | None = None
    """Who chairs its meetings; `null` where sides take turns, or it is not yet decided."""
    secretary: Duty | None = None
    """Who keeps its minutes; `null` is not yet decided."""
    chairmanship: Chairmanship | None = None
    """How chair and vice chair alternate between sides; `null` where they do not."""
    assignment: Note = ""
    """What it is to do, for people."""
    first_day: Day | None = None
    """The first date on which it exists; `null` is always."""
    last_day: Day | None = None
    """The last date on which it exists; `null` is for ever."""
    states: Annotated[tuple[ForumState, ...], Field(max_length=100)] = ()
    """When it is active, rests or has ended, in order of time; before the first of them it is active."""
    reports_to: tuple[Id, ...] = ()
    """Ids of the forums that it reports to."""
    formed_by: tuple[Id, ...] = ()
    """Ids of the forums that formed it, and can end it."""
    public: Flag = False
    """Whether the meetings of all its series stand in the timetable for the public, whatever the series say."""

    def exists_on(self, day: date) -> bool:
        """Whether the date lies in the time that it is set up for."""
        return (self.first_day is None or self.first_day <= day) and (self.last_day is None or day <= self.last_day)

    def state_on(self, day: date) -> Literal["active", "resting", "ended"]:
        """What it does on a date, of its states alone."""
        return next((one.state for one in reversed(self.states) if one.first_day <= day), "active")

    def meets_on(self, day: date) -> bool:
        """Whether it exists and is active on that date."""
        return self.exists_on(day) and self.state_on(day) == "active"

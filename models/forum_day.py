"""A forum as it is on one date: who sits in it by appointment, who chairs, and the meetings that it has in a plan."""

from typing import Literal

from models.base import Day, Id, LocalDateTime, Noun, Text
from models.officers import Officers

__all__ = ["ForumDay", "ForumMeeting", "MemberDay"]


class MemberDay(Noun):
    """Who sits on one of a forum's seats, on one date."""

    member: Id
    """Id of the member, unique in the forum."""
    role: Id
    """Id of the role."""
    unit: Id
    """Id of the unit."""
    standing: Literal["voting", "co_opted", "without_vote"]
    """Whether the seat has a vote."""
    holders: tuple[Id, ...]
    """Ids of those who are appointed on the date; empty where the post is vacant."""
    deputies: tuple[Id, ...]
    """Ids of those who may stand in for them, the first asked first; none where the seat takes no deputy."""


class ForumMeeting(Noun):
    """A meeting of a forum, and where the plan has it."""

    meeting: Id
    """Id of the meeting."""
    title: Text
    """What people call it."""
    start: LocalDateTime | None
    """When it starts; `null` without a time."""
    end: LocalDateTime | None
    """The first minute after it."""
    place: Id | None
    """Id of the place; `null` where it is decided later."""


class ForumDay(Noun):
    """A forum on one date."""

    forum: Id
    """Id of the forum."""
    title: Text
    """What people call it."""
    day: Day
    """The date."""
    state: Literal["active", "resting", "ended", "not_set_up"]
    """What it does then; `not_set_up` outside the time that it is set up for."""
    officers: Officers | None
    """Who chairs and who is vice chair; `null` where no sides take turns, or not then."""
    members: tuple[MemberDay, ...]
    """Who sits in it."""
    meetings: tuple[ForumMeeting, ...]
    """Its meetings in order of time, those without one last."""

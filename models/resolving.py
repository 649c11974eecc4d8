"""A meeting with everything said that its series, and the forum whose series that is, say for it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID

from models.forums import VOTING, Forum, Member
from models.meetings import Attendance, Duty, Meeting, ResolvedMeeting, Seat, Series

__all__ = ["joined_id", "resolve", "shared_seats"]

INHERITED: tuple[str, ...] = ("title", "duration_minutes", "windows", "places", "preferences", "priority")
INHERITED += ("agenda_deadline_days", "deadlines", "agenda_holder")
LONGEST_ID = 64


def resolve(
    meeting: Meeting, series: Series, forum: Forum | None, shared: tuple[Seat, ...], uid: UUID
) -> ResolvedMeeting:
    """The meeting with its series' values where it has none of its own, and its forum's where the series has none.

    Args:
        meeting: the meeting.
        series: its series.
        forum: the series' forum, if it is one's.
        shared: ``shared_seats`` of the series.
        uid: the meeting's identity, where it has none of its own yet.
    """
    own: dict[str, Any] = {name: _first(getattr(meeting, name), getattr(series, name)) for name in INHERITED}
    return ResolvedMeeting(
        id=meeting.id,
        uid=meeting.uid or uid,
        series=series.id,
        forum=series.forum,
        seats=_ruled(meeting, (*shared, *meeting.seats)),
        asked=frozenset(meeting.asked),
        attendance=_attendance(meeting, series, forum),
        convener=_duty("convener", meeting, series, forum),
        chair=_duty("chair", meeting, series, forum),
        lock=meeting.lock,
        called_off=meeting.called_off,
        **own,
    )


def _first(value: object, otherwise: object) -> object:
    return otherwise if value is None else value


def _duty(name: str, *says: Meeting | Series | Forum | None) -> Duty | None:
    """The duty of the first that has it."""
    return next((duty for one in says if one and (duty := getattr(one, name)) is not None), None)


def _attendance(meeting: Meeting, series: Series, forum: Forum | None) -> tuple[Attendance, ...]:
    """What the meeting demands itself, else what its series and the forum demand: representation and quorum."""
    if meeting.attendance is not None:
        return meeting.attendance
    if forum is None:
        return series.attendance
    quorum = (Attendance(group=VOTING, least=forum.quorum),) if forum.quorum else ()
    return (*series.attendance, *forum.representation, *quorum)


def _ruled(meeting: Meeting, seats: tuple[Seat, ...]) -> tuple[Seat, ...]:
    """The seats as the meeting's own rules have them."""
    rules = {rule.seat: rule for rule in meeting.seat_rules}
    return tuple(rules[seat.id].applied(seat) if seat.id in rules else seat for seat in seats) if rules else seats


def shared_seats(series: Series, forums: Mapping[str, Forum]) -> tuple[Seat, ...]:
    """Seats at every meeting of the series: the forum's members, the series' own, and those of forums called too.

    Members of the forum keep their ids, those of a forum that is called are `forum:member`. These may each be missing,
    and who is seated already is not called once more.
    """
    forum = forums.get(series.forum or "")
    seats = [*(_with_vote(one) for one in (forum.members if forum else ())), *series.seats]
    for called in (forums[one] for one in series.called if one in forums):
        seats += _called(called, seats)
    return tuple(seats)


def _with_vote(member: Member) -> Seat:
    """A member's seat, which counts as one with a vote where it has one."""
    if member.standing != "voting" or VOTING in member.groups:
        return member
    return member.model_copy(update={"groups": (*member.groups, VOTING)})


def _called(forum: Forum, seated: Iterable[Seat]) -> Iterator[Seat]:
    """The members of a forum that is called too, as far as their posts do not have chairs already."""
    chairs = Counter[tuple[str, str]]()
    for seat in seated:
        chairs[seat.role, seat.unit] += seat.count if seat.need == "required" else 0
    for member in forum.members:
        seated_already = min(chairs[member.role, member.unit], member.count)
        chairs[member.role, member.unit] -= seated_already
        if seated_already < member.count:
            own = {"id": joined_id(forum.id, member.id), "count": member.count - seated_already}
            yield member.model_copy(update={**own, "vacancy": "priced"})


def joined_id(first: str, second: str) -> str:
    """One id made of two: `first:second`; of two long ones the end is a digest of both."""
    joined = f"{first}:{second}"
    if len(joined) <= LONGEST_ID:
        return joined
    return f"{joined[:47]}.{hashlib.sha256(joined.encode()).hexdigest()[:16]}"

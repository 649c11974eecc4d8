"""Two plans side by side: what became of every meeting, and for every person what changed for just them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from models import (
    Difference,
    MeetingChange,
    OwnChange,
    PersonChange,
    Placement,
    Plan,
    ResolvedMeeting,
    SeatChange,
    Spot,
    Term,
)

__all__ = ["Answered", "compare"]


@dataclass(frozen=True)
class Answered:
    """A plan with the revision of the term that it answers."""

    term: Term
    plan: Plan

    @cached_property
    def meetings(self) -> dict[UUID, ResolvedMeeting]:
        """The term's meetings by uid, which stays when an id is corrected."""
        return {one.uid: one for one in self.term.resolved.values()}

    @cached_property
    def placements(self) -> dict[UUID, Placement]:
        """Where they stand."""
        known = ((self.term.resolved.get(one.meeting), one) for one in self.plan.placements)
        return {meeting.uid: one for meeting, one in known if meeting}

    @cached_property
    def of_person(self) -> dict[str, list[Placement]]:
        """For each person what they sit at, in order of time."""
        found = defaultdict[str, list[Placement]](list)
        for one in sorted(self.plan.placements, key=lambda one: (one.start, one.meeting)):
            for person in one.people():
                found[person].append(one)
        return dict(found)


def compare(before: Answered | None, after: Answered) -> Difference:
    """What the one plan changes of the other; without another one, everything is new."""
    pair = _Pair(before, after)
    return Difference(meetings=tuple(pair.meetings()), people=tuple(pair.people()))


@dataclass(frozen=True)
class _Pair:
    before: Answered | None
    after: Answered

    @cached_property
    def old(self) -> dict[UUID, Placement]:
        return self.before.placements if self.before else {}

    @property
    def new(self) -> dict[UUID, Placement]:
        return self.after.placements

    def meetings(self) -> list[MeetingChange]:
        changes = [self._meeting(uid) for uid in {**self.old, **self.new}]
        return sorted(changes, key=lambda one: (_when(one.after, one.before), one.meeting))

    def _meeting(self, uid: UUID) -> MeetingChange:
        old, new = self.old.get(uid), self.new.get(uid)
        known = self.after.meetings.get(uid) or (self.before.meetings[uid] if self.before else None)
        assert known is not None, f"nobody knows meeting {uid}"
        seats = tuple(_seats(old, new)) if old and new else ()
        return MeetingChange(
            meeting=known.id,
            uid=uid,
            title=known.title,
            what=_what(old, new, seats),
            before=_spot(old),
            after=_spot(new),
            withdrawn=new is None and uid not in self.after.meetings,
            seats=seats,
        )

    def people(self) -> Iterator[PersonChange]:
        own = dict[str, dict[UUID, OwnChange]]()
        for uid in {**self.old, **self.new}:
            for person in dict.fromkeys((*_people(self.old.get(uid)), *_people(self.new.get(uid)))):
                change = self._own(uid, person)
                if change:
                    own.setdefault(person, {})[uid] = change
        for person, changes in sorted(own.items()):
            ordered = sorted(changes.values(), key=lambda one: (_when(one.after, one.before), one.meeting))
            yield PersonChange(person=person, changes=tuple(ordered))

    def _own(self, uid: UUID, person: str) -> OwnChange | None:
        old, new = self.old.get(uid), self.new.get(uid)
        was, now = _own_seats(old, person), _own_seats(new, person)
        stays = _where(old) == _where(new)
        if was and now and was == now and stays:
            return None
        kind = "joins" if not was else "cancelled" if new is None else "leaves" if not now else "seat"
        if was and now and not stays:
            kind = "moved"
        meeting = self._meeting(uid)
        return OwnChange(
            kind=kind,
            meeting=meeting.meeting,
            uid=uid,
            before=_spot(old),
            after=_spot(new),
            seats_before=was,
            seats_after=now,
            withdrawn=meeting.withdrawn,
        )


def _what(old: Placement | None, new: Placement | None, seats: Iterable[SeatChange]) -> str:
    if old is None:
        return "new"
    if new is None:
        return "cancelled"
    if _where(old) != _where(new):
        return "moved"
    return "reseated" if tuple(seats) else "untouched"


def _spot(one: Placement | None) -> Spot | None:
    return Spot(start=one.start, end=one.end, place=one.place) if one else None


def _where(one: Placement | None) -> tuple[object, ...]:
    return (one.start, one.end, one.place) if one else ()


def _when(*spots: Spot | None) -> str:
    return next(spot.start.isoformat() for spot in spots if spot)


def _people(one: Placement | None) -> tuple[str, ...]:
    return one.people() if one else ()


def _own_seats(one: Placement | None, person: str) -> tuple[str, ...]:
    return tuple(sorted(sitting.seat for sitting in one.sittings if sitting.person == person)) if one else ()


def _seats(old: Placement, new: Placement) -> Iterator[SeatChange]:
    """Seats on which others sit now, in the order in which they are first named."""
    if old.sittings == new.sittings:
        return
    sat, sits = _sitters(old), _sitters(new)
    for seat in {**sat, **sits}:
        was, now = sat.get(seat, set()), sits.get(seat, set())
        if was != now:
            yield SeatChange(seat=seat, left=tuple(sorted(was - now)), joined=tuple(sorted(now - was)))


def _sitters(one: Placement) -> dict[str, set[str]]:
    """Who sits on each seat."""
    found: dict[str, set[str]] = {}
    for sitting in one.sittings:
        found.setdefault(sitting.seat, set()).add(sitting.person)
    return found

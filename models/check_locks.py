"""Locks that can hold: inside a window, on the grid, at a place of the meeting, with people who may sit there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from models.faults import Fault
from models.meetings import Lock, LockedSeat, ResolvedMeeting
from models.references import Known

if TYPE_CHECKING:
    from models.term import Term

__all__ = ["clashing_locks", "locks"]

Place = tuple[str | int, ...]


def locks(term: Term, known: Known) -> Iterator[Fault]:
    """Each lock obeys what its meeting says of itself."""
    for n, meeting in enumerate(term.meetings):
        resolved = term.resolved.get(meeting.id)
        if meeting.lock and resolved:
            yield from _where(term, known, resolved, meeting.lock, ("meetings", n, "lock"))
            for s, locked in enumerate(meeting.lock.seats if known.has_seats_of(resolved) else ()):
                yield from _who(term, known, resolved, locked, ("meetings", n, "lock", "seats", s))


def _where(term: Term, known: Known, meeting: ResolvedMeeting, lock: Lock, place: Place) -> Iterator[Fault]:
    params = {"meeting": meeting.id, "start": lock.start.isoformat(timespec="minutes")}
    end = meeting.end_of(lock.start)
    inside = any(window.covers(lock.start, end) for window in meeting.windows)
    if meeting.windows and not (inside and term.first_day <= lock.start.date() <= term.last_day):
        yield Fault("lock_outside_window", (*place, "start"), params)
    if (lock.start.hour * 60 + lock.start.minute) % term.grid_minutes:
        yield Fault("lock_outside_grid", (*place, "start"), {"grid": term.grid_minutes, **params})
    if lock.place and meeting.places and lock.place not in meeting.places and known.has(lock.place, "places"):
        yield Fault("lock_elsewhere", (*place, "place"), {"place": lock.place, **params})


def _who(term: Term, known: Known, meeting: ResolvedMeeting, locked: LockedSeat, place: Place) -> Iterator[Fault]:
    seats = {seat.id: seat for seat in meeting.seats}
    seat = seats.get(locked.seat)
    if seat is None:
        params = {"kind": "seat", "id": locked.seat, "nearest": known.nearest(locked.seat, seats), "list": "seats"}
        yield Fault("unknown_id", (*place, "seat"), params)
        return
    if not meeting.wants(seat):
        yield Fault("locked_seat_not_wanted", (*place, "seat"), {"seat": seat.id})
    if len(locked.people) > seat.count:
        params = {"people": str(len(locked.people)), "seat": seat.id, "count": str(seat.count)}
        yield Fault("locked_too_many", (*place, "people"), params)
    for p, person in enumerate(locked.people):
        if known.has(person, "people") and not known.partial and person not in known.eligible(seat):
            yield Fault("locked_person_not_eligible", (*place, "people", p), {"person": person, "seat": seat.id})


def clashing_locks(term: Term, known: Known) -> Iterator[Fault]:
    """No two locks put a person, or a place with one room, in two meetings at once.

    Each clash is told once, at the later of the two, beside the one that lasts longest of those before it.
    """
    position = {meeting.id: n for n, meeting in enumerate(term.meetings)}
    busy = dict[str, tuple[datetime, str]]()
    for start, end, one in sorted(_locked(term), key=lambda found: (found[0], found[2].id)):
        for what in sorted(_taken(term, known, one)):
            until, other = busy.get(what, (start, ""))
            if start < until:
                params = {"meeting": one.id, "other": other, "what": what}
                yield Fault("locks_clash", ("meetings", position[one.id], "lock"), params)
            busy[what] = max((until, other), (end, one.id))


def _locked(term: Term) -> Iterator[tuple[datetime, datetime, ResolvedMeeting]]:
    for one in term.resolved.values():
        if one.lock:
            yield one.lock.start, one.end_of(one.lock.start), one


def _taken(term: Term, known: Known, meeting: ResolvedMeeting) -> set[str]:
    """The people who must be there, and the place with one room that it is held at."""
    rooms = {place for place in _only_place(meeting) if place in term.place and term.place[place].rooms == 1}
    return rooms | _bound(known, meeting)


def _only_place(meeting: ResolvedMeeting) -> set[str]:
    locked = meeting.lock.place if meeting.lock else None
    return {locked} if locked else set(meeting.places) if len(meeting.places) == 1 else set()


def _bound(known: Known, meeting: ResolvedMeeting) -> set[str]:
    """Those who must attend: locked to a seat, or the only one who can fill a seat that must be."""
    people = {person for locked in (meeting.lock.seats if meeting.lock else ()) for person in locked.people}
    for seat in meeting.seats:
        if seat.must_be_filled and len(known.eligible(seat)) == 1:
            people |= known.eligible(seat)
    return people

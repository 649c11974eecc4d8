"""A locked meeting stays: its start, its place and its people, as far as the lock names them.

Broken: `what` (`start`, `place` or `person`), with the `locked` time, place or person; for a person the `seat`.
"""

from collections.abc import Iterator

from models import Lock, Plan, ResolvedMeeting, Term
from scheduler.blocker import Blocker
from scheduler.case import Case
from scheduler.checking_sheet import Held, Sheet
from scheduler.model import Model
from scheduler.outcome import Violation

NAME = "lock"


def blocks(case: Case, meeting: ResolvedMeeting) -> Iterator[Blocker]:
    """Every start but the one that the meeting is locked to; that too while somebody locked to a seat is away."""
    if meeting.lock is None:
        return
    yield Blocker(NAME, "meeting", meeting.id, case.grid.every_start & ~case.locked_to(meeting))
    for locked in meeting.lock.seats:
        for person in locked.people if not case.is_history(meeting) else ():
            yield Blocker(NAME, "person", person, case.away(person, meeting.duration_minutes))


def couple(model: Model) -> None:
    """Those locked to a seat sit there if the meeting is held."""
    for meeting in model.meetings.values():
        for locked in meeting.lock.seats if meeting.lock else ():
            for person in locked.people:
                model.cp.add(sum(model.sitting(meeting.id, locked.seat, person)) == 1 - model.unplaced[meeting.id])


def check(term: Term, plan: Plan) -> Iterator[Violation]:
    """Locked meetings that have been moved."""
    for one in Sheet(term, plan).held:
        if one.meeting.lock:
            yield from _kept(one, one.meeting.lock)


def _kept(one: Held, lock: Lock) -> Iterator[Violation]:
    if one.start != lock.start:
        yield Violation(NAME, one.id, {"what": "start", "locked": lock.start.isoformat(timespec="minutes")})
    if lock.place is not None and one.placement.place != lock.place:
        yield Violation(NAME, one.id, {"what": "place", "locked": lock.place})
    sitting = {(sitting.seat, sitting.person) for sitting in one.placement.sittings}
    for seat in lock.seats:
        for person in seat.people:
            if (seat.seat, person) not in sitting:
                yield Violation(NAME, one.id, {"what": "person", "seat": seat.seat, "locked": person})

"""A locked meeting stays: its start, its place and its people, as far as the lock names them.

Broken: `what` (`start`, `place` or `person`), with the `locked` time, place or person; for a person the `seat`.
"""

from collections.abc import Iterator

from models import Lock, Plan, Term
from scheduler.checking_sheet import Held, Sheet
from scheduler.outcome import Violation

NAME = "lock"


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

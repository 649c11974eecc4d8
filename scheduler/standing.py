"""A term as it is seen by a plan that changes another one: what has been, and what is soon, stays where it stands."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta

from models import Lock, LockedSeat, Meeting, Placement, Plan, Term

__all__ = ["as_seen", "seen_from"]


def as_seen(term: Term, plan: Plan) -> Term:
    """The term that a plan was made of: itself, or for a plan that changes another one as that saw it."""
    return term if plan.baseline is None else seen_from(term, plan.as_of, plan.baseline)


def seen_from(term: Term, as_of: datetime | None, baseline: Iterable[Placement]) -> Term:
    """The term from a moment on, its past and soon meetings locked where the baseline has them.

    A past meeting keeps its people too, a soon one (nearer than `notice_days`) its time and place: whoever cannot come
    is replaced. A lock of the term's own to another start or place comes first, and so do the people that it names;
    what is called off on that date is not locked.
    """
    before = {one.meeting: one for one in baseline}
    meetings = tuple(_stays(one, before.get(one.id), as_of, term.notice_days) for one in term.meetings)
    return term.model_copy(update={"as_of": as_of, "meetings": meetings})


def _stays(meeting: Meeting, before: Placement | None, as_of: datetime | None, notice_days: int) -> Meeting:
    if before is None or as_of is None or _moved_by_hand(meeting, before) or _called_off(meeting, before):
        return meeting
    own = meeting.lock.seats if meeting.lock else ()
    if before.start < as_of:
        return meeting.model_copy(update={"lock": _lock(before, own or _seats(before))})
    if before.start.date() < as_of.date() + timedelta(days=notice_days):
        return meeting.model_copy(update={"lock": _lock(before, own)})
    return meeting


def _moved_by_hand(meeting: Meeting, before: Placement) -> bool:
    lock = meeting.lock
    return lock is not None and (lock.start != before.start or lock.place not in (None, before.place))


def _called_off(meeting: Meeting, before: Placement) -> bool:
    return any(one.covers(before.start.date()) for one in meeting.called_off)


def _lock(before: Placement, seats: tuple[LockedSeat, ...]) -> Lock:
    return Lock(start=before.start, place=before.place, seats=seats)


def _seats(before: Placement) -> tuple[LockedSeat, ...]:
    people = defaultdict[str, list[str]](list)
    for sitting in before.sittings:
        people[sitting.seat].append(sitting.person)
    return tuple(LockedSeat(seat=seat, people=tuple(ones)) for seat, ones in people.items())

"""A plan that changes another one leaves what has been as it was, and what is soon where it is.

Soon is nearer to `as_of` than the days of notice. The engine sees such a meeting as locked (`scheduler.standing`), so
that this rule has nothing to say to the model; whoever is needed and cannot come to a soon meeting is replaced. A
meeting that is called off, or locked elsewhere by the term, is free of it. Broken: `what` (`past`, `soon`) and the
`start` that it had.
"""

from collections.abc import Iterator
from datetime import timedelta

from models import Placement, Plan, ResolvedMeeting, Term
from scheduler.checking_sheet import Held, Sheet
from scheduler.outcome import Violation

NAME = "stays"


def check(term: Term, plan: Plan) -> Iterator[Violation]:
    """Meetings that were not to be touched, and were."""
    held = {one.id: one for one in Sheet(term, plan).held}
    for before in plan.baseline or ():
        one = held.get(before.meeting)
        what = one and _bound(term, plan, one.meeting, before)
        if one and what and not _stayed(one, before, what):
            start = before.start.isoformat(timespec="minutes")
            yield Violation(NAME, before.meeting, {"what": what, "start": start})


def _bound(term: Term, plan: Plan, meeting: ResolvedMeeting, before: Placement) -> str:
    """Why the meeting must stay, if it must."""
    lock = meeting.lock
    moved_by_hand = lock is not None and (lock.start != before.start or lock.place not in (None, before.place))
    if plan.as_of is None or moved_by_hand or meeting.is_called_off(before.start.date()):
        return ""
    if before.start < plan.as_of:
        return "past"
    return "soon" if before.start.date() < plan.as_of.date() + timedelta(days=term.notice_days) else ""


def _stayed(one: Held, before: Placement, what: str) -> bool:
    there = one.start == before.start and one.placement.place == before.place
    was, now = ({(s.seat, s.person) for s in placement.sittings} for placement in (before, one.placement))
    locked = {(seat.seat, who) for seat in (one.meeting.lock.seats if one.meeting.lock else ()) for who in seat.people}
    return there and (what == "soon" or was <= now | {sitting for sitting in was - locked if locked})

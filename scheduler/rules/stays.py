"""A plan that changes another one leaves what has been as it was, and what is soon where it is; a plan of a part leaves
all that stands.

Soon is nearer to `as_of` than the days of notice. The engine sees such a meeting as locked (`scheduler.standing`), so
that this rule has nothing to say to the model; whoever is needed and cannot come to a soon meeting is replaced. A
meeting that is called off, or locked to another start by the term, is free of it; so is the place, or a seat, for which
its lock names another, and a place that was not decided. What stands while a part is planned is held, with exactly its
people; there the model is told not to leave it out. Broken: `what` (`past`, `soon`, `stands`) and its `start` before.
"""

from collections.abc import Iterator
from datetime import timedelta

from models import Placement, Plan, ResolvedMeeting, Term
from scheduler.checking_sheet import Held, Sheet
from scheduler.model import Model
from scheduler.outcome import Violation

NAME = "stays"


def couple(model: Model) -> None:
    """What stands is held."""
    for meeting in model.case.standing:
        if meeting in model.unplaced:
            model.cp.add(model.unplaced[meeting] == 0)


def check(term: Term, plan: Plan) -> Iterator[Violation]:
    """Meetings that were not to be touched, and were."""
    yield from _beside(plan)
    held = {one.id: one for one in Sheet(term, plan).held}
    for before in plan.baseline or ():
        one = held.get(before.meeting)
        what = one and _bound(term, plan, one.meeting, before)
        if one and what and not _stayed(one, before, what):
            start = before.start.isoformat(timespec="minutes")
            yield Violation(NAME, before.meeting, {"what": what, "start": start})


def _bound(term: Term, plan: Plan, meeting: ResolvedMeeting, before: Placement) -> str:
    """Why the meeting must stay, if it must."""
    moved_by_hand = meeting.lock is not None and meeting.lock.start != before.start
    if plan.as_of is None or moved_by_hand or meeting.is_called_off(before.start.date()):
        return ""
    if before.start < plan.as_of:
        return "past"
    return "soon" if before.start.date() < plan.as_of.date() + timedelta(days=term.notice_days) else ""


def _stayed(one: Held, before: Placement, what: str) -> bool:
    place = (one.meeting.lock.place if one.meeting.lock else None) or before.place
    there = one.start == before.start and place in (None, one.placement.place)
    by_hand = _seats_by_hand(one.meeting, before)
    return there and (what == "soon" or _seated(one.placement, by_hand) == _seated(before, by_hand))


def _seats_by_hand(meeting: ResolvedMeeting, before: Placement) -> set[str]:
    """The seats for which the meeting's lock names somebody who did not sit there."""
    sat = _seated(before, set())
    locked = meeting.lock.seats if meeting.lock else ()
    return {one.seat for one in locked if any((one.seat, person) not in sat for person in one.people)}


def _seated(one: Placement, but: set[str]) -> set[tuple[str, str]]:
    return {(sitting.seat, sitting.person) for sitting in one.sittings if sitting.seat not in but}


def _beside(plan: Plan) -> Iterator[Violation]:
    """What stood while a part was planned, and does no longer, or otherwise."""
    now = {one.meeting: one for one in plan.placements}
    for stood in plan.part.standing if plan.part else ():
        one = now.get(stood.meeting)
        if one is None or _as_it_stands(one) != _as_it_stands(stood):
            start = stood.start.isoformat(timespec="minutes")
            yield Violation(NAME, stood.meeting, {"what": "stands", "start": start})


def _as_it_stands(one: Placement) -> tuple[object, ...]:
    return one.start, one.place, {(sitting.seat, sitting.person, sitting.appointment) for sitting in one.sittings}

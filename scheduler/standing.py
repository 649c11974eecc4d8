"""A term as a plan sees it for which something stands.

Of a plan that changes another one that is what has been, and what is soon; of a plan of a part it is the rest.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from models import DayRelation, Lock, LockedSeat, Meeting, Part, Placement, Plan, Term

__all__ = ["as_asked", "as_seen", "known_at", "seen_beside", "seen_from"]


def as_seen(term: Term, plan: Plan) -> Term:
    """The term that a plan was made of: itself, or as it was seen by a plan that changes another one, or of a part."""
    seen = as_asked(term, plan)
    return seen if plan.part is None else seen_beside(seen, plan.part)


def as_asked(term: Term, plan: Plan) -> Term:
    """The same for questions about a plan: what stood while a part was planned may be moved all the same."""
    return term if plan.baseline is None else seen_from(term, plan.as_of, plan.baseline)


def known_at(plan: Plan, as_of: datetime, released: bool = False) -> Plan:
    """A plan as a question about it at a later moment means it: what has been by then, and what is soon, stays.

    Args:
        plan: the plan that is asked about.
        as_of: the moment, as local time; an earlier one than the plan's own does not count.
        released: whether people know this very plan; else a plan that changes another one goes on from that.
    """
    baseline = plan.as_baseline if released or plan.baseline is None else plan.baseline
    moment = max(as_of, plan.as_of) if plan.as_of else as_of
    return plan.model_copy(update={"baseline": baseline, "as_of": moment})


def seen_from(term: Term, as_of: datetime | None, baseline: Iterable[Placement]) -> Term:
    """The term from a moment on, its past and soon meetings locked where the baseline has them.

    A past meeting keeps its people too, a soon one (nearer than `notice_days`) its time and place: whoever cannot come
    is replaced. What a lock of the term's own says comes first: one to another start moves the meeting, one to the
    same start may name the place or people otherwise. What is called off on that date is not locked.
    """
    before = {one.meeting: one for one in baseline}
    meetings = tuple(_stays(one, before.get(one.id), as_of, term.notice_days) for one in term.meetings)
    return term.model_copy(update={"as_of": as_of, "meetings": meetings})


def _stays(meeting: Meeting, before: Placement | None, as_of: datetime | None, notice_days: int) -> Meeting:
    if before is None or as_of is None or _moved(meeting, before) or _called_off(meeting, before):
        return meeting
    if before.start < as_of:
        return meeting.model_copy(update={"lock": _locked(meeting.lock, before, _people(before))})
    if before.start.date() < as_of.date() + timedelta(days=notice_days):
        return meeting.model_copy(update={"lock": _locked(meeting.lock, before, {})})
    return meeting


def _moved(meeting: Meeting, before: Placement) -> bool:
    return meeting.lock is not None and meeting.lock.start != before.start


def _called_off(meeting: Meeting, before: Placement) -> bool:
    return any(one.covers(before.start.date()) for one in meeting.called_off)


def _locked(own: Lock | None, before: Placement, sat: Mapping[str, set[str]]) -> Lock:
    """The lock to where a meeting stood and to those who sat there, with what its own lock says otherwise."""
    own = own or Lock(start=before.start)
    seats = {seat: LockedSeat(seat=seat, people=tuple(sorted(people))) for seat, people in sat.items()}
    others = {one.seat: one for one in own.seats if not sat.get(one.seat, set()).issuperset(one.people)}
    return own.model_copy(update={"place": own.place or before.place, "seats": tuple({**seats, **others}.values())})


def _people(before: Placement) -> dict[str, set[str]]:
    people = defaultdict[str, set[str]](set)
    for sitting in before.sittings:
        people[sitting.seat].add(sitting.person)
    return people


def seen_beside(term: Term, part: Part) -> Term:
    """The term as a plan of a part sees it: what stands is locked with its people, what waits is not in it."""
    stands, planned = {one.meeting: one for one in part.standing}, set(part.series)
    here = [one for one in term.meetings if one.id in stands or one.series in planned]
    meetings = tuple(_stands(one, stands[one.id]) if one.id in stands else one for one in here)
    known = {one.id for one in meetings}
    paired = (order for pairs in term.paired.values() for order in pairs)  # of what is left others would pair
    orders = tuple(one for one in (*term.orders, *paired) if {one.before, one.after} <= known)
    relations = tuple(_among(one, known) for one in term.day_relations)
    ties = {"orders": orders, "series_orders": (), "day_relations": relations}
    return term.model_copy(update={"meetings": meetings, **ties})


def _stands(meeting: Meeting, there: Placement) -> Meeting:
    if _moved(meeting, there):  # the lock says otherwise: that it cannot stand is for the check to say
        return meeting
    return meeting.model_copy(update={"lock": _locked(meeting.lock, there, _people(there))})


def _among(relation: DayRelation, known: set[str]) -> DayRelation:
    return relation.model_copy(update={"meetings": tuple(one for one in relation.meetings if one in known)})

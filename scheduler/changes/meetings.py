"""What is done to meetings: called off, withdrawn, added, locked, moved, and given more room."""

from models import (
    Add,
    AllowTime,
    Attendance,
    CalledOff,
    Cancel,
    ChangeSeat,
    Lock,
    LockAt,
    LowerAttendance,
    Meeting,
    Move,
    OtherPlaces,
    SeatRule,
    Term,
    Unlock,
    Withdraw,
)
from scheduler.changes.editing import with_fields, with_more, without
from scheduler.changes.ties import one_by_one

__all__ = [
    "add",
    "allow_time",
    "cancel",
    "change_seat",
    "lock_at",
    "lower_attendance",
    "move",
    "other_places",
    "unlock",
    "withdraw",
]


def cancel(term: Term, action: Cancel, reason: str | None) -> Term:
    """Called off on its date; a lock to a date on which it is called off goes.

    Called off on the same date again, the new word counts: that is how one that was called off until further notice is
    given back to the plan.
    """
    off = CalledOff(first_day=action.day, last_day=action.until, note=reason or "")
    meeting = _meeting(term, action.meeting)
    others = tuple(one for one in meeting.called_off if one.first_day != action.day)
    lock = None if meeting.lock and off.covers(meeting.lock.start.date()) else meeting.lock
    return with_fields(term, "meetings", meeting.id, called_off=(*others, off), lock=lock)


def withdraw(term: Term, action: Withdraw, reason: str | None) -> Term:
    """Gone, with the orders that name it; a day relation goes on without it while it joins two others."""
    term = one_by_one(term, term.resolved[action.meeting].series)
    left = without(term, "meetings", action.meeting)
    orders = tuple(one for one in term.orders if action.meeting not in (one.before, one.after))
    relations = (
        one.model_copy(update={"meetings": tuple(m for m in one.meetings if m != action.meeting)})
        for one in term.day_relations
    )
    kept = tuple(one for one in relations if len(one.meetings) > 1)
    return left.model_copy(update={"orders": orders, "day_relations": kept})


def add(term: Term, action: Add, reason: str | None) -> Term:
    """One more; what pairs with what in orders between series stays so."""
    return with_more(one_by_one(term, action.meeting.series), "meetings", action.meeting)


def lock_at(term: Term, action: LockAt, reason: str | None) -> Term:
    """Locked to a start, and to a place and people where they are named."""
    lock = Lock(start=action.start, place=action.place, seats=action.seats, reason=reason)
    return with_fields(term, "meetings", action.meeting, lock=lock)


def move(term: Term, action: Move, reason: str | None) -> Term:
    """Locked to where it was moved."""
    lock = Lock(start=action.start, place=action.place, reason=reason)
    return with_fields(term, "meetings", action.meeting, lock=lock)


def unlock(term: Term, action: Unlock, reason: str | None) -> Term:
    """Without its lock."""
    return with_fields(term, "meetings", action.meeting, lock=None)


def allow_time(term: Term, action: AllowTime, reason: str | None) -> Term:
    """With one more window, beside its own or its series'."""
    windows = term.resolved[action.meeting].windows
    return with_fields(term, "meetings", action.meeting, windows=(*windows, action.window))


def change_seat(term: Term, action: ChangeSeat, reason: str | None) -> Term:
    """With a rule for one of its seats, which adds to what an earlier one says."""
    rules = {rule.seat: rule for rule in _meeting(term, action.meeting).seat_rules}
    said = {"deputy": action.deputy, "vacancy": action.vacancy}
    rule = rules.get(action.seat, SeatRule(seat=action.seat))
    rules[action.seat] = rule.model_copy(update={name: value for name, value in said.items() if value is not None})
    return with_fields(term, "meetings", action.meeting, seat_rules=tuple(rules.values()))


def other_places(term: Term, action: OtherPlaces, reason: str | None) -> Term:
    """With other places to choose from, or none yet."""
    return with_fields(term, "meetings", action.meeting, places=action.places)


def lower_attendance(term: Term, action: LowerAttendance, reason: str | None) -> Term:
    """With another least number of a group."""
    others = tuple(one for one in term.resolved[action.meeting].attendance if one.group != action.group)
    demand = (Attendance(group=action.group, least=action.least),) if action.least else ()
    return with_fields(term, "meetings", action.meeting, attendance=others + demand)


def _meeting(term: Term, id: str) -> Meeting:
    return next(one for one in term.meetings if one.id == id)

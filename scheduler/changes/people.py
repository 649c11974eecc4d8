"""What happens to people: they are away, leave their posts to a successor, can come after all, take more meetings."""

from collections.abc import Iterator
from datetime import date, timedelta

from models import Absence, Appointment, Away, Leave, LockedSeat, Meeting, Presence, RaiseLimit, SetFree, Term
from scheduler.changes.editing import free_id, with_fields, with_more

__all__ = ["away", "leave", "raise_limit", "set_free"]


def away(term: Term, action: Away, reason: str | None) -> Term:
    """One more absence."""
    when = {"start": action.start, "end": action.end, "weekly": action.weekly}
    new = free_id({one.id for one in term.absences}, f"{action.person}.away")
    return with_more(term, "absences", Absence(id=new, person=action.person, reason=reason, **when))


def set_free(term: Term, action: SetFree, reason: str | None) -> Term:
    """One more presence."""
    new = free_id({one.id for one in term.presences}, f"{action.person}.free")
    when = {"start": action.start, "end": action.end}
    return with_more(term, "presences", Presence(id=new, person=action.person, note=reason or "", **when))


def raise_limit(term: Term, action: RaiseLimit, reason: str | None) -> Term:
    """Own limits, where they are given."""
    names = ("meetings_per_day", "meetings_per_week", "meetings_per_term")
    said = {name: value for name in names if (value := getattr(action, name)) is not None}
    limits = term.person[action.person].limits.model_copy(update=said)
    return with_fields(term, "people", action.person, limits=limits)


def leave(term: Term, action: Leave, reason: str | None) -> Term:
    """Each appointment that names the person ends the day before, and goes on with the successor in their place.

    What lies before the day keeps its appointment, so that what has been stays true. Locks from the day on name the
    successor, or nobody.
    """
    if action.newcomer is not None:
        term = with_more(term, "people", action.newcomer)
    successor = action.newcomer.id if action.newcomer else action.successor
    appointments: list[Appointment] = []
    taken = {one.id for one in term.appointments}
    for one in term.appointments:
        appointments += _handed_over(taken, one, action, successor)
        taken |= {one.id for one in appointments[-2:]}
    meetings = tuple(_relocked(one, action, successor) for one in term.meetings)
    return term.model_copy(update={"appointments": tuple(appointments), "meetings": meetings})


def _handed_over(taken: set[str], one: Appointment, action: Leave, successor: str | None) -> Iterator[Appointment]:
    over = one.last_day is not None and one.last_day < action.day
    if action.person not in (one.holder, *one.deputies) or over:
        yield one
        return
    before = action.day - timedelta(days=1)
    if one.first_day is None or one.first_day <= before:
        yield one.model_copy(update={"last_day": before})
        new = free_id(taken, one.id)
        yield _with_successor(one, action.person, successor).model_copy(update={"id": new, "first_day": action.day})
    else:
        yield _with_successor(one, action.person, successor)


def _with_successor(one: Appointment, person: str, successor: str | None) -> Appointment:
    """The appointment with the successor in the person's place; nobody stands in it twice."""
    holder = successor if one.holder == person else one.holder
    names = (successor if who == person else who for who in one.deputies)
    deputies = tuple(dict.fromkeys(who for who in names if who is not None and who != holder))
    return one.model_copy(update={"holder": holder, "deputies": deputies})


def _relocked(meeting: Meeting, action: Leave, successor: str | None) -> Meeting:
    lock = meeting.lock
    if lock is None or not lock.seats or _day(lock.start) < action.day:
        return meeting
    seats = (_with_successor_on(seat, action.person, successor) for seat in lock.seats)
    kept = tuple(seat for seat in seats if seat.people)
    return meeting.model_copy(update={"lock": lock.model_copy(update={"seats": kept})})


def _with_successor_on(seat: LockedSeat, person: str, successor: str | None) -> LockedSeat:
    names = (successor if who == person else who for who in seat.people)
    return seat.model_copy(update={"people": tuple(dict.fromkeys(who for who in names if who is not None))})


def _day(moment: date) -> date:
    return date(moment.year, moment.month, moment.day)

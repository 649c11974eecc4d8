"""A term in which everything is granted that a repair can ask: where no plan of it holds the meeting, nothing helps."""

from collections.abc import Collection
from datetime import datetime, time, timedelta

from models import (
    WEEKDAYS,
    CalledOff,
    Limits,
    Lock,
    Meeting,
    Presence,
    ResolvedMeeting,
    Seat,
    SeatRule,
    Series,
    Term,
    Window,
)
from scheduler.case import Case
from scheduler.changes.ties import plainly
from scheduler.repairs.ideas import LATER_DAYS

__all__ = ["widest"]

UNLIMITED = Limits(meetings_per_day=1_000, meetings_per_week=1_000, meetings_per_term=1_000)


def widest(term: Term, seen: Term, meeting: str, held: Collection[str]) -> Term:
    """The term with every wish granted for one meeting, and no other meetings than those that a plan holds.

    Others that the plan leaves out are not there: a plan that holds one of them in the place of another would say
    nothing of the one that is asked about.

    Whoever can sit there, deputies of seats that take none too, is never away and has no limits; it may be held in
    working hours of any working day from its first to some after its last, at once, anywhere, with any seat empty and
    any group too few; no lock to a time that is to come holds, and no order, day relation or spacing counts for it.

    Args:
        term: the document.
        seen: the same as a re-plan sees it, with what stays locked.
        meeting: id of the meeting.
        held: ids of the meetings that are to be held beside it.
    """
    term = _only(term, {meeting, *held})
    resolved = term.resolved[meeting]
    who = _people(term, resolved)
    unlimited = (one.model_copy(update={"limits": UNLIMITED}) if one.id in who else one for one in term.people)
    meetings = (_free(one, resolved, seen) if one.id == meeting else _loose(one, seen) for one in term.meetings)
    return term.model_copy(
        update={
            "presences": (*term.presences, *(_always(term, person) for person in sorted(who))),
            "people": tuple(unlimited),
            "meetings": tuple(meetings),
            "notice_days": 0,
            "series": tuple(_near(one) if one.id == resolved.series else one for one in term.series),
            "orders": tuple(one for one in term.orders if meeting not in (one.before, one.after)),
            "day_relations": tuple(one for one in term.day_relations if meeting not in one.meetings),
        }
    )


def _only(term: Term, kept: Collection[str]) -> Term:
    """The term with some of its meetings, and what ties those."""
    term = plainly(term)
    relations = (
        one.model_copy(update={"meetings": tuple(m for m in one.meetings if m in kept)}) for one in term.day_relations
    )
    return term.model_copy(
        update={
            "meetings": tuple(one for one in term.meetings if one.id in kept),
            "orders": tuple(one for one in term.orders if one.before in kept and one.after in kept),
            "day_relations": tuple(one for one in relations if len(one.meetings) > 1),
        }
    )


def _people(term: Term, meeting: ResolvedMeeting) -> set[str]:
    case = Case(term)
    seats = (seat.model_copy(update={"deputy": "may"}) for seat in meeting.wanted_seats)
    return {claim.person for seat in seats for claim in case.claims_on(meeting.id, seat)}


def _always(term: Term, person: str) -> Presence:
    first, last = (datetime.combine(day, time()) for day in (term.first_day, term.last_day + timedelta(days=1)))
    return Presence(id=f"always-{person}"[:64], person=person, start=first, end=last)


def _free(one: Meeting, meeting: ResolvedMeeting, seen: Term) -> Meeting:
    lock = seen.resolved[one.id].lock
    off = (CalledOff(first_day=lock.start.date()),) if lock and one.lock is None and _has_been(lock, seen) else ()
    return one.model_copy(
        update={
            "lock": None,
            "called_off": (*one.called_off, *off),
            "windows": tuple(map(_all_hours, meeting.windows)),
            "places": (),
            "attendance": (),
            "seat_rules": tuple(map(_any_seat, meeting.wanted_seats)),
        }
    )


def _all_hours(window: Window) -> Window:
    hours = {"from_time": min(time(8), window.from_time), "to_time": max(time(17), window.to_time)}
    weekdays = tuple(day for day in WEEKDAYS if day in (*WEEKDAYS[:5], *window.weekdays))
    last = window.last_day + timedelta(days=LATER_DAYS)
    return window.model_copy(update={"weekdays": weekdays, "last_day": last, **hours})


def _any_seat(seat: Seat) -> SeatRule:
    deputy = "may" if seat.deputy == "not" else seat.deputy
    return SeatRule(seat=seat.id, deputy=deputy, vacancy="priced")


def _loose(one: Meeting, seen: Term) -> Meeting:
    """Another meeting without its lock, also at the place where it is locked; what has been stays."""
    meeting = seen.resolved[one.id]
    if meeting.lock is None or _has_been(meeting.lock, seen):
        return one
    here = meeting.lock.place
    elsewhere = here is not None and meeting.places and here not in meeting.places
    places = (*meeting.places, here) if elsewhere else one.places
    return one.model_copy(update={"lock": None, "places": places})


def _has_been(lock: Lock, seen: Term) -> bool:
    return seen.as_of is not None and lock.start < seen.as_of


def _near(series: Series) -> Series:
    return series.model_copy(update={"spacing_days": 0})

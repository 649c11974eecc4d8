"""A term in which everything is granted that a repair can ask: where no plan of it holds the meeting, nothing helps."""

from datetime import datetime, time, timedelta

from models import (
    WEEKDAYS,
    CalledOff,
    Limits,
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
from scheduler.repairs.ideas import LATER_DAYS

__all__ = ["widest"]

UNLIMITED = Limits(meetings_per_day=1_000, meetings_per_week=1_000, meetings_per_term=1_000)


def widest(term: Term, seen: Term, meeting: str) -> Term:
    """The term with every wish granted for one meeting.

    Whoever can sit there, deputies of seats that take none too, is never away and has no limits; it may be held in
    working hours of any working day from its first to some after its last, at once, anywhere, with any seat empty and
    any group too few; no lock of the term's own holds, no order, day relation or spacing counts for it, and a meeting
    that is soon is called off.

    Args:
        term: the document.
        seen: the same as a re-plan sees it, with what stays locked.
        meeting: id of the meeting.
    """
    resolved = term.resolved[meeting]
    who = _people(term, resolved)
    unlimited = (one.model_copy(update={"limits": UNLIMITED}) if one.id in who else one for one in term.people)
    meetings = (_free(one, resolved, seen) if one.id == meeting else _unlocked(one) for one in term.meetings)
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


def _people(term: Term, meeting: ResolvedMeeting) -> set[str]:
    case = Case(term)
    seats = (seat.model_copy(update={"deputy": "may"}) for seat in meeting.wanted_seats)
    return {claim.person for seat in seats for claim in case.claims_on(meeting.id, seat)}


def _always(term: Term, person: str) -> Presence:
    first, last = (datetime.combine(day, time()) for day in (term.first_day, term.last_day + timedelta(days=1)))
    return Presence(id=f"always-{person}"[:64], person=person, start=first, end=last)


def _free(one: Meeting, meeting: ResolvedMeeting, seen: Term) -> Meeting:
    lock = seen.resolved[one.id].lock
    off = (CalledOff(first_day=lock.start.date()),) if lock and one.lock is None else ()
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


def _unlocked(one: Meeting) -> Meeting:
    return one.model_copy(update={"lock": None}) if one.lock else one


def _near(series: Series) -> Series:
    return series.model_copy(update={"spacing_days": 0})

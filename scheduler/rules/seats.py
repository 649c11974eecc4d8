"""Seats are taken by those who are appointed: a holder or, where allowed, a deputy, and as many as wanted.

A seat that the meeting cannot be held without is full; nobody sits on two chairs, no post is filled twice. Who sat at
history sat there, also where it is told later that their post had ended by then.
Broken: `what` (`not_wanted`, `not_appointed`, `person_twice`, `appointment_twice`, `too_many` or `too_few`),
with `seat`, `person` or `appointment`, and for numbers `people` and `count`.
"""

from collections import Counter
from collections.abc import Iterator

from models import Appointment, Plan, ResolvedMeeting, Seat, Sitting, Term
from scheduler.bits import at_least
from scheduler.blocker import Blocker
from scheduler.case import Case
from scheduler.checking_sheet import Held, Sheet
from scheduler.model import Model
from scheduler.outcome import Violation

NAME = "seats"


def blocks(case: Case, meeting: ResolvedMeeting) -> Iterator[Blocker]:
    """The starts at which too few of those appointed can come for a seat that must be filled."""
    for seat in meeting.wanted_seats:
        if seat.must_be_filled:
            enough = at_least(case.able_by_appointment(meeting, seat), seat.count)[seat.count]
            yield Blocker(NAME, "seat", seat.id, case.grid.every_start & ~enough)


def couple(model: Model) -> None:
    """Each seat has its people or goes wanting where it may; nobody and no post sits twice at one meeting."""
    for meeting in model.meetings.values():
        held = 1 - model.unplaced[meeting.id]
        for seat in meeting.wanted_seats:
            sitting = model.sitting(meeting.id, seat.id)
            if seat.must_be_filled:
                model.cp.add(sum(sitting) == seat.count * held)
            else:
                model.cp.add(sum(sitting) + model.missing(meeting.id, seat) == seat.count * held)
            _tighten(model, meeting, seat)
        for once in model.sitting_once(meeting.id):
            model.cp.add_at_most_one(once)


def _tighten(model: Model, meeting: ResolvedMeeting, seat: Seat) -> None:
    """Of those on a seat up to a rank, no more sit than there are appointments with somebody able at the chosen start.

    Said of each person alone already; said of them together it keeps the relaxation from mixing a start at which two
    are able with one at which nobody is (docs/decisions/0009).
    """
    chosen = [option.chosen for option in model.options[meeting.id]]
    for claims in model.upto_ranks(meeting.id, seat):
        model.cp.add(sum(model.sits[claim] for claim in claims) <= model.most_of(claims, chosen))


def check(term: Term, plan: Plan) -> Iterator[Violation]:
    """Seats that are filled wrongly, too much or too little."""
    sheet = Sheet(term, plan)
    for one in sheet.held:
        yield from _rightly(sheet, one)
        yield from _once(one)
        yield from _enough(one)


def _rightly(sheet: Sheet, one: Held) -> Iterator[Violation]:
    wanted = {seat.id: seat for seat in one.meeting.wanted_seats}
    for sitting in one.placement.sittings:
        who = {"seat": sitting.seat, "person": sitting.person}
        seat = wanted.get(sitting.seat)
        appointment = sheet.appointment.get(sitting.appointment)
        if seat is None:
            yield Violation(NAME, one.id, {"what": "not_wanted", **who})
        elif appointment is None or not _entitled(sheet, one, seat, appointment, sitting):
            yield Violation(NAME, one.id, {"what": "not_appointed", "appointment": sitting.appointment, **who})


def _entitled(sheet: Sheet, one: Held, seat: Seat, appointment: Appointment, sitting: Sitting) -> bool:
    in_office = sheet.history(one.meeting) or appointment.holds_on(one.day)
    if (appointment.role, appointment.unit) != (seat.role, seat.unit) or not in_office:
        return False
    if sitting.deputy_rank == 0:
        return sitting.person == appointment.holder
    ranked = dict(enumerate(appointment.deputies, start=1))
    return seat.deputy != "not" and ranked.get(sitting.deputy_rank) == sitting.person


def _once(one: Held) -> Iterator[Violation]:
    for kind in ("person", "appointment"):
        counted = Counter(getattr(sitting, kind) for sitting in one.placement.sittings)
        for twice in (who for who, times in counted.items() if times > 1):
            yield Violation(NAME, one.id, {"what": f"{kind}_twice", kind: twice})


def _enough(one: Held) -> Iterator[Violation]:
    for seat in one.meeting.wanted_seats:
        people = len(one.on(seat))
        params = {"seat": seat.id, "people": people, "count": seat.count}
        if people > seat.count:
            yield Violation(NAME, one.id, {"what": "too_many", **params})
        if people < seat.count and seat.must_be_filled:
            yield Violation(NAME, one.id, {"what": "too_few", **params})

"""Whether a plan is a whole answer to a term: this term, every meeting once, known ids, and what follows from them."""

from collections import Counter
from collections.abc import Iterator

from models import CouldCome, Placement, Plan, Seat, Term
from scheduler.checking_deadlines import wrong_dates
from scheduler.checking_sheet import Held, Sheet
from scheduler.outcome import Violation

__all__ = ["answers", "could_come", "structure"]


def structure(term: Term, plan: Plan) -> Iterator[Violation]:
    """What is wrong with a plan before any rule is asked.

    `what` is one of `order`, `meeting_missing`, `meeting_twice`, `unknown` (with `kind` and `id`), `end`, `vacancies`,
    `could_come`, `deadlines`.
    """
    sheet = Sheet(term, plan)
    yield from _in_order(plan)
    yield from _each_once(term, plan)
    yield from _unknown(sheet)
    for one in sheet.held:
        if one.placement.end != one.end:
            yield _wrong("end", one.id, end=one.placement.end.isoformat(), expected=one.end.isoformat())
        yield from _vacancies(one)
        yield from _could_come(sheet, one)
        yield from wrong_dates(sheet, one)


def _wrong(what: str, meeting: str = "", **params: object) -> Violation:
    return Violation("structure", meeting, {"what": what, **params})


def answers(term: Term, plan: Plan) -> Iterator[Violation]:
    """Whether it is this very term that the plan answers, seen from the same moment; one that changes another plan is
    made then or later.

    `what` is one of `other_term`, `term_changed`, `other_time_zone`, `other_as_of`.
    """
    if plan.term_uid != term.uid:
        yield _wrong("other_term", expected=str(term.uid), stated=str(plan.term_uid))
    elif plan.term_digest != term.digest:
        yield _wrong("term_changed", expected=term.digest, stated=plan.term_digest)
    if plan.time_zone != term.time_zone:
        yield _wrong("other_time_zone", expected=term.time_zone, stated=plan.time_zone)
    earlier = term.as_of is not None and (plan.as_of is None or plan.as_of < term.as_of)
    if earlier or (plan.baseline is None and plan.as_of != term.as_of):
        yield _wrong("other_as_of", expected=str(term.as_of), stated=str(plan.as_of))


def _in_order(plan: Plan) -> Iterator[Violation]:
    times = [(placement.start, placement.meeting) for placement in plan.placements]
    if times != sorted(times):
        yield _wrong("order")


def _each_once(term: Term, plan: Plan) -> Iterator[Violation]:
    stated = Counter([*(one.meeting for one in plan.placements), *(one.meeting for one in plan.unplaced)])
    for meeting in term.resolved:
        if meeting not in stated:
            yield _wrong("meeting_missing", meeting)
    for meeting, times in stated.items():
        if times > 1:
            yield _wrong("meeting_twice", meeting, times=times)
        if meeting not in term.resolved:
            yield _wrong("unknown", meeting, kind="meeting", id=meeting)


def _unknown(sheet: Sheet) -> Iterator[Violation]:
    people, places, posts = set(sheet.term.person), set(sheet.term.place), set(sheet.appointment)
    for one in sheet.held:
        seats = {seat.id for seat in one.meeting.seats}
        known = {"place": places, "person": people, "appointment": posts, "seat": seats}
        for kind, name in _names(one.placement):
            if name not in known[kind]:
                yield _wrong("unknown", one.id, kind=kind, id=name)


def _names(placement: Placement) -> Iterator[tuple[str, str]]:
    """Every id that a placement names, with its kind, each once."""
    named = dict.fromkeys(("place", place) for place in (placement.place,) if place is not None)
    for sitting in placement.sittings:
        named |= {("seat", sitting.seat): None, ("person", sitting.person): None}
        named[("appointment", sitting.appointment)] = None
    named |= {("seat", vacancy.seat): None for vacancy in placement.vacancies}
    for free in placement.could_come:
        named |= {("seat", free.seat): None, **{("person", person): None for person in free.people}}
    yield from named


def _vacancies(one: Held) -> Iterator[Violation]:
    """What is stated to be missing is what is missing."""
    stated = sorted((vacancy.seat, vacancy.missing) for vacancy in one.placement.vacancies)
    missing = sorted((seat.id, one.missing(seat)) for seat in one.meeting.wanted_seats if one.missing(seat))
    if stated != missing:
        yield _wrong("vacancies", one.id, stated=tuple(stated), expected=tuple(missing))


def _could_come(sheet: Sheet, one: Held) -> Iterator[Violation]:
    """Whoever is said to be free for a seat nobody asked for is; every holder who is free is named."""
    stated = dict[str, tuple[str, ...]]()
    for free in one.placement.could_come:
        stated[free.seat] = (*stated.get(free.seat, ()), *free.people)
    for seat in one.meeting.seats:
        named = stated.get(seat.id, ())
        wrong = {person for person in named if not _could(sheet, one, seat, person)}
        left_out = {person for person in _holders(sheet, one, seat) if _could(sheet, one, seat, person)} - set(named)
        if wrong or left_out or len(set(named)) < len(named):
            params = {"seat": seat.id, "wrong": tuple(sorted(wrong)), "left_out": tuple(sorted(left_out))}
            yield _wrong("could_come", one.id, **params)


def _could(sheet: Sheet, one: Held, seat: Seat, person: str) -> bool:
    """Whether nobody asked for the seat, and the person is appointed to it on the date, holder or deputy, and free."""
    if one.meeting.wants(seat) or person not in _holders(sheet, one, seat) | _deputies(sheet, one, seat):
        return False
    return sheet.free(person, one)


def _holders(sheet: Sheet, one: Held, seat: Seat) -> set[str]:
    posts = sheet.term.appointed.get((seat.role, seat.unit), ())
    return {post.holder for post in posts if post.holder and post.holds_on(one.day)}


def _deputies(sheet: Sheet, one: Held, seat: Seat) -> set[str]:
    if seat.deputy == "not":
        return set()
    posts = sheet.term.appointed.get((seat.role, seat.unit), ())
    return {deputy for post in posts if post.holds_on(one.day) for deputy in post.deputies}


def could_come(sheet: Sheet, one: Held) -> tuple[CouldCome, ...]:
    """The holders who are free for each seat that nobody asked for, as the check wants them named."""
    free = {
        seat.id: sorted(person for person in _holders(sheet, one, seat) if _could(sheet, one, seat, person))
        for seat in one.meeting.seats
    }
    return tuple(CouldCome(seat=seat, people=tuple(people)) for seat, people in free.items() if people)

"""People travel no more than they have to, counted from where they usually work and back."""

from collections import defaultdict
from collections.abc import Mapping
from heapq import nlargest

from models import Plan, ResolvedMeeting, Term
from scheduler.case import Case, Claim
from scheduler.checking_sheet import Sheet
from scheduler.model import Literal, Model
from scheduler.solution import At, Solution
from scheduler.tally import Tally

NAME = "travel"


def terms(model: Model) -> Tally:
    """The journey of each who sits; where the place is a choice too, for each place that is chosen."""
    minutes = list[tuple[int, Literal]]()
    longest = dict[tuple[str, str], int]()
    for claim, sits in model.sits.items():
        journeys = {place: _journey(model.case, claim, place) for place in model.places_of(claim.meeting)}
        if len(journeys) == 1:
            minutes += [(journey, sits) for journey in journeys.values()]
        else:
            minutes += [(journey, model.sits_at(claim, place)) for place, journey in journeys.items() if journey]
        seat = (claim.meeting, claim.seat.id)
        longest[seat] = max(longest.get(seat, 0), claim.seat.count * max(journeys.values(), default=0))
    return Tally.of(minutes, sum(longest.values()))


def _journey(case: Case, claim: Claim, place: str | None) -> int:
    """There and back, in minutes, for the person of a claim."""
    base = case.term.person[claim.person].base
    return case.travel_minutes(base, place) + case.travel_minutes(place, base)


def floor(case: Case, above: Mapping[str, int]) -> int:
    """The nearest of all who may sit on each seat, at its nearest place; but for the dearest seats that may be empty.

    Of those there are no more than `vacant_seats` and `on_demand` count.
    """
    taken, maybe_empty = case.once((NAME, "nearest"), lambda: _nearest(case))
    known = {"vacant_seats", "on_demand"} <= above.keys()
    empty = above["vacant_seats"] + above["on_demand"] if known else len(maybe_empty)
    return taken - sum(nlargest(empty, maybe_empty))


def _nearest(case: Case) -> tuple[int, list[int]]:
    """The shortest journeys to all chairs, added up; and those of them to chairs that may be empty."""
    taken, maybe_empty = 0, list[int]()
    for meeting in case.meetings.values():
        nearest = defaultdict[str, list[int]](list)
        for claim in case.claims[meeting.id]:
            nearest[claim.seat.id].append(min(_journey(case, claim, place) for place in case.places(meeting)))
        for seat in meeting.wanted_seats:
            journeys = sorted(nearest[seat.id])[: seat.count]
            taken += sum(journeys)
            maybe_empty += [] if seat.must_be_filled else journeys
    return taken, maybe_empty


def place_cost(case: Case, meeting: ResolvedMeeting) -> dict[str | None, int]:
    """The journeys of all who may sit there: theirs who do, where that is no choice."""
    claims = case.claims[meeting.id]
    return {place: sum(_journey(case, claim, place) for claim in claims) for place in case.places(meeting)}


def claim_cost(case: Case, others: Solution, at: At, claim: Claim) -> int:
    """The journey there and back."""
    return _journey(case, claim, at.place)


def value(term: Term, plan: Plan) -> int:
    """Minutes from the base to the place and back, for everyone who sits and has a base."""
    sheet, minutes = Sheet(term, plan), 0
    for one, sitting in sheet.sittings():
        person = term.person.get(sitting.person)
        if person and person.base:
            place = one.placement.place
            minutes += sheet.travel_minutes(person.base, place) + sheet.travel_minutes(place, person.base)
    return minutes

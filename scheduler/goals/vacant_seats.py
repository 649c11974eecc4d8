"""Chairs that the meeting can do without are filled all the same, where it goes.

An empty chair costs double where a deputy `should` have come.
"""

from models import Plan, Seat, Term
from scheduler.checking_sheet import Sheet
from scheduler.model import Model
from scheduler.tally import Tally

NAME = "vacant_seats"


def terms(model: Model) -> Tally:
    """People missing, at their price."""
    missing = [(_price(seat), seat.count, var) for seat, var in model.vacancies() if seat.need == "required"]
    return Tally.of(((price, var) for price, _, var in missing), sum(price * count for price, count, _ in missing))


def _price(seat: Seat) -> int:
    return 2 if seat.deputy == "should" else 1


def vacancy_cost(seat: Seat) -> int:
    """The price of somebody who is missing."""
    return _price(seat) if seat.need == "required" else 0


def value(term: Term, plan: Plan) -> int:
    """People missing on required seats of placed meetings, 2 a head where a deputy `should` stand in, else 1."""
    return sum(
        one.missing(seat) * (2 if seat.deputy == "should" else 1)
        for one in Sheet(term, plan).held
        for seat in one.meeting.wanted_seats
        if seat.need == "required"
    )

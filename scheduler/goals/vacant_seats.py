"""Chairs that the meeting can do without are filled all the same, where it goes.

An empty chair costs double where a deputy `should` have come.
"""

from models import Plan, Term
from scheduler.checking_sheet import Sheet

NAME = "vacant_seats"


def value(term: Term, plan: Plan) -> int:
    """People missing on required seats of placed meetings, 2 a head where a deputy `should` stand in, else 1."""
    return sum(
        one.missing(seat) * (2 if seat.deputy == "should" else 1)
        for one in Sheet(term, plan).held
        for seat in one.meeting.wanted_seats
        if seat.need == "required"
    )

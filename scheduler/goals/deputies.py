"""The ordinary participants come themselves; deputies are for when they cannot."""

from models import Plan, Term
from scheduler.checking_sheet import Sheet

NAME = "deputies"


def value(term: Term, plan: Plan) -> int:
    """Deputies who sit on required seats."""
    return sum(
        sitting.deputy_rank > 0
        for one in Sheet(term, plan).held
        for seat in one.meeting.wanted_seats
        if seat.need == "required"
        for sitting in one.on(seat)
    )

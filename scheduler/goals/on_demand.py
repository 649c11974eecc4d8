"""Those who were asked for come, though the meeting is held without them too."""

from models import Plan, Term
from scheduler.checking_sheet import Sheet

NAME = "on_demand"


def value(term: Term, plan: Plan) -> int:
    """People missing on the on-demand seats that placed meetings ask for."""
    return sum(
        one.missing(seat)
        for one in Sheet(term, plan).held
        for seat in one.meeting.wanted_seats
        if seat.need == "on_demand"
    )

"""Those who were asked for come, though the meeting is held without them too."""

from models import Plan, Seat, Term
from scheduler.checking_sheet import Sheet
from scheduler.model import Model
from scheduler.tally import Tally

NAME = "on_demand"


def terms(model: Model) -> Tally:
    """People missing on seats that are asked for."""
    missing = [(seat.count, var) for seat, var in model.vacancies() if seat.need == "on_demand"]
    return Tally.of(((1, var) for _, var in missing), sum(count for count, _ in missing))


def vacancy_cost(seat: Seat) -> int:
    """1 for somebody who is missing on a seat that is asked for."""
    return int(seat.need == "on_demand")


def value(term: Term, plan: Plan) -> int:
    """People missing on the on-demand seats that placed meetings ask for."""
    return sum(
        one.missing(seat)
        for one in Sheet(term, plan).held
        for seat in one.meeting.wanted_seats
        if seat.need == "on_demand"
    )

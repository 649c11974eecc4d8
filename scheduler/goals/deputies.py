"""The ordinary participants come themselves; deputies are for when they cannot."""

from models import Plan, Term
from scheduler.case import Case, Claim
from scheduler.checking_sheet import Sheet
from scheduler.model import Model
from scheduler.solution import At, Solution
from scheduler.tally import Tally

NAME = "deputies"


def terms(model: Model) -> Tally:
    """One for each deputy on a required seat."""
    deputies = [(claim, sits) for claim, sits in model.sits.items() if claim.rank and claim.seat.need == "required"]
    seats = {(claim.meeting, claim.seat.id): claim.seat.count for claim, _ in deputies}
    return Tally.of(((1, sits) for _, sits in deputies), sum(seats.values()))


def claim_cost(case: Case, others: Solution, at: At, claim: Claim) -> int:
    """1 for a deputy on a required seat."""
    return int(claim.rank > 0 and claim.seat.need == "required")


def value(term: Term, plan: Plan) -> int:
    """Deputies who sit on required seats."""
    return sum(
        sitting.deputy_rank > 0
        for one in Sheet(term, plan).held
        for seat in one.meeting.wanted_seats
        if seat.need == "required"
        for sitting in one.on(seat)
    )

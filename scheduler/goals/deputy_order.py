"""The first deputy is asked before the second."""

from models import Plan, Term
from scheduler.case import Case, Claim
from scheduler.checking_sheet import Sheet
from scheduler.model import Model
from scheduler.solution import At, Solution
from scheduler.tally import Tally

NAME = "deputy_order"


def terms(model: Model) -> Tally:
    """The rank of each deputy who sits."""
    deputies = [(claim, sits) for claim, sits in model.sits.items() if claim.rank]
    worst = dict[tuple[str, str], int]()
    for claim, _ in deputies:
        seat = (claim.meeting, claim.seat.id)
        worst[seat] = max(worst.get(seat, 0), claim.rank * claim.seat.count)
    return Tally.of(((claim.rank, sits) for claim, sits in deputies), sum(worst.values()))


def claim_cost(case: Case, others: Solution, at: At, claim: Claim) -> int:
    """The deputy's rank."""
    return claim.rank


def value(term: Term, plan: Plan) -> int:
    """The ranks of all who sit, added up: a holder 0, the first deputy 1, the second 2."""
    return sum(sitting.deputy_rank for _, sitting in Sheet(term, plan).sittings())

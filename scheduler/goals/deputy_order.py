"""The first deputy is asked before the second."""

from models import Plan, Term
from scheduler.checking_sheet import Sheet

NAME = "deputy_order"


def value(term: Term, plan: Plan) -> int:
    """The ranks of all who sit, added up: a holder 0, the first deputy 1, the second 2."""
    return sum(sitting.deputy_rank for _, sitting in Sheet(term, plan).sittings())

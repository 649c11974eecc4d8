"""As many meetings as possible are held, the important ones first."""

from models import Plan, Term
from scheduler.checking_sheet import Sheet

NAME = "placed"


def value(term: Term, plan: Plan) -> int:
    """The priorities of the meetings that are not placed, added up."""
    return sum(meeting.priority for meeting in Sheet(term, plan).not_held)

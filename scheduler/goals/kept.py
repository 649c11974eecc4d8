"""Locked meetings stay on the calendar: what was promised comes before anything new."""

from models import Plan, Term
from scheduler.checking_sheet import Sheet

NAME = "kept"


def value(term: Term, plan: Plan) -> int:
    """Locked meetings that are not placed."""
    return sum(meeting.lock is not None for meeting in Sheet(term, plan).not_held)

"""Locked meetings stay on the calendar: what was promised comes before anything new."""

from models import Plan, ResolvedMeeting, Term
from scheduler.case import Case
from scheduler.checking_sheet import Sheet
from scheduler.model import Model
from scheduler.tally import Tally

NAME = "kept"


def terms(model: Model) -> Tally:
    """One for each locked meeting that is unplaced."""
    return Tally.of((1, model.unplaced[m]) for m, meeting in model.meetings.items() if meeting.lock)


def unplaced_cost(case: Case, meeting: ResolvedMeeting) -> int:
    """One where it is locked."""
    return int(meeting.lock is not None)


def value(term: Term, plan: Plan) -> int:
    """Locked meetings that are not placed."""
    return sum(meeting.lock is not None for meeting in Sheet(term, plan).not_held)

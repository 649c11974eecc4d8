"""As many meetings as possible are held, the important ones first."""

from models import Plan, ResolvedMeeting, Term
from scheduler.case import Case
from scheduler.checking_sheet import Sheet
from scheduler.model import Model
from scheduler.tally import Tally

NAME = "placed"


def terms(model: Model) -> Tally:
    """The priority of each meeting that is unplaced."""
    return Tally.of((meeting.priority, model.unplaced[m]) for m, meeting in model.meetings.items())


def unplaced_cost(case: Case, meeting: ResolvedMeeting) -> int:
    """Its priority."""
    return meeting.priority


def value(term: Term, plan: Plan) -> int:
    """The priorities of the meetings that are not placed, added up."""
    return sum(meeting.priority for meeting in Sheet(term, plan).not_held)

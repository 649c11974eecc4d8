"""A plan that changes another one moves as few meetings as possible: to another time, another place, or off the plan.

Counted over the meetings that were to come when the plan was made and that the term still has.
"""

from models import Plan, ResolvedMeeting, Term
from scheduler.case import Case
from scheduler.model import Model
from scheduler.solution import At, Solution
from scheduler.tally import Tally

NAME = "moved"
REPLANNING = True


def candidate_cost(case: Case, meeting: ResolvedMeeting) -> list[tuple[int, int]]:
    """Every start but the one where it stood."""
    before = case.stood.get(meeting.id)
    start = case.grid.start_at(before.start) if before else None
    return [] if before is None else [(case.grid.every_start & ~(0 if start is None else 1 << start), 1)]


def start_cost(case: Case, others: Solution, at: At) -> int:
    """One where it is not where it stood."""
    return int(at.meeting in case.stood and not case.is_where_it_stood(at.meeting, at.start, at.place))


def unplaced_cost(case: Case, meeting: ResolvedMeeting) -> int:
    """One where it stood somewhere."""
    return int(meeting.id in case.stood)


def terms(model: Model) -> Tally:
    """One for each meeting that is not where it stood."""
    return Tally.of((1, model.moved(m)) for m in model.meetings if m in model.case.stood)


def value(term: Term, plan: Plan) -> int:
    """Meetings of the plan that this one changes that now have another time or place, or none."""
    now = {one.meeting: (one.start, one.place) for one in plan.placements}
    return sum(
        now.get(one.meeting) != (one.start, one.place)
        for one in plan.baseline or ()
        if one.meeting in term.resolved and (plan.as_of is None or one.start >= plan.as_of)
    )

"""What it would cost to have a meeting at a start whatever it takes: the others make room, by solving."""

from datetime import datetime

from models import Lock, Meeting, Plan, Term, Verdict
from scheduler.about import verdict
from scheduler.options import Cancelled, Heard, Options
from scheduler.planning import Task, carry_out, ranking_of
from scheduler.standing import as_seen
from scheduler.standing_plan import differences

__all__ = ["forced"]


def forced(
    term: Term,
    plan: Plan,
    meeting: str,
    start: datetime,
    place: str | None = None,
    options: Options = Options(),
    heard: Heard | None = None,
    cancelled: Cancelled | None = None,
) -> Verdict:
    """The verdict on a meeting at a start, with what the nearest plan that has it there changes on each goal.

    "Nearest" as in a re-plan: the fewest people disturbed. Where no plan has it there, the verdict is all that is said.

    Args:
        term: the revision that the plan answers.
        plan: the plan as it stands.
        meeting: id of the meeting.
        start: when it would start.
        place: where; ``None`` leaves that to the plan.
        options: time limit, workers, seed.
        heard: told of progress, from any thread.
        cancelled: asked often whether to stop.

    Raises:
        KeyError: the term has no such meeting.
    """
    said = verdict(term, plan, meeting, start, place)
    locked = _locked(term, meeting, Lock(start=start, place=place))
    made = carry_out(Task(locked, plan.as_baseline, plan.as_of), options, heard, cancelled)
    if made.placement_of(meeting) is None:
        return said
    seen = as_seen(locked, made)
    old = plan.model_copy(update={"baseline": made.baseline, "as_of": made.as_of})
    costs = differences(ranking_of(term, replanning=True), seen, made, old)
    return said.model_copy(update={"forced": costs, "forced_goals": made.goals})


def _locked(term: Term, meeting: str, lock: Lock) -> Term:
    def with_lock(one: Meeting) -> Meeting:
        return one.model_copy(update={"lock": lock}) if one.id == meeting else one

    return term.model_copy(update={"meetings": tuple(map(with_lock, term.meetings))})

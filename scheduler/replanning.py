"""From a plan that no longer holds to the nearest one that does: as few people as possible are disturbed, proven."""

from datetime import datetime

from models import Plan, Term
from scheduler.options import Cancelled, Heard, Options
from scheduler.planning import Task, carry_out

__all__ = ["replan"]


def replan(
    term: Term,
    before: Plan,
    as_of: datetime | None = None,
    options: Options = Options(),
    heard: Heard | None = None,
    cancelled: Cancelled | None = None,
) -> Plan:
    """The best plan of a term that has changed, with the fewest people disturbed.

    Next after every meeting being held, three goals count: people whose own time, place or seat changes, then meetings
    that move, then people on seats. What has been stays as it was, what is nearer than the term's days of notice keeps
    its time and place, what the term locks stays at its lock.

    Args:
        term: the term as it is now.
        before: the plan that people know, of this or an earlier revision of the term.
        as_of: now, as local time; the latest of this, the term's and the plan's own counts.
        options: time limit, workers, seed.
        heard: told of progress, from any thread.
        cancelled: asked often whether to stop; then the best plan found is returned, as when time is up.

    Raises:
        ValueError: the plan is of another term.
        pydantic.ValidationError: the term has faults that only show with the calendar, see ``faults``.
        BrokenPlan: the engine made a mistake; nothing is returned then.
    """
    if before.term_uid != term.uid:
        raise ValueError(f"the plan is of term {before.term_uid}, not of {term.uid}: take one of this term")
    now = max((moment for moment in (as_of, term.as_of, before.as_of) if moment), default=None)
    return carry_out(Task(term, before.as_baseline, now), options, heard, cancelled)

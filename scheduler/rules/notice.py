"""People are given notice: nothing is planned on a date too close to the day of planning.

Days are counted between dates. A meeting that is locked to its start stays. Broken: `day`, and the `days`
of notice that it gives where `notice_days` are due.
"""

from collections.abc import Iterator

from models import Plan, Term
from scheduler.checking_sheet import Sheet
from scheduler.outcome import Violation

NAME = "notice"


def check(term: Term, plan: Plan) -> Iterator[Violation]:
    """Meetings that are called at too short notice."""
    if term.as_of is None:
        return
    for one in Sheet(term, plan).held:
        days = (one.day - term.as_of.date()).days
        if days < term.notice_days and not one.locked_here:
            params = {"day": one.day.isoformat(), "days": days, "notice_days": term.notice_days}
            yield Violation(NAME, one.id, params)

"""A meeting is held only with the least attendance that it demands of each group.

"Six of the eight centres", "somebody from each side". Broken: `group`, the `people` there and `least`.
"""

from collections.abc import Iterator

from models import Plan, Term
from scheduler.checking_sheet import Sheet
from scheduler.outcome import Violation

NAME = "attendance"


def check(term: Term, plan: Plan) -> Iterator[Violation]:
    """Groups that are too few at a meeting."""
    for one in Sheet(term, plan).held:
        for demand in one.meeting.attendance:
            people = sum(len(one.on(seat)) for seat in one.meeting.seats if demand.group in seat.groups)
            if people < demand.least:
                yield Violation(NAME, one.id, {"group": demand.group, "people": people, "least": demand.least})

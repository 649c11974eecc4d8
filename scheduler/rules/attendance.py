"""A meeting is held only with the least attendance that it demands of each group.

"Six of the eight centres", "somebody from each side". Broken: `group`, the `people` there and `least`.
"""

from collections.abc import Iterator

from models import Plan, ResolvedMeeting, Term
from scheduler.bits import at_least
from scheduler.blocker import Blocker
from scheduler.case import Case
from scheduler.checking_sheet import Sheet
from scheduler.model import Model
from scheduler.outcome import Violation

NAME = "attendance"


def blocks(case: Case, meeting: ResolvedMeeting) -> Iterator[Blocker]:
    """The starts at which a group cannot muster its least number."""
    for demand in meeting.attendance:
        chairs = []
        for seat in meeting.wanted_seats:
            if demand.group in seat.groups:
                chairs += at_least(case.able_by_appointment(meeting, seat), seat.count)[1:]
        enough = at_least(chairs, demand.least)[demand.least]
        yield Blocker(NAME, "seat", demand.group, case.grid.every_start & ~enough)


def couple(model: Model) -> None:
    """The least number of people from each group, if the meeting is held."""
    for meeting in model.meetings.values():
        for demand in meeting.attendance:
            seats = [seat.id for seat in meeting.wanted_seats if demand.group in seat.groups]
            there = [literal for seat in seats for literal in model.sitting(meeting.id, seat)]
            model.cp.add(sum(there) >= demand.least * (1 - model.unplaced[meeting.id]))


def check(term: Term, plan: Plan) -> Iterator[Violation]:
    """Groups that are too few at a meeting."""
    for one in Sheet(term, plan).held:
        for demand in one.meeting.attendance:
            people = sum(len(one.on(seat)) for seat in one.meeting.seats if demand.group in seat.groups)
            if people < demand.least:
                yield Violation(NAME, one.id, {"group": demand.group, "people": people, "least": demand.least})

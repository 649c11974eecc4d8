"""Nobody sits at a meeting while they are absent.

Absences are single or come back every week, or every n-th. History was attended by whom it was attended.
Broken: `person` and the id of the `absence`.
"""

from collections.abc import Iterator

from models import Plan, ResolvedMeeting, Term
from scheduler.blocker import Blocker
from scheduler.case import Case
from scheduler.checking_sheet import Sheet
from scheduler.outcome import Violation

NAME = "absence"


def blocks(case: Case, meeting: ResolvedMeeting) -> Iterator[Blocker]:
    """The starts at which somebody is away whom the meeting cannot be held without."""
    if case.is_history(meeting):
        return
    for person in case.indispensable(meeting):
        yield Blocker(NAME, "person", person, case.away(person, meeting.duration_minutes))


def check(term: Term, plan: Plan) -> Iterator[Violation]:
    """People who sit somewhere while they are absent."""
    sheet = Sheet(term, plan)
    for one, sitting in sheet.sittings():
        absence = sheet.absence(sitting.person, one.start, one.end)
        if absence and not sheet.history(one.meeting):
            yield Violation(NAME, one.id, {"person": sitting.person, "absence": absence.id})

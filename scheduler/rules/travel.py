"""Nobody is in two places at once, and everybody has time to travel between two meetings.

From the end of one meeting to the start of the next there is the travel between their places, and the term's
buffer. Broken, at the later one: `person`, `other` (the earlier), the `minutes` between them and those `needed`.
"""

from collections.abc import Iterator
from datetime import timedelta

from models import Plan, Term
from scheduler.checking_sheet import Held, Sheet
from scheduler.outcome import Violation

NAME = "travel"


def check(term: Term, plan: Plan) -> Iterator[Violation]:
    """People who cannot get from one meeting to the next in time."""
    sheet = Sheet(term, plan)
    for person, meetings in sheet.by_person.items():
        for n, earlier in enumerate(meetings):
            for later in _soon_after(sheet, earlier, meetings[n + 1 :]):
                if not sheet.in_time(earlier, later):
                    yield _late(sheet, person, earlier, later)


def _soon_after(sheet: Sheet, earlier: Held, others: tuple[Held, ...]) -> Iterator[Held]:
    """Those of the others, in order of time, that are near enough for any journey to matter."""
    far = earlier.end + timedelta(minutes=sheet.longest_travel_minutes + sheet.term.buffer_minutes)
    for later in others:
        if later.start >= far:
            return
        yield later


def _late(sheet: Sheet, person: str, earlier: Held, later: Held) -> Violation:
    needed = sheet.travel_minutes(earlier.placement.place, later.placement.place) + sheet.term.buffer_minutes
    minutes = int((later.start - earlier.end).total_seconds()) // 60
    return Violation(NAME, later.id, {"person": person, "other": earlier.id, "minutes": minutes, "needed": needed})

"""No meeting starts, ends or runs while the clocks change.

Twice a year an hour does not exist and an hour comes twice; a calendar cannot say which is meant.
Broken: `start` and `end`.
"""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from models import Plan, Term
from scheduler.checking_sheet import Held, Sheet
from scheduler.outcome import Violation

NAME = "clock_change"


def check(term: Term, plan: Plan) -> Iterator[Violation]:
    """Meetings that are not at one and the same distance from UTC from start to end."""
    zone = ZoneInfo(term.time_zone)
    for one in Sheet(term, plan).held:
        if _changes(one, zone):
            ends = {"start": one.start.isoformat(timespec="minutes"), "end": one.end.isoformat(timespec="minutes")}
            yield Violation(NAME, one.id, ends)


def _changes(one: Held, zone: ZoneInfo) -> bool:
    # A time that is skipped, and one that comes twice, has different offsets before and after the change.
    moments = (clock.replace(tzinfo=zone, fold=fold) for clock in (one.start, one.end) for fold in (0, 1))
    return len({moment.utcoffset() for moment in moments}) > 1

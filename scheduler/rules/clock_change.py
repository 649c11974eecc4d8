"""No meeting starts, ends or runs while the clocks change.

Twice a year an hour does not exist and an hour comes twice; a calendar cannot say which is meant.
Broken: `start` and `end`.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from models import Plan, ResolvedMeeting, Term
from scheduler.bits import members
from scheduler.blocker import Blocker
from scheduler.case import Case
from scheduler.checking_sheet import Held, Sheet
from scheduler.outcome import Violation

NAME = "clock_change"


def blocks(case: Case, meeting: ResolvedMeeting) -> Iterator[Blocker]:
    """On the few days when clocks change, the starts that the change touches: of meetings of one length the same."""
    minutes = meeting.duration_minutes
    yield from case.once((NAME, minutes), lambda: tuple(_changing(case, timedelta(minutes=minutes))))


def _changing(case: Case, duration: timedelta) -> Iterator[Blocker]:
    for day in case.clock_change_days:
        starts = members(case.grid.starts_by_day[day])
        touched = sum(1 << start for start in starts if _touched(case.zone, case.grid.moment(start), duration))
        yield Blocker(NAME, "day", case.grid.date(day).isoformat(), touched)


def _touched(zone: ZoneInfo, start: datetime, duration: timedelta) -> bool:
    """Whether the clock changes while the meeting goes on, or shows its start or its end twice or never."""
    # Not a set of moments: the two of a time that comes twice are equal, and one would be lost.
    moments = (moment.replace(tzinfo=zone, fold=fold) for moment in (start, start + duration) for fold in (0, 1))
    return len({moment.utcoffset() for moment in moments}) > 1


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

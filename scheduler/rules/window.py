"""Every meeting lies inside its windows, inside the term, and on the grid.

A window is a span of dates, some weekdays and hours of the day; a meeting may have several and
one of them must cover it from its first minute to its last. Broken: `start` and `what`
(`no_window`, `outside_term` or `off_grid`, then with `grid_minutes`).
"""

from collections.abc import Iterator

from models import Plan, ResolvedMeeting, Term
from scheduler.blocker import Blocker
from scheduler.case import Case
from scheduler.checking_sheet import Held, Sheet
from scheduler.outcome import Violation

NAME = "window"


def blocks(case: Case, meeting: ResolvedMeeting) -> Iterator[Blocker]:
    """Every start outside the windows."""
    yield Blocker(NAME, "term", "windows", case.grid.every_start & ~case.windows(meeting))


def check(term: Term, plan: Plan) -> Iterator[Violation]:
    """Meetings that start where they may not."""
    for one in Sheet(term, plan).held:
        start = {"start": one.start.isoformat(timespec="minutes")}
        if not _in_a_window(one):
            yield Violation(NAME, one.id, {"what": "no_window", **start})
        if not term.first_day <= one.day <= term.last_day:
            yield Violation(NAME, one.id, {"what": "outside_term", **start})
        if (one.start.hour * 60 + one.start.minute) % term.grid_minutes or one.start.second:
            yield Violation(NAME, one.id, {"what": "off_grid", "grid_minutes": term.grid_minutes, **start})


def _in_a_window(one: Held) -> bool:
    return any(window.covers(one.start, one.end) for window in one.meeting.windows)

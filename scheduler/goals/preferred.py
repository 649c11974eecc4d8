"""Meetings lie on the days and at the hours that suit best."""

from datetime import time

from models import WEEKDAYS, Plan, Preference, ResolvedMeeting, Term, WeeklyHours
from scheduler.case import Case
from scheduler.checking_sheet import Held, Sheet
from scheduler.model import Model
from scheduler.solution import At, Solution
from scheduler.tally import Tally

NAME = "preferred"


def candidate_cost(case: Case, meeting: ResolvedMeeting) -> list[tuple[int, int]]:
    """Sets of starts, each with the points that a start in it costs."""
    return case.once((NAME, meeting.id), lambda: _costs(case, meeting))


def _costs(case: Case, meeting: ResolvedMeeting) -> list[tuple[int, int]]:
    return [(case.grid.every_start & ~_suits(case, meeting, one), one.penalty) for one in meeting.preferences]


def _suits(case: Case, meeting: ResolvedMeeting, wish: Preference) -> int:
    hours = WeeklyHours(
        weekdays=wish.weekdays or WEEKDAYS,
        from_time=wish.from_time or time(0, 0),
        to_time=wish.to_time or time(23, 59),
    )
    return case.grid.inside(hours, meeting.duration_minutes)


def terms(model: Model) -> Tally:
    """The points of each candidate, where it is chosen."""
    costs = {m: candidate_cost(model.case, meeting) for m, meeting in model.meetings.items()}
    points = {
        (m, option): sum(points for starts, points in costs[m] if starts >> option.start & 1)
        for m, options in model.options.items()
        for option in options
    }
    worst = dict[str, int]()
    for (m, _), n in points.items():
        worst[m] = max(worst.get(m, 0), n)
    return Tally.of(((n, option.chosen) for (_, option), n in points.items()), sum(worst.values()))


def start_cost(case: Case, others: Solution, at: At) -> int:
    """The points of the start."""
    costs = case.once((NAME, at.meeting), lambda: candidate_cost(case, case.meetings[at.meeting]))
    return sum(points for starts, points in costs if starts >> at.start & 1)


def value(term: Term, plan: Plan) -> int:
    """The penalties of the preferences that placed meetings do not meet, added up."""
    return sum(
        preference.penalty
        for one in Sheet(term, plan).held
        for preference in one.meeting.preferences
        if not _met(preference, one)
    )


def _met(preference: Preference, one: Held) -> bool:
    on_the_day = not preference.weekdays or WEEKDAYS[one.day.weekday()] in preference.weekdays
    late_enough = preference.from_time is None or one.start.time() >= preference.from_time
    early_enough = preference.to_time is None or one.end.time() <= preference.to_time
    return on_the_day and late_enough and early_enough

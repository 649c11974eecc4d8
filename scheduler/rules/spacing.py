"""Meetings of a series keep their distance: at least so many days from one to the next.

Days are counted between dates; 1 means not on the same day. Broken, at the later one: `other`, `days`, `spacing_days`.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise

from models import Plan, Term
from scheduler.case import Case
from scheduler.checking_sheet import Sheet
from scheduler.day_gap import DayGap
from scheduler.model import Model
from scheduler.outcome import Violation
from scheduler.solution import At, Solution

NAME = "spacing"


def ties(case: Case) -> Iterator[Iterable[str]]:
    """The meetings of each series that has a spacing."""
    for series in case.term.series:
        if series.spacing_days:
            yield case.of_series(series.id)


def couple(model: Model) -> None:
    """Of as many days in a row as the spacing, one at most has a meeting of the series."""
    for series in model.case.term.series:
        meetings = [m for m in model.case.of_series(series.id) if m in model.meetings]
        if series.spacing_days and len(meetings) > 1:
            model.one_meeting_in(meetings, days_in_a_row=series.spacing_days)


def day_gaps(case: Case) -> Iterator[DayGap]:
    """Any two meetings of a series that has a spacing."""
    for series in case.term.series:
        for one, other in combinations(case.of_series(series.id), 2) if series.spacing_days else ():
            yield DayGap(one, other, 1 - series.spacing_days, series.spacing_days - 1, inside=False)


def hinders(case: Case, others: Solution, at: At) -> set[str]:
    """The meetings of the series that are too close."""
    own = case.meetings[at.meeting].series
    days = next(series.spacing_days for series in case.term.series if series.id == own)
    near = (others.at[m] for m in case.of_series(own) if m in others.at and m != at.meeting)
    return {one.meeting for one in near if abs(one.day - at.day) < days}


def check(term: Term, plan: Plan) -> Iterator[Violation]:
    """Meetings of a series that are too close; neighbours in time will do, others are further apart."""
    sheet = Sheet(term, plan)
    for series in term.series:
        meetings = sheet.by_series.get(series.id, ())
        for earlier, later in pairwise(meetings):
            days = (later.day - earlier.day).days
            if days < series.spacing_days:
                params = {"other": earlier.id, "days": days, "spacing_days": series.spacing_days}
                yield Violation(NAME, later.id, params)

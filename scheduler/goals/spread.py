"""The meetings of a series are spread over its time rather than bunched together.

The weeks in which a series may meet are cut into slices, as many as it has meetings (but no slice is less than a
week); ideally each slice holds one.
"""

from collections import Counter
from datetime import date, timedelta
from math import comb

from models import Plan, Term
from scheduler.checking_sheet import Sheet

NAME = "spread"


def value(term: Term, plan: Plan) -> int:
    """For each series the number of pairs of its placed meetings in one slice, added up."""
    sheet, pairs = Sheet(term, plan), 0
    for series, meetings in sheet.by_series.items():
        slices = _slices(term, series)
        crowds = Counter(slices.get(one.week, -1) for one in meetings)
        pairs += sum(comb(crowd, 2) for crowd in crowds.values())
    return pairs


def _slices(term: Term, series: str) -> dict[date, int]:
    """For each week of the series, by its Monday, the slice that it belongs to."""
    meetings = [meeting for meeting in term.resolved.values() if meeting.series == series]
    windows = {window for meeting in meetings for window in meeting.windows}
    days = {day for window in windows for day in window.days() if term.first_day <= day <= term.last_day}
    weeks = sorted({day - timedelta(days=day.weekday()) for day in days})
    slices = min(len(meetings), len(weeks))
    return {week: n * slices // len(weeks) for n, week in enumerate(weeks)}

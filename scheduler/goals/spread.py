"""The meetings of a series are spread over its time rather than bunched together.

The weeks in which a series may meet are cut into slices, as many as it has meetings (but no slice is less than a
week); ideally each slice holds one.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from math import comb

from models import Plan, Term
from scheduler.case import Case
from scheduler.checking_sheet import Sheet
from scheduler.model import Literal, Model
from scheduler.solution import At, Solution
from scheduler.tally import Tally

NAME = "spread"


def ties(case: Case) -> Iterator[Iterable[str]]:
    """All meetings of a series."""
    yield from (case.of_series(series.id) for series in case.term.series)


def terms(model: Model) -> Tally:
    """In each slice of each series, the pairs of meetings there."""
    pairs, most = list[tuple[int, Literal]](), 0
    for series in model.case.term.series:
        meetings = [m for m in model.case.of_series(series.id) if m in model.meetings]
        standing = [at.start for m in model.case.of_series(series.id) if (at := model.standing.at.get(m))]
        most += comb(len(meetings), 2) + len(meetings) * len(standing)
        slices = _starts_by_slice(model.case, model.case.of_series(series.id)) if meetings else ()
        for starts in slices if len(meetings) + len(standing) > 1 else ():
            here = [model.within(m, starts) for m in meetings]
            counted = [literal for literals in here for literal in literals]
            already = sum(starts >> start & 1 for start in standing)
            pairs += model.ladder(counted, sum(bool(literals) for literals in here), already)
    return Tally.of(pairs, most)


def _starts_by_slice(case: Case, meetings: Sequence[str]) -> list[int]:
    """The slices of a series as sets of starts; its weeks are those in which a window of a meeting holds a day."""
    return case.once((NAME, *meetings), lambda: _cut(case, meetings))


def _cut(case: Case, meetings: Sequence[str]) -> list[int]:
    # By the windows' days, not by their starts: a window too short for the grid holds a day all the same.
    dates = {day for m in meetings for window in case.meetings[m].windows for day in window.days()}
    days = {day for day in range(case.grid.days) if case.grid.date(day) in dates}
    weeks = sorted({case.grid.week(day) for day in days})
    slices = min(len(meetings), len(weeks))
    found = [0] * slices
    for n, week in enumerate(weeks):
        found[n * slices // len(weeks)] |= case.grid.on_days(case.grid.days_of_week(week))
    return found


def crowds(case: Case) -> Iterator[tuple[Sequence[str], Sequence[int]]]:
    """The meetings of each series, and its slices."""
    for series in case.term.series:
        meetings = case.of_series(series.id)
        yield meetings, _starts_by_slice(case, meetings) if len(meetings) > 1 else []


def start_cost(case: Case, others: Solution, at: At) -> int:
    """The other meetings of the series in the same slice."""
    meetings = case.of_series(case.meetings[at.meeting].series)
    here = next((starts for starts in _starts_by_slice(case, meetings) if starts >> at.start & 1), 0)
    placed = (others.at[m].start for m in meetings if m in others.at and m != at.meeting)
    return sum(here >> start & 1 for start in placed)


def value(term: Term, plan: Plan) -> int:
    """For each series the number of pairs of its placed meetings in one slice, added up."""
    sheet, pairs = Sheet(term, plan), 0
    for series, meetings in sheet.by_series.items():
        slices = _slices(term, series)
        counts = Counter(slices.get(one.week, -1) for one in meetings)
        pairs += sum(comb(count, 2) for count in counts.values())
    return pairs


def _slices(term: Term, series: str) -> dict[date, int]:
    """For each week of the series, by its Monday, the slice that it belongs to."""
    meetings = [meeting for meeting in term.resolved.values() if meeting.series == series]
    windows = {window for meeting in meetings for window in meeting.windows}
    days = {day for window in windows for day in window.days() if term.first_day <= day <= term.last_day}
    weeks = sorted({day - timedelta(days=day.weekday()) for day in days})
    slices = min(len(meetings), len(weeks))
    return {week: n * slices // len(weeks) for n, week in enumerate(weeks)}

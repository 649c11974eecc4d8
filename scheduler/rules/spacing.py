"""Meetings of a series keep their distance: at least so many days from one to the next.

Days are counted between dates; 1 means not on the same day. Broken, at the later one: `other`, `days`, `spacing_days`.
"""

from collections.abc import Iterator
from itertools import pairwise

from models import Plan, Term
from scheduler.checking_sheet import Sheet
from scheduler.outcome import Violation

NAME = "spacing"


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

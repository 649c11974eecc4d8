"""Meetings lie on the days and at the hours that suit best."""

from models import WEEKDAYS, Plan, Preference, Term
from scheduler.checking_sheet import Held, Sheet

NAME = "preferred"


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

"""Terms and plans in few words, so that a test reads like the sentence that it checks.

    town = term(meeting("m", seat("head")), holds("anna", "head"))
    good = plan(town, placed("m", "mon 10:00", sits("anna", "head")))

What a test leaves out is filled in: units, roles, people, series and places that are only named, the
ends, vacancies and goal values of a plan. The default term is the four weeks from Monday 7 September
2026, a time without public holidays or clock changes; times are said as "mon 10:00" (its first
week), "3 tue 13:30" (its third) or in full, "2026-09-07 10:00".
"""

from tests.builders.nouns import (
    MONDAY,
    at,
    at_least,
    away,
    away_weekly,
    called_off,
    closed,
    closure,
    day,
    different_days,
    elected,
    forum,
    free_at,
    holds,
    leg,
    lock,
    meeting,
    member,
    on_demand,
    open_hours,
    order,
    person,
    place,
    prefer,
    same_day,
    seat,
    seat_rule,
    series,
    series_order,
    stage,
    turns,
    window,
)
from tests.builders.plans import found, free, goals_of, placed, plan, replanned, rules_broken, sits, with_could_come
from tests.builders.terms import TERM_UID, term

__all__ = [
    "MONDAY",
    "TERM_UID",
    "at",
    "at_least",
    "away",
    "away_weekly",
    "called_off",
    "closed",
    "closure",
    "day",
    "different_days",
    "elected",
    "forum",
    "found",
    "free",
    "free_at",
    "goals_of",
    "holds",
    "leg",
    "lock",
    "meeting",
    "member",
    "on_demand",
    "open_hours",
    "order",
    "person",
    "place",
    "placed",
    "plan",
    "prefer",
    "replanned",
    "rules_broken",
    "same_day",
    "seat",
    "seat_rule",
    "series",
    "series_order",
    "sits",
    "stage",
    "term",
    "turns",
    "window",
    "with_could_come",
]

"""Nobody is asked to more meetings than they can take: in a day, in a week, in the term.

A person's own limits come before the term's; weeks are ISO weeks. Broken: `person`, `per` (`day`, `week` or
`term`), `first_day` of that span, how many `meetings` there are and the `limit`.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from models import Plan, Term
from scheduler.checking_sheet import Sheet
from scheduler.outcome import Violation

NAME = "limits"


def check(term: Term, plan: Plan) -> Iterator[Violation]:
    """People who sit at too many meetings."""
    for person, meetings in Sheet(term, plan).by_person.items():
        if person not in term.person:
            continue
        limits = term.person[person].limits.over(term.limits)
        yield from _over(person, "day", limits.meetings_per_day, [one.day for one in meetings])
        yield from _over(person, "week", limits.meetings_per_week, [one.week for one in meetings])
        yield from _over(person, "term", limits.meetings_per_term, [term.first_day for _ in meetings])


def _over(person: str, per: str, limit: int | None, spans: list[date]) -> Iterator[Violation]:
    for first_day, meetings in Counter(spans).items():
        if limit is not None and meetings > limit:
            params = {"person": person, "per": per, "first_day": first_day.isoformat()}
            yield Violation(NAME, "", {**params, "meetings": meetings, "limit": limit})

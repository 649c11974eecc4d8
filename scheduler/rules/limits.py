"""Nobody is asked to more meetings than they can take: in a day, in a week, in the term.

A person's own limits come before the term's; weeks are ISO weeks. Broken: `person`, `per` (`day`, `week` or
`term`), `first_day` of that span, how many `meetings` there are and the `limit`.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from models import Plan, Term
from scheduler.case import Case
from scheduler.checking_sheet import Sheet
from scheduler.model import Model
from scheduler.outcome import Violation
from scheduler.solution import Solution

NAME = "limits"


def ties(case: Case) -> Iterator[Iterable[str]]:
    """Meetings that count towards the same limit of a person."""
    for person, meetings in case.meetings_of.items():
        limits = case.limits[person]
        if limits.meetings_per_term is not None:
            yield meetings
        elif limits.meetings_per_week is not None:
            yield from case.overlapping(meetings, slack_days=7)
        elif limits.meetings_per_day is not None:
            yield from case.overlapping(meetings)


def couple(model: Model) -> None:
    """What a person attends in the whole term."""
    for person, meetings in model.sittings_of.items():
        most = model.case.limits[person].meetings_per_term
        if most is not None and len(meetings) > most:
            model.cp.add(sum(literal for literals in meetings.values() for literal in literals) <= most)


def separate(model: Model, solution: Solution) -> int:
    """For everyone who attends too much on some day or in some week, the limit on all of them.

    All at once, since a meeting that has to leave one full day would else only move to the next.
    """
    rows, grid = 0, model.case.grid
    for person, meetings in solution.of_person.items():
        limits = model.case.limits[person]
        for most, span_of, starts in (
            (limits.meetings_per_day, int, grid.starts_by_day),
            (limits.meetings_per_week, grid.week, grid.starts_by_week),
        ):
            if most is not None and max(Counter(span_of(at.day) for at in meetings).values()) > most:
                rows += _limit(model, person, most, span_of, starts)
    return rows


def _limit(model: Model, person: str, most: int, span_of: Callable[[int], int], starts: list[int]) -> int:
    """The limit on each day, or week, on which more of the person's meetings could lie than it allows; how many."""
    theirs = model.sittings_of[person]
    possible = Counter(span for m in theirs for span in {span_of(day) for day in model.days_of(m)})
    full = sorted(span for span, count in possible.items() if count > most)
    for span in full:
        there = [model.attends(person, m, starts[span]) for m in theirs if model.within(m, starts[span])]
        model.cp.add(sum(there) <= most)
    return len(full)


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

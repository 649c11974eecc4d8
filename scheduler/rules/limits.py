"""Nobody is asked to more meetings than they can take: in a day, in a week, in the term.

A person's own limits come before the term's; weeks are ISO weeks. Broken: `person`, `per` (`day`, `week` or
`term`), `first_day` of that span, how many `meetings` there are and the `limit`.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from models import Limits, Plan, ResolvedMeeting, Term
from scheduler.case import Case
from scheduler.checking_sheet import Sheet
from scheduler.model import Model
from scheduler.outcome import Violation
from scheduler.solution import At, Solution

NAME = "limits"
OF_PEOPLE = True


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
        left = None if most is None else most - len(model.standing.of_person.get(person, ()))
        if left is not None and len(meetings) > left:
            model.cp.add(sum(literal for literals in meetings.values() for literal in literals) <= max(0, left))


def separate(model: Model, solution: Solution) -> int:
    """For everyone who attends too much on some day or in some week, the limit on that and on their other ones.

    On the others too, since a meeting that has to leave one full day would else only move to the next of theirs; but
    not on all that there are, which takes twice the time (decision 0009).
    """
    rows = 0
    for person, meetings in sorted(solution.of_person.items()):
        for most, span_of, starts in _spans(model.case, person):
            stands = Counter(span_of(at.day) for at in model.standing.of_person.get(person, ()))
            attended = Counter(span_of(at.day) for at in meetings)
            if any(count + stands[span] > most for span, count in attended.items()):
                rows += sum(
                    _limit(model, person, max(0, most - stands[span]), starts[span]) for span in sorted(attended)
                )
    return rows


def _spans(case: Case, person: str) -> Iterator[tuple[int, Callable[[int], int], Sequence[int]]]:
    """The person's limits of a day and of a week: how many, in which of them a day lies, and the starts of each."""
    limits, grid = case.limits[person], case.grid
    if limits.meetings_per_day is not None:
        yield limits.meetings_per_day, int, grid.starts_by_day
    if limits.meetings_per_week is not None:
        yield limits.meetings_per_week, grid.week, grid.starts_by_week


def _limit(model: Model, person: str, most: int, starts: int) -> bool:
    """At most so many of the person's meetings within a set of starts; whether that says anything new."""
    possible = [m for m in model.sittings_of[person] if model.within(m, starts)]
    if len(possible) <= most or not model.first_time((NAME, person, starts)):
        return False
    model.cp.add(sum(model.attends(person, m, starts) for m in possible) <= most)
    return True


def most_meetings(case: Case, person: str) -> Limits:
    """How many the person can be asked to."""
    return case.limits[person]


def hinders_person(case: Case, others: Solution, at: At, person: str) -> set[str]:
    """Their meetings of a day, a week or the term that would be too many with this one, which is named too."""
    limits, meetings = case.limits[person], others.of_person.get(person, [])
    today = {one.meeting for one in meetings if one.day == at.day}
    this_week = {one.meeting for one in meetings if case.grid.week(one.day) == case.grid.week(at.day)}
    spans = (
        (limits.meetings_per_day, today),
        (limits.meetings_per_week, this_week),
        (limits.meetings_per_term, {one.meeting for one in meetings}),
    )
    return set[str]().union(*(span | {at.meeting} for most, span in spans if most is not None and len(span) >= most))


def closes_person(case: Case, others: Solution, meeting: ResolvedMeeting, place: str | None, person: str) -> int:
    """The days and weeks that are full without it, or all there is."""
    most_in_all, meetings, closed = case.limits[person].meetings_per_term, others.of_person.get(person, ()), 0
    if most_in_all is not None and len(meetings) >= most_in_all:
        return case.grid.every_start
    for most, span_of, starts in _spans(case, person):
        for span, count in Counter(span_of(at.day) for at in meetings).items():
            closed |= starts[span] if count >= most else 0
    return closed


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

"""Meetings that share a date, and meetings that must not.

Those that are not placed do not count. Broken, at the first one that does not fit: `relation`, its `kind` and
the `other` meeting.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations, permutations

from models import Plan, Term
from scheduler.case import Case
from scheduler.checking_sheet import Sheet, pairs
from scheduler.day_gap import DayGap
from scheduler.model import Model
from scheduler.outcome import Violation
from scheduler.solution import At, Solution

NAME = "day_relation"


def ties(case: Case) -> Iterator[Iterable[str]]:
    """The meetings of each relation."""
    yield from (relation.meetings for relation in case.term.day_relations)


def couple(model: Model) -> None:
    """All on one day, or never two."""
    for relation in model.case.term.day_relations:
        meetings = [m for m in relation.meetings if m in model.meetings]
        if relation.kind == "different_days":
            model.one_meeting_in(meetings, days_in_a_row=1)
        else:
            for one, other in permutations(meetings, 2):
                for day in model.days_of(one):
                    here, there = sum(model.on_day(one, day)), sum(model.on_day(other, day))
                    model.cp.add(here <= there + model.unplaced[other])


def day_gaps(case: Case) -> Iterator[DayGap]:
    """Any two meetings of a relation: on one day, or not."""
    for relation in case.term.day_relations:
        for one, other in combinations(relation.meetings, 2):
            yield DayGap(one, other, 0, 0, inside=relation.kind == "same_day")


def hinders(case: Case, others: Solution, at: At) -> set[str]:
    """The meetings that it shares a date with and must not, or must and does not."""
    found = set[str]()
    for relation in case.term.day_relations:
        if at.meeting in relation.meetings:
            rest = [others.at[m] for m in relation.meetings if m in others.at and m != at.meeting]
            found |= {one.meeting for one in rest if (one.day == at.day) != (relation.kind == "same_day")}
    return found


def check(term: Term, plan: Plan) -> Iterator[Violation]:
    """Meetings on different dates that should share one, and the other way round."""
    held = {one.id: one for one in Sheet(term, plan).held}
    for relation in term.day_relations:
        placed = [held[meeting] for meeting in dict.fromkeys(relation.meetings) if meeting in held]
        wrong = [pair for pair in pairs(placed) if (pair[0].day == pair[1].day) != (relation.kind == "same_day")]
        for one, other in wrong[:1]:
            params = {"relation": relation.id, "kind": relation.kind, "other": one.id}
            yield Violation(NAME, other.id, params)

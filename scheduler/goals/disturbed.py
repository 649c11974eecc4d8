"""A plan that changes another one disturbs as few people as possible: those whose own time, place or seat changes.

Counted over the meetings that were to come when the plan was made and that the term still has.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ortools.sat.python.cp_model import LinearExprT

from models import Placement, Plan, Term
from scheduler.case import Case
from scheduler.model import Literal, Model
from scheduler.tally import Tally

NAME = "disturbed"
REPLANNING = True


def ties(case: Case) -> Iterator[Iterable[str]]:
    """All meetings at which somebody may sit or sat: however many of them change, the person counts once."""
    meetings = {person: dict.fromkeys(ones) for person, ones in case.meetings_of.items()}
    for before in case.stood.values():
        for person in before.people():
            meetings.setdefault(person, {})[before.meeting] = None
    yield from meetings.values()


def terms(model: Model) -> Tally:
    """One for each person, true where anything of theirs changes."""
    disturbed = dict[str, Literal]()
    for person, changes in _changes(model).items():
        disturbed[person] = model.cp.new_bool_var(f"disturbed {person}")
        for changed in changes:
            model.cp.add(disturbed[person] >= changed)
    return Tally.of((1, one) for one in disturbed.values())


def _changes(model: Model) -> dict[str, list[LinearExprT]]:
    """For each person, sums of which each is 1 where one thing of theirs changes.

    They no longer sit there, the meeting has moved, or they sit where they did not.
    """
    changes = defaultdict[str, list[LinearExprT]](list)
    for m in model.meetings:
        for person, seat in sorted(model.case.sat_at(m)):  # in order: the same plan in every process
            changes[person].append(1 - sum(model.sitting(m, seat, person)))
            changes[person].append(1 - model.unmoved(m))
    for claim, sits in model.sits.items():
        to_come = not model.case.is_history(model.meetings[claim.meeting])
        if to_come and (claim.person, claim.seat.id) not in model.case.sat_at(claim.meeting):
            changes[claim.person].append(sits)
    return changes


def value(term: Term, plan: Plan) -> int:
    """People with other times, places or seats than in the plan that this one changes."""
    before = _own(term, plan, plan.baseline or ())
    after = _own(term, plan, plan.placements)
    return sum(before.get(person) != after.get(person) for person in before.keys() | after.keys())


Own = dict[str, set[tuple[object, ...]]]


def _own(term: Term, plan: Plan, placements: Iterable[Placement]) -> Own:
    """For each person, everything of theirs that is to come."""
    found = defaultdict[str, set[tuple[object, ...]]](set)
    for one in placements:
        if one.meeting in term.resolved and (plan.as_of is None or one.start >= plan.as_of):
            for sitting in one.sittings:
                found[sitting.person].add((one.meeting, one.start, one.place, sitting.seat))
    return found

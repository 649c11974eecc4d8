"""A plan that changes another one disturbs as few people as possible: those whose own time, place or seat changes.

Somebody is disturbed who had something and no longer has just that. Whoever is asked to one more meeting is not: else
an empty chair would be better than the deputy, and a successor would not take over. Counted over the meetings that
were to come when the plan was made and that the term still has.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ortools.sat.python.cp_model import LinearExprT

from models import Placement, Plan, Term
from scheduler.case import Case, Claim
from scheduler.model import Literal, Model
from scheduler.solution import At
from scheduler.tally import Tally

NAME = "disturbed"
OF_PEOPLE = True
REPLANNING = True


def ties(case: Case) -> Iterator[Iterable[str]]:
    """All meetings at which somebody sat: however many of them change, the person counts once."""
    meetings = defaultdict[str, dict[str, None]](dict)
    for before in case.stood.values():
        for person in before.people():
            meetings[person][before.meeting] = None
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
    """For each person, sums of which each is 1 where they no longer sit somewhere, or that meeting has moved."""
    changes = defaultdict[str, list[LinearExprT]](list)
    for m in model.meetings:
        for person, seat in sorted(model.case.sat_at(m)):
            changes[person].append(1 - sum(model.sitting(m, seat, person)))
            changes[person].append(1 - model.unmoved(m))
    return changes


def counts(case: Case, meeting: str, at: At | None, claims: Sequence[Claim]) -> set[str]:
    """Who no longer has what they had there."""
    unmoved = at is not None and case.is_where_it_stood(meeting, at.start, at.place)
    still = {(claim.person, claim.seat.id) for claim in claims} if unmoved else set[tuple[str, str]]()
    return {person for person, seat in case.sat_at(meeting) if (person, seat) not in still}


def value(term: Term, plan: Plan) -> int:
    """People who no longer have all that they had in the plan that this one changes."""
    before = _own(term, plan, plan.baseline or ())
    after = _own(term, plan, plan.placements)
    return sum(not had <= after.get(person, set()) for person, had in before.items())


Own = dict[str, set[tuple[object, ...]]]


def _own(term: Term, plan: Plan, placements: Iterable[Placement]) -> Own:
    """For each person, everything of theirs that is to come."""
    found = defaultdict[str, set[tuple[object, ...]]](set)
    for one in placements:
        if one.meeting in term.resolved and (plan.as_of is None or one.start >= plan.as_of):
            for sitting in one.sittings:
                found[sitting.person].add((one.meeting, one.start, one.place, sitting.seat))
    return found

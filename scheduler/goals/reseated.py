"""A plan that changes another one leaves people on their seats, also those who are disturbed anyway.

Counted over the meetings that were to come when the plan was made, and that both plans hold.
"""

from collections.abc import Iterator

from models import Placement, Plan, Term
from scheduler.model import Literal, Model
from scheduler.tally import Tally

NAME = "reseated"
REPLANNING = True


def terms(model: Model) -> Tally:
    """One for each who no longer sits on a seat of theirs, and one for each who sits where they did not."""
    return Tally.of((1, changed) for m in model.meetings if m in model.case.stood for changed in _changed(model, m))


def _changed(model: Model, meeting: str) -> Iterator[Literal]:
    before = model.case.sat_at(meeting)
    for person, seat in sorted(before):
        left = model.cp.new_bool_var(f"{person} leaves {seat} of {meeting}")
        model.cp.add(left + sum(model.sitting(meeting, seat, person)) + model.unplaced[meeting] >= 1)
        yield left
    yield from (
        sits
        for seat in model.meetings[meeting].wanted_seats
        for claim, sits in model.claims(meeting, seat.id)
        if (claim.person, seat.id) not in before
    )


def value(term: Term, plan: Plan) -> int:
    """Sittings that one of the two plans has and the other has not, at meetings that both hold."""
    now = {one.meeting: _seated(one) for one in plan.placements}
    return sum(
        len(_seated(one) ^ now[one.meeting])
        for one in plan.baseline or ()
        if one.meeting in now and one.meeting in term.resolved and (plan.as_of is None or one.start >= plan.as_of)
    )


def _seated(one: Placement) -> set[tuple[str, str]]:
    return {(sitting.person, sitting.seat) for sitting in one.sittings}

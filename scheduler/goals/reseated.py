"""A plan that changes another one leaves people on their seats, also those who are disturbed anyway.

On each seat those count who have left it, or those who are new on it where they are more: filling a chair that somebody
had to leave costs no more than leaving it empty. Counted over the meetings that were to come when the plan was made,
and that both plans hold.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from models import Placement, Plan, Term
from scheduler.case import Case, Claim
from scheduler.model import Literal, Model
from scheduler.tally import Tally

NAME = "reseated"
REPLANNING = True


def terms(model: Model) -> Tally:
    """For each seat a number that is no less than those who left, and no less than those who are new."""
    changed = [one for m in model.meetings if m in model.case.stood for one in _changed(model, m)]
    return Tally.of(((1, var) for var, _ in changed), sum(most for _, most in changed))


def _changed(model: Model, meeting: str) -> Iterator[tuple[Literal, int]]:
    """A number for each seat, and what it cannot exceed."""
    before = model.case.sat_at(meeting)
    for seat in sorted({seat.id for seat in model.meetings[meeting].wanted_seats} | {seat for _, seat in before}):
        sat = sorted(person for person, one in before if one == seat)
        new = [sits for claim, sits in model.claims(meeting, seat) if (claim.person, seat) not in before]
        most = max(len(sat), len(new))
        if most:
            changed = model.cp.new_int_var(0, most, f"{meeting} {seat} changes")
            still = sum(sum(model.sitting(meeting, seat, person)) for person in sat)
            model.cp.add(changed + still >= len(sat) - len(sat) * model.unplaced[meeting])
            model.cp.add(changed >= sum(new))
            yield changed, most


def seated_cost(case: Case, meeting: str, claims: Sequence[Claim]) -> int:
    """The changes on its seats, where it stood."""
    was, now = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for person, seat in case.sat_at(meeting):
        was[seat].add(person)
    for claim in claims:
        now[claim.seat.id].add(claim.person)
    return _changes(was, now) if meeting in case.stood else 0


def value(term: Term, plan: Plan) -> int:
    """On each seat of meetings that both plans hold, those who left it or those who are new, whichever are more."""
    now = {one.meeting: _seated(one) for one in plan.placements}
    return sum(
        _changes(_seated(one), now[one.meeting])
        for one in plan.baseline or ()
        if one.meeting in now and one.meeting in term.resolved and (plan.as_of is None or one.start >= plan.as_of)
    )


def _changes(was: dict[str, set[str]], now: dict[str, set[str]]) -> int:
    nobody = set[str]()
    pairs = [(was.get(seat, nobody), now.get(seat, nobody)) for seat in was.keys() | now.keys()]
    return sum(max(len(old - new), len(new - old)) for old, new in pairs)


def _seated(one: Placement) -> dict[str, set[str]]:
    found = defaultdict[str, set[str]](set)
    for sitting in one.sittings:
        found[sitting.seat].add(sitting.person)
    return found

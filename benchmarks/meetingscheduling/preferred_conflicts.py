"""Whoever is preferred at a meeting is not required, or preferred, at another one at the same time.

The benchmark's medium constraints: for any two meetings the grains that they have in common, for each person who is
preferred at one of them and comes to both, once for each way in which that is so.
"""

from collections.abc import Iterable, Iterator, Sequence

from benchmarks.meetingscheduling.grains import attendees, held, pair_tally, pairs_value
from models import Plan, Term
from scheduler.case import Case
from scheduler.model import Model
from scheduler.pair_cost import PairCost, overlap, shared
from scheduler.tally import Tally

NAME = "preferred_conflicts"


def ties(case: Case) -> Iterator[Iterable[str]]:
    """All meetings, since they share the rooms anyway."""
    yield tuple(case.meetings)


def pair_cost(case: Case, part: Sequence[str]) -> list[PairCost]:
    """The grains in common, for each who is preferred at the one and comes to the other."""
    required = {m: attendees(case.meetings[m].seats, "required") for m in part}
    preferred = {m: attendees(case.meetings[m].seats, "on_demand") for m in part}
    weight = shared(part, required, preferred) + shared(part, preferred, preferred)
    return [PairCost(overlap, weight)]


def terms(model: Model) -> Tally:
    """The same of each pair of candidates."""
    return Tally.of(*pair_tally(model, pair_cost(model.case, tuple(model.meetings))))


def value(term: Term, plan: Plan) -> int:
    """Grains in common, times people."""
    people = {
        m: tuple(attendees(one.seats, need) for need in ("required", "on_demand")) for m, one in term.resolved.items()
    }
    points = 0
    for (one, start, length, _), (other, then, other_length, _) in pairs_value(held(term, plan)):
        together = min(start + length, then + other_length) - then
        (r1, p1), (r2, p2) = people[one], people[other]
        points += max(0, together) * (len(r1 & p2) + len(p1 & r2) + len(p1 & p2))
    return points

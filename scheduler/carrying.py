"""What is left of a plan when its term has changed: where every new plan can begin."""

from collections.abc import Mapping

from scheduler.candidates import Candidates
from scheduler.case import Case, Claim
from scheduler.solution import Solution

__all__ = ["carried"]


def carried(case: Case, candidates: Mapping[str, Candidates]) -> Solution:
    """The plan that is to be changed, as far as each of its meetings and people on their own still can.

    It may break the rules that tie them together.
    """
    starts = {
        m: (start, before.place) for m, before in case.stood.items() if (start := case.grid.start_at(before.start))
    }
    open_ones = {m: (s, p) for m, (s, p) in starts.items() if candidates[m].open.get(p, 0) >> s & 1}
    sits = [claim for m, (start, _) in open_ones.items() for claim in case.claims[m] if _sat(case, claim, start)]
    return Solution(case, open_ones, sits)


def _sat(case: Case, claim: Claim, start: int) -> bool:
    before = case.stood[claim.meeting].sittings
    same = (one for one in before if (one.seat, one.person) == (claim.seat.id, claim.person))
    able = not case.unable(claim) >> start & 1
    return able and any(one.appointment == claim.appointment for one in same)

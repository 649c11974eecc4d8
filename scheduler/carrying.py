"""What there is of a plan before anything has been found: what is left of the one that it changes, and what stands."""

from collections.abc import Collection, Mapping

from scheduler.candidates import Candidates
from scheduler.case import Case, Claim
from scheduler.solution import Solution

__all__ = ["carried", "stood"]


def carried(case: Case, candidates: Mapping[str, Candidates]) -> Solution:
    """The plan that is to be changed, as far as each of its meetings and people on their own still can.

    It may break the rules that tie them together.
    """
    starts = {m: (case.grid.start_at(before.start), before.place) for m, before in case.before.items()}
    open_ones = {
        m: (start, place)
        for m, (start, place) in starts.items()
        if start is not None and candidates[m].open.get(place, 0) >> start & 1
    }
    sits = [claim for m, (start, _) in open_ones.items() for claim in case.claims[m] if _sat(case, claim, start)]
    return Solution(case, open_ones, sits)


def _sat(case: Case, claim: Claim, start: int) -> bool:
    before = case.before[claim.meeting].sittings
    same = (one for one in before if (one.seat, one.person) == (claim.seat.id, claim.person))
    able = not case.unable(claim) >> start & 1
    return able and any(one.appointment == claim.appointment for one in same)


def stood(case: Case, but: Collection[str] = ()) -> dict[str, tuple[int, str | None]]:
    """Where the meetings stand that keep their place, but for some; whoever can sit at them does."""
    left = ((m, case.grid.start_at(one.start), one.place) for m, one in case.standing.items() if m not in but)
    return {m: (start, place) for m, start, place in left if start is not None}

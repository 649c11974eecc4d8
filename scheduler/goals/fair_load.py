"""Where several people hold the same role in a unit, they share its meetings evenly.

Each pair of meetings that one of them sits at counts: six and no meetings make 15, three and three make 6.
"""

from collections.abc import Iterable, Iterator
from math import comb

from models import Plan, Term
from scheduler.case import Case, Claim
from scheduler.checking_sheet import Sheet
from scheduler.model import Literal, Model
from scheduler.tally import Tally

NAME = "fair_load"
APART = True
"""In one sum with the goals above it takes ten times as long: any weight on it lets the relaxation spend deputies."""


def ties(case: Case) -> Iterator[Iterable[str]]:
    """All meetings at which the same pool is wanted."""
    for ones in _by_holder(case, case.all_claims()).values():
        yield {claim.meeting for claim in ones}


def terms(model: Model) -> Tally:
    """For each holder in a pool, the pairs of meetings that they sit at."""
    pairs = list[tuple[int, Literal]]()
    pools = dict[tuple[str, str], dict[tuple[str, str], int]]()
    for (role, unit, _), ones in _by_holder(model.case, model.sits).items():
        pairs += model.ladder([model.sits[claim] for claim in ones], len({claim.meeting for claim in ones}))
        pools.setdefault((role, unit), {}).update({(claim.meeting, claim.seat.id): claim.seat.count for claim in ones})
    return Tally.of(pairs, sum(_most(chairs) for chairs in pools.values()))


def _most(chairs: dict[tuple[str, str], int]) -> int:
    """The pairs of a pool that shares as badly as can be: the first takes every meeting, then the second, ..."""
    meetings = len({meeting for meeting, _ in chairs})
    return -(-sum(chairs.values()) // meetings) * comb(meetings, 2)


def _by_holder(case: Case, claims: Iterable[Claim]) -> dict[tuple[str, str, str], list[Claim]]:
    """The claims of the holders in each pool, by role, unit and person."""
    found = dict[tuple[str, str, str], list[Claim]]()
    for claim in claims:
        if claim.rank == 0 and _is_pool(case.term, claim.seat.role, claim.seat.unit):
            found.setdefault((claim.seat.role, claim.seat.unit, claim.person), []).append(claim)
    return found


def value(term: Term, plan: Plan) -> int:
    """For each holder in a pool the number of pairs of meetings that they sit at as holder, added up."""
    sheet = Sheet(term, plan)
    holders = {post: {one.holder for one in ones} - {None} for post, ones in term.appointed.items()}
    loads = dict[tuple[str, str, str], set[str]]()
    for one, sitting in sheet.sittings():
        post = sheet.appointment.get(sitting.appointment)
        if post and post.holder == sitting.person and len(holders[post.role, post.unit]) > 1:
            loads.setdefault((post.role, post.unit, sitting.person), set()).add(one.id)
    return sum(comb(len(meetings), 2) for meetings in loads.values())


def _is_pool(term: Term, role: str, unit: str) -> bool:
    """Whether two people or more hold the role in the unit."""
    return len({one.holder for one in term.appointed.get((role, unit), ()) if one.holder}) > 1

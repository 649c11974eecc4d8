"""Where several people hold the same role in a unit at the same time, they share its meetings evenly.

Each pair of meetings that one of them sits at counts: six and no meetings make 15, three and three make 6.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from heapq import nlargest
from itertools import combinations
from math import comb

from models import Appointment, Plan, Term
from scheduler.case import Case, Claim
from scheduler.checking_sheet import Sheet
from scheduler.model import Literal, Model
from scheduler.solution import At, Solution
from scheduler.tally import Tally

NAME = "fair_load"
OF_PEOPLE = True
APART = True
"""In one sum with the goals above it takes ten times as long: any weight on it lets the relaxation spend deputies."""


def ties(case: Case) -> Iterator[Iterable[str]]:
    """All meetings at which the same pool is wanted."""
    for ones in counted(case, case.all_claims()).values():
        yield {claim.meeting for claim in ones}


def terms(model: Model) -> Tally:
    """For each holder in a pool, the pairs of meetings that they sit at."""
    pairs = list[tuple[int, Literal]]()
    pools = dict[tuple[str, str], dict[tuple[str, str], int]]()
    beside = 0
    for (role, unit, person), ones in counted(model.case, model.sits).items():
        already = len(model.standing.as_holder.get((person, role, unit), ()))
        meetings = len({claim.meeting for claim in ones})
        pairs += model.ladder([model.sits[claim] for claim in ones], meetings, already)
        beside += already * meetings
        pools.setdefault((role, unit), {}).update({(claim.meeting, claim.seat.id): claim.seat.count for claim in ones})
    return Tally.of(pairs, beside + sum(_most(chairs) for chairs in pools.values()))


def _most(chairs: dict[tuple[str, str], int]) -> int:
    """The pairs of a pool that shares as badly as can be: the first takes every meeting, then the second, ..."""
    meetings = len({meeting for meeting, _ in chairs})
    return -(-sum(chairs.values()) // meetings) * comb(meetings, 2)


def counted(case: Case, claims: Iterable[Claim]) -> dict[tuple[str, str, str], list[Claim]]:
    """The claims of the holders in each pool, by role, unit and person."""
    found = dict[tuple[str, str, str], list[Claim]]()
    for claim in claims:
        if claim.rank == 0 and (claim.seat.role, claim.seat.unit) in _pools(case):
            found.setdefault((claim.seat.role, claim.seat.unit, claim.person), []).append(claim)
    return found


def _pools(case: Case) -> set[tuple[str, str]]:
    """Role and unit of every pool."""
    return case.once(NAME, lambda: {post for post, ones in case.term.appointed.items() if _is_pool(ones)})


def _is_pool(appointments: Iterable[Appointment]) -> bool:
    """Whether two people or more hold the role at the same time; whoever came after somebody is no pool with them."""
    held = sorted((_days(one), one.holder) for one in appointments if one.holder)
    latest = dict[str, date]()
    for (first, last), holder in held:
        if any(first <= until for other, until in latest.items() if other != holder):
            return True
        latest[holder] = max(last, latest.get(holder, last))
    return False


def _days(one: Appointment) -> tuple[date, date]:
    return one.first_day or date.min, one.last_day or date.max


def floor(case: Case, above: Mapping[str, int]) -> int:
    """Every pool shares its chairs as evenly as can be; but for those chairs that may be empty, or a deputy's.

    Of empty ones there are no more than `vacant_seats` and `on_demand` count, of deputies no more than `deputy_order`
    does; they are taken where they save most.
    """
    empty = above["vacant_seats"] + above["on_demand"] if {"vacant_seats", "on_demand"} <= above.keys() else None
    deputies = above.get("deputy_order")
    if empty is None or deputies is None:
        return 0
    pairs, saved, saved_by_deputies = 0, list[int](), list[int]()
    for chairs, holders, has_deputies in _shares(case).values():
        loads = [(chairs + n) // holders for n in range(holders)]
        pairs += sum(comb(load, 2) for load in loads)
        steps = [
            (chairs - n - 1) // holders for n in range(chairs)
        ]  # each chair less saves the pairs of the fullest one
        (saved_by_deputies if has_deputies else saved).extend(steps)
    return max(0, pairs - sum(nlargest(empty, saved + saved_by_deputies)) - sum(nlargest(deputies, saved_by_deputies)))


def _shares(case: Case) -> dict[tuple[str, str], tuple[int, int, bool]]:
    """For each pool the chairs that it is wanted on, how many hold its role, and whether somebody can stand in for
    them."""
    return case.once((NAME, "shares"), lambda: dict(_chairs_and_holders(case)))


def _chairs_and_holders(case: Case) -> Iterator[tuple[tuple[str, str], tuple[int, int, bool]]]:
    chairs = defaultdict[tuple[str, str], int](int)
    for meeting in case.meetings.values():
        for seat in meeting.wanted_seats:
            if (seat.role, seat.unit) in _pools(case):
                chairs[seat.role, seat.unit] += seat.count
    for post, count in chairs.items():
        ones = case.term.appointed[post]
        yield post, (count, len({one.holder for one in ones if one.holder}), any(one.deputies for one in ones))


def claim_cost(case: Case, others: Solution, at: At, claim: Claim) -> int:
    """The other meetings that the same holder of the pool sits at as such."""
    post = (claim.seat.role, claim.seat.unit)
    if claim.rank or post not in _pools(case):
        return 0
    return len(others.as_holder.get((claim.person, *post), set()) - {at.meeting})


def value(term: Term, plan: Plan) -> int:
    """For each holder in a pool the number of pairs of meetings that they sit at as holder, added up."""
    sheet = Sheet(term, plan)
    pools = {post for post, ones in term.appointed.items() if any(map(_together, combinations(ones, 2)))}
    loads = dict[tuple[str, str, str], set[str]]()
    for one, sitting in sheet.sittings():
        post = sheet.appointment.get(sitting.appointment)
        if post and post.holder == sitting.person and (post.role, post.unit) in pools:
            loads.setdefault((post.role, post.unit, sitting.person), set()).add(one.id)
    return sum(comb(len(meetings), 2) for meetings in loads.values())


def _together(pair: tuple[Appointment, Appointment]) -> bool:
    """Whether two appointments are held by two people on some date."""
    one, other = pair
    if one.holder is None or other.holder is None or one.holder == other.holder:
        return False
    first = max(one.first_day or date.min, other.first_day or date.min)
    return first <= min(one.last_day or date.max, other.last_day or date.max)

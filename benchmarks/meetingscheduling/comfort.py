"""The benchmark's soft constraints in one sum: early, with breaks, few at once, in large rooms, without changing rooms.

Early: the last grain of each meeting. Breaks: 100 where one meeting begins in the grain after another one's last. Few
    at
once: 10 for each grain that two meetings have in common. Large rooms: the seats by which larger rooms are larger.
Rooms: those who come to two meetings in different rooms of which the later begins before, or at most two grains after,
the other ends.
"""

from collections.abc import Iterable, Iterator, Sequence

from benchmarks.meetingscheduling.grains import grain_of, held, length_of, pair_tally, pairs_value
from models import Plan, ResolvedMeeting, Term
from scheduler.bits import members
from scheduler.case import Case
from scheduler.model import Model
from scheduler.pair_cost import PairCost, Where, overlap, shared
from scheduler.tally import Tally

NAME = "comfort"
BREAK, OVERLAP, NEAR_GRAINS = 100, 10, 2


def ties(case: Case) -> Iterator[Iterable[str]]:
    """All meetings."""
    yield tuple(case.meetings)


def candidate_cost(case: Case, meeting: ResolvedMeeting) -> list[tuple[int, int]]:
    """The last grain, bit by bit: the starts at which it has that bit, and what the bit is worth."""
    return case.once((NAME, meeting.duration_minutes), lambda: _last_grain_by_bits(case, meeting))


def _last_grain_by_bits(case: Case, meeting: ResolvedMeeting) -> list[tuple[int, int]]:
    planes: dict[int, int] = {}
    for start in members(case.windows(meeting)):
        last = grain_of(case, start) + length_of(case, meeting.id) - 1
        for bit in members(last):
            planes[bit] = planes.get(bit, 0) | 1 << start
    return [(starts, 1 << bit) for bit, starts in planes.items()]


def place_cost(case: Case, meeting: ResolvedMeeting) -> dict[str | None, int]:
    """By how much the larger rooms are larger."""
    return {place: _smaller_by(case.term, place) for place in case.places(meeting)}


def _smaller_by(term: Term, place: str | None) -> int:
    sizes = {one.id: one.capacity or 0 for one in term.places}
    return sum(max(0, size - sizes[place]) for size in sizes.values()) if place else 0


def pair_cost(case: Case, part: Sequence[str]) -> list[PairCost]:
    """Breaks and grains in common for any two; rooms for those who come to both."""
    people = {m: frozenset(seat.unit for seat in case.meetings[m].seats) for m in part}
    return [
        PairCost(lambda one, other: {one: BREAK, -other: BREAK}),
        PairCost(lambda one, other: {apart: OVERLAP * grains for apart, grains in overlap(one, other).items()}),
        PairCost(_soon_after, shared(part, people, people), Where.OTHER_PLACES),
    ]


def _soon_after(one: int, other: int) -> dict[int, int]:
    return {apart: 1 for apart in range(-other - NEAR_GRAINS, one + NEAR_GRAINS + 1) if apart}


def terms(model: Model) -> Tally:
    """What each candidate costs, and each pair of them."""
    pairs, most = pair_tally(model, pair_cost(model.case, tuple(model.meetings)))
    for m, meeting in model.meetings.items():
        rooms = place_cost(model.case, meeting)
        costs = [
            (rooms[o.place] + grain_of(model.case, o.start) + length_of(model.case, m) - 1, o.chosen)
            for o in model.options[m]
        ]
        pairs += costs
        most += max((cost for cost, _ in costs), default=0)
    return Tally.of(pairs, most)


def value(term: Term, plan: Plan) -> int:
    """All five added up."""
    sizes = {one.id: one.capacity or 0 for one in term.places}
    meetings, points = held(term, plan), 0
    for _, start, length, room in meetings:
        points += start + length - 1 + sum(max(0, size - sizes[room or ""]) for size in sizes.values())
    people = {m: {seat.unit for seat in one.seats} for m, one in term.resolved.items()}
    for (one, start, length, room), (other, then, other_length, other_room) in pairs_value(meetings):
        points += BREAK * (start + length == then)
        points += OVERLAP * max(0, min(start + length, then + other_length) - then)
        if start < then <= start + length + NEAR_GRAINS and room != other_room:
            points += len(people[one] & people[other])
    return points

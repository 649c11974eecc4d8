"""A solution as the plan says it: placements with their seats, and what stood in the way of the rest."""

from collections import Counter

from models import Blocked, CouldCome, Placement, ResolvedMeeting, Seat, Sitting, Term, Unplaced, Vacancy
from scheduler.candidates import Candidates
from scheduler.case import Case, Claim
from scheduler.deadlines import due
from scheduler.solution import At, Solution

__all__ = ["blockers_counted", "placement", "placements", "unplaced", "waiting"]


def placements(solution: Solution) -> tuple[Placement, ...]:
    """The meetings that are held, in order of time, then id."""
    sits: dict[str, list[Claim]] = {m: [] for m in solution.at}
    for claim in solution.sits:
        sits[claim.meeting].append(claim)
    ordered = sorted(solution.at.values(), key=lambda at: (at.begins, at.meeting))
    return tuple(_placement(solution, at, sits[at.meeting]) for at in ordered)


def placement(solution: Solution, meeting: str) -> Placement:
    """One meeting that is held."""
    return _placement(solution, solution.at[meeting], [claim for claim in solution.sits if claim.meeting == meeting])


def _placement(solution: Solution, at: At, claims: list[Claim]) -> Placement:
    meeting = solution.case.meetings[at.meeting]
    start = solution.case.grid.moment(at.start)
    there = Counter(claim.seat.id for claim in claims)
    empty = [(seat.id, seat.count - there[seat.id]) for seat in meeting.wanted_seats]
    return Placement(
        meeting=at.meeting,
        start=start,
        end=meeting.end_of(start),
        place=at.place,
        sittings=tuple(_sitting(claim) for seat in meeting.wanted_seats for claim in _on(seat, claims)),
        vacancies=tuple(Vacancy(seat=seat, missing=missing) for seat, missing in empty if missing),
        could_come=tuple(_could_come(solution, at, meeting)),
        deadlines=due(solution.case, meeting, start.date()),
    )


def _on(seat: Seat, claims: list[Claim]) -> list[Claim]:
    return sorted((c for c in claims if c.seat.id == seat.id), key=lambda c: (c.rank, c.appointment))


def _sitting(claim: Claim) -> Sitting:
    return Sitting(seat=claim.seat.id, person=claim.person, appointment=claim.appointment, deputy_rank=claim.rank)


def _could_come(solution: Solution, at: At, meeting: ResolvedMeeting) -> list[CouldCome]:
    """Who is free for the on-demand seats that are not asked for."""
    found = []
    for seat in meeting.seats:
        if not meeting.wants(seat):
            claims = solution.case.claims_on(at.meeting, seat)
            free = dict.fromkeys(c.person for c in claims if _free(solution, at, c))
            if free:
                found.append(CouldCome(seat=seat.id, people=tuple(free)))
    return found


def _free(solution: Solution, at: At, claim: Claim) -> bool:
    case = solution.case
    away = case.away(claim.person, case.meetings[at.meeting].duration_minutes)  # also from what is history
    if (away | case.unappointed(claim.appointment)) >> at.start & 1:
        return False
    others = solution.of_person.get(claim.person, [])
    return all(one.meeting != at.meeting and _in_time(case, at, one) for one in others)


def _in_time(case: Case, at: At, other: At) -> bool:
    """Whether one person can be at both."""
    first, then = (at, other) if at.begins <= other.begins else (other, at)
    return then.begins - first.ends >= case.travel_minutes(first.place, then.place) + case.term.buffer_minutes


def unplaced(candidates: dict[str, Candidates], solution: Solution) -> tuple[Unplaced, ...]:
    """The meetings that are not held, in the document's order."""
    return tuple(_unplaced(one) for m, one in candidates.items() if m not in solution.at)


def waiting(term: Term, seen: Term) -> tuple[Unplaced, ...]:
    """The meetings whose turn has not come, in the document's order: the term has them, the plan did not see them."""
    left = (m for m in term.resolved if m not in seen.resolved)
    return tuple(Unplaced(meeting=m, starts=0, open_starts=0, waits=True) for m in left)


def _unplaced(one: Candidates) -> Unplaced:
    starts, open_starts, blocked = blockers_counted(one)
    return Unplaced(meeting=one.meeting.id, starts=starts, open_starts=open_starts, blocked=blocked)


def blockers_counted(one: Candidates) -> tuple[int, int, tuple[Blocked, ...]]:
    """How many starts a meeting's windows hold, how many of them are open, and what closes how many of the others."""
    blocked = [
        Blocked(rule=b.rule, kind=b.kind, subject=b.subject, starts=count)
        for b in one.blockers
        if (count := (b.starts & one.within).bit_count())
    ]
    still_open = 0
    for starts in one.open.values():
        still_open |= starts
    most_first = sorted(blocked, key=lambda b: (-b.starts, b.rule, b.subject))
    return one.within.bit_count(), still_open.bit_count(), tuple(most_first)

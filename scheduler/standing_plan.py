"""A plan as it stands, for questions about one of its meetings: what if it were there, while all others stay?

Nothing is solved here: candidates, the rules' own `hinders`, and the cheapest way to fill the seats.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from functools import cached_property

from models import GoalChange, Meeting, Placement, Plan, ResolvedMeeting, Seat, Term, Unplaced
from scheduler.answering import placement
from scheduler.candidates import Candidates, candidates_of
from scheduler.case import Case, Claim
from scheduler.goals import Goal
from scheduler.outcome import Violation
from scheduler.planning import ranking_of
from scheduler.rules import RULES
from scheduler.seating import Price, Seating, seat_all
from scheduler.solution import At, Solution
from scheduler.standing import as_asked

__all__ = ["StandingPlan"]

MANY = 1_000
"""More than all people of a meeting who cannot come."""


class StandingPlan:
    """A plan with one meeting that may be elsewhere; a lock of that meeting's own does not count, nor what ties it to
    where it stood."""

    def __init__(self, term: Term, plan: Plan, meeting: str) -> None:
        """Prepare.

        Raises:
            KeyError: the term has no such meeting.
        """
        if meeting not in term.resolved:
            raise KeyError(meeting)
        self.plan = plan.model_copy(update={"part": None})
        seen = as_asked(term, plan)
        self.is_locked = seen.resolved[meeting].lock is not None
        self.term = _unlocked(seen, meeting)
        self.case = Case(self.term, plan.baseline or ())
        self.meeting: ResolvedMeeting = self.case.meetings[meeting]
        self.goals: list[Goal] = [goal for goal in ranking_of(self.term) if goal.name not in ("kept", "placed")]

    @cached_property
    def candidates(self) -> Candidates:
        """What closes the starts of the meeting."""
        return candidates_of(self.case, self.meeting)

    @cached_property
    def placed(self) -> Placement | None:
        """Where it stands."""
        return self.plan.placement_of(self.meeting.id)

    @cached_property
    def others(self) -> Solution:
        """The other meetings."""
        rest = [one for one in self.plan.placements if one.meeting != self.meeting.id]
        starts = {one.meeting: (start, one.place) for one in rest if (start := self._start(one)) is not None}
        sits = {(one.meeting, s.seat, s.person, s.appointment) for one in rest for s in one.sittings}
        claims = [c for m in starts for c in self.case.claims[m] if (m, c.seat.id, c.person, c.appointment) in sits]
        return Solution(self.case, starts, claims)

    def _start(self, one: Placement) -> int | None:
        return self.case.grid.start_at(one.start) if one.meeting in self.case.meetings else None

    def at(self, start: datetime, place: str | None) -> At | None:
        """The meeting at a start and place; ``None`` off the grid or outside of the term."""
        number = self.case.grid.start_at(start)
        return None if number is None else At.of(self.case, self.meeting.id, number, place)

    def usual_place(self) -> str | None:
        """Where it stands if it may be there without its lock, else the first place that it may be at."""
        places = self.case.places(self.meeting)
        return self.placed.place if self.placed and self.placed.place in places else places[0]

    # -- who would sit there --------------------------------------------------------------------------------------

    def hindered(self, at: At) -> set[str]:
        """The meetings that stand in the way, whoever sits there."""
        return set[str]().union(*(rule.hinders(self.case, self.others, at) for rule in RULES))

    def hindered_person(self, at: At, person: str) -> set[str]:
        """The meetings because of which a person cannot sit there; one limit or journey names several."""
        return set[str]().union(*(rule.hinders_person(self.case, self.others, at, person) for rule in RULES))

    def unable(self, at: At, claim: Claim) -> bool:
        """Whether the person of a claim is away, or not appointed then."""
        return bool(self.case.unable(claim) >> at.start & 1)

    def seated(self, at: At, whatever_it_breaks: bool = False) -> Seating | None:
        """Who would sit there: as many as can of those who sit there now, then the cheapest by the ranking.

        Args:
            at: where.
            whatever_it_breaks: fill seats that must be filled also with those who cannot come, or leave them empty.

        Returns:
            Who sits, or ``None`` where the meeting cannot be held there.
        """
        first = frozenset[str]()
        while (seated := self._filled(at, whatever_it_breaks, first)) and (short := self._short(seated) - first):
            first |= short
        return seated if seated and (whatever_it_breaks or not self._short(seated)) else None

    def _filled(self, at: At, whatever_it_breaks: bool, first: frozenset[str]) -> Seating | None:
        """The cheapest way, but the seats of some groups before all others."""
        now = {(one.person, one.seat) for one in self.placed.sittings} if self.placed else set()

        def of_claim(claim: Claim) -> Price | None:
            cannot = self.unable(at, claim) or bool(self.hindered_person(at, claim.person))
            if cannot and not (whatever_it_breaks and claim.seat.must_be_filled):
                return None
            costs = (goal.claim_cost(self.case, self.others, at, claim) for goal in self.goals)
            return int(cannot), 0, int((claim.person, claim.seat.id) not in now), *costs

        def of_vacancy(seat: Seat) -> Price | None:
            if seat.must_be_filled and not whatever_it_breaks:
                return None
            costs = (goal.vacancy_cost(seat) for goal in self.goals)
            return MANY if seat.must_be_filled else 0, len(first.intersection(seat.groups)), 0, *costs

        nothing = (0,) * (3 + len(self.goals))
        return seat_all(self.meeting.wanted_seats, self.case.claims[self.meeting.id], nothing, of_claim, of_vacancy)

    def _short(self, seating: Seating) -> frozenset[str]:
        """The groups that have less than their least attendance."""
        present = Counter(group for claim in seating.claims for group in claim.seat.groups)
        return frozenset(demand.group for demand in self.meeting.attendance if present[demand.group] < demand.least)

    def reseats(self, seating: Seating) -> bool:
        """Whether others would sit there than now; not where nobody does, since the meeting stands nowhere."""
        now = {(one.person, one.seat) for one in self.placed.sittings} if self.placed else None
        return now is not None and now != {(claim.person, claim.seat.id) for claim in seating.claims}

    def held(self, at: At) -> Seating | None:
        """Who would sit there with nothing else touched; ``None`` where the meeting cannot be held there so."""
        return None if self.hindered(at) else self.seated(at)

    # -- what would come of it -----------------------------------------------------------------------------------

    def supposed(self, at: At, seating: Seating) -> Plan:
        """The plan with the meeting there and those people on its seats, whatever rules that breaks."""
        starts = {m: (one.start, one.place) for m, one in self.others.at.items()} | {at.meeting: (at.start, at.place)}
        there = placement(Solution(self.case, starts, (*self.others.sits, *seating.claims)), at.meeting)
        rest = [one for one in self.plan.placements if one.meeting != at.meeting]
        held = sorted((*rest, there), key=lambda one: (one.start, one.meeting))
        unplaced = tuple(one for one in self.plan.unplaced if one.meeting != at.meeting)
        return self.plan.model_copy(update={"placements": tuple(held), "unplaced": unplaced, "baseline": None})

    def without(self) -> Plan:
        """The plan without the meeting."""
        rest = tuple(one for one in self.plan.placements if one.meeting != self.meeting.id)
        gone = Unplaced(meeting=self.meeting.id, starts=0, open_starts=0)
        unplaced = (*(one for one in self.plan.unplaced if one.meeting != self.meeting.id), gone)
        return self.plan.model_copy(update={"placements": rest, "unplaced": unplaced})

    def broken_by(self, plan: Plan) -> Iterator[Violation]:
        """Rules that a supposed plan breaks and the plan as it stands does not."""
        for rule in RULES:
            broken = list(rule.check(self.term, plan))
            known = list(rule.check(self.term, self._bare)) if broken else []
            yield from (violation for violation in broken if violation not in known)

    @cached_property
    def _bare(self) -> Plan:
        return self.plan.model_copy(update={"baseline": None})

    def price(self, at: At, seating: Seating) -> Price:
        """What the meeting costs there, goal by goal in their order."""
        starts = (goal.start_cost(self.case, self.others, at) for goal in self.goals)
        return tuple(map(sum, zip(starts, seating.price[3:], strict=True)))

    def costs(self, at: At, seating: Seating) -> tuple[GoalChange, ...]:
        """What `changes` says of the plan with the meeting there, without measuring two whole plans."""
        here = self._price_here
        changed = dict(zip((goal.name for goal in self.goals), self.price(at, seating), strict=True))
        if here is None:
            changed["placed"] = -self.meeting.priority
        else:
            changed = {name: cost - was for (name, cost), was in zip(changed.items(), here, strict=True)}
        names = (goal.name for goal in ranking_of(self.term))
        return tuple(GoalChange(id=name, change=changed[name]) for name in names if changed.get(name))

    def costs_here(self) -> tuple[GoalChange, ...]:
        """What the plan costs with the meeting where it stands against without it; nothing where it stands nowhere."""
        priced = zip(self.goals, self._price_here or (), strict=self._price_here is not None)
        return tuple(GoalChange(id=goal.name, change=cost) for goal, cost in priced if cost)

    @cached_property
    def _price_here(self) -> Price | None:
        """What the meeting costs where it stands; ``None`` where it does not."""
        at = self.placed and self.at(self.placed.start, self.placed.place)
        if not self.placed or not at:
            return None
        now = {(one.seat, one.person, one.appointment) for one in self.placed.sittings}
        claims = [c for c in self.case.claims[at.meeting] if (c.seat.id, c.person, c.appointment) in now]
        sitting = [sum(goal.claim_cost(self.case, self.others, at, claim) for claim in claims) for goal in self.goals]
        taken = Counter(claim.seat.id for claim in claims)
        missing = [(seat, seat.count - taken[seat.id]) for seat in self.meeting.wanted_seats]
        empty = [sum(people * goal.vacancy_cost(seat) for seat, people in missing) for goal in self.goals]
        starts = [goal.start_cost(self.case, self.others, at) for goal in self.goals]
        return tuple(map(sum, zip(sitting, empty, starts, strict=True)))

    def changes(self, plan: Plan, against: Plan | None = None) -> tuple[GoalChange, ...]:
        """By how much each goal's value differs from that of another plan, the one that stands unless said."""
        other = against or self.plan
        return differences(ranking_of(self.term), self.term, plan, other)


def differences(goals: list[Goal], term: Term, plan: Plan, other: Plan) -> tuple[GoalChange, ...]:
    """The goals on which two plans of a term differ, with what the first costs more."""
    changes = ((goal.name, goal.value(term, plan) - goal.value(term, other)) for goal in goals)
    return tuple(GoalChange(id=name, change=change) for name, change in changes if change)


def _unlocked(term: Term, meeting: str) -> Term:
    def freed(one: Meeting) -> Meeting:
        return one.model_copy(update={"lock": None}) if one.id == meeting and one.lock else one

    return term.model_copy(update={"meetings": tuple(map(freed, term.meetings))})

"""Every start that a meeting could have, with all others where they are: free, at a price, or closed and by whom."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from models import Blocked, Choice
from scheduler.bits import members
from scheduler.blocker import Blocker
from scheduler.rules import RULES
from scheduler.solution import At
from scheduler.standing_plan import StandingPlan

__all__ = ["choices_of"]


def choices_of(standing: StandingPlan) -> Iterator[Choice]:
    """The starts inside the meeting's windows and those that are open beside them, in order of time."""
    starts = standing.candidates.within
    for still_open in standing.candidates.open.values():
        starts |= still_open
    chooser = _Chooser(standing)
    return (chooser.choice(start) for start in members(starts))


class _Chooser:
    """Looks at one start after another."""

    def __init__(self, standing: StandingPlan) -> None:
        self._standing, self._case = standing, standing.case
        self._usual = standing.usual_place()
        places = sorted(standing.candidates.open, key=lambda place: place != self._usual)
        self._open = {place: standing.candidates.open[place] for place in places}
        self._one = cache(_blocked)  # the same few people are away again and again
        self._who = cache(self._away)

    def choice(self, start: int) -> Choice:
        """The best place of those that are open then; if there is none, why not at the first."""
        ats = [self._at(start, place) for place, starts in self._open.items() if starts >> start & 1]
        if not ats:
            at = self._at(start, self._usual)
            return self._closed(at, self._named(at))
        found = [held for at in ats if (held := self._held(at))]
        return min(found, key=lambda one: one[0])[1] if found else self._closed(ats[0], self._hindrances(ats[0]))

    def _at(self, start: int, place: str | None) -> At:
        return At.of(self._case, self._standing.meeting.id, start, place)

    def _held(self, at: At) -> tuple[tuple[Any, ...], Choice] | None:
        """What it costs there, and a key that puts the better one first; ``None`` where the meeting cannot be held."""
        seating = self._standing.held(at)
        if seating is None:
            return None
        changes_people = self._standing.reseats(seating)
        start, costs = self._case.grid.moment(at.start), self._standing.costs(at, seating)
        choice = Choice(start=start, place=at.place, closed=(), costs=costs, changes_people=changes_people)
        return (changes_people, self._standing.price(at, seating), at.place != self._usual), choice

    def _closed(self, at: At, closed: Iterable[Blocked]) -> Choice:
        """Where nothing is said, people would do one by one, but not enough of them can come together."""
        said = tuple(dict.fromkeys(closed)) or (self._one("attendance", "meeting", at.meeting),)
        start = self._case.grid.moment(at.start)
        return Choice(start=start, place=at.place, closed=said, costs=(), changes_people=False)

    # -- because of whom ------------------------------------------------------------------------------------------

    def _named(self, at: At) -> Iterator[Blocked]:
        """What closes a start; of a seat or group that cannot be filled, those who are away."""
        for one in self._standing.candidates.blocked_at(at.start, at.place):
            yield from self._people(one, at.start) or (self._one(one.rule, one.kind, one.subject),)

    def _people(self, blocker: Blocker, start: int) -> list[Blocked]:
        away = self._who(blocker.subject) if blocker.kind == "seat" else ()
        return [self._one("absence", "person", person) for person, starts in away if starts >> start & 1]

    def _away(self, seats: str) -> list[tuple[str, int]]:
        """Those who can come to sit on a seat, or on one of a group, each with the starts at which they cannot."""
        claims = self._case.claims[self._standing.meeting.id]
        there = (claim for claim in claims if seats == claim.seat.id or seats in claim.seat.groups)
        return [(claim.person, self._case.unable(claim)) for claim in there]

    def _hindrances(self, at: At) -> Iterator[Blocked]:
        """The meetings that are in the way; and those whom others keep from a seat that must be filled."""
        case, others = self._case, self._standing.others
        for rule in RULES:
            yield from (self._one(rule.name, "meeting", other) for other in sorted(rule.hinders(case, others, at)))
        for claim in case.claims[at.meeting]:
            if claim.seat.must_be_filled and self._standing.unable(at, claim):
                yield self._one("absence", "person", claim.person)
            elif claim.seat.must_be_filled:
                kept = (rule.name for rule in RULES if rule.hinders_person(case, others, at, claim.person))
                yield from (self._one(rule, "person", claim.person) for rule in kept)


def _blocked(rule: str, kind: Any, subject: str) -> Blocked:
    return Blocked(rule=rule, kind=kind, subject=subject, starts=1)

"""The answer: where each meeting stands, who sits on its seats, and what was proven about the plan."""

from operator import not_
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from models.base import Id, LocalDateTime, Noun
from models.deadlines import Due

__all__ = [
    "Blocked",
    "CouldCome",
    "Engine",
    "GoalResult",
    "Placement",
    "Plan",
    "Sitting",
    "Unplaced",
    "Vacancy",
]


class Sitting(Noun):
    """A person on a seat."""

    seat: Id
    """Id of the seat."""
    person: Id
    """Id of the person."""
    appointment: Id
    """Id of the appointment by which the person sits there."""
    deputy_rank: int = 0
    """0 for the holder, 1 for the first deputy, and so on."""


class Vacancy(Noun):
    """People missing on a seat that the meeting wants filled."""

    seat: Id
    """Id of the seat."""
    missing: int
    """How many people are missing."""


class CouldCome(Noun):
    """Who is free for an on-demand seat that the meeting does not ask for."""

    seat: Id
    """Id of the seat."""
    people: tuple[Id, ...]
    """Ids of the holders who are free."""


class Placement(Noun):
    """A meeting that the plan holds."""

    meeting: Id
    """Id of the meeting."""
    start: LocalDateTime
    """When it starts."""
    end: LocalDateTime
    """The first minute after it."""
    place: Id | None
    """Id of the place; `null` where it is decided later."""
    sittings: tuple[Sitting, ...] = ()
    """Who sits where."""
    vacancies: tuple[Vacancy, ...] = ()
    """Who is missing on seats that the meeting wants filled."""
    could_come: tuple[CouldCome, ...] = ()
    """Who is free for on-demand seats that were not asked for."""
    deadlines: Annotated[tuple[Due, ...], Field(exclude_if=not_)] = ()
    """The dates of the meeting's deadlines, in its order; a document without any says nothing of them."""

    def people(self) -> tuple[str, ...]:
        """Ids of those who attend, each once, in the order of the seats."""
        return tuple(dict.fromkeys(sitting.person for sitting in self.sittings))


class Blocked(Noun):
    """How many starts of a meeting a rule closed, and because of whom or what."""

    rule: Id
    """Id of the rule."""
    kind: Literal["person", "place", "seat", "day", "meeting", "forum", "term"]
    """What the subject is."""
    subject: str
    """Id of the person, place, seat, meeting or forum, or a date."""
    starts: int
    """How many starts it closed."""


class Unplaced(Noun):
    """A meeting that the plan cannot hold, and what stood in the way of its starts."""

    meeting: Id
    """Id of the meeting."""
    starts: int
    """How many starts were looked at."""
    open_starts: int
    """How many of them no rule closed; above 0 the other meetings stood in the way."""
    blocked: tuple[Blocked, ...] = ()
    """What closed its starts, and how many."""


class GoalResult(Noun):
    """What a plan achieves on one goal; less is better."""

    id: Id
    """Id of the goal."""
    value: int
    """What the plan achieves."""
    bound: int
    """No plan that is as good on all goals above has less than this."""
    proven: bool
    """True where value and bound meet, here and on every goal above."""


class Engine(Noun):
    """What made the plan: with the same, a proven plan comes out the same."""

    version: str
    """Of terminsplan and of its solver."""
    seed: int
    """For the solver's choices."""
    workers: int
    """Threads that looked."""


class Plan(Noun):
    """An answer to one term."""

    format: Literal["terminsplan.plan/1"] = "terminsplan.plan/1"
    """Kind and version of the document."""
    term_uid: UUID
    """Identity of the term that it answers."""
    term_digest: str
    """SHA-256 of the term document that it answers, see ``Term.digest``."""
    time_zone: str
    """IANA name of the zone that all times are local to."""
    as_of: LocalDateTime | None
    """The moment that it was made from; `null` where the term has none."""
    baseline: tuple[Placement, ...] | None = None
    """Of a plan that changes another: where that had the meetings, and who sat there; `null` of one from nothing."""
    placements: tuple[Placement, ...]
    """In order of time, then meeting id."""
    unplaced: tuple[Unplaced, ...]
    """Meetings that it does not hold."""
    goals: tuple[GoalResult, ...]
    """In the order of the ranking."""
    engine: Engine
    """What made it."""

    @property
    def proven(self) -> bool:
        """Whether no better plan exists."""
        return all(goal.proven for goal in self.goals)

    @property
    def as_baseline(self) -> tuple[Placement, ...]:
        """Its placements as the baseline of a plan that changes it: without what follows from them."""
        return tuple(
            one.model_copy(update={"vacancies": (), "could_come": (), "deadlines": ()}) for one in self.placements
        )

    def placement_of(self, meeting: str) -> Placement | None:
        """Where a meeting stands, or ``None`` where it is not placed."""
        return next((p for p in self.placements if p.meeting == meeting), None)

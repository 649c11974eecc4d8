"""The answer: where each meeting stands, who sits on its seats, and what was proven about the plan."""

from typing import Literal
from uuid import UUID

from models.base import Id, LocalDateTime, Noun

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
    person: Id
    appointment: Id
    """Id of the appointment by which the person sits there."""
    deputy_rank: int = 0
    """0 for the holder, 1 for the first deputy, and so on."""


class Vacancy(Noun):
    """People missing on a seat that the meeting wants filled."""

    seat: Id
    missing: int


class CouldCome(Noun):
    """Who is free for an on-demand seat that the meeting does not ask for."""

    seat: Id
    people: tuple[Id, ...]


class Placement(Noun):
    """A meeting that the plan holds."""

    meeting: Id
    start: LocalDateTime
    end: LocalDateTime
    place: Id | None
    """Id of the place; `null` where it is decided later."""
    sittings: tuple[Sitting, ...] = ()
    vacancies: tuple[Vacancy, ...] = ()
    could_come: tuple[CouldCome, ...] = ()

    def people(self) -> tuple[str, ...]:
        """Ids of those who attend, each once, in the order of the seats."""
        return tuple(dict.fromkeys(sitting.person for sitting in self.sittings))


class Blocked(Noun):
    """How many starts of a meeting a rule closed, and because of whom or what."""

    rule: Id
    kind: Literal["person", "place", "seat", "day", "meeting", "term"]
    """What the subject is."""
    subject: str
    """Id of the person, place, seat or meeting, or a date."""
    starts: int


class Unplaced(Noun):
    """A meeting that the plan cannot hold, and what stood in the way of its starts."""

    meeting: Id
    starts: int
    """How many starts were looked at."""
    open_starts: int
    """How many of them no rule closed; above 0 the other meetings stood in the way."""
    blocked: tuple[Blocked, ...] = ()


class GoalResult(Noun):
    """What a plan achieves on one goal; less is better."""

    id: Id
    value: int
    bound: int
    """No plan that is as good on all goals above has less than this."""
    proven: bool
    """True where value and bound meet, here and on every goal above."""


class Engine(Noun):
    """What made the plan: with the same, a proven plan comes out the same."""

    version: str
    seed: int
    workers: int


class Plan(Noun):
    """An answer to one term."""

    format: Literal["terminsplan.plan/1"] = "terminsplan.plan/1"
    term_uid: UUID
    term_digest: str
    """SHA-256 of the term document that it answers, see ``Term.digest``."""
    time_zone: str
    """IANA name of the zone that all times are local to."""
    as_of: LocalDateTime | None
    placements: tuple[Placement, ...]
    """In order of time, then meeting id."""
    unplaced: tuple[Unplaced, ...]
    goals: tuple[GoalResult, ...]
    """In the order of the ranking."""
    engine: Engine

    @property
    def proven(self) -> bool:
        """Whether no better plan exists."""
        return all(goal.proven for goal in self.goals)

    def placement_of(self, meeting: str) -> Placement | None:
        """Where a meeting stands, or ``None`` where it is not placed."""
        return next((p for p in self.placements if p.meeting == meeting), None)

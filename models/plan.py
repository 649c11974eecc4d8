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
    "Part",
    "Placement",
    "Plan",
    "Sitting",
    "StageResult",
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
    waits: bool = False
    """True where nothing stood in its way: its series was not to be planned yet."""


class GoalResult(Noun):
    """What a plan achieves on one goal; less is better."""

    id: Id
    """Id of the goal."""
    value: int
    """What the plan achieves."""
    bound: int
    """No plan that is as good on all goals above has less than this; of a plan with a `part`, no plan in which what
    stood stands."""
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


class StageResult(Noun):
    """What one stage of a plan came to, with the meetings of this stage and of those before it."""

    stage: Id | None
    """Id of the stage; `null` of the series that are in none."""
    series: tuple[Id, ...]
    """Ids of the series that were planned in it."""
    goals: tuple[GoalResult, ...]
    """Each bound holds while what the stages before have placed stands."""


class Part(Noun):
    """Which series were to be planned, and what stood meanwhile."""

    series: tuple[Id, ...]
    """Ids of the series that were to be planned; what waits of the others is no concern of the goals."""
    standing: tuple[Placement, ...] = ()
    """Meetings that keep their start, their place and exactly their people; every bound holds while they do."""
    stages: Annotated[tuple[StageResult, ...], Field(max_length=100)] = ()
    """Of a plan made in stages: what each came to, the last of which made the plan; else empty."""


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
    part: Part | None = None
    """Of a plan of some series while the rest stood: which, and what stood; `null` where all was to be planned."""
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
        """Whether no better plan exists; of a plan with a `part`, none in which what stood stands."""
        return all(goal.proven for goal in self.goals)

    @property
    def left_out(self) -> tuple[Unplaced, ...]:
        """The meetings that were to be planned and are not held."""
        return tuple(one for one in self.unplaced if not one.waits)

    @property
    def waiting(self) -> tuple[Unplaced, ...]:
        """The meetings whose turn has not come."""
        return tuple(one for one in self.unplaced if one.waits)

    @property
    def as_baseline(self) -> tuple[Placement, ...]:
        """Its placements as the baseline of a plan that changes it: without what follows from them."""
        return tuple(
            one.model_copy(update={"vacancies": (), "could_come": (), "deadlines": ()}) for one in self.placements
        )

    def placement_of(self, meeting: str) -> Placement | None:
        """Where a meeting stands, or ``None`` where it is not placed."""
        return next((p for p in self.placements if p.meeting == meeting), None)

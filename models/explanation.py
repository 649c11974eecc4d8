"""Reasons: why a meeting lies where it lies, why not elsewhere, what would mend it, and what else there is."""

from typing import Literal

from models.base import Day, Id, LocalDateTime, Noun
from models.change import Action
from models.plan import Blocked, GoalResult, Plan, Sitting, Vacancy

__all__ = [
    "Alternative",
    "Broken",
    "Choice",
    "GoalChange",
    "Load",
    "NoRepair",
    "Repair",
    "Repairs",
    "SpareStart",
    "Verdict",
    "WeekLoad",
    "WhyHere",
]


class GoalChange(Noun):
    """What something costs on a goal; below 0 it gains."""

    id: Id
    """Id of the goal."""
    change: int
    """By how much the goal's value grows."""


class WhyHere(Noun):
    """Why a meeting lies where it lies."""

    meeting: Id
    start: LocalDateTime | None
    """Where it lies; `null` where it is not placed."""
    place: Id | None
    locked: bool
    """Whether a lock keeps it there: moved by hand, past, or soon. What is said below leaves that out."""
    starts: int
    """How many starts its windows hold."""
    open_starts: int
    """How many of them no rule closes."""
    blocked: tuple[Blocked, ...]
    """What closes the others, by rule and subject, with how many each; one start can be closed by several."""
    costs: tuple[GoalChange, ...]
    """What the meeting costs there on each goal that it costs anything on: the plan with it against that without."""


class Broken(Noun):
    """A rule that would be broken."""

    rule: Id
    """Name of the rule."""
    meeting: str
    """Id of the meeting at which; empty where it is about a person's whole term."""
    params: dict[str, str | int | tuple[str, ...] | None]
    """What it is about, by name."""


class Verdict(Noun):
    """What becomes of a meeting at a start, while all others stand where they are."""

    meeting: Id
    start: LocalDateTime
    place: Id | None
    closed: tuple[Blocked, ...]
    """What closes the start on its own, by rule and subject; each counts one start."""
    broken: tuple[Broken, ...]
    """Rules that would be broken between this meeting and the others, and by those who would sit there."""
    sittings: tuple[Sitting, ...]
    """Who would sit there: as many as can of those who sit there now, then the cheapest."""
    vacancies: tuple[Vacancy, ...]
    costs: tuple[GoalChange, ...]
    """What the move would change on each goal that it changes, against the plan as it is."""
    forced: tuple[GoalChange, ...] | None = None
    """The same if the meeting had to lie there and the others made room, by solving; `null` where it was not asked, or
    no plan has it there."""
    forced_goals: tuple[GoalResult, ...] = ()
    """What was proven of the plan that has it there; empty where it was not asked, or there is none."""

    @property
    def allowed(self) -> bool:
        """Whether it can be there with nothing else touched."""
        return not self.closed and not self.broken


class Choice(Noun):
    """What becomes of a meeting at one of its starts, with nothing else touched."""

    start: LocalDateTime
    place: Id | None
    closed: tuple[Blocked, ...]
    """Why it cannot lie there: rules, and the people, places and meetings because of which; empty where it can."""
    costs: tuple[GoalChange, ...]
    """What it would change on each goal that it changes, against the plan as it is."""
    changes_people: bool
    """Whether somebody else would have to sit there than now."""


class SpareStart(Noun):
    """A start at which a meeting can lie with nothing else touched."""

    start: LocalDateTime
    place: Id | None
    costs: tuple[GoalChange, ...]
    """What it would change on each goal that it changes, against the plan as it is."""
    changes_people: bool
    """Whether somebody else would have to sit there than now."""


class Repair(Noun):
    """Something that a person can do so that a meeting gets a time, verified by planning again with it done."""

    actions: tuple[Action, ...]
    """Ready to be applied as a change."""
    price: int
    """How much is asked of people; repairs are ranked by it."""
    start: LocalDateTime
    """Where the meeting then lies, in the plan that verified it."""
    place: Id | None
    moved: int
    """How many other meetings that plan moves."""
    disturbed: int
    """How many people's own time, place or seat it changes."""


class NoRepair(Noun):
    """Why there is no repair.

    `held`: the plan holds the meeting; `plan_again`: planning again is enough, with nothing asked of anybody; `proven`:
    with every repair of the allowed kinds made at once there is still no plan that holds the meeting beside the others;
    `not_found`: none was found, and that there is none was not proven; `time`: the search was ended.
    """

    code: Literal["held", "plan_again", "proven", "not_found", "time"]
    blocked: tuple[Blocked, ...]
    """What closes its starts even then."""


class Repairs(Noun):
    """What would mend an unplaced meeting."""

    meeting: Id
    repairs: tuple[Repair, ...]
    """The cheapest first."""
    none: NoRepair | None = None
    """Said where there are none."""


class Alternative(Noun):
    """Another plan, the best of those that differ so much from the plans before it."""

    plan: Plan
    differs: int
    """In how many meetings it differs from the plan that it is an alternative to, by time or place."""
    costs: tuple[GoalChange, ...]
    """What it costs more on each goal on which they differ."""
    proven: bool
    """Whether no plan that differs so much is better."""
    actions: tuple[Action, ...]
    """Moves by hand that make it the plan, ready to be applied as a change and planned again."""


class WeekLoad(Noun):
    """What one person's meetings take in one ISO week."""

    week: Day
    """The Monday of the week."""
    meetings: int
    minutes: int
    """In meetings."""
    travel_minutes: int
    """From the base to each meeting and back."""


class Load(Noun):
    """What one person's meetings take in the term."""

    person: Id
    meetings: int
    minutes: int
    travel_minutes: int
    weeks: tuple[WeekLoad, ...]
    """Those with a meeting, in order."""

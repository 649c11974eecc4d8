"""What the pages show of a plan, worked out: names for ids, dates as people say them, sentences for what was proven."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from api.pages.subjects import called
from api.store import Release, Subscription
from api.telling import Names, proof_code, why_unplaced
from api.telling.dates import hours_text, long_day, month_text, short_day, where_text
from api.texts import Language, proof_sentence, say
from models import GoalResult, Placement, Plan, Term, Unplaced

__all__ = [
    "Goal",
    "Link",
    "Month",
    "NoTime",
    "Row",
    "Sheet",
    "Sitter",
    "goals_of",
    "months_of",
    "sheet",
    "without_time",
]

LANGUAGE: Language = "sv"
"""Of the page at `/`, which is for the office."""
MOST_REASONS = 5
"""Said of a meeting without a time."""


@dataclass(frozen=True)
class Sitter:
    """Somebody who comes: name, and as what."""

    name: str
    duty: str
    deputy: bool


@dataclass(frozen=True)
class Row:
    """A meeting of the timetable."""

    start: datetime
    end: datetime
    meeting: str
    day: str
    hours: str
    week: int
    title: str
    place: str
    address: str
    coming: str
    remarks: tuple[str, ...]
    sitters: tuple[Sitter, ...]
    over: bool


@dataclass(frozen=True)
class Month:
    """A month of the timetable; its key is like `2026-09`."""

    key: str
    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class NoTime:
    """A meeting that could not be held, and what stood in the way."""

    meeting: str
    title: str
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Goal:
    """What the plan achieves on one goal, and what was proven of it."""

    name: str
    count: str
    bound: str
    proof: str
    proven: bool


@dataclass(frozen=True)
class Link:
    """A calendar that can be subscribed to."""

    name: str
    url: str


@dataclass(frozen=True)
class Sheet:
    """The newest release of one term."""

    title: str
    released: str
    placed: str
    months: tuple[Month, ...]
    without_time: tuple[NoTime, ...]
    proof: str
    proven: bool
    goals: tuple[Goal, ...]
    links: tuple[Link, ...]


def sheet(
    term: Term, plan: Plan, release: Release, *, subscriptions: Iterable[Subscription], now: datetime, base_url: str
) -> Sheet:
    """The newest release of a term as the page shows it.

    Args:
        now: local time of the term; meetings that have ended by then are dimmed.
        base_url: address of the service, for the links.
    """
    names = Names(None, term)
    placed, unplaced = len(plan.placements), len(plan.unplaced)
    return Sheet(
        title=term.title,
        released=say(
            "page.released",
            LANGUAGE,
            number=release.number,
            date=long_day(release.released_at.astimezone(ZoneInfo(term.time_zone)).date(), LANGUAGE),
            by=release.by,
        ),
        placed=say("page.placed", LANGUAGE, placed=placed, all=placed + unplaced),
        months=months_of(plan, names, now, LANGUAGE),
        without_time=without_time(plan.unplaced, names, LANGUAGE),
        proof=say(proof_code(plan, "page.not_proven"), LANGUAGE),
        proven=plan.proven,
        goals=goals_of(plan.goals, LANGUAGE, plan.part is not None),
        links=tuple(_link(names, one, base_url) for one in subscriptions if one.token),
    )


def months_of(plan: Plan, names: Names, now: datetime, language: Language) -> tuple[Month, ...]:
    """The timetable by month; what has ended by `now` is marked as over."""
    rows = (_row(names, placement, now, language) for placement in plan.placements)
    grouped = groupby(rows, key=lambda row: (row.start.year, row.start.month))
    return tuple(
        Month(f"{year}-{month:02}", month_text(year, month, language), tuple(group)) for (year, month), group in grouped
    )


def without_time(unplaced: Iterable[Unplaced], names: Names, language: Language) -> tuple[NoTime, ...]:
    """Meetings that a plan does not hold, each with what stood in its way most."""
    return tuple(
        NoTime(one.meeting, names.meeting(one.meeting), tuple(why_unplaced(one, names, language, most=MOST_REASONS)))
        for one in unplaced
    )


def goals_of(goals: Iterable[GoalResult], language: Language, part: bool = False) -> tuple[Goal, ...]:
    """What is achieved on each goal, and what was proven of it; of a part it was so while the rest stands."""
    return tuple(_goal(goal, language, part) for goal in goals)


def _row(names: Names, placement: Placement, now: datetime, language: Language) -> Row:
    sitters = tuple(
        Sitter(names.of("person", one.person), names.appointed(one.appointment), deputy=one.deputy_rank > 0)
        for one in placement.sittings
    )
    place = names.term.place.get(placement.place or "")
    return Row(
        start=placement.start,
        end=placement.end,
        meeting=placement.meeting,
        day=short_day(placement.start.date(), language),
        hours=hours_text(placement.start, placement.end, language),
        week=placement.start.isocalendar().week,
        title=names.meeting(placement.meeting),
        place=where_text(names, placement.place, language),
        address=(place.address or "") if place else "",
        coming=say("page.coming", language, people=len(placement.people())),
        remarks=tuple(_remarks(placement, language)),
        sitters=sitters,
        over=placement.end <= now,
    )


def _remarks(placement: Placement, language: Language) -> Iterator[str]:
    deputies = sum(1 for one in placement.sittings if one.deputy_rank)
    missing = sum(one.missing for one in placement.vacancies)
    if deputies:
        yield say("page.deputies", language, people=deputies)
    if missing:
        yield say("page.missing", language, people=missing)


def _goal(goal: GoalResult, language: Language, part: bool) -> Goal:
    return Goal(
        name=say(f"goal.{goal.id}", language),
        count=say(f"count.{goal.id}", language, value=goal.value),
        bound=say(f"count.{goal.id}", language, value=goal.bound),
        proof=proof_sentence(goal.id, language, goal.value, goal.bound, goal.proven, part),
        proven=goal.proven,
    )


def _link(names: Names, subscription: Subscription, base_url: str) -> Link:
    name = called(subscription.kind, subscription.subject, names, LANGUAGE)
    return Link(name, f"{base_url}/feeds/{subscription.token}.ics")

"""What the page shows, worked out: names for ids, dates as people say them, sentences for what was proven."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from api.store import Release, Subscription
from api.telling import Names, why_unplaced
from api.texts import Language, proof_sentence, say
from models import GoalResult, Placement, Plan, Term, Unplaced

__all__ = ["Goal", "Link", "Month", "NoTime", "Row", "Sheet", "Sitter", "sheet"]

LANGUAGE: Language = "sv"
"""The page is for the office."""
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
    day: str
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
    """A month of the timetable."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class NoTime:
    """A meeting that could not be held, and what stood in the way."""

    title: str
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Goal:
    """What the plan achieves on one goal, and what was proven of it."""

    name: str
    count: str
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
            "page.released", LANGUAGE, number=release.number, date=_long(release.released_at.date()), by=release.by
        ),
        placed=say("page.placed", LANGUAGE, placed=placed, all=placed + unplaced),
        months=tuple(_months(_row(names, placement, now) for placement in plan.placements)),
        without_time=tuple(_no_time(names, one) for one in plan.unplaced),
        proof=say("proof.all" if plan.proven else "page.not_proven", LANGUAGE),
        proven=plan.proven,
        goals=tuple(_goal(goal) for goal in plan.goals),
        links=tuple(_link(names, one, base_url) for one in subscriptions if one.token),
    )


def _row(names: Names, placement: Placement, now: datetime) -> Row:
    sitters = tuple(
        Sitter(names.of("person", one.person), names.duty(one.appointment), deputy=one.deputy_rank > 0)
        for one in placement.sittings
    )
    place = names.term.place.get(placement.place or "")
    return Row(
        start=placement.start,
        end=placement.end,
        day=_short(placement.start.date()),
        week=placement.start.isocalendar().week,
        title=names.meeting(placement.meeting),
        place=place.name if place else say("word.later", LANGUAGE),
        address=(place.address or "") if place else "",
        coming=say("page.coming", LANGUAGE, people=len(placement.people())),
        remarks=tuple(_remarks(placement)),
        sitters=sitters,
        over=placement.end <= now,
    )


def _remarks(placement: Placement) -> Iterator[str]:
    deputies = sum(1 for one in placement.sittings if one.deputy_rank)
    missing = sum(one.missing for one in placement.vacancies)
    if deputies:
        yield say("page.deputies", LANGUAGE, people=deputies)
    if missing:
        yield say("page.missing", LANGUAGE, people=missing)


def _months(rows: Iterable[Row]) -> Iterator[Month]:
    for (year, month), group in groupby(rows, key=lambda row: (row.start.year, row.start.month)):
        yield Month(f"{_words('page.months')[month - 1].capitalize()} {year}", tuple(group))


def _no_time(names: Names, unplaced: Unplaced) -> NoTime:
    reasons = why_unplaced(unplaced, names, LANGUAGE, most=MOST_REASONS)
    return NoTime(names.meeting(unplaced.meeting), tuple(reasons))


def _goal(goal: GoalResult) -> Goal:
    return Goal(
        name=say(f"goal.{goal.id}", LANGUAGE),
        count=say(f"count.{goal.id}", LANGUAGE, value=goal.value),
        proof=proof_sentence(goal.id, LANGUAGE, goal.value, goal.bound, goal.proven),
        proven=goal.proven,
    )


def _link(names: Names, subscription: Subscription, base_url: str) -> Link:
    whole = subscription.kind == "term"
    name = say("page.everybody", LANGUAGE) if whole else names.of(subscription.kind, subscription.subject or "")
    return Link(name, f"{base_url}/feeds/{subscription.token}.ics")


def _words(code: str) -> list[str]:
    return say(code, LANGUAGE).split()


def _short(day: date) -> str:
    """`tis 3 februari`."""
    return f"{_words('page.weekdays')[day.weekday()]} {day.day} {_words('page.months')[day.month - 1]}"


def _long(day: date) -> str:
    """`3 februari 2026`."""
    return f"{day.day} {_words('page.months')[day.month - 1]} {day.year}"

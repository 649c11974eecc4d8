"""What the page shows, worked out: names for ids, dates as people say them, sentences for what was proven."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from api.store import Release, Subscription
from api.texts import Language, proof_sentence, say
from models import Appointment, Blocked, GoalResult, Placement, Plan, ResolvedMeeting, Sitting, Term, Unplaced

__all__ = ["Goal", "Link", "Month", "NoTime", "Row", "Sheet", "Sitter", "sheet"]

LANGUAGE: Language = "sv"
"""The page is for the office."""


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
    names = _Names(term)
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


class _Names:
    """What ids are called, in one term."""

    def __init__(self, term: Term) -> None:
        self.term = term
        self.roles = {role.id: role.name for role in term.roles}
        self.units = {unit.id: unit.name for unit in term.units}
        self.series = {series.id: series.title for series in term.series}
        self.appointments: dict[str, Appointment] = {one.id: one for one in term.appointments}

    def person(self, id: str) -> str:
        return self.term.person[id].name if id in self.term.person else id

    def duty(self, sitting: Sitting) -> str:
        """Role and unit by which somebody sits."""
        one = self.appointments.get(sitting.appointment)
        return f"{self.roles.get(one.role, one.role)}, {self.units.get(one.unit, one.unit)}" if one else ""

    def meeting(self, id: str) -> str:
        return self.term.resolved[id].title if id in self.term.resolved else id

    def place(self, id: str | None) -> tuple[str, str]:
        """Name and address."""
        place = self.term.place.get(id) if id else None
        return (place.name, place.address or "") if place else (say("word.later", LANGUAGE), "")

    def anything(self, kind: str, id: str, meeting: ResolvedMeeting | None) -> str:
        """The subject of a blocker."""
        match kind:
            case "person":
                return self.person(id)
            case "place":
                return self.place(id)[0]
            case "meeting":
                return self.meeting(id)
            case "seat" if meeting:
                return next((self.roles.get(seat.role, id) for seat in meeting.seats if seat.id == id), id)
        return id


def _row(names: _Names, placement: Placement, now: datetime) -> Row:
    sitters = tuple(
        Sitter(names.person(one.person), names.duty(one), deputy=one.deputy_rank > 0) for one in placement.sittings
    )
    place, address = names.place(placement.place)
    return Row(
        start=placement.start,
        end=placement.end,
        day=_short(placement.start.date()),
        week=placement.start.isocalendar().week,
        title=names.meeting(placement.meeting),
        place=place,
        address=address,
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


def _no_time(names: _Names, unplaced: Unplaced) -> NoTime:
    reasons = [_reason(names, unplaced, one) for one in sorted(unplaced.blocked, key=lambda one: -one.starts)[:5]]
    if unplaced.open_starts:
        reasons.insert(0, say("page.open_starts", LANGUAGE, open=unplaced.open_starts, starts=unplaced.starts))
    return NoTime(names.meeting(unplaced.meeting), tuple(reasons))


def _reason(names: _Names, unplaced: Unplaced, blocked: Blocked) -> str:
    subject = names.anything(blocked.kind, blocked.subject, names.term.resolved.get(unplaced.meeting))
    return say(f"blocker.{blocked.rule}", LANGUAGE, subject=subject, starts=blocked.starts)


def _goal(goal: GoalResult) -> Goal:
    return Goal(
        name=say(f"goal.{goal.id}", LANGUAGE),
        count=say(f"count.{goal.id}", LANGUAGE, value=goal.value),
        proof=proof_sentence(goal.id, LANGUAGE, goal.value, goal.bound, goal.proven),
        proven=goal.proven,
    )


def _link(names: _Names, subscription: Subscription, base_url: str) -> Link:
    subjects = {"term": {}, "person": {p.id: p.name for p in names.term.people}, "unit": names.units}
    called = {**subjects, "series": names.series}[subscription.kind].get(subscription.subject, subscription.subject)
    name = say("page.everybody", LANGUAGE) if subscription.kind == "term" else called
    return Link(name, f"{base_url}/feeds/{subscription.token}.ics")


def _words(code: str) -> list[str]:
    return say(code, LANGUAGE).split()


def _short(day: date) -> str:
    """`tis 3 februari`."""
    return f"{_words('page.weekdays')[day.weekday()]} {day.day} {_words('page.months')[day.month - 1]}"


def _long(day: date) -> str:
    """`3 februari 2026`."""
    return f"{day.day} {_words('page.months')[day.month - 1]} {day.year}"

"""Reasons without solving: why a meeting lies where it lies, why not elsewhere, where it could, who has how much."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta

from models import (
    Blocked,
    Broken,
    Load,
    Plan,
    SpareStart,
    Term,
    Verdict,
    WeekLoad,
    WhyHere,
)
from scheduler.answering import blockers_counted
from scheduler.case import Case
from scheduler.outcome import Violation
from scheduler.seating import Price, Seating
from scheduler.solution import At
from scheduler.standing_plan import StandingPlan

__all__ = ["load", "spare_starts_of", "verdict_of", "why_here_of"]


def why_here_of(standing: StandingPlan) -> WhyHere:
    """How many starts the meeting had, what closed the others, and what it costs where it lies."""
    starts, still_open, blocked = blockers_counted(standing.candidates)
    here = standing.placed
    return WhyHere(
        meeting=standing.meeting.id,
        start=here.start if here else None,
        place=here.place if here else None,
        locked=here is not None and standing.is_locked,
        starts=starts,
        open_starts=still_open,
        blocked=tuple(sorted((*blocked, *_people(standing)), key=lambda one: (-one.starts, one.rule, one.subject))),
        costs=standing.costs_here(),
    )


def _people(standing: StandingPlan) -> Iterator[Blocked]:
    """Those who are away, or not appointed, at starts at which their seat cannot be filled; each with how many."""
    closed = defaultdict[str, int](int)
    seats = {one.subject: one.starts for one in standing.candidates.blockers if one.rule == "seats"}
    for claim in standing.case.claims[standing.meeting.id]:
        unable = standing.case.unable(claim) & seats.get(claim.seat.id, 0)
        closed[claim.person] |= unable & standing.candidates.within
    for person, starts in closed.items():
        if starts and person not in standing.case.indispensable(standing.meeting):
            yield Blocked(rule="absence", kind="person", subject=person, starts=starts.bit_count())


def verdict_of(standing: StandingPlan, start: datetime, place: str | None) -> Verdict:
    """What becomes of the meeting at a start while all others stand: what closes it, what it breaks, what it costs."""
    at = standing.at(start, place or standing.usual_place())
    if at is None:
        return _outside(standing, start, place)
    seating = standing.seated(at) or standing.seated(at, whatever_it_breaks=True)
    assert seating is not None, "with whatever it breaks there is always a way"
    supposed = standing.supposed(at, seating)
    there = supposed.placement_of(standing.meeting.id)
    assert there is not None
    closed = _closed(standing, at)
    rules = {one.rule for one in closed}
    return Verdict(
        meeting=standing.meeting.id,
        start=start,
        place=at.place,
        closed=closed,
        broken=tuple(_broken(one) for one in standing.broken_by(supposed) if one.rule not in rules),
        sittings=there.sittings,
        vacancies=there.vacancies,
        costs=standing.changes(supposed),
    )


def _outside(standing: StandingPlan, start: datetime, place: str | None) -> Verdict:
    """Off the grid or outside of the term nothing is ever held."""
    inside = standing.term.first_day <= start.date() <= standing.term.last_day
    params = {"what": "off_grid" if inside else "outside_term", "start": start.isoformat(timespec="minutes")}
    grid = {"grid_minutes": standing.term.grid_minutes} if inside else {}
    broken = (Broken(rule="window", meeting=standing.meeting.id, params={**params, **grid}),)
    said = {"closed": (), "broken": broken, "sittings": (), "vacancies": (), "costs": ()}
    return Verdict(meeting=standing.meeting.id, start=start, place=place, **said)


def _closed(standing: StandingPlan, at: At) -> tuple[Blocked, ...]:
    blockers = standing.candidates.blocked_at(at.start, at.place)
    return tuple(Blocked(rule=one.rule, kind=one.kind, subject=one.subject, starts=1) for one in blockers)


def _broken(violation: Violation) -> Broken:
    params = {name: _plain(value) for name, value in violation.params.items()}
    return Broken(rule=violation.rule, meeting=violation.meeting, params=params)


def _plain(value: object) -> str | int | tuple[str, ...] | None:
    if isinstance(value, tuple | list):
        return tuple(map(str, value))
    return value if value is None or isinstance(value, str | int) else str(value)


def spare_starts_of(standing: StandingPlan, most: int) -> tuple[SpareStart, ...]:
    """The best starts at which the meeting can be with nothing else touched: those that change no seat first."""
    here = standing.placed and (standing.placed.start, standing.placed.place)
    found = [one for one in _spare(standing) if (standing.case.grid.moment(one[2].start), one[2].place) != here]
    found.sort(key=lambda one: (one[0], one[1], one[2].begins, one[2].place or ""))
    return tuple(_spare_start(standing, at, seating, changed) for changed, _, at, seating in found[:most])


def _spare(standing: StandingPlan) -> Iterator[tuple[bool, Price, At, Seating]]:
    for start, place in standing.candidates.pairs():
        at = At.of(standing.case, standing.meeting.id, start, place)
        seating = standing.held(at)
        if seating is not None:
            yield standing.reseats(seating), standing.price(at, seating), at, seating


def _spare_start(standing: StandingPlan, at: At, seating: Seating, changes_people: bool) -> SpareStart:
    start = standing.case.grid.moment(at.start)
    return SpareStart(start=start, place=at.place, costs=standing.costs(at, seating), changes_people=changes_people)


def load(term: Term, plan: Plan) -> tuple[Load, ...]:
    """What each person's meetings take, in the term and week by week, in order of their ids; travel from the base."""
    case = Case(term)
    weeks = defaultdict[str, list[WeekLoad]](list)
    for one in plan.placements:
        monday = one.start.date() - timedelta(days=one.start.weekday())
        minutes = int((one.end - one.start).total_seconds()) // 60
        for person in one.people():
            base = term.person[person].base
            travel = case.travel_minutes(base, one.place) + case.travel_minutes(one.place, base)
            weeks[person].append(WeekLoad(week=monday, meetings=1, minutes=minutes, travel_minutes=travel))
    return tuple(_load(person, ones) for person, ones in sorted(weeks.items()))


def _load(person: str, ones: list[WeekLoad]) -> Load:
    by_week = defaultdict[object, list[WeekLoad]](list)
    for one in ones:
        by_week[one.week].append(one)
    weeks = tuple(WeekLoad(week=same[0].week, **_total(same)) for same in by_week.values())
    return Load(person=person, weeks=weeks, **_total(ones))


def _total(ones: list[WeekLoad]) -> dict[str, int]:
    return {name: sum(getattr(one, name) for one in ones) for name in ("meetings", "minutes", "travel_minutes")}

"""Meetings together with their series: windows that hold a start, seats that can be filled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from models.calendar import days_from
from models.check_forums import beyond_members
from models.faults import Fault
from models.meetings import Meeting, ResolvedMeeting, Seat
from models.references import Known, owned_seats

if TYPE_CHECKING:
    from models.calendar import Window
    from models.term import Term

__all__ = ["asked_and_groups", "seats", "windows"]

Place = tuple[str | int, ...]


def windows(term: Term, known: Known) -> Iterator[Fault]:
    """Every window holds a day of the term and room for the meeting; every meeting has one."""
    for n, series in enumerate(term.series):
        for w, window in enumerate(series.windows):
            yield from _window(term, window, series.duration_minutes, ("series", n, "windows", w))
    for n, meeting in enumerate(term.meetings):
        resolved = term.resolved.get(meeting.id)
        if resolved is None:
            continue
        for w, window in enumerate(meeting.windows or ()):
            yield from _window(term, window, resolved.duration_minutes, ("meetings", n, "windows", w))
        if not resolved.windows:
            yield Fault("no_window", ("meetings", n, "windows"), {"meeting": meeting.id})


def _window(term: Term, window: Window, duration_minutes: int, place: Place) -> Iterator[Fault]:
    clocks = {"from_time": window.from_time.isoformat("minutes"), "to_time": window.to_time.isoformat("minutes")}
    days = {"first_day": window.first_day.isoformat(), "last_day": window.last_day.isoformat()}
    term_days = {"first_day": term.first_day.isoformat(), "last_day": term.last_day.isoformat()}
    if window.first_day > window.last_day:
        yield Fault("ends_before_start", (*place, "last_day"), {"first": days["first_day"], "last": days["last_day"]})
    elif window.last_day < term.first_day or window.first_day > term.last_day:
        yield Fault("window_outside_term", place, term_days)
    elif not _holds_a_day(term, window):
        yield Fault("window_without_days", place, days)
    if window.from_time >= window.to_time:
        params = {"first": clocks["from_time"], "last": clocks["to_time"]}
        yield Fault("ends_before_start", (*place, "to_time"), params)
    elif _minutes(window) < duration_minutes:
        yield Fault("window_too_short", place, {"minutes": duration_minutes, **clocks})


def _holds_a_day(term: Term, window: Window) -> bool:
    """Whether one of the window's weekdays lies in that part of it that is in the term."""
    first, last = max(window.first_day, term.first_day), min(window.last_day, term.last_day)
    return (last - first).days >= 6 or any(window.on(day) for day in days_from(first, last))


def _minutes(window: Window) -> int:
    day = window.first_day
    span = datetime.combine(day, window.to_time) - datetime.combine(day, window.from_time)
    return int(span.total_seconds()) // 60


def seats(term: Term, known: Known) -> Iterator[Fault]:
    """Nobody deputises for themselves, and every seat that must be filled can be."""
    for n, one in enumerate(term.appointments):
        if one.holder in one.deputies:
            place = ("appointments", n, "deputies", one.deputies.index(str(one.holder)))
            yield Fault("self_deputy", place, {"id": one.holder})
    for owner, owned in owned_seats(term):
        for s, seat in enumerate(owned):
            yield from _pool(term, known, seat, (*owner, s))


def _pool(term: Term, known: Known, seat: Seat, place: Place) -> Iterator[Fault]:
    if known.partial or seat.vacancy == "priced" or seat.need == "on_demand":
        return  # an empty seat is allowed, or an appointment may be among what could not be read
    if not (known.has(seat.role, "roles") and known.has(seat.unit, "units")):
        return
    appointed = term.appointed.get((seat.role, seat.unit), ())
    pool = min(len(known.eligible(seat)), len(appointed))
    if pool == 0:
        yield Fault("nobody_appointed", place, {"seat": seat.id, "role": seat.role, "unit": seat.unit})
    elif pool < seat.count:
        yield Fault("count_above_pool", (*place, "count"), {"seat": seat.id, "count": seat.count, "pool": pool})


def asked_and_groups(term: Term, known: Known) -> Iterator[Fault]:
    """What is asked for are on-demand seats, and what must attend is a group that can."""
    for n, meeting in enumerate(term.meetings):
        resolved = term.resolved.get(meeting.id)
        if resolved is not None and known.has_seats_of(resolved):
            yield from _asked(known, meeting, resolved, ("meetings", n))
            yield from _groups(term, known, meeting, resolved, ("meetings", n))


def _asked(known: Known, meeting: Meeting, resolved: ResolvedMeeting, place: Place) -> Iterator[Fault]:
    seats = {seat.id: seat for seat in resolved.seats}
    for a, asked in enumerate(meeting.asked):
        if asked not in seats:
            params = {"kind": "seat", "id": asked, "nearest": known.nearest(asked, seats), "list": "seats"}
            yield Fault("unknown_id", (*place, "asked", a), params)
        elif seats[asked].need == "required":
            yield Fault("asked_not_on_demand", (*place, "asked", a), {"id": asked})


def _groups(term: Term, known: Known, meeting: Meeting, resolved: ResolvedMeeting, place: Place) -> Iterator[Fault]:
    groups = {group for seat in resolved.seats for group in seat.groups}
    rooms = Counter[str]()
    for seat in resolved.wanted_seats:
        rooms.update(dict.fromkeys(seat.groups, seat.count))
    told = _told_of_forum(term, resolved) if meeting.attendance is None else set[str]()
    for a, attendance in enumerate(resolved.attendance):
        if attendance.group in told:
            continue
        own = (*place, "attendance", a) if meeting.attendance else place
        room = rooms[attendance.group]
        params = {"group": attendance.group, "least": attendance.least}
        if attendance.group not in groups:
            hint = known.nearest(attendance.group, groups)
            yield Fault("unknown_group", own, {"meeting": meeting.id, "nearest": hint, **params})
        elif room < attendance.least:
            yield Fault("attendance_above_seats", own, {"room": room, **params})


def _told_of_forum(term: Term, resolved: ResolvedMeeting) -> set[str]:
    """Groups that are too few in the forum already, which is told of the forum."""
    forum = term.forum.get(resolved.forum or "")
    return {group for group, _, _ in beyond_members(forum)} if forum else set()

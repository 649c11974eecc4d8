"""Forums that can meet: members enough for what is demanded, sides that have members, dates in order of time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from models.calendar import Window, days_from
from models.faults import Fault
from models.forums import VOTING, Chairmanship, Election, Forum, ForumState, Member
from models.meetings import Seat
from models.references import Known

if TYPE_CHECKING:
    from models.term import Term

__all__ = ["beyond_members", "forums", "forums_of_series"]

Place = tuple[str | int, ...]


def forums(term: Term, known: Known) -> Iterator[Fault]:
    """Each forum can be what it says, and none reports to itself by way of others, or was formed so."""
    for n, forum in enumerate(term.forums):
        place = ("forums", n)
        yield from _demands(known, forum, place)
        if forum.chairmanship:
            yield from _chairmanship(known, forum, forum.chairmanship, (*place, "chairmanship"))
        yield from _in_order(forum.states, (*place, "states"))
        yield from _ended(forum, (*place, "states"))
        if forum.first_day and forum.last_day and forum.first_day > forum.last_day:
            params = {"first": forum.first_day.isoformat(), "last": forum.last_day.isoformat()}
            yield Fault("ends_before_start", (*place, "last_day"), params)
    yield from _circles(term, "reports_to")
    yield from _circles(term, "formed_by")


# ---- members ----


def beyond_members(forum: Forum) -> Iterator[tuple[str, int, int]]:
    """Each demand of the forum that its members do not meet all together: group, least number, how many they are."""
    demands = [(one.group, one.least) for one in forum.representation]
    for group, least in [*demands, *([(VOTING, forum.quorum)] if forum.quorum else [])]:
        there = sum(one.count for one in forum.members if group in one.groups or _votes(group, one))
        if there < least:
            yield group, least, there


def _votes(group: str, member: Member) -> bool:
    return group == VOTING and member.standing == "voting"


def _demands(known: Known, forum: Forum, place: Place) -> Iterator[Fault]:
    short = {group: (least, there) for group, least, there in beyond_members(forum)}
    for r, one in enumerate(forum.representation):
        if one.group in short:
            yield from _short(known, forum, one.group, short[one.group], (*place, "representation", r))
    if forum.quorum and VOTING in short:
        params = {"forum": forum.id, "quorum": forum.quorum, "members": short[VOTING][1]}
        yield Fault("quorum_above_members", (*place, "quorum"), params)
    for m, member in enumerate(forum.members):
        if member.standing != "voting" and VOTING in member.groups:
            yield Fault("group_of_voters", (*place, "members", m, "groups"), {"seat": member.id, "group": VOTING})


def _short(known: Known, forum: Forum, group: str, short: tuple[int, int], place: Place) -> Iterator[Fault]:
    least, room = short
    if room:
        yield Fault("attendance_above_seats", place, {"group": group, "room": room, "least": least})
    else:
        yield from _no_member(known, forum, group, (*place, "group"))


def _no_member(known: Known, forum: Forum, group: str, place: Place) -> Iterator[Fault]:
    groups = {one for member in forum.members for one in member.groups}
    if group not in groups:
        hint = known.nearest(group, groups)
        yield Fault("no_member_in_group", place, {"forum": forum.id, "group": group, "nearest": hint})


# ---- who chairs ----


def _chairmanship(known: Known, forum: Forum, turns: Chairmanship, place: Place) -> Iterator[Fault]:
    for s, side in enumerate(turns.sides):
        if side in turns.sides[:s]:
            yield Fault("repeated", (*place, "sides", s), {"id": side})
        yield from _no_member(known, forum, side, (*place, "sides", s))
    yield from _in_order(turns.elections, (*place, "elections"))
    for e, election in enumerate(turns.elections):
        own = (*place, "elections", e)
        if election.first_day < turns.first_day:
            params = {"day": election.first_day.isoformat(), "first_day": turns.first_day.isoformat()}
            yield Fault("election_too_early", (*own, "first_day"), params)
        for office in ("chair", "vice_chair"):
            side = getattr(election, office).side
            if side not in turns.sides:
                params = {"side": side, "nearest": known.nearest(side, turns.sides), "sides": ", ".join(turns.sides)}
                yield Fault("unknown_side", (*own, office, "side"), params)
        if election.chair.side == election.vice_chair.side:
            yield Fault("officers_of_one_side", (*own, "vice_chair", "side"), {"side": election.chair.side})


# ---- when ----


def _in_order(dated: Sequence[Election | ForumState], place: Place) -> Iterator[Fault]:
    for n, one in enumerate(dated[1:], start=1):
        if one.first_day <= dated[n - 1].first_day:
            days = {"day": one.first_day.isoformat(), "earlier": dated[n - 1].first_day.isoformat()}
            yield Fault("out_of_order", (*place, n, "first_day"), days)


def _ended(forum: Forum, place: Place) -> Iterator[Fault]:
    for n, one in enumerate(forum.states[:-1]):
        if one.state == "ended":
            yield Fault("state_after_end", (*place, n, "state"), {"forum": forum.id, "day": one.first_day.isoformat()})


def _circles(term: Term, name: str) -> Iterator[Fault]:
    number = {forum.id: n for n, forum in enumerate(term.forums)}
    try:
        TopologicalSorter({forum.id: getattr(forum, name) for forum in term.forums}).prepare()
    except CycleError as circle:
        found = circle.args[1][::-1]
        yield Fault("forum_circle", ("forums", number[found[0]], name), {"circle": " - ".join(found)})


# ---- the series of a forum ----


def forums_of_series(term: Term, known: Known) -> Iterator[Fault]:
    """A series' forum meets at some time of its windows, and is not called once more; its voters are its members."""
    for n, series in enumerate(term.series):
        forum = term.forum.get(series.forum or "")
        if forum is None:
            continue
        yield from _own_voters(series.seats, ("series", n))
        if series.forum in series.called:
            place = ("series", n, "called", series.called.index(str(series.forum)))
            yield Fault("repeated", place, {"id": series.forum})
        if series.windows and not _meets(term, forum, series.windows):
            yield Fault("forum_never_meets", ("series", n, "forum"), {"forum": forum.id, "what": series.id})
    for n, meeting in enumerate(term.meetings):
        resolved = term.resolved.get(meeting.id)
        forum = term.forum.get(resolved.forum or "") if resolved else None
        if forum is None:
            continue
        yield from _own_voters(meeting.seats, ("meetings", n))
        if meeting.windows and not _meets(term, forum, meeting.windows):
            yield Fault("forum_never_meets", ("meetings", n, "windows"), {"forum": forum.id, "what": meeting.id})


def _own_voters(seats: tuple[Seat, ...], place: Place) -> Iterator[Fault]:
    for s, seat in enumerate(seats):
        if VOTING in seat.groups:
            yield Fault("group_of_voters", (*place, "seats", s, "groups"), {"seat": seat.id, "group": VOTING})


def _meets(term: Term, forum: Forum, windows: Sequence[Window]) -> bool:
    """Whether it meets on some day of the windows; where they hold none that is another fault."""
    days = [day for window in windows for day in _days(term, window)]
    return not days or any(map(forum.meets_on, days))


def _days(term: Term, window: Window) -> Iterator[date]:
    first, last = max(window.first_day, term.first_day), min(window.last_day, term.last_day)
    return (day for day in days_from(first, last) if window.on(day))

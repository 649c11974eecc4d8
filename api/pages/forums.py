"""Forums: what each is on a date, who sits in it and who chairs, what it reports to, and its meetings in the plan."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from starlette.responses import Response

import scheduler
from api.pages.door import Way
from api.pages.standing import Standing, standing_of
from api.pages.visit import Visit, address
from api.store import NotFound
from api.telling import Names, group_text, listed, officer_text
from api.telling.dates import long_day, week_text, where_text
from models import Forum, ForumDay, ForumMeeting, MemberDay, Plan

__all__ = ["WAYS"]


@dataclass(frozen=True)
class _Row:
    """A forum in the list."""

    title: str
    address: str
    area: str
    state: str
    chair: str
    vice_chair: str
    members: int
    meetings: str


@dataclass(frozen=True)
class _Member:
    """A seat in a forum."""

    post: str
    standing: str
    has_vote: bool
    holders: str
    deputies: str


@dataclass(frozen=True)
class _Meeting:
    """A meeting of a forum."""

    title: str
    address: str
    when: str
    where: str


def _all(visit: Visit) -> Response:
    at = standing_of(visit, visit.said("term_id"))
    day, wrong = _day(visit, at)
    told = scheduler.forums_on(at.stored.term, _plan_of(at), day)
    return visit.term_page(
        "forums.html",
        at.term_of_page,
        at=at,
        day=day,
        wrong=wrong,
        on=long_day(day, visit.language),
        rows=[_row(visit, at, one) for one in told],
        new=address("terms", at.id, "setup", "forums", "new"),
    )


def _row(visit: Visit, at: Standing, told: ForumDay) -> _Row:
    forum = at.stored.term.forum[told.forum]
    placed = sum(one.start is not None for one in told.meetings)
    officers = told.officers
    return _Row(
        told.title,
        address("terms", at.id, "forums", told.forum) + (f"?on={told.day}" if visit.asked("on") else ""),
        _area(at, forum),
        visit.say(f"forums.state.{told.state}"),
        officer_text(at.names, officers.chair, visit.language) if officers else at.names.duty(forum.chair),
        officer_text(at.names, officers.vice_chair, visit.language) if officers else "",
        len(told.members),
        visit.say("forums.placed", placed=placed, meetings=len(told.meetings)) if told.meetings else "",
    )


def _one(visit: Visit) -> Response:
    at = standing_of(visit, visit.said("term_id"))
    forum = at.stored.term.forum.get(visit.said("forum"))
    if forum is None:
        raise NotFound("forum", visit.said("forum"))
    day, wrong = _day(visit, at)
    told = next(one for one in scheduler.forums_on(at.stored.term, _plan_of(at), day) if one.forum == forum.id)
    return visit.term_page(
        "forum.html",
        at.term_of_page,
        steps=((visit.say("menu.forums"), address("terms", at.id, "forums")),),
        at=at,
        forum=forum,
        day=day,
        wrong=wrong,
        on=long_day(day, visit.language),
        state=visit.say(f"forums.state.{told.state}"),
        area=_area(at, forum),
        facts=[(visit.say(code), said) for code, said in _facts(visit, at, forum) if said],
        reports_to=_others(at, forum.reports_to),
        formed_by=_others(at, forum.formed_by),
        reported_by=_others(at, (one.id for one in at.stored.term.forums if forum.id in one.reports_to)),
        officers=_officers(visit, at, told),
        members=[_member(visit, at.names, one) for one in told.members],
        meetings=[_meeting(visit, at, one) for one in told.meetings],
        edit=address("terms", at.id, "setup", "forums", "item", forum.id),
    )


def _day(visit: Visit, at: Standing) -> tuple[date, str]:
    """The date that is asked about, today unless one is; and what is wrong with what was asked."""
    asked, today = visit.asked("on").strip(), visit.local_now(at.stored.term.time_zone).date()
    try:
        day = date.fromisoformat(asked) if asked else today
    except ValueError:
        return today, visit.say("forums.on.wrong")
    return (day, "") if 1900 <= day.year < 2200 else (today, visit.say("forums.on.wrong"))


def _plan_of(at: Standing) -> Plan | None:
    return at.plan.plan if at.plan else None


def _area(at: Standing, forum: Forum) -> str:
    return at.names.of("area", forum.area) if forum.area else ""


def _facts(visit: Visit, at: Standing, forum: Forum) -> Iterator[tuple[str, str]]:
    """What is said of it in a line each, with the code of what that is."""
    yield "setup.field.convener", at.names.duty(forum.convener)
    yield "setup.field.chair", at.names.duty(forum.chair)
    yield "setup.field.secretary", at.names.duty(forum.secretary)
    yield "forums.quorum", visit.say("forums.quorum.least", people=forum.quorum) if forum.quorum else ""
    sides = (_side(visit, one.group, one.least) for one in forum.representation)
    yield "forums.representation", listed(sides, visit.language)
    first, last = (long_day(one, visit.language) if one else "" for one in (forum.first_day, forum.last_day))
    yield "forums.time", visit.say("forums.time.span", first=first or "…", last=last or "…") if first or last else ""
    yield "forums.states", "; ".join(_states(visit, forum))


def _side(visit: Visit, group: str, least: int) -> str:
    return group_text(group, visit.language) if least == 1 else f"{group_text(group, visit.language)} ({least})"


def _states(visit: Visit, forum: Forum) -> Iterator[str]:
    for one in forum.states:
        state, first = visit.say(f"forums.state.{one.state}"), long_day(one.first_day, visit.language)
        yield visit.say("forums.state.from", state=state, first=first)


def _others(at: Standing, ids: Iterable[str]) -> list[tuple[str, str]]:
    """Other forums by name, with their addresses."""
    return [(at.names.of("forum", one), address("terms", at.id, "forums", one)) for one in ids]


def _officers(visit: Visit, at: Standing, told: ForumDay) -> list[tuple[str, str]]:
    """What each officer is, and who; then why, and for how long."""
    found = told.officers
    if found is None:
        return []
    by = visit.say("forums.by.rule")
    if found.elected_from:
        by = visit.say("forums.by.election", first=long_day(found.elected_from, visit.language))
    span = {"first": long_day(found.first_day, visit.language), "last": long_day(found.last_day, visit.language)}
    return [
        (visit.say("setup.field.chair"), officer_text(at.names, found.chair, visit.language)),
        (visit.say("setup.field.vice_chair"), officer_text(at.names, found.vice_chair, visit.language)),
        (visit.say("forums.by"), by),
        (visit.say("forums.holds"), visit.say("forums.time.span", **span)),
    ]


def _member(visit: Visit, names: Names, one: MemberDay) -> _Member:
    return _Member(
        names.post(one.role, one.unit),
        visit.say(f"setup.choice.standing.{one.standing}"),
        one.standing == "voting",
        listed((names.of("person", who) for who in one.holders), visit.language),
        listed((names.of("person", who) for who in one.deputies), visit.language),
    )


def _meeting(visit: Visit, at: Standing, one: ForumMeeting) -> _Meeting:
    when = week_text(one.start, one.end, visit.language) if one.start and one.end else visit.say("meeting.no_time")
    where = where_text(at.names, one.place, visit.language) if one.start else ""
    return _Meeting(at.names.meeting(one.meeting), address("terms", at.id, "meetings", one.meeting), when, where)


WAYS = (Way("GET", "/terms/{term_id}/forums", _all), Way("GET", "/terms/{term_id}/forums/{forum}", _one))

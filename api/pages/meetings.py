"""A meeting: who sits where, why it lies there, where else it could; and calling it off."""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import ValidationError
from starlette.responses import Response

from api.pages.choosing import start_address
from api.pages.door import Way
from api.pages.due import tasks_of
from api.pages.faults import faults_said
from api.pages.second import second
from api.pages.standing import Standing, asked_about, standing_of
from api.pages.visit import Visit, address
from api.store import NotFound, Stale
from api.telling import Names, action_sentence, cost_sentence, officer_text, why_here_lines
from api.telling.dates import hours_text, short_day, week_text, where_text
from models import Cancel, Change, Forum, Placement, ResolvedMeeting, Seat, SpareStart, Withdraw, officers_on
from scheduler import About

__all__ = ["WAYS"]

MOST_SPARE = 6


@dataclass(frozen=True)
class _Chair:
    """A seat: what it is, who sits on it, how many are missing, and who else could come."""

    post: str
    people: tuple[tuple[str, bool], ...]
    """Each name, and whether it is a deputy."""
    missing: int
    wanted: bool
    free: tuple[str, ...]


@dataclass(frozen=True)
class _Reason:
    """A sentence, and what stands below it."""

    sentence: str
    parts: list[str]


@dataclass(frozen=True)
class _Spare:
    """Another time that the meeting could have."""

    day: str
    hours: str
    week: int
    place: str
    costs: tuple[str, ...]
    weigh: str
    """Where the pages say what moving it there means."""


def _page(visit: Visit) -> Response:
    return _shown(visit, standing_of(visit, visit.said("term_id")))


def _shown(visit: Visit, at: Standing, status: int = 200, wrong: str = "") -> Response:
    meeting = visit.said("meeting")
    resolved = at.names.resolved(meeting)
    if resolved is None:
        raise NotFound("meeting", meeting)
    here = asked_about(visit, at) if meeting in at.term.resolved else None
    about = About(here.term, here.plan, meeting) if here else None
    placement = here.plan.placement_of(meeting) if here else None
    forum = at.term.forum.get(resolved.forum or "")
    return visit.term_page(
        "meeting.html",
        at.term_of_page,
        status,
        at=at,
        meeting=resolved,
        here_address=address("terms", at.id, "meetings", meeting),
        placement=placement,
        when=week_text(placement.start, placement.end, visit.language) if placement else "",
        place=where_text(at.names, placement.place if placement else None, visit.language),
        tasks=tasks_of(at, visit.language, meeting) if here else (),
        forum=forum,
        answers=[(name, who) for name, who in _answers(visit, at, resolved, forum, placement) if who],
        chairs=_chairs(at.names, resolved, placement) if placement else (),
        why=_why(visit, at, about) if about else (),
        spare=_spare(visit, at, about, resolved) if about else (),
        locked=at.term.resolved[meeting].lock is not None if about else False,
        can_move=about is not None and visit.may_change and _is_to_come(visit, at, placement),
        unreached=tuple(_unreached(visit, at, meeting)),
        happened=tuple(_happened(visit, at, meeting)),
        reason=visit.form.text("reason"),
        how=visit.form.text("how") or "cancel",
        wrong=wrong,
    )


def _is_to_come(visit: Visit, at: Standing, placement: Placement | None) -> bool:
    """Whether it can be moved: the plan is that of the term as it stands, nobody plans it now, and it has not been."""
    over = placement is not None and placement.start < visit.local_now(at.term.time_zone)
    return not (over or at.changed_since or at.job_id)


def _answers(
    visit: Visit, at: Standing, meeting: ResolvedMeeting, forum: Forum | None, placement: Placement | None
) -> Iterator[tuple[str, str]]:
    """What there is to answer for at the meeting, and who does: the secretary, and whose turn it is, its forum says."""
    officers = officers_on(forum, placement.start.date()) if forum and placement else None
    in_turn = officer_text(at.names, officers.chair, visit.language) if officers else ""
    yield visit.say("setup.field.convener"), at.names.duty(meeting.convener)
    yield visit.say("setup.field.chair"), at.names.duty(meeting.chair) or in_turn
    yield visit.say("setup.field.secretary"), at.names.duty(forum.secretary) if forum else ""
    yield visit.say("setup.field.agenda_holder"), at.names.duty(meeting.agenda_holder)


def _chairs(names: Names, meeting: ResolvedMeeting, placement: Placement) -> tuple[_Chair, ...]:
    return tuple(_chair(names, seat, placement, meeting.wants(seat)) for seat in meeting.seats)


def _chair(names: Names, seat: Seat, placement: Placement, wanted: bool) -> _Chair:
    sitting = (one for one in placement.sittings if one.seat == seat.id)
    missing = sum(one.missing for one in placement.vacancies if one.seat == seat.id)
    free = (person for one in placement.could_come if one.seat == seat.id for person in one.people)
    people = tuple((names.of("person", one.person), one.deputy_rank > 0) for one in sitting)
    free_names = tuple(names.of("person", one) for one in free)
    return _Chair(names.post(seat.role, seat.unit), people, missing, wanted, free_names)


def _why(visit: Visit, at: Standing, about: About) -> tuple[_Reason, ...]:
    """Why it lies where it lies; the page has said where that is."""
    _, *lines = why_here_lines(about.why_here(), at.names, visit.language)
    reasons: list[_Reason] = []
    for line in lines:
        if line.startswith(" ") and reasons:
            reasons[-1].parts.append(line.strip())
        else:
            reasons.append(_Reason(line, []))
    return tuple(reasons)


def _spare(visit: Visit, at: Standing, about: About, meeting: ResolvedMeeting) -> tuple[_Spare, ...]:
    return tuple(_one_spare(visit, at, one, meeting) for one in about.spare_starts(MOST_SPARE))


def _one_spare(visit: Visit, at: Standing, spare: SpareStart, meeting: ResolvedMeeting) -> _Spare:
    page = address("terms", at.id, "meetings", meeting.id, "move")
    return _Spare(
        short_day(spare.start.date(), visit.language),
        hours_text(spare.start, meeting.end_of(spare.start), visit.language),
        spare.start.isocalendar().week,
        where_text(at.names, spare.place, visit.language),
        tuple(cost_sentence(one, visit.language) for one in spare.costs),
        start_address(page, spare.start, spare.place),
    )


def _happened(visit: Visit, at: Standing, meeting: str) -> Iterator[str]:
    """The changes that name the meeting, newest first."""
    for one in visit.office.changes(at.id, limit=50):
        for action in one.change.actions:
            if getattr(action, "meeting", None) == meeting and one.undone_at is None:
                sentence = action_sentence(action, at.names, visit.language)
                said = {"what": sentence, "date": visit.day(one.made_at, at.term.time_zone), "by": one.by}
                yield visit.say("meeting.happened", **said)


def _unreached(visit: Visit, at: Standing, meeting: str) -> Iterator[str]:
    """Who, of those that the newest release seats at the meeting, cannot have heard what it last changed for them."""
    if at.release is None:
        return
    released = at.plan if at.plan and not at.is_draft else visit.office.plan(at.release.plan_id)
    placement = released.plan.placement_of(meeting)
    if placement and placement.end > visit.local_now(at.term.time_zone):
        for person in visit.office.unreached(at.id, placement.people()):
            yield at.names.of("person", person)


def _called_off(visit: Visit) -> Response:
    """Call it off as a change of the revision that was seen; who was second is shown what the first has done."""
    at = standing_of(visit, visit.said("term_id"))
    placement = at.plan.plan.placement_of(visit.said("meeting")) if at.plan else None
    if placement is None:
        raise NotFound("meeting", visit.said("meeting"))
    action: Cancel | Withdraw = Cancel(meeting=placement.meeting, day=placement.start.date())
    if visit.form.text("how") == "withdraw":
        action = Withdraw(meeting=placement.meeting)
    try:
        change = Change(actions=(action,), reason=visit.form.text("reason") or None)
        visit.office.change_term(at.id, change, visit.form.number("based_on"), visit.who)
    except Stale as stale:
        wanted = action_sentence(action, at.names, visit.language)
        again = {name: visit.form.text(name) for name in ("how", "reason")}
        here = (at.names.meeting(action.meeting), address("terms", at.id, "meetings", action.meeting))
        return second(visit, at, stale, (wanted,), again, here)
    except ValidationError as wrong:
        return _shown(visit, at, 422, faults_said(visit, wrong))
    return visit.to("terms", at.id, done="changed")


WAYS = (
    Way("GET", "/terms/{term_id}/meetings/{meeting}", _page),
    Way("POST", "/terms/{term_id}/meetings/{meeting}/cancel", _called_off, "coordinator"),
)

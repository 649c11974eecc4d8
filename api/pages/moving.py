"""Moving a meeting by hand: where it could lie, what becomes of it at one of those times, and having it there."""

from dataclasses import dataclass
from datetime import datetime

from pydantic import TypeAdapter, ValidationError
from starlette.responses import Response

from api.pages.choosing import choosing
from api.pages.door import Way
from api.pages.faults import faults_said
from api.pages.grid import grid
from api.pages.replanning import change_and_replan
from api.pages.standing import Standing, asked_about, standing_of
from api.pages.visit import Visit, address
from api.store import NotFound
from api.telling import action_sentence, verdict_lines
from api.telling.dates import when_text, where_text
from models import Change, LockAt, Move, Unlock
from models.base import Id, LocalDateTime
from scheduler import About, Answered

__all__ = ["WAYS"]

_START: TypeAdapter[datetime] = TypeAdapter(LocalDateTime)
_PLACE: TypeAdapter[str] = TypeAdapter(Id)


@dataclass(frozen=True)
class _Weighed:
    """A time that was chosen: whether the meeting can be there, why not or at what price."""

    start: str
    place: str
    when: str
    where: str
    allowed: bool
    is_now: bool
    lines: tuple[str, ...]


def _page(visit: Visit) -> Response:
    return _shown(visit, standing_of(visit, visit.said("term_id")))


def _shown(visit: Visit, at: Standing, status: int = 200, wrong: str = "") -> Response:
    """The term's weeks with every start of the meeting, and what becomes of it at the one that was chosen."""
    meeting, here = visit.said("meeting"), asked_about(visit, at)
    if here is None or meeting not in here.term.resolved:
        raise NotFound("meeting", meeting)
    about, now = About(here.term, here.plan, meeting), here.plan.placement_of(meeting)
    page = _address(at, meeting, "move")
    chosen = choosing(visit, at.names, now, about.choices(), meeting=meeting, page=page)
    return visit.term_page(
        "move.html",
        at.term_of_page,
        status,
        steps=((at.names.meeting(meeting), _address(at, meeting)),),
        at=at,
        page=page,
        title=at.names.meeting(meeting),
        now=when_text(now.start, now.end, visit.language) if now else "",
        choosing=chosen,
        grid=grid(here.term, here.plan, at.names, visit.language, frozenset(chosen.days)),
        can_move=False,
        weighed=_weighed(visit, at, here, about),
        reason=visit.form.text("reason"),
        wrong=wrong,
    )


def _address(at: Standing, meeting: str, *below: str) -> str:
    return address("terms", at.id, "meetings", meeting, *below)


# -- the chosen time ----------------------------------------------------------------------------------------------


def _weighed(visit: Visit, at: Standing, here: Answered, about: About) -> _Weighed | None:
    """What becomes of the meeting at the time that the address or the form names; `None` where none is chosen."""
    chosen = _chosen(visit, here)
    if chosen is None:
        return None
    meeting = here.term.resolved[visit.said("meeting")]
    verdict = about.verdict(*chosen)
    now = here.plan.placement_of(meeting.id)
    _, *lines = verdict_lines(verdict, now, at.names, visit.language)
    return _Weighed(
        start=verdict.start.isoformat(timespec="minutes"),
        place=verdict.place or "",
        when=when_text(verdict.start, meeting.end_of(verdict.start), visit.language),
        where=where_text(at.names, verdict.place, visit.language),
        allowed=verdict.allowed,
        is_now=now is not None and (verdict.start, verdict.place) == (now.start, now.place),
        lines=tuple(dict.fromkeys(line.strip() for line in lines)),  # somebody can be in the way of several seats
    )


def _chosen(visit: Visit, here: Answered) -> tuple[datetime, str | None] | None:
    start = visit.form.text("start") or visit.asked("start")
    place = visit.form.text("place") or visit.asked("place")
    try:
        moment = _START.validate_python(start)
        where = _PLACE.validate_python(place) if place else None
    except ValidationError:
        return None
    return (moment, where) if where is None or where in here.term.place else None


# -- having it there ----------------------------------------------------------------------------------------------


def _moved(visit: Visit) -> Response:
    """Move it to the chosen time, where it stays, and plan the others again as near as can be to what is known."""
    at, meeting = standing_of(visit, visit.said("term_id")), visit.said("meeting")
    here = asked_about(visit, at)
    chosen = _chosen(visit, here) if here and meeting in here.term.resolved else None
    if chosen is None or here is None:
        return _shown(visit, at, 422, visit.say("move.choose"))
    now = here.plan.placement_of(meeting)
    if now and now.start < visit.local_now(at.term.time_zone):  # it was still to come when the page was made
        return _shown(visit, at, 422, visit.say("move.over"))
    return _changed(visit, at, Move(meeting=meeting, start=chosen[0], place=chosen[1]))


def _locked(visit: Visit) -> Response:
    """Let it stay where it lies, however the others are planned."""
    at, meeting = standing_of(visit, visit.said("term_id")), visit.said("meeting")
    now = at.plan.plan.placement_of(meeting) if at.plan else None
    if now is None:
        raise NotFound("meeting", meeting)
    return _changed(visit, at, LockAt(meeting=meeting, start=now.start, place=now.place))


def _unlocked(visit: Visit) -> Response:
    """Leave it to the plan again."""
    at, meeting = standing_of(visit, visit.said("term_id")), visit.said("meeting")
    if at.names.resolved(meeting) is None:
        raise NotFound("meeting", meeting)
    return _changed(visit, at, Unlock(meeting=meeting))


def _changed(visit: Visit, at: Standing, action: Move | LockAt | Unlock) -> Response:
    again = {name: visit.form.text(name) for name in ("start", "place", "reason")}
    here = (at.names.meeting(action.meeting), _address(at, action.meeting))
    try:
        change = Change(actions=(action,), reason=visit.form.text("reason") or None)
        wanted = (action_sentence(action, at.names, visit.language),)
        return change_and_replan(visit, at, change, wanted=wanted, again=again, back=here)
    except ValidationError as wrong:
        return _shown(visit, at, 422, faults_said(visit, wrong))


WAYS = (
    Way("GET", "/terms/{term_id}/meetings/{meeting}/move", _page, "coordinator"),
    Way("POST", "/terms/{term_id}/meetings/{meeting}/move", _moved, "coordinator"),
    Way("POST", "/terms/{term_id}/meetings/{meeting}/lock", _locked, "coordinator"),
    Way("POST", "/terms/{term_id}/meetings/{meeting}/unlock", _unlocked, "coordinator"),
)

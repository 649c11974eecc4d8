"""What would give a meeting a time: asked for, followed while it is looked for, and applied with one button."""

from dataclasses import dataclass

from pydantic import ValidationError
from starlette.responses import Response

from api.pages.door import Way
from api.pages.faults import faults_said
from api.pages.replanning import change_and_replan, options
from api.pages.run import said_of
from api.pages.standing import Standing, standing_of
from api.pages.visit import Visit, address
from api.store import Conflict, Job, NotFound
from api.telling import action_sentence, blocked_sentence
from api.telling.dates import week_text, where_text
from models import Blocked, Change, RaiseLimit, Repair, Repairs, ResolvedMeeting, SetFree

__all__ = ["WAYS"]

MOST_JOBS = 200
MOST_REPAIRS = 10
MOST_BLOCKED = 5


@dataclass(frozen=True)
class _Proposal:
    """A repair in words: what is done, when the meeting then is, and what that asks of others."""

    number: int
    actions: tuple[str, ...]
    when: str
    place: str
    price: tuple[str, ...]


@dataclass(frozen=True)
class _Found:
    """What a search has found."""

    asked: str
    proposals: tuple[_Proposal, ...]
    none: str
    """Code of why there are none; empty where there are some."""
    blocked: tuple[str, ...]


def _page(visit: Visit) -> Response:
    return _shown(visit, standing_of(visit, visit.said("term_id")))


def _shown(visit: Visit, at: Standing, status: int = 200, wrong: str = "") -> Response:
    meeting = _meeting(visit, at)
    job = _asked_before(visit, at, meeting.id)
    return visit.term_page(
        "repairs.html",
        at.term_of_page,
        status,
        steps=((meeting.title, address("terms", at.id, "meetings", meeting.id)),),
        at=at,
        meeting=meeting,
        is_open=at.plan is not None and any(one.meeting == meeting.id for one in at.plan.plan.unplaced),
        job=job,
        said=said_of(visit, job) if job else "",
        found=_found(visit, at, meeting, job) if job and job.result is not None else None,
        seconds=round(visit.settings.plan_time_limit_seconds),
        wrong=wrong,
    )


def _meeting(visit: Visit, at: Standing) -> ResolvedMeeting:
    """The meeting of the address. Raises `NotFound`."""
    found = at.names.resolved(visit.said("meeting"))
    if found is None:
        raise NotFound("meeting", visit.said("meeting"))
    return found


def _asked_before(visit: Visit, at: Standing, meeting: str) -> Job | None:
    """The last search for this meeting in the plan that is shown: what it found is still true, so it is kept."""
    if at.plan is None:
        return None
    wanted = (at.plan.id, meeting)
    jobs = (one for one in visit.office.jobs(limit=MOST_JOBS, term_id=at.id) if one.kind == "repairs")
    newest = next((one for one in jobs if (one.request["plan_id"], one.request["meeting"]) == wanted), None)
    return visit.office.job(newest.id) if newest else None


def _found(visit: Visit, at: Standing, meeting: ResolvedMeeting, job: Job) -> _Found:
    repairs = Repairs.model_validate(job.result)
    none = repairs.none
    return _Found(
        asked=visit.moment(job.created_at, at.term.time_zone),
        proposals=tuple(_proposal(visit, at, meeting, n, one) for n, one in enumerate(repairs.repairs)),
        none=none.code if none else "",
        blocked=tuple(_closed(visit, at, meeting, one) for one in none.blocked[:MOST_BLOCKED]) if none else (),
    )


def _closed(visit: Visit, at: Standing, meeting: ResolvedMeeting, one: Blocked) -> str:
    return blocked_sentence(one, at.names, meeting.id, visit.language)


def _proposal(visit: Visit, at: Standing, meeting: ResolvedMeeting, number: int, repair: Repair) -> _Proposal:
    return _Proposal(
        number=number,
        actions=tuple(action_sentence(one, at.names, visit.language) for one in repair.actions),
        when=week_text(repair.start, meeting.end_of(repair.start), visit.language),
        place=where_text(at.names, repair.place, visit.language),
        price=_price(visit, repair),
    )


def _price(visit: Visit, repair: Repair) -> tuple[str, ...]:
    """What it asks of people."""
    asked = {one.person for one in repair.actions if isinstance(one, SetFree | RaiseLimit)}
    return (
        visit.say("repairs.asks", people=len(asked)) if asked else visit.say("repairs.asks.nobody"),
        visit.say("repairs.moves", meetings=repair.moved) if repair.moved else visit.say("repairs.moves.nothing"),
        visit.say("repairs.disturbs", people=repair.disturbed)
        if repair.disturbed
        else visit.say("repairs.disturbs.nobody"),
    )


def _asked(visit: Visit) -> Response:
    """Look for repairs."""
    at = standing_of(visit, visit.said("term_id"))
    meeting = _meeting(visit, at)
    if at.plan is None:
        raise NotFound("plan", at.id)
    request = {"meeting": meeting.id, "most": MOST_REPAIRS, "as_of": None}
    try:
        visit.office.enqueue_explanation(at.plan.id, "repairs", request, options(visit), visit.who)
    except Conflict as conflict:
        return _shown(visit, at, 409, visit.say("repairs.too_many", limit=conflict.params["limit"]))
    return visit.to("terms", at.id, "meetings", meeting.id, "repairs")


def _applied(visit: Visit) -> Response:
    """Do what a repair says, and plan again at once."""
    at = standing_of(visit, visit.said("term_id"))
    meeting = _meeting(visit, at)
    change = Change(actions=_chosen(visit, at).actions, reason=visit.say("repairs.reason", meeting=meeting.title)[:300])
    wanted = tuple(action_sentence(one, at.names, visit.language) for one in change.actions)
    again = {name: visit.form.text(name) for name in ("job", "number")}
    here = (meeting.title, address("terms", at.id, "meetings", meeting.id, "repairs"))
    try:
        return change_and_replan(visit, at, change, wanted=wanted, again=again, back=here)
    except ValidationError as wrong:
        return _shown(visit, at, 422, visit.say("repairs.refused", faults=faults_said(visit, wrong)))


def _chosen(visit: Visit, at: Standing) -> Repair:
    """The repair whose button was pressed. Raises `NotFound`."""
    job, number = visit.office.job(visit.form.text("job")), visit.form.number("number")
    asked = job.kind == "repairs" and job.term_id == at.id and job.request["meeting"] == visit.said("meeting")
    if not asked or job.result is None:
        raise NotFound("job", job.id)
    found = Repairs.model_validate(job.result).repairs
    if number >= len(found):
        raise NotFound("repair", str(number))
    return found[number]


WAYS = (
    Way("GET", "/terms/{term_id}/meetings/{meeting}/repairs", _page),
    Way("POST", "/terms/{term_id}/meetings/{meeting}/repairs", _asked, "coordinator"),
    Way("POST", "/terms/{term_id}/meetings/{meeting}/repairs/apply", _applied, "coordinator"),
)

"""A term: its plan at a glance, what was proven of it, what has no time; and asking for a plan."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from starlette.responses import Response

from api.pages.door import Way
from api.pages.due import due_next
from api.pages.grid import grid
from api.pages.staging import costs_of, part_lines, parts_of, wanted_of
from api.pages.standing import Standing, standing_of
from api.pages.view import Month, goals_of, months_of, without_time
from api.pages.visit import Visit
from api.telling import action_sentence, proof_code
from scheduler.options import Options

__all__ = ["WAYS"]

SHORTEST_SECONDS = 5
MOST_LISTED = 100
"""Meetings; of more than these the list shows a month at a time."""


def _page(visit: Visit) -> Response:
    return _shown(visit, standing_of(visit, visit.said("term_id")))


def _shown(visit: Visit, standing: Standing, status: int = 200, wrong: str = "", wrong_part: str = "") -> Response:
    shown = _planned(visit, standing) if standing.plan else {"grid": None}
    longest = int(visit.settings.max_plan_time_limit_seconds)
    return visit.term_page(
        "term.html",
        standing.term_of_page,
        status,
        at=standing,
        newest=_newest_change(visit, standing),
        states=_states(visit, standing),
        seconds=visit.form.text("seconds") or str(round(visit.settings.plan_time_limit_seconds)),
        bounds={"shortest": SHORTEST_SECONDS, "longest": longest},
        wrong=wrong,
        parts=parts_of(visit, standing, wrong_part),
        waiting=visit.office.waiting(standing.id),
        **shown,
    )


def _planned(visit: Visit, standing: Standing) -> dict[str, Any]:
    assert standing.plan is not None, "a plan is shown"
    plan, names, language = standing.plan.plan, standing.names, visit.language
    now = visit.local_now(standing.term.time_zone)
    months = months_of(plan, names, now, language)
    return {
        "plan": plan,
        "grid": grid(standing.term, plan, names, language),
        "choosing": None,
        "can_move": visit.may_change and not standing.changed_since and not standing.job_id,
        "months": months,
        "listed": months if len(plan.placements) <= MOST_LISTED else _one_month(visit, months, now),
        "without": without_time(plan.left_out, names, language),
        "has_due": any(one.deadlines for one in plan.placements),
        "due": due_next(visit, standing),
        "part": part_lines(visit, standing),
        "costs": costs_of(visit, standing),
        "goals": goals_of(plan.goals, language, plan.part is not None),
        "proof": visit.say(proof_code(plan, "page.not_proven")),
        "placed": visit.say("page.placed", placed=len(plan.placements), all=len(plan.placements) + len(plan.unplaced)),
    }


def _one_month(visit: Visit, months: tuple[Month, ...], now: datetime) -> tuple[Month, ...]:
    """Of a long list the month that is asked for, else the first that is not over."""
    asked = next((one for one in months if one.key == visit.asked("month")), None)
    coming = next((one for one in months if one.key >= f"{now:%Y-%m}"), months[0])
    return (asked or coming,)


@dataclass(frozen=True)
class _Changed:
    """The newest change, which nobody has been told of."""

    number: int
    sentences: tuple[str, ...]
    by: str


def _newest_change(visit: Visit, standing: Standing) -> _Changed | None:
    """What was done last, where it can still be taken back at once."""
    told = standing.release.revision if standing.release else 0
    newest = next(iter(visit.office.changes(standing.id, limit=1)), None)
    if newest is None or newest.undone_at or newest.revision != standing.stored.revision or newest.revision <= told:
        return None
    sentences = (action_sentence(one, standing.names, visit.language) for one in newest.change.actions)
    return _Changed(newest.number, tuple(sentences), newest.by)


def _states(visit: Visit, standing: Standing) -> list[tuple[str, str]]:
    states = []
    if standing.release:
        day = visit.day(standing.release.released_at, standing.term.time_zone)
        said = {"number": standing.release.number, "date": day, "by": standing.release.by}
        states.append(("good", visit.say("page.released", **said)))
    if standing.is_draft:
        states.append(("plain", visit.say("term.draft")))
    if standing.changed_since:
        states.append(("open", visit.say("term.changed_since")))
    return states


def _asked_for(visit: Visit) -> Response:
    """Ask for a plan, of a part or in stages where that is said, or for the one nearest to what people know."""
    standing = standing_of(visit, visit.said("term_id"))
    seconds = _seconds(visit)
    if seconds is None:
        bounds = {"shortest": SHORTEST_SECONDS, "longest": int(visit.settings.max_plan_time_limit_seconds)}
        return _shown(visit, standing, 422, visit.say("term.seconds_wrong", **bounds))
    wanted = wanted_of(visit, standing)
    if wanted is None:
        return _shown(visit, standing, 422, wrong_part=visit.say("term.part.none"))
    options = Options(seconds, visit.settings.workers)
    if visit.form.text("how") == "replan" and standing.plan:
        job = visit.office.enqueue_replan(standing.id, None, options, visit.who)
    else:
        job = visit.office.enqueue_plan(standing.id, None, options, visit.who, wanted=wanted)
    return visit.to("jobs", job.id)


def _seconds(visit: Visit) -> float | None:
    """How long to look, as it was typed; `None` where that is no time."""
    seconds = visit.form.number("seconds")
    longest = visit.settings.max_plan_time_limit_seconds
    return float(seconds) if SHORTEST_SECONDS <= seconds <= longest else None


WAYS = (
    Way("GET", "/terms/{term_id}", _page),
    Way("POST", "/terms/{term_id}/plan", _asked_for, "coordinator"),
)

"""What participants have reported: proposed changes, which a coordinator takes in or declines."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import ValidationError
from starlette.responses import Response

from api.pages.absence import one_line
from api.pages.door import Way
from api.pages.faults import faults_said
from api.pages.second import second
from api.pages.standing import Standing, standing_of
from api.pages.visit import Visit, address
from api.store import Conflict, Report, Stale
from api.telling import Names, action_sentence, span_text
from models import Placement
from scheduler import hit_by

__all__ = ["WAYS"]

MOST_REPORTS = 60
"""So many are shown: the page stays light, and those that wait longest are on it."""


@dataclass(frozen=True)
class _Told:
    """A report in words.

    Attributes:
        hits: what the person would miss, as the plan that is shown has it.
        reason: empty for readers, whom it is not for.
        decided: how it ended, when, and by whom; empty while it waits.
    """

    number: int
    name: str
    when: str
    meeting: str
    reason: str
    reported: str
    hits: tuple[str, ...]
    state: str
    decided: str
    answer: str


def _page(visit: Visit) -> Response:
    return _shown(visit, standing_of(visit, visit.said("term_id")))


def _shown(
    visit: Visit,
    at: Standing,
    status: int = 200,
    wrong: Mapping[int, str] | None = None,
    unanswered: Mapping[int, str] | None = None,
) -> Response:
    """The reports.

    Args:
        wrong: by report, why it cannot be taken in; by 0 what is wrong with none of them.
        unanswered: by report, what is wrong with the answer that was typed.
    """
    found = visit.office.reports(at.id, limit=MOST_REPORTS)
    told = [_told(visit, at, one) for one in found]
    return visit.term_page(
        "reports.html",
        at.term_of_page,
        status,
        at=at,
        waiting=[one for one in told if one.state == "waiting"],
        over=[one for one in told if one.state != "waiting"],
        count=visit.office.waiting(at.id),
        wrong=wrong or {},
        unanswered=unanswered or {},
        here_address=address("terms", at.id, "reports"),
    )


def _told(visit: Visit, at: Standing, report: Report) -> _Told:
    language, names, zone = visit.language, at.names, at.term.time_zone
    decided = ""
    if report.decided_at:
        said = {"by": report.decided_by, "date": visit.day(report.decided_at, zone)}
        decided = visit.say(f"reports.{report.state}", **said)
    return _Told(
        number=report.number,
        name=names.of("person", report.person),
        when=span_text(report.start, report.end, language),
        meeting=report.meeting or "",
        reason=(report.reason or "") if visit.may_change else "",
        reported=visit.say("reports.reported", date=visit.day(report.reported_at, zone)),
        hits=tuple(_hits(visit, at, names, report)) if report.state == "waiting" else (),
        state=report.state,
        decided=decided,
        answer=(report.answer or "") if visit.may_change else "",
    )


def _hits(visit: Visit, at: Standing, names: Names, report: Report) -> Iterator[str]:
    """The meetings at which the person sits then."""
    for one in hit_by(report.away, at.term, at.plan.plan) if at.plan else ():
        yield visit.say("reports.hit", **_hit(visit, names, one, report.person))


def _hit(visit: Visit, names: Names, placement: Placement, person: str) -> dict[str, str]:
    seats = (one.seat for one in placement.sittings if one.person == person)
    return {
        "meeting": names.meeting(placement.meeting),
        "when": span_text(placement.start, placement.end, visit.language),
        "seat": names.seats(placement.meeting, seats),
    }


def _accepted(visit: Visit) -> Response:
    """Take a report in as a change of the revision that was seen."""
    at, number = standing_of(visit, visit.said("term_id")), _number(visit)
    try:
        visit.office.accept_report(at.id, number, visit.form.number("based_on"), visit.who)
    except Stale as stale:
        return second(visit, at, stale, (_wanted(visit, at, number),), {}, _back(visit, at))
    except Conflict:
        return _too_late(visit, at)
    except ValidationError as wrong:
        return _shown(visit, at, 422, {number: faults_said(visit, wrong)})
    return visit.to("terms", at.id, "reports", done="report_accepted")


def _declined(visit: Visit) -> Response:
    """Leave the term as it is, with a word to the person."""
    at, answer = standing_of(visit, visit.said("term_id")), one_line(visit.form, "answer")
    if answer is None:
        return _shown(visit, at, 422, unanswered={_number(visit): visit.say("me.wrong.reason")})
    try:
        visit.office.decline_report(at.id, _number(visit), visit.who, answer)
    except Conflict:
        return _too_late(visit, at)
    return visit.to("terms", at.id, "reports", done="report_declined")


def _too_late(visit: Visit, at: Standing) -> Response:
    """Somebody else has decided, or the person has taken it back: the page says how it ended."""
    return _shown(visit, at, 409, {0: visit.say("reports.too_late")})


def _number(visit: Visit) -> int:
    return int(visit.request.path_params["number"])


def _wanted(visit: Visit, at: Standing, number: int) -> str:
    return action_sentence(visit.office.report(at.id, number).away, at.names, visit.language)


def _back(visit: Visit, at: Standing) -> tuple[str, str]:
    return visit.say("reports.title"), address("terms", at.id, "reports")


WAYS = (
    Way("GET", "/terms/{term_id}/reports", _page),
    Way("POST", "/terms/{term_id}/reports/{number:number}/accept", _accepted, "coordinator"),
    Way("POST", "/terms/{term_id}/reports/{number:number}/decline", _declined, "coordinator"),
)

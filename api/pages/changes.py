"""What has happened to a term, newest first: who said it, whom it hits, and taking it back while nobody knows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import ValidationError
from starlette.responses import Response

from api.pages.door import Way
from api.pages.faults import faults_said
from api.pages.happenings import HAPPENINGS
from api.pages.second import second
from api.pages.standing import Standing, standing_of
from api.pages.visit import Visit, address
from api.store import Conflict, Release, Stale, StoredChange
from api.telling import action_sentence
from api.telling.dates import when_text
from models import Placement
from scheduler import hit_by

__all__ = ["WAYS"]

MOST_CHANGES = 50
MOST_RELEASES = 1000


@dataclass(frozen=True)
class _Hit:
    """A meeting of the plan that cannot stand as it is."""

    meeting: str
    words: str


@dataclass(frozen=True)
class _Happened:
    """A change of the list."""

    number: int
    sentences: tuple[str, ...]
    said: str
    reason: str
    states: tuple[tuple[str, str], ...]
    """How each is shown (`good`, `open`, `plain`), and what it says."""
    waits: bool
    """Whether the plan that is shown does not know of it yet."""
    hits: tuple[_Hit, ...]
    can_be_undone: bool


def _page(visit: Visit) -> Response:
    return _shown(visit, standing_of(visit, visit.said("term_id")))


def _shown(visit: Visit, at: Standing, status: int = 200, wrong: str = "") -> Response:
    changes = visit.office.changes(at.id, visit.asked_number("after"), MOST_CHANGES)
    releases = visit.office.releases(at.id, limit=MOST_RELEASES)
    listed = tuple(_happened(visit, at, one, releases) for one in changes)
    return visit.term_page(
        "changes.html",
        at.term_of_page,
        status,
        at=at,
        listed=listed,
        waits=at.changed_since or any(one.waits for one in listed),
        older=changes[-1].number if len(changes) == MOST_CHANGES else None,
        happenings=tuple(
            (visit.say(f"happened.{kind}"), address("terms", at.id, "changes", kind)) for kind in HAPPENINGS
        ),
        seconds=round(visit.settings.plan_time_limit_seconds),
        wrong=wrong,
    )


def _happened(visit: Visit, at: Standing, one: StoredChange, releases: Sequence[Release]) -> _Happened:
    told = _told_by(one, releases)
    stands = one.undone_revision is None
    waits = stands and at.plan is not None and one.revision > at.plan.revision
    return _Happened(
        number=one.number,
        sentences=tuple(action_sentence(action, at.names, visit.language) for action in one.change.actions),
        said=visit.say("changes.said", when=visit.moment(one.made_at, at.term.time_zone), by=one.by),
        reason=(one.change.reason or "") if visit.may_change else "",  # it may be about somebody's health
        states=tuple(_states(visit, at, one, told, waits)),
        waits=waits,
        hits=tuple(_hits(visit, at, one)) if waits else (),
        can_be_undone=stands and told is None,
    )


def _told_by(one: StoredChange, releases: Sequence[Release]) -> Release | None:
    """The first release that people could see it in."""
    told = (release for release in reversed(releases) if release.revision >= one.revision)
    first = next(told, None)
    undone_before = first and one.undone_revision is not None and first.revision >= one.undone_revision
    return None if undone_before else first


def _states(
    visit: Visit, at: Standing, one: StoredChange, told: Release | None, waits: bool
) -> Iterator[tuple[str, str]]:
    if one.undone_at:
        when = visit.moment(one.undone_at, at.term.time_zone)
        yield "plain", visit.say("changes.undone", when=when, by=one.undone_by)
    if told:
        yield "good", visit.say("changes.told", number=told.number)
    elif waits:
        yield "open", visit.say("changes.waits")
    elif one.undone_at is None:
        yield "plain", visit.say("changes.untold")


def _hits(visit: Visit, at: Standing, one: StoredChange) -> Iterator[_Hit]:
    assert at.plan is not None, "only a plan is hit"
    hit = (held for action in one.change.actions for held in hit_by(action, at.term, at.plan.plan))
    for held in dict.fromkeys(hit):
        yield _Hit(held.meeting, _held(visit, at, held))


def _held(visit: Visit, at: Standing, held: Placement) -> str:
    when = when_text(held.start, held.end, visit.language)
    return visit.say("changes.hit", meeting=at.names.meeting(held.meeting), when=when)


def _undone(visit: Visit) -> Response:
    """Take a change back, or say why that cannot be."""
    at = standing_of(visit, visit.said("term_id"))
    number = int(visit.said("number"))
    try:
        visit.office.undo_change(at.id, number, visit.form.number("based_on"), visit.who)
    except Stale as stale:
        done = visit.office.change(at.id, number).change.actions
        what = " ".join(action_sentence(one, at.names, visit.language) for one in done)
        here = (visit.say("menu.changes"), address("terms", at.id, "changes"))
        return second(visit, at, stale, (visit.say("changes.undo.wanted", what=what),), {}, here)
    except Conflict as conflict:
        return _shown(visit, at, 409, visit.say(f"changes.undo.{conflict.code}", **_known(conflict)))
    except ValidationError as wrong:
        return _shown(visit, at, 422, visit.say("changes.undo.needed", faults=faults_said(visit, wrong)))
    return visit.to("terms", at.id, "changes", done="undone")


def _known(conflict: Conflict) -> dict[str, object]:
    return {"number": conflict.params.get("release", "")}


WAYS = (
    Way("GET", "/terms/{term_id}/changes", _page),
    Way("POST", "/terms/{term_id}/changes/{number:number}/undo", _undone, "coordinator"),
)

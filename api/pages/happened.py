"""Saying what has happened: a form for each kind, with every fault at the field that it is about."""

from collections.abc import Iterable, Mapping

from pydantic import ValidationError
from starlette.responses import Response

from api.pages.door import Way
from api.pages.faults import fault_said, faults_in
from api.pages.happenings import HAPPENINGS, Happening
from api.pages.second import second
from api.pages.standing import Standing, standing_of
from api.pages.visit import Visit, address
from api.store import NotFound, Stale
from api.telling import action_sentence
from models import WEEKDAYS, Change

__all__ = ["WAYS"]

MOST_EVERY_WEEKS = 4


def _page(visit: Visit) -> Response:
    return _shown(visit, standing_of(visit, visit.said("term_id")))


def _happening(visit: Visit) -> Happening:
    """What the address is about. Raises `NotFound`."""
    kind = visit.said("kind")
    if kind not in HAPPENINGS:
        raise NotFound("page", kind)
    return HAPPENINGS[kind]


def _shown(visit: Visit, at: Standing, status: int = 200, wrong: Mapping[str, str] | None = None) -> Response:
    happening, kind = _happening(visit), visit.said("kind")
    term, form = at.stored.term, visit.form
    return visit.term_page(
        happening.template,
        at.term_of_page,
        status,
        steps=((visit.say("menu.changes"), address("terms", at.id, "changes")),),
        at=at,
        kind=kind,
        people=_choice(visit, ((one.id, one.name) for one in term.people)),
        places=_choice(visit, ((one.id, one.name) for one in term.places)),
        series=tuple((one.id, one.title) for one in term.series),
        weekdays=tuple(zip(WEEKDAYS, visit.say("happened.weekdays").split(), strict=True)),
        often=tuple((str(weeks), _often(visit, weeks)) for weeks in range(1, MOST_EVERY_WEEKS + 1)),
        typed=form.fields,
        wrong=wrong or {},
        based_on=form.text("based_on") or str(at.stored.revision),
    )


def _choice(visit: Visit, named: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """By name, after what stands there before anybody has been chosen."""
    return ("", visit.say("happened.choose")), *sorted(named, key=lambda one: one[1].casefold())


def _often(visit: Visit, weeks: int) -> str:
    code = {1: "told.every_week", 2: "told.every_other_week"}.get(weeks, "told.every_weeks")
    return visit.say(code, weeks=weeks)


def _said(visit: Visit) -> Response:
    """Keep what was said, or say at each field what is wrong with it."""
    at, happening = standing_of(visit, visit.said("term_id")), _happening(visit)
    empty = [name for name in happening.needed(visit.form) if not visit.form.text(name)]
    if empty:
        return _shown(visit, at, 422, {name: visit.say("happened.needed") for name in empty})
    said = {"actions": [happening.action(visit.form, at.stored.term)], "reason": visit.form.text("reason") or None}
    try:
        change = Change.model_validate(said)
        visit.office.change_term(at.id, change, visit.form.number("based_on"), visit.who)
    except Stale as stale:
        return _second(visit, at, stale, change)
    except ValidationError as wrong:
        return _shown(visit, at, 422, _faults(visit, happening, wrong))
    return visit.to("terms", at.id, "changes", done="changed")


def _second(visit: Visit, at: Standing, stale: Stale, change: Change) -> Response:
    wanted = tuple(action_sentence(one, at.names, visit.language) for one in change.actions)
    again = {name: value for name, value in visit.form.fields.items() if name not in ("form_key", "based_on")}
    here = (visit.say("menu.changes"), address("terms", at.id, "changes"))
    return second(visit, at, stale, wanted, again, here)


def _faults(visit: Visit, happening: Happening, wrong: ValidationError) -> dict[str, str]:
    """By field, what is wrong with what was typed there; by the empty name what belongs to no field."""
    found: dict[str, str] = {}
    for one in faults_in(wrong):
        field = "reason" if one["pointer"] == "/reason" else happening.field_of(one["pointer"])
        sentence = fault_said(visit, one)
        found[field] = f"{found.get(field, '')} {sentence[:1].upper()}{sentence[1:]}.".strip()
    return found


WAYS = (
    Way("GET", "/terms/{term_id}/changes/{kind}", _page, "coordinator"),
    Way("POST", "/terms/{term_id}/changes/{kind}", _said, "coordinator"),
)

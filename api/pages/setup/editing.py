"""The form of a thing: looking at it, typing in it, keeping it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from starlette.responses import Response

from api.pages.setup.both import shown_both
from api.pages.setup.choices import Refer
from api.pages.setup.desk import Desk
from api.pages.setup.document import Document, checked, put, words_of
from api.pages.setup.edit import Edit, desk_of, noun_of
from api.pages.setup.faults import Place, labels_of, names_of, sorted_out
from api.pages.setup.kinds import Entered
from api.pages.setup.listing import listed
from api.pages.setup.references import openings
from api.pages.visit import Visit, address
from api.problems import Problem
from api.store import Stale

__all__ = ["looked_at", "sent", "subject"]

MOST_FAULTS = 50
PRESSES = ("add", "remove", "up", "down", "reset")
TRIES = 3


def subject(visit: Visit) -> Response:
    """The list of a noun, or its form where it is a part of the term."""
    return listed(visit) if noun_of(visit).is_list else looked_at(visit)


def looked_at(visit: Visit) -> Response:
    """The form of a thing, or of a new one."""
    edit = Edit.of(visit)
    return _form(visit, edit, edit.entered(edit.was) if edit.key is not None else _new(visit, edit))


def _new(visit: Visit, edit: Edit) -> Entered:
    """What is entered of a new thing: its defaults, and what the page before has said of it."""
    entered = edit.noun.form.nothing
    asked = {one.name: visit.asked(one.name) for one in edit.noun.fields if isinstance(one.kind, Refer)}
    return {**entered, **{name: said for name, said in asked.items() if said}}


def sent(visit: Visit) -> Response:
    """Add or remove a row of what was typed, or keep it."""
    edit = Edit.of(visit)
    entered = edit.noun.form.gather(visit.form, "")
    action, _, where = visit.form.text("do").partition(" ")
    if action in PRESSES:
        return _form(visit, edit, edit.noun.form.press(entered, action, tuple(where.split(".")) if where else ()))
    entered = edit.noun.form.tidy(entered)
    for _ in range(TRIES):
        if edit.clashes and entered != edit.entered(edit.now()[1]):
            return shown_both(visit, edit, entered)
        try:
            return _kept(visit, edit, entered, another=action == "another")
        except Stale:  # between reading and writing; with what the other has made it is tried again
            edit = replace(edit, newest=visit.office.term(edit.newest.id))
    return shown_both(visit, edit, entered)


def _kept(visit: Visit, edit: Edit, entered: Entered, another: bool) -> Response:
    noun, base = edit.noun, edit.base()
    desk = _desk(visit, edit, entered, base)
    value = noun.form.read(entered, base, desk)
    named = words_of(noun, entered, desk) if edit.key is None else ""
    document, key = put(edit.newest.term, noun, _where(edit), value, named)
    try:
        term = checked(document, visit.settings)
    except Problem as problem:
        return _form(visit, edit, entered, (problem.faults, document, key))
    visit.office.replace_term(edit.newest.id, term, edit.newest.revision, visit.who)
    here = ("terms", edit.newest.id, "setup", noun.name)
    return visit.to(*here, *(("new",) if another else ()), done="kept")


def _where(edit: Edit) -> str | None:
    """The key that the thing has now; `None` of one that is put last, as what is new or comes back without an id."""
    key, item = edit.now()
    return None if edit.key is None or (item is None and not edit.noun.named_by) else key


Wrong = tuple[Iterable[Mapping[str, Any]], Document, str]
"""Faults of a document, and the key of the thing of the form in it."""


def _desk(visit: Visit, edit: Edit, entered: Entered, base: Mapping[str, Any]) -> Desk:
    series = str(entered.get("series", "")) if edit.noun.name == "meetings" else ""
    return desk_of(edit.newest.term, visit.language, edit.noun, base, series)


def _form(visit: Visit, edit: Edit, entered: Entered, wrong: Wrong | None = None) -> Response:
    noun, base = edit.noun, edit.base()
    desk = _desk(visit, edit, entered, base)
    form = noun.form if visit.may_change else noun.open_form
    nodes = form.nodes("", entered, desk)
    faults, elsewhere = _told(edit, desk, set(names_of(nodes)), wrong) if wrong else ({}, [])
    title = _title(edit, desk)
    return visit.term_page(
        "setup_form.html",
        (edit.newest.id, edit.newest.title),
        422 if wrong else 200,
        steps=_steps(visit, edit),
        title=title,
        noun=noun,
        edit=edit,
        nodes=nodes,
        words=[one for one in form.labelled(entered, desk) if one[1]],
        faults=faults,
        labels=labels_of(nodes, desk),
        elsewhere=elsewhere[:MOST_FAULTS],
        more=max(len(elsewhere) - MOST_FAULTS, 0),
        long_lists=desk.long_lists(),
        id=base.get("id", ""),
        openings=tuple(_went_in(visit, edit)),
        action=visit.request.url.path,
    )


def _told(edit: Edit, desk: Desk, known: set[str], wrong: Wrong) -> tuple[dict[str, list[str]], list[Any]]:
    found, document, key = wrong
    at = _place_in(document, edit, key) if edit.noun.is_list else None
    return sorted_out(found, Place(edit.newest.id, edit.noun, at), document, desk, known)


def _place_in(document: Document, edit: Edit, key: str) -> int:
    """Where the thing of the form stands in its list."""
    items: Any = document
    for step in edit.noun.path:
        items = items[step]
    if not edit.noun.named_by:
        return int(key)
    return next(at for at, one in enumerate(items) if one["id"] == key)


def _title(edit: Edit, desk: Desk) -> str:
    if not edit.noun.is_list:
        return desk.say(f"setup.noun.{edit.noun.name}")
    if edit.was is None:
        return desk.say(f"setup.new.{edit.noun.name}")
    return Desk(edit.seen.term, desk.language).tell.label(edit.noun.name, edit.was)


def _steps(visit: Visit, edit: Edit) -> tuple[tuple[str, str], ...]:
    """The pages between the term and the form."""
    base = ("terms", edit.newest.id, "setup")
    overview = (visit.say("menu.setup"), address(*base))
    noun = edit.noun.name
    return (overview, (visit.say(f"setup.noun.{noun}"), address(*base, noun))) if edit.noun.is_list else (overview,)


@dataclass(frozen=True)
class _Opening:
    """Things that belong to the one of the form: how many, where they are listed, where there is a form for another."""

    count: str
    all: str
    title: str
    new: str


def _went_in(visit: Visit, edit: Edit) -> Iterator[_Opening]:
    for other, field in openings(edit.noun) if edit.key else ():
        found = sum(1 for one in other.items(edit.newest.term) if getattr(one, field) == edit.key)
        base, asked = address("terms", edit.newest.id, "setup", other.name), urlencode({field: edit.key})
        count = visit.say("setup.all_of", what=visit.say(f"setup.noun.{other.name}"), n=found)
        yield _Opening(count, f"{base}?{asked}", visit.say(f"setup.new.{other.name}"), f"{base}/new?{asked}")

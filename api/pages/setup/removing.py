"""Removing a thing: first what refers to it, then whether the term is right without it."""

from dataclasses import dataclass, replace
from itertools import islice

from starlette.responses import Response

from api.pages.setup.both import shown_both
from api.pages.setup.desk import Desk
from api.pages.setup.document import checked, taken_out
from api.pages.setup.edit import Edit
from api.pages.setup.faults import Elsewhere, sorted_out
from api.pages.setup.references import referring
from api.pages.visit import Visit, address
from api.problems import Problem
from api.store import NotFound, Stale

__all__ = ["asked_to_remove", "removed"]

MOST = 50
TRIES = 3


@dataclass(frozen=True)
class _Use:
    """Something that refers to the thing."""

    name: str
    address: str


def asked_to_remove(visit: Visit) -> Response:
    """Whether it is to be removed, and what refers to it."""
    return _shown(visit, _edit(visit))


def removed(visit: Visit) -> Response:
    """Remove it, or say what is wrong without it."""
    edit = _edit(visit)
    for _ in range(TRIES):
        key, item = edit.now()
        if item is None:
            break
        if edit.clashes:
            return shown_both(visit, edit, None)
        try:
            document = taken_out(edit.newest.term, edit.noun, key)
            term = checked(document, visit.settings)
            visit.office.replace_term(edit.newest.id, term, edit.newest.revision, visit.who)
            break
        except Problem as problem:
            desk = Desk(edit.newest.term, visit.language)
            _, elsewhere = sorted_out(problem.faults, None, document, desk, ())
            return _shown(visit, edit, elsewhere)
        except Stale:
            edit = replace(edit, newest=visit.office.term(edit.newest.id))
    return visit.to("terms", edit.newest.id, "setup", edit.noun.name, done="removed")


def _edit(visit: Visit) -> Edit:
    edit = Edit.of(visit)
    if not edit.noun.is_list:
        raise NotFound("thing", edit.noun.name)
    return edit


def _shown(visit: Visit, edit: Edit, wrong: list[Elsewhere] | None = None) -> Response:
    desk = Desk(edit.seen.term, visit.language)
    name = desk.tell.label(edit.noun.name, edit.was)
    base = ("terms", edit.newest.id, "setup")
    noun = edit.noun.name
    back = address(*base, noun, "item", str(edit.key))
    overview = (visit.say("menu.setup"), address(*base))
    return visit.term_page(
        "setup_remove.html",
        (edit.newest.id, edit.newest.title),
        422 if wrong else 200,
        steps=(overview, (visit.say(f"setup.noun.{noun}"), address(*base, noun)), (name, back)),
        name=name,
        edit=edit,
        wrong=(wrong or [])[:MOST],
        more=max(len(wrong or []) - MOST, 0),
        uses=tuple(_uses(visit, edit, desk)) if not wrong else (),
        back=back,
        action=visit.request.url.path,
    )


def _uses(visit: Visit, edit: Edit, desk: Desk) -> list[_Use]:
    if not edit.noun.named_by:
        return []
    found = islice(referring(edit.seen.term, edit.noun, str(edit.key)), MOST)
    base = ("terms", edit.newest.id, "setup")
    return [
        _Use(
            f"{visit.say(f'setup.noun.{noun.name}')}: {desk.tell.label(noun.name, item)}",
            address(*base, noun.name, "item", noun.key(item, at)),
        )
        for noun, at, item in found
    ]

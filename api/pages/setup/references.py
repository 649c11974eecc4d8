"""What of a term refers to a thing, found by the table of forms."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from api.pages.setup.choices import Refer, Ticks
from api.pages.setup.groups import Inherited, Part, Rows, Several
from api.pages.setup.kinds import Kind
from api.pages.setup.noun import Noun
from api.pages.setup.nouns import NOUNS
from models import Term

__all__ = ["openings", "referring"]


def referring(term: Term, noun: Noun, id: str) -> Iterator[tuple[Noun, int, Any]]:
    """Everything that names the thing: which noun it is, its place in its list, and itself."""
    for other in NOUNS.values():
        if other.is_list and _leads(other.form, noun.name):
            for at, item in enumerate(other.items(term)):
                if any(found == id for found in _named(other.form, item, noun.name)):
                    yield other, at, item


def openings(noun: Noun) -> Iterator[tuple[Noun, str]]:
    """The nouns that belong to one of these, and the field that says to which."""
    for other in NOUNS.values():
        fields = (one for one in other.fields if one.required and isinstance(one.kind, Refer))
        found = next((one for one in fields if isinstance(one.kind, Refer) and one.kind.lists == (noun.name,)), None)
        if found:
            yield other, found.name


@cache
def _leads(kind: Kind, wanted: str) -> bool:
    """Whether anything of the kind can name a thing of that list."""
    match kind:
        case Refer() | Several() | Ticks():
            return wanted in kind.lists
        case Part():
            return any(_leads(one.kind, wanted) for one in kind.fields)
        case Rows():
            return any(_leads(one.kind, wanted) for one in kind.row.fields)
        case Inherited():
            return _leads(kind.own, wanted)
    return False


def _named(kind: Kind, value: Any, wanted: str) -> Iterator[str]:
    """The ids of that list that a value names."""
    match kind:
        case Refer() if value:
            yield value
        case Several() | Ticks():
            yield from value or ()
        case Part() if value is not None:
            for one in kind.fields:
                if _leads(one.kind, wanted):
                    yield from _named(one.kind, getattr(value, one.name), wanted)
        case Rows():
            for one in value or ():
                yield from _named(kind.row, one, wanted)
        case Inherited():
            yield from _named(kind.own, value, wanted)

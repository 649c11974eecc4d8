"""A term's document with one thing put in, or taken out; whether it is a term, the term says."""

import json
from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from api.pages.setup.desk import Desk, free_id
from api.pages.setup.kinds import Entered
from api.pages.setup.noun import Noun
from api.problems import Problem, faults_of
from api.routes.bodies import read_json
from api.settings import Settings
from models import Term, as_validation_error
from scheduler import faults

__all__ = ["Document", "checked", "put", "read_term", "taken_out", "words_of"]

Document = dict[str, Any]
_SHARED = {"places": ("places", "localities"), "localities": ("places", "localities")}
"""Lists of which no two things have the same id, since ways join either."""


def put(term: Term, noun: Noun, key: str | None, value: Mapping[str, Any], named: str) -> tuple[Document, str]:
    """The document with a thing instead of the one with that key, or as the last one; and its key.

    Args:
        named: the words that a new thing's id is made of.
    """
    document = _document(term)
    if not noun.is_list:
        others = {name: one for name, one in document.items() if name not in {field.name for field in noun.fields}}
        return {**others, **value}, ""
    items = _list(document, noun)
    at = _place(term, noun, key)
    if at is not None:
        items[at] = dict(value)
        return document, str(key)
    items.append(_born(term, noun, key, value, named))
    return document, str(items[-1].get("id", len(items) - 1))


def taken_out(term: Term, noun: Noun, key: str) -> Document:
    """The document without a thing."""
    document = _document(term)
    at = _place(term, noun, key)
    if at is not None:
        del _list(document, noun)[at]
    return document


def checked(document: Document, settings: Settings) -> Term:
    """The document as a term. Raises `Problem` (`invalid`) with every fault, as the API does."""
    return read_term(json.dumps(document).encode(), settings)


def read_term(sent: bytes, settings: Settings) -> Term:
    """A term that can be planned, from its JSON. Raises `Problem` with all that is wrong with it, as the API does."""
    term = read_json(Term, sent, settings)
    found = faults(term)
    if found:
        wrong = as_validation_error("Term", found).errors(include_url=False, include_input=False)
        raise Problem("invalid", faults=faults_of(wrong))
    return term


def _document(term: Term) -> Document:
    found: Document = json.loads(term.model_dump_json())
    return found


def _list(document: Document, noun: Noun) -> list[Document]:
    found: Any = document
    for step in noun.path:
        found = found[step]
    assert isinstance(found, list), "things stand in lists"
    return found


def _place(term: Term, noun: Noun, key: str | None) -> int | None:
    return next((at for at, one in enumerate(noun.items(term)) if key is not None and noun.key(one, at) == key), None)


def _born(term: Term, noun: Noun, key: str | None, value: Mapping[str, Any], named: str) -> Document:
    """A new thing with an id of its own, and where it has one a uid; one that comes back has kept both."""
    if not noun.named_by:
        return dict(value)
    taken = {one.id for name in _SHARED.get(noun.name, (noun.name,)) for one in getattr(term, name)}
    born = {"id": key or free_id(named, taken), **value}
    return {"uid": str(uuid4()), **born} if noun.name == "meetings" else born


def words_of(noun: Noun, entered: Entered, desk: Desk) -> str:
    """The words that a new thing's id is made of."""
    said = dict(zip((one.name for one in noun.fields), noun.form.labelled(entered, desk), strict=True))
    return " ".join(word for name in noun.named_by for word in said[name][1])

"""Terms with one item of a list replaced, added or taken out."""

from collections.abc import Collection
from typing import Any

from models import Noun, Term

__all__ = ["free_id", "with_fields", "with_more", "without"]


def with_fields(term: Term, name: str, id: str, **fields: Any) -> Term:
    """The term with some fields of one item of a list replaced."""
    items = (one.model_copy(update=fields) if one.id == id else one for one in getattr(term, name))
    return term.model_copy(update={name: tuple(items)})


def with_more(term: Term, name: str, *items: Noun) -> Term:
    """The term with items at the end of a list."""
    return term.model_copy(update={name: (*getattr(term, name), *items)})


def without(term: Term, name: str, id: str) -> Term:
    """The term with one item of a list taken out."""
    return term.model_copy(update={name: tuple(one for one in getattr(term, name) if one.id != id)})


def free_id(taken: Collection[str], stem: str) -> str:
    """An id that is not taken: the stem with the first number that is free."""
    numbered = (f"{stem[: 63 - len(str(n))]}-{n}" for n in range(1, len(taken) + 2))
    return next(one for one in numbered if one not in taken)

"""What happened, made into the next revision of a term; and taken back."""

from collections.abc import Sequence
from typing import Any

from models import Change, Plan, Sizes, Term, as_validation_error
from models.references import KINDS
from scheduler.changes import STEPS
from scheduler.changes.faults import faults_of
from scheduler.faults import faults

__all__ = ["Entangled", "apply", "take_back"]

USUAL = Sizes()


class Entangled(Exception):
    """A change cannot be taken back: what it made has been changed since.

    Attributes:
        list_name: the list of the term in which.
        id: of the item there.
    """

    def __init__(self, list_name: str, id: str) -> None:
        super().__init__(f'"{id}" in {list_name} has been changed since: take that change back first')
        self.list_name, self.id = list_name, id


def apply(term: Term, change: Change, sizes: Sizes = USUAL, known: Sequence[Plan] = ()) -> Term:
    """The term after a change, its actions applied in order; the old one is left as it is.

    Args:
        term: the newest revision.
        change: what happened.
        sizes: how large the term may be.
        known: plans that people know, or are about to: a meeting is cancelled on the date that one of them has.

    Raises:
        pydantic.ValidationError: an action names what the term does not have (the place of the fault is in the change),
            or what comes of it is no valid term (its place is in that term).
    """
    for n, action in enumerate(change.actions):
        wrong = faults_of(term, action, n, known)
        if wrong:
            raise as_validation_error("Change", wrong)
        term = STEPS[type(action)](term, action, change.reason)
    return _valid(term, sizes)


def _valid(term: Term, sizes: Sizes) -> Term:
    """The term, checked as a document."""
    checked = Term.model_validate(term.model_dump(), context={"sizes": sizes})
    wrong = faults(checked)
    if wrong:
        raise as_validation_error("Term", wrong)
    return checked


def take_back(before: Term, after: Term, now: Term, sizes: Sizes = USUAL) -> Term:
    """The term as it is now without what led from `before` to `after`; what came later stays.

    Raises:
        Entangled: something that was changed then has been changed again since.
        pydantic.ValidationError: what comes of it is no valid term, since something later needs what is taken back.
    """
    lists = {name: _restored(name, before, after, now) for name in (*KINDS, "closed_days")}
    return _valid(now.model_copy(update=lists), sizes)


def _restored(name: str, before: Term, after: Term, now: Term) -> tuple[Any, ...]:
    """A list of the term with what was changed as it was before; what is back stands where it stood."""
    if getattr(before, name) == getattr(after, name):
        found: tuple[Any, ...] = getattr(now, name)
        return found
    old, new, current = (_by_key(getattr(term, name)) for term in (before, after, now))
    for key in [key for key in {**old, **new} if old.get(key) != new.get(key)]:
        if current.get(key) != new.get(key):
            raise Entangled(name, key)
        current.pop(key, None)
        if key in old:
            current[key] = old[key]
    place = {key: n for n, key in enumerate(old)}
    return tuple(current[key] for key in sorted(current, key=lambda key: place.get(key, len(place))))


def _by_key(items: tuple[Any, ...]) -> dict[str, Any]:
    """Items by id; those that have none (closed days) by all that they say."""
    return {getattr(one, "id", None) or one.model_dump_json(): one for one in items}

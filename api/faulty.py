"""What pydantic finds wrong with a document, at the places that the document has, and each thing once."""

from collections.abc import Sequence
from typing import get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from models import FAULTS, Action, Change

__all__ = ["errors_of"]

Place = tuple[int | str, ...]

_KINDS = {kind.model_fields["kind"].default for kind in get_args(get_args(Action)[0])}


def errors_of(error: ValidationError) -> Sequence[ErrorDetails]:
    """Everything wrong with a document.

    Pydantic counts only the sound items of a list, and finds one too short whose items are faulty: that is left out.
    """
    found = error.errors(include_url=False, include_input=False)
    if error.title == Change.__name__:
        found = [{**one, "loc": _place(one)} for one in found]
    faulty = {one["loc"][:length] for one in found for length in range(len(one["loc"]))}
    return [one for one in found if one["type"] != "too_short" or one["loc"] not in faulty]


def _place(error: ErrorDetails) -> Place:
    """Where a fault of a change is: pydantic puts the kind of an action into its place, which the document does not.

    The faults that are ours are found later, and at their places; there `places` is a key and not a kind.
    """
    loc = error["loc"]
    tagged = loc[:1] == ("actions",) and len(loc) > 2 and loc[2] in _KINDS and error["type"] not in FAULTS
    return loc[:2] + loc[3:] if tagged else loc

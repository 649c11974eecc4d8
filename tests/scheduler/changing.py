"""A small town to which things happen: what a change makes of it, and what is wrong with one."""

from typing import Any

import pytest
from pydantic import ValidationError

from models import Change, Term, pointer
from scheduler import apply
from tests.build import (
    at_least,
    away,
    called_off,
    different_days,
    holds,
    lock,
    meeting,
    order,
    person,
    place,
    same_day,
    seat,
    series,
    term,
)

__all__ = ["TOWN", "changed", "differing", "faults", "the"]

TOWN = term(
    series(
        "centre",
        seat("head", groups=("town",)),
        seat("nurse", vacancy="priced"),
        places=("hall",),
        attendance=(at_least(1, "town"),),
        spacing_days=1,
    ),
    meeting("a", series="centre"),
    meeting("b", series="centre", lock=lock("tue 10:00", head="anna")),
    meeting("c", series="centre", called_off=(called_off("mon", "tue"),)),
    place("school"),
    order("a", "b"),
    different_days("a", "c"),
    same_day("a", "b", "c"),
    holds("anna", "head", deputies=["bo"]),
    holds("cia", "nurse"),
    person("dan", limits={"meetings_per_day": 1, "meetings_per_week": 2}),
    away("anna", "mon 08:00", "mon 17:00"),
)


def changed(*actions: dict[str, Any], of: Term = TOWN, reason: str | None = None) -> Term:
    """The term after some actions, the old one left as it is."""
    was = of.model_dump_json()
    after = apply(of, Change.model_validate({"actions": actions, "reason": reason}))
    assert of.model_dump_json() == was
    return after


def differing(after: Term, before: Term = TOWN) -> set[str]:
    """The fields of the term that are not the same."""
    return {name for name in Term.model_fields if getattr(before, name) != getattr(after, name)}


def the(of: Term, name: str, id: str) -> Any:
    """An item of a list of the term."""
    return next(one for one in getattr(of, name) if one.id == id)


def faults(*actions: dict[str, Any], of: Term = TOWN) -> list[tuple[str, str]]:
    """Every fault of a change as (code, JSON pointer)."""
    with pytest.raises(ValidationError) as wrong:
        changed(*actions, of=of)
    return [(error["type"], pointer(error["loc"])) for error in wrong.value.errors(include_url=False)]

"""What can still be read of a faulty document, so that its other faults are found in the same run."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from models.base import YEARS
from models.checks import faults_of
from models.faults import Fault
from models.sizes import Sizes

if TYPE_CHECKING:
    from models.term import Term

__all__ = ["Rest", "readable_rest"]

# What stands in for a field that could not be read: values that no other fault follows from.
STAND_INS: Mapping[str, Any] = {
    "uid": "00000000-0000-0000-0000-000000000000",
    "title": "?",
    "first_day": date(YEARS[0], 1, 1),
    "last_day": date(YEARS[-1], 12, 31),
    "grid_minutes": 5,
}


@dataclass(frozen=True)
class Rest:
    """A document without the list items that cannot be read."""

    data: dict[str, Any]
    left_out: frozenset[str]
    """Ids of the items left out: they are known, though nothing more is."""
    unread: frozenset[str]
    """Names of the fields that could not be read, as a whole or in parts that nobody can name."""
    positions: Mapping[str, tuple[int, ...]]
    """For each list, where its remaining items stood."""

    def faults(self, term: "Term", sizes: Sizes) -> tuple[Fault, ...]:
        """Everything wrong with the rest, read as a term, each at its place in the whole document."""
        if self.unread & {"first_day", "last_day", "grid_minutes"}:  # bounds on what stand-ins make mean nothing
            sizes = replace(sizes, term_days=10**12, starts=10**12)
        return tuple(map(self.fault, faults_of(term, sizes, self.left_out, self.unread)))

    def fault(self, found: Fault) -> Fault:
        """A fault found in the rest, at its place in the whole document."""
        name, position, *inner = (*found.location, None, None)[: max(2, len(found.location))]
        if not isinstance(position, int) or name not in self.positions:
            return found
        return replace(found, location=(str(name), self.positions[str(name)][position], *inner))  # type: ignore[arg-type]


def readable_rest(data: Any, errors: ValidationError) -> Rest | None:
    """The document without its unreadable parts, or ``None`` where that leaves nothing to check."""
    if not isinstance(data, dict):
        return None
    bad = {error["loc"][:2] for error in errors.errors(include_url=False, include_input=False)}
    whole = {place[0] for place in bad if len(place) < 2 or not isinstance(place[1], int)}
    kept = {key: value for key, value in data.items() if key not in whole}
    positions, left_out, unread = {}, set[str](), {str(key) for key in whole}
    for key, value in kept.items():
        if isinstance(value, list):
            positions[key] = tuple(n for n in range(len(value)) if (key, n) not in bad)
            lost = {_id(item) for n, item in enumerate(value) if (key, n) in bad}
            left_out |= lost
            unread |= {key} if "" in lost else set()  # what has no id may be what others refer to
            kept[key] = [value[n] for n in positions[key]]
    stand_ins = {key: value for key, value in STAND_INS.items() if key in whole}
    return Rest({**kept, **stand_ins}, frozenset(left_out), frozenset(unread), positions)


def _id(item: Any) -> str:
    return str(item.get("id", "")) if isinstance(item, Mapping) else ""

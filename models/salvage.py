"""What can still be read of a faulty document, so that its other faults are found in the same run."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from models.faults import Fault

__all__ = ["Rest", "readable_rest"]


@dataclass(frozen=True)
class Rest:
    """A document without the list items that cannot be read."""

    data: dict[str, Any]
    left_out: frozenset[str]
    """Ids of the items left out: they are known, though nothing more is."""
    positions: Mapping[str, tuple[int, ...]]
    """For each list, where its remaining items stood."""

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
    positions, left_out = {}, set[str]()
    for key, value in kept.items():
        if isinstance(value, list):
            positions[key] = tuple(n for n in range(len(value)) if (key, n) not in bad)
            left_out |= {_id(item) for n, item in enumerate(value) if (key, n) in bad}
            kept[key] = [value[n] for n in positions[key]]
    left_out |= {_id(item) for key in whole if isinstance(data.get(key), list) for item in data[key]}
    return Rest(kept, frozenset(left_out), positions)


def _id(item: Any) -> str:
    return str(item.get("id", "")) if isinstance(item, Mapping) else ""

"""A term document in the making: its lists, and how a person, a post, a seat and a meeting get into them."""

from collections.abc import Sequence
from typing import Any

__all__ = ["Document", "Item", "seat", "window"]

Item = dict[str, Any]


class Document:
    """The lists of a term document, by name, and the legs of its travel."""

    def __init__(self) -> None:
        self.lists: dict[str, list[Item]] = {}
        self.legs: list[Item] = []

    def add(self, into: str, name: str, **values: Any) -> str:
        """Put a thing with a name of its own into a list; its id."""
        self.lists.setdefault(into, []).append({"id": name, "name": name, **values})
        return name

    def person(self, name: str, base: str, meetings_per_day: int | None = None) -> str:
        """Somebody who travels from `base`; without a limit of their own the term's holds."""
        limits = {"limits": {"meetings_per_day": meetings_per_day, "meetings_per_week": 5}} if meetings_per_day else {}
        return self.add("people", name, base=base, **limits)

    def appoint(self, role: str, unit: str, holder: str, deputies: Sequence[str] = ()) -> None:
        """Let somebody hold a role in a unit, with deputies in order; another holder of the same makes it a pool."""
        known = self.lists.setdefault("appointments", [])
        post = {"role": role, "unit": unit, "holder": holder, "deputies": [one for one in deputies if one != holder]}
        known.append({"id": f"appointment-{len(known)}", **post})

    def series(self, name: str, title: str, **values: Any) -> str:
        """Meetings of one kind; the series' id."""
        self.lists.setdefault("series", []).append({"id": name, "title": title, **values})
        return name

    def meeting(self, name: str, series: str, **values: Any) -> str:
        """One meeting of a series; its id."""
        self.lists.setdefault("meetings", []).append({"id": name, "series": series, **values})
        return name

    def forum(self, name: str, title: str, members: Sequence[Item], **values: Any) -> str:
        """A group that meets as itself; the forum's id."""
        self.lists.setdefault("forums", []).append({"id": name, "title": title, "members": members, **values})
        return name

    def before_each(self, before: str, after: str, at_least_days: int, at_most_days: int) -> None:
        """A meeting of one series so many days before each meeting of another."""
        order = {"id": f"{before}-{after}", "before": before, "after": after}
        days = {"at_least_days": at_least_days, "at_most_days": at_most_days}
        self.lists.setdefault("series_orders", []).append({**order, **days})

    def joint_day(self, name: str, meetings: Sequence[str]) -> None:
        """Meetings that share a date."""
        self.lists.setdefault("day_relations", []).append({"id": name, "meetings": meetings, "kind": "same_day"})


def seat(role: str, unit: str, **values: Any) -> Item:
    """A seat for whoever holds a role in a unit."""
    return {"id": f"{unit}.{role}", "role": role, "unit": unit, **values}


def window(first: object, last: object, hours: tuple[str, str], weekdays: Sequence[str]) -> Item:
    """Dates, weekdays and hours that a meeting may lie in."""
    dates = {"first_day": str(first), "last_day": str(last)}
    return {**dates, "weekdays": list(weekdays), "from_time": hours[0], "to_time": hours[1]}

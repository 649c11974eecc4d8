"""A term document that grows: what is put beside Borås, with what is assumed marked as such."""

from collections.abc import Sequence
from random import Random
from typing import Any

from benchmarks import document
from benchmarks.document import Item
from benchmarks.working_year import busy

__all__ = ["EXAMPLE", "PRICED", "REGION_LIMITS", "SHOULD", "Example", "Item", "deadline", "published", "seat", "window"]

EXAMPLE: Item = {"illustrative": True}
PRICED: Item = {"vacancy": "priced"}
SHOULD: Item = {"deputy": "should", "vacancy": "priced"}
REGION_LIMITS: Item = {
    "limits": {
        "meetings_per_day": 2,
        "meetings_per_week": 4,
        "illustrative": True,
        "note": "Antagande: den som företräder flera kommuner kan ha två möten om dagen.",
    }
}
DUTIES = ("Ledningsgrupp", "Verksamhetsmöte", "Planeringsmöten", "Medarbetarsamtal", "Ekonomiuppföljning")
DUTIES += ("Handledning", "Utvecklingsarbete", "Nätverksträff")
AWAY = ("Utbildning", "Ledighet", "Konferens")


class Example:
    """The lists of the document, and how a person, a post and a meeting get into them."""

    def __init__(self, document: Item) -> None:
        self.document = document
        self.random = Random("Södra Älvsborg 2026")

    def add(self, into: str, name: str, /, **values: Any) -> str:
        """Put a thing into a list; its id."""
        self.document.setdefault(into, []).append({"id": name, **values})
        return name

    def mark(self, into: str, name: str, /, **values: Any) -> str:
        """Put a thing that is assumed into a list; its id."""
        return self.add(into, name, **values, **EXAMPLE)

    def person(self, name: str, title: str, base: str, **values: Any) -> str:
        """Somebody who holds a role, without a name of their own, with when they cannot come."""
        self.mark("people", name, name=title, base=base, **values)
        for one in busy(name, self.random):
            reason = self.random.choice(DUTIES if "weekly" in one else AWAY)
            if one.get("weekly", {}).get("every_weeks") == 1:
                del one["weekly"]["every_weeks"]
            self.document["absences"].append({**one, "reason": reason, **EXAMPLE})
        return name

    def deputy(self, name: str, title: str, base: str, **values: Any) -> str:
        """Somebody who stands in for the holder of that id and title."""
        said = title if title[1].isupper() else title[0].lower() + title[1:]
        return self.person(f"{name}-ersattare", f"Ersättare för {said}", base, **values)

    def appoint(self, role: str, unit: str, holder: str, deputies: Sequence[str] = (), **values: Any) -> str:
        """Let somebody hold a role in a unit; the appointment's id."""
        known = {one["id"] for one in self.document["appointments"]}
        name = f"{holder}.{unit}"[:64] if holder in known else holder
        return self.mark("appointments", name, role=role, unit=unit, holder=holder, deputies=list(deputies), **values)

    def staff(self, role: str, unit: str, title: str, base: str, count: int, **values: Any) -> list[str]:
        """So many people who share a role in a unit."""
        people = [self.person(f"{unit}-{role}-{n}", f"{title}, {n}", base, **values) for n in range(1, count + 1)]
        for one in people:
            self.appoint(role, unit, one)
        return people

    def with_deputy(self, role: str, unit: str, title: str, base: str, **values: Any) -> str:
        """Somebody who holds a role in a unit, and one who stands in."""
        holder = self.person(f"{unit}-{role}", title, base, **values)
        deputy = self.deputy(f"{unit}-{role}", title, base, **values)
        self.appoint(role, unit, holder, [deputy])
        return holder


def seat(role: str, unit: str, **values: Any) -> Item:
    """A seat for whoever holds a role in a unit."""
    return {"id": values.pop("id", f"{role}-{unit}"), "role": role, "unit": unit, **values}


def deadline(name: str, title: str, days: int, task_of: str | None = None, **values: Any) -> Item:
    """What is to be done so many days from a meeting, which is assumed, by a unit."""
    duty = {"unit": task_of} if task_of else None
    note = "Ur källan: att det görs. Antaget: hur många dagar."
    return {"id": name, "title": title, "days": days, "task_of": duty, **values, **EXAMPLE, "note": note}


def published(what: str, days: int, task_of: str) -> Item:
    """When minutes or notes stand on the website, for everybody to see."""
    return deadline("publicerat", f"{what} på hemsidan", days, task_of, side="after", public=True)


def window(first: object, last: object, hours: tuple[str, str], weekdays: str = "mon tue wed thu fri") -> Item:
    """Dates, weekdays and hours that a meeting may lie in."""
    return document.window(first, last, hours, weekdays.split())

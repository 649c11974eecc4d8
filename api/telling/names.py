"""What people call the things that documents know by id."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from api.texts import Language, say
from models import VOTING, Absence, Appointment, Closure, DayRelation, Duty, Order, ResolvedMeeting, SeriesOrder, Term

__all__ = ["Names", "group_text"]

LISTS = {
    "person": "people",
    "place": "places",
    "role": "roles",
    "unit": "units",
    "area": "areas",
    "forum": "forums",
    "series": "series",
    "appointment": "appointments",
    "absence": "absences",
    "closure": "closures",
    "order": "ordered",
    "series_order": "series_orders",
    "relation": "day_relations",
}
"""For each kind of thing, the list of the term that it stands in."""


class Names:
    """Names by id, as the term has them now, else as it had them before: of those who left, of what was withdrawn."""

    def __init__(self, before: Term | None, after: Term) -> None:
        self._terms = (after, before) if before else (after,)
        self._known: dict[str, dict[str, Any]] = {}
        self.term = after

    def _by_id(self, kind: str) -> dict[str, Any]:
        """The things of a kind; each list is read when something in it is first asked for, since some are long."""
        if kind not in self._known:
            terms, items = self._terms[::-1], LISTS.get(kind)  # what the newest says counts
            self._known[kind] = {one.id: one for term in terms for one in getattr(term, items)} if items else {}
        return self._known[kind]

    def of(self, kind: str, id: str) -> str:
        """The name of a person, place, role, unit, series or meeting; of anything else its id."""
        if kind == "meeting":
            return self.meeting(id)
        found = self._by_id(kind).get(id)
        return str(getattr(found, "name", None) or getattr(found, "title", id))

    def meeting(self, id: str) -> str:
        """A meeting's title; of several with the same, which of them it is in the document's order: `Samråd (2)`."""
        found = self.resolved(id)
        if found is None:
            return id
        number = self._numbers.get(id)
        return f"{found.title} ({number})" if number else found.title

    @cached_property
    def _numbers(self) -> dict[str, int]:
        """Of meetings that have a title in common, the number of each."""
        by_title: dict[str, list[str]] = {}
        for one in self.term.resolved.values():
            by_title.setdefault(one.title, []).append(one.id)
        same = (ids for ids in by_title.values() if len(ids) > 1)
        return {one: number for ids in same for number, one in enumerate(ids, start=1)}

    def seat(self, meeting: str, id: str) -> str:
        """The role and unit of a seat at a meeting."""
        meetings = (term.resolved.get(meeting) for term in self._terms)
        seats = (seat for one in meetings if one for seat in one.seats)
        found = next((seat for seat in seats if seat.id == id), None)
        return self.post(found.role, found.unit) if found else id

    def seats(self, meeting: str, ids: Iterable[str]) -> str:
        """Several seats at a meeting."""
        return "; ".join(self.seat(meeting, one) for one in ids)

    def post(self, role: str, unit: str) -> str:
        """A role in a unit."""
        return f"{self.of('role', role)}, {self.of('unit', unit)}"

    def duty(self, duty: Duty | None) -> str:
        """The role and unit that answer for something, or the unit as such; empty where nobody does yet."""
        if duty is None:
            return ""
        return self.post(duty.role, duty.unit) if duty.role else self.of("unit", duty.unit)

    def appointed(self, appointment: str) -> str:
        """The role and unit of an appointment."""
        found = self.appointment(appointment)
        return self.post(found.role, found.unit) if found else appointment

    def posts(self, person: str) -> str:
        """The posts that somebody holds as the term is now; empty where they hold none."""
        held = self._held.get(person, ())
        return "; ".join(dict.fromkeys(self.post(one.role, one.unit) for one in held))

    @cached_property
    def _held(self) -> dict[str, list[Appointment]]:
        held: dict[str, list[Appointment]] = {}
        for one in self.term.appointments:
            held.setdefault(one.holder or "", []).append(one)
        return held

    def resolved(self, id: str) -> ResolvedMeeting | None:
        """A meeting, or ``None`` where neither term has it."""
        return next((term.resolved[id] for term in self._terms if id in term.resolved), None)

    def appointment(self, id: str) -> Appointment | None:
        """An appointment, or ``None`` where neither term has it."""
        return self._by_id("appointment").get(id)

    def absence(self, id: str) -> Absence | None:
        """An absence, or ``None`` where neither term has it."""
        return self._by_id("absence").get(id)

    def closure(self, id: str) -> Closure | None:
        """A closure, or ``None`` where neither term has it."""
        return self._by_id("closure").get(id)

    def tie(self, id: str) -> Order | SeriesOrder | DayRelation | None:
        """An order, of meetings or of series, or a day relation; ``None`` where neither term has it."""
        found = (self._by_id(kind).get(id) for kind in ("order", "series_order", "relation"))
        return next((one for one in found if one), None)


def group_text(name: str, language: Language) -> str:
    """What people call a group of seats: its name, but for those with a vote, who are so called by us."""
    return say("told.voting", language) if name == VOTING else name

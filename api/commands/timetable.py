"""A plan in rows of text: its timetable, what it leaves out, and what was proven."""

from collections.abc import Iterator
from functools import cached_property

from api.commands.screen import Sheet
from api.texts import Language, knows, proof_sentence, say
from models import Appointment, Blocked, Placement, Plan, Sitting, Term, Unplaced

__all__ = ["goals_sheet", "timetable_sheet", "unplaced_lines"]


class _Names:
    """What people call the things that a plan knows by id."""

    def __init__(self, term: Term) -> None:
        self.term = term

    @cached_property
    def _by_id(self) -> dict[str, dict[str, str]]:
        return {
            "unit": {unit.id: unit.name for unit in self.term.units},
            "role": {role.id: role.name for role in self.term.roles},
            "person": {person.id: person.name for person in self.term.people},
            "place": {place.id: place.name for place in self.term.places},
        }

    @cached_property
    def appointment(self) -> dict[str, Appointment]:
        """Every appointment by id."""
        return {one.id: one for one in self.term.appointments}

    def of(self, kind: str, id: str) -> str:
        """The name of a unit, role, person, place or meeting; of anything else its id."""
        if kind == "meeting" and id in self.term.resolved:
            return self.term.resolved[id].title
        return self._by_id.get(kind, {}).get(id, id)

    def seat(self, meeting: str, id: str) -> str:
        """The role and unit of a seat."""
        found = next((seat for seat in self.term.resolved[meeting].seats if seat.id == id), None)
        return f"{self.of('role', found.role)}, {self.of('unit', found.unit)}" if found else id


def timetable_sheet(term: Term, plan: Plan, language: Language) -> Sheet:
    """Every meeting that the plan holds, in order of time."""
    names = _Names(term)
    heads = ("day", "time", "meeting", "place", "people", "notes")
    title = say("plan.title", language, title=term.title, meetings=len(plan.placements))
    rows = [_row(names, placement, language) for placement in plan.placements]
    return Sheet(title, tuple(say(f"word.{head}", language) for head in heads), rows)


def _row(names: _Names, placement: Placement, language: Language) -> tuple[str, ...]:
    weekdays = say("word.weekdays", language).split()
    start = placement.start
    return (
        f"{weekdays[start.weekday()]} {start.date()}",
        f"{start:%H:%M}–{placement.end:%H:%M}",
        names.of("meeting", placement.meeting),
        names.of("place", placement.place) if placement.place else say("word.later", language),
        str(len(placement.people())),
        "; ".join(_notes(names, placement, language)),
    )


def _notes(names: _Names, placement: Placement, language: Language) -> Iterator[str]:
    """Who stands in for whom, and who is missing."""
    for sitting in placement.sittings:
        if sitting.deputy_rank:
            yield _stand_in(names, sitting, language)
    for vacancy in placement.vacancies:
        seat = names.seat(placement.meeting, vacancy.seat)
        yield say("note.missing", language, count=vacancy.missing, seat=seat)


def _stand_in(names: _Names, sitting: Sitting, language: Language) -> str:
    appointment = names.appointment.get(sitting.appointment)
    holder = appointment.holder if appointment else None
    absent = names.of("person", holder) if holder else say("note.vacant_post", language)
    return say("note.deputy", language, person=names.of("person", sitting.person), holder=absent)


def unplaced_lines(term: Term, plan: Plan, language: Language) -> Iterator[str]:
    """What the plan leaves out, each meeting with what stood in its way."""
    names = _Names(term)
    if plan.unplaced:
        yield say("plan.unplaced", language, meetings=len(plan.unplaced))
    for unplaced in plan.unplaced:
        yield f"  {names.of('meeting', unplaced.meeting)}"
        yield from (f"    {reason}" for reason in _reasons(names, unplaced, language))


def _reasons(names: _Names, unplaced: Unplaced, language: Language) -> Iterator[str]:
    if unplaced.open_starts:
        yield say("plan.open_starts", language, open=unplaced.open_starts, starts=unplaced.starts)
    for blocked in unplaced.blocked:
        subject = _subject(names, unplaced, blocked)
        yield say(f"blocker.{blocked.rule}", language, subject=subject, starts=blocked.starts)


def _subject(names: _Names, unplaced: Unplaced, blocked: Blocked) -> str:
    if blocked.kind == "seat":
        return names.seat(unplaced.meeting, blocked.subject)
    return names.of(blocked.kind, blocked.subject)


def goals_sheet(plan: Plan, language: Language) -> Sheet:
    """Each goal in the order of the ranking, with its value and what was proven of it."""
    heads = tuple(say(f"word.{head}", language) for head in ("goal", "value", "proof"))
    rows = [
        (
            say(f"goal.{goal.id}", language) if knows(f"goal.{goal.id}") else goal.id,
            str(goal.value),
            proof_sentence(goal.id, language, goal.value, goal.bound, goal.proven),
        )
        for goal in plan.goals
    ]
    return Sheet(say("plan.proof", language), heads, rows)

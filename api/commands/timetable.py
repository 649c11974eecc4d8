"""A plan in rows of text: its timetable, what it leaves out, and what was proven."""

from collections.abc import Iterator

from api.commands.screen import Sheet
from api.telling import Names, goal_title, part_sentence, waiting_lines, why_unplaced
from api.texts import Language, proof_sentence, say
from models import Placement, Plan, Sitting, Term

__all__ = ["goals_sheet", "part_lines", "timetable_sheet", "unplaced_lines"]


def timetable_sheet(term: Term, plan: Plan, language: Language) -> Sheet:
    """Every meeting that the plan holds, in order of time."""
    names = Names(None, term)
    heads = ("day", "time", "meeting", "place", "people", "notes")
    title = say("plan.title", language, title=term.title, meetings=len(plan.placements))
    rows = [_row(names, placement, language) for placement in plan.placements]
    return Sheet(title, tuple(say(f"word.{head}", language) for head in heads), rows)


def _row(names: Names, placement: Placement, language: Language) -> tuple[str, ...]:
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


def _notes(names: Names, placement: Placement, language: Language) -> Iterator[str]:
    """Who stands in for whom, and who is missing."""
    for sitting in placement.sittings:
        if sitting.deputy_rank:
            yield _stand_in(names, sitting, language)
    for vacancy in placement.vacancies:
        seat = names.seat(placement.meeting, vacancy.seat)
        yield say("note.missing", language, count=vacancy.missing, seat=seat)


def _stand_in(names: Names, sitting: Sitting, language: Language) -> str:
    appointment = names.appointment(sitting.appointment)
    holder = appointment.holder if appointment else None
    absent = names.of("person", holder) if holder else say("note.vacant_post", language)
    return say("note.deputy", language, person=names.of("person", sitting.person), holder=absent)


def unplaced_lines(term: Term, plan: Plan, language: Language) -> Iterator[str]:
    """What the plan leaves out, each meeting with what stood in its way; and what waits for its turn, by series."""
    names = Names(None, term)
    if plan.left_out:
        yield say("plan.unplaced", language, meetings=len(plan.left_out))
    for unplaced in plan.left_out:
        yield f"  {names.meeting(unplaced.meeting)}"
        yield from (f"    {reason}" for reason in why_unplaced(unplaced, names, language))
    yield from waiting_lines(plan, names, language)


def part_lines(term: Term, plan: Plan, language: Language) -> Iterator[str]:
    """Of a plan of a part, or made in stages, which."""
    if plan.part:
        yield part_sentence(plan.part, Names(None, term), language)


def goals_sheet(plan: Plan, language: Language) -> Sheet:
    """Each goal in the order of the ranking, with its value and what was proven of it."""
    heads = tuple(say(f"word.{head}", language) for head in ("goal", "value", "proof"))
    rows = [
        (
            goal_title(goal.id, language),
            str(goal.value),
            proof_sentence(goal.id, language, goal.value, goal.bound, goal.proven, plan.part is not None),
        )
        for goal in plan.goals
    ]
    return Sheet(say("plan.proof", language), heads, rows)

"""A brute force's best plan as the nouns say it, so that the solver-free check can read it."""

from models import CouldCome, Engine, GoalResult, Placement, Plan, Sitting, Term, Unplaced, Vacancy
from tests.truth.brute_force import Best, Way
from tests.truth.reading import Before, Reading

__all__ = ["answer"]


def answer(term: Term, best: Best, before: Before | None = None) -> Plan:
    """The plan, with its values as bounds too: they are proven."""
    reading = Reading(term, before)
    held = sorted((way for way in best.plan.values() if way), key=lambda way: (way.at.start, way.meeting.id))
    goals = zip(reading.ranking(), best.values, strict=True)
    return Plan(
        term_uid=term.uid,
        term_digest=term.digest,
        time_zone=term.time_zone,
        as_of=reading.as_of,
        baseline=before.baseline if before else None,
        placements=tuple(_placement(reading, way, held) for way in held),
        unplaced=tuple(Unplaced(meeting=name, starts=0, open_starts=0) for name, way in best.plan.items() if not way),
        goals=tuple(GoalResult(id=name, value=value, bound=value, proven=True) for name, value in goals),
        engine=Engine(version="brute force", seed=0, workers=1),
    )


def _placement(reading: Reading, way: Way, held: list[Way]) -> Placement:
    missing = {
        seat.id: seat.count - sum(sit.seat == seat.id for sit in way.sits) for seat in reading.wanted(way.meeting)
    }
    return Placement(
        meeting=way.meeting.id,
        start=way.at.start,
        end=way.at.end,
        place=way.at.place,
        sittings=tuple(
            Sitting(seat=sit.seat, person=sit.person, appointment=sit.appointment, deputy_rank=sit.rank)
            for sit in way.sits
        ),
        vacancies=tuple(Vacancy(seat=seat, missing=people) for seat, people in missing.items() if people),
        could_come=tuple(_could_come(reading, way, held)),
    )


def _could_come(reading: Reading, way: Way, held: list[Way]) -> list[CouldCome]:
    wanted = {seat.id for seat in reading.wanted(way.meeting)}
    found = []
    for seat in way.meeting.seats:
        people = {
            sit.person
            for sit in reading.sits(way.meeting, seat, way.at)
            if reading.in_office(sit, way.at) and _free(reading, sit.person, way, held)
        }
        if seat.id not in wanted and people:
            found.append(CouldCome(seat=seat.id, people=tuple(sorted(people))))
    return found


def _free(reading: Reading, person: str, way: Way, held: list[Way]) -> bool:
    own = [other for other in held if person in other.who()]
    return not reading.absent(person, way.at) and all(reading.in_time(way.at, other.at) for other in own)

"""Nobody is in two places at once, and everybody has time to travel between two meetings.

From the end of one meeting to the start of the next there is the travel between their places, and the term's
buffer. Broken, at the later one: `person`, `other` (the earlier), the `minutes` between them and those `needed`.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import combinations, permutations

from models import Plan, ResolvedMeeting, Term
from scheduler.case import Case
from scheduler.checking_sheet import Held, Sheet
from scheduler.grid import DAY_MINUTES
from scheduler.model import Model, Option
from scheduler.outcome import Violation
from scheduler.pair_cost import PairCost, Points, Where, overlap, shared
from scheduler.solution import At, Solution

NAME = "travel"
OF_PEOPLE = True
CROWDED_DAYS_A_MEETING = 2
"""People with fewer possible days than so many for each meeting they must attend are crowded."""


def ties(case: Case) -> Iterator[Iterable[str]]:
    """Meetings that one person may have to get between."""
    for meetings in case.meetings_of.values():
        yield from case.overlapping(meetings, slack_days=1 + case.longest_journey_minutes // DAY_MINUTES)


def tells_apart(case: Case, meeting: ResolvedMeeting) -> bool:
    """Whether the hour matters: somebody may have another meeting that day, or a journey that takes the night."""
    people = {claim.person for claim in case.claims[meeting.id]}
    shared = [person for person in people if len(case.meetings_of[person]) > 1]
    overnight = case.shortest_night_minutes < case.longest_journey_minutes
    return bool(shared) and (overnight or any(case.limits[person].meetings_per_day != 1 for person in shared))


def couple(model: Model) -> None:
    """For people whose meetings crowd into few days, all of it at once; for the others see ``separate``.

    Where most days have a meeting of theirs, nearly every row would be broken in turn.
    """
    pairs = dict[tuple[str, str], None]()
    for person, meetings in model.sittings_of.items():
        needed = [m for m in meetings if model.always_sits(person, m)]
        days = {day for m in needed for day in model.days_of(m)}
        if len(needed) * CROWDED_DAYS_A_MEETING > len(days):
            pairs.update(dict.fromkeys(combinations(needed, 2)))
            _one_at_a_time(model, needed)
    for one, other in pairs:
        _keep_apart(model, one, other)


def _one_at_a_time(model: Model, meetings: list[str]) -> None:
    """Of meetings that all need the same person, one at most starts within the least time that any two need."""
    options = [(_at(model, m, o), o.chosen) for m in meetings for o in model.options[m]]
    options.sort(key=lambda pair: (pair[0].begins, pair[0].meeting))
    ats = [at for at, _ in options]
    least = min((_needed(model.case, a, b) for a in ats for b in ats if a.meeting != b.meeting), default=0)
    for n, first in enumerate(ats):
        near = [chosen for at, chosen in options[n:] if at.begins < first.begins + least]
        if len(near) > 1 and (n == 0 or ats[n - 1].begins < first.begins):
            model.cp.add_at_most_one(near)


def _keep_apart(model: Model, one: str, other: str) -> None:
    """Two meetings that need the same person: beside each start of the one, none of the other that is too near."""
    others = [(_at(model, other, o), o.chosen) for o in model.options[other]]
    for option in model.options[one]:
        at = _at(model, one, option)
        near = [chosen for there, chosen in others if _too_near(model.case, at, there)]
        if near:
            model.cp.add_at_most_one([option.chosen, *near])


def _at(model: Model, meeting: str, option: Option) -> At:
    return At.of(model.case, meeting, option.start, option.place)


def _too_near(case: Case, one: At, other: At) -> bool:
    first, then = (one, other) if one.begins <= other.begins else (other, one)
    return then.begins - first.begins < _needed(case, first, then)


def pair_cost(case: Case, part: Sequence[str]) -> list[PairCost] | None:
    """For each whom both meetings need, the steps that these are too near; ``None`` where some ways are longer than
    others."""
    places = {place for m in part for place in case.places(case.meetings[m])}
    journeys = {case.travel_minutes(one, other) for one, other in permutations(places, 2)}
    if len(journeys) > 1 or not _in_whole_steps(case, part, journeys):
        return None
    needed = {m: case.indispensable(case.meetings[m]) for m in part}
    both, buffer = shared(part, needed, needed), case.term.buffer_minutes
    if not any(journeys):
        return [PairCost(_too_near_by(case, buffer), both)]
    there = _too_near_by(case, buffer + max(journeys))
    return [PairCost(_too_near_by(case, buffer), both, Where.SAME_PLACE), PairCost(there, both, Where.OTHER_PLACES)]


def _in_whole_steps(case: Case, part: Sequence[str], journeys: set[int]) -> bool:
    """Whether lengths and times to spare do not both end between two steps: rounded one by one they would add up to
    more."""
    step, spare = case.grid.step_minutes, [case.term.buffer_minutes + one for one in {0, *journeys}]
    lengths = (case.meetings[m].duration_minutes for m in part)
    return not any(minutes % step for minutes in spare) or not any(minutes % step for minutes in lengths)


def _too_near_by(case: Case, minutes: int) -> Points:
    """The steps that two meetings with so many minutes to spare after each have in common."""
    spare = -(-minutes // case.grid.step_minutes)
    return lambda one, other: overlap(one + spare, other + spare)


def minutes_between(case: Case, here: str | None, there: str | None) -> int:
    """From the end of a meeting at one place to the start of the next at another."""
    return case.term.buffer_minutes + case.travel_minutes(here, there)


def hinders_person(case: Case, others: Solution, at: At, person: str) -> set[str]:
    """What the person sits at too near to be there in time, or to get away in time."""
    return {one.meeting for one in others.of_person.get(person, ()) if _too_near(case, one, at)}


def closes_person(case: Case, others: Solution, meeting: ResolvedMeeting, place: str | None, person: str) -> int:
    """The starts at which the person could not be there in time, or not get away in time."""
    first, last = case.span_of[meeting.id]
    closed, buffer = 0, case.term.buffer_minutes
    nights = 1 + case.longest_journey_minutes // DAY_MINUTES
    for one in others.of_person.get(person, ()):
        if first - nights <= one.day <= last + nights:
            away = one.begins - meeting.duration_minutes - buffer - case.travel_minutes(place, one.place)
            back = one.ends + buffer + case.travel_minutes(one.place, place)
            closed |= case.grid.between(away + 1, back)
    return closed


def separate(model: Model, solution: Solution) -> int:
    """Where somebody would be late: of the two meetings one, or another hour of that day for either."""
    rows = 0
    for person, meetings in solution.of_person.items():
        for n, one in enumerate(meetings):
            for other in meetings[n + 1 :]:
                if other.begins - one.begins < _needed(model.case, one, other):
                    _forbid(model, person, one, other)
                    rows += 1
    return rows


def _needed(case: Case, one: At, other: At) -> int:
    """Least minutes from the start of one meeting to the start of the other, for somebody who sits at both."""
    return one.ends - one.begins + case.travel_minutes(one.place, other.place) + case.term.buffer_minutes


def _forbid(model: Model, person: str, one: At, other: At) -> None:
    """Not both, at those places, anywhere on their days: beside the starts of the one, none of the other's too near.

    A row for where the two stand would only have them stand a quarter of an hour later in the next solution. One row
    is said of all starts of the one that have the same ones too near, so that few rows say it of a day.
    """
    here, there = _starts_on_day(model, one), _starts_on_day(model, other)
    near = {
        start: sum(1 << then for then, its in there.items() if _too_near(model.case, at, its))
        for start, at in here.items()
    }
    for late in dict.fromkeys(filter(None, near.values())):
        early = sum(1 << start for start, ones in near.items() if ones & late == late)
        model.cp.add(
            model.attends(person, one.meeting, early, one.place)
            + model.attends(person, other.meeting, late, other.place)
            <= 1
        )


def _starts_on_day(model: Model, one: At) -> dict[int, At]:
    """Where else a meeting can be that day at that place, by its start."""
    same = [option for option in model.options[one.meeting] if option.place == one.place]
    return {o.start: _at(model, one.meeting, o) for o in same if model.case.grid.day(o.start) == one.day}


def check(term: Term, plan: Plan) -> Iterator[Violation]:
    """People who cannot get from one meeting to the next in time."""
    sheet = Sheet(term, plan)
    for person, meetings in sheet.by_person.items():
        for n, earlier in enumerate(meetings):
            for later in _soon_after(sheet, earlier, meetings[n + 1 :]):
                if not sheet.in_time(earlier, later):
                    yield _late(sheet, person, earlier, later)


def _soon_after(sheet: Sheet, earlier: Held, others: tuple[Held, ...]) -> Iterator[Held]:
    """Those of the others, in order of time, that are near enough for any journey to matter."""
    far = earlier.end + timedelta(minutes=sheet.longest_travel_minutes + sheet.term.buffer_minutes)
    for later in others:
        if later.start >= far:
            return
        yield later


def _late(sheet: Sheet, person: str, earlier: Held, later: Held) -> Violation:
    needed = sheet.travel_minutes(earlier.placement.place, later.placement.place) + sheet.term.buffer_minutes
    minutes = int((later.start - earlier.end).total_seconds()) // 60
    return Violation(NAME, later.id, {"person": person, "other": earlier.id, "minutes": minutes, "needed": needed})

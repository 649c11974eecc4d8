"""The place is one that the meeting may use, open, large enough, and not full.

A place has opening hours, closures, a capacity in people and a number of rooms. History was held where it
was held: of it only the place itself and the rooms count. Broken: `place` and `what` (`elsewhere`, `hours`,
`closed`, `capacity` with `people` and `capacity`, `rooms` with `rooms` and the `others` there).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from models import Place, Plan, ResolvedMeeting, Term
from scheduler.blocker import Blocker
from scheduler.case import Case
from scheduler.checking_sheet import Held, Sheet
from scheduler.model import Literal, Model
from scheduler.outcome import Violation
from scheduler.pair_cost import PairCost, Where, overlap
from scheduler.solution import At, Solution

NAME = "venue"


def blocks(case: Case, meeting: ResolvedMeeting) -> Iterator[Blocker]:
    """At each place, the starts at which it is not open, is closed, or is too small; history was held all the same."""
    if case.is_history(meeting):
        return
    for place in filter(None, case.places(meeting)):
        yield Blocker(NAME, "place", place, _unusable(case, meeting, place), place)


def _unusable(case: Case, meeting: ResolvedMeeting, place: str) -> int:
    venue = case.term.place[place]
    if venue.capacity is not None and sum(seat.count for seat in meeting.wanted_seats) > venue.capacity:
        return case.grid.every_start
    opened = 0 if venue.hours else case.grid.every_start
    for hours in venue.hours:
        opened |= case.grid.inside(hours, meeting.duration_minutes)
    return (case.grid.every_start & ~opened) | case.shut(place, meeting.duration_minutes)


def ties(case: Case) -> Iterator[Iterable[str]]:
    """Meetings that may want the same room on the same day."""
    for meetings in _sharing(case).values():
        yield from case.overlapping(meetings)


def tells_apart(case: Case, meeting: ResolvedMeeting) -> bool:
    """Whether the hour matters: another meeting may want the room that day."""
    return not _sharing(case).keys().isdisjoint(case.places(meeting))


def _sharing(case: Case) -> dict[str, list[str]]:
    """For each place, the meetings that can be held there, where they are more than its rooms."""
    return case.once(NAME, lambda: _more_than_rooms(case))


def _more_than_rooms(case: Case) -> dict[str, list[str]]:
    found = dict[str, list[str]]()
    for meeting in case.meetings.values():
        for place in filter(None, case.places(meeting)):
            found.setdefault(place, []).append(meeting.id)
    return {place: ones for place, ones in found.items() if len(ones) > case.term.place[place].rooms}


def separate(model: Model, solution: Solution) -> int:
    """Where more meetings are at a place than it has rooms: at that minute, all that could be there count."""
    rows = 0
    for place, held in solution.at_place.items():
        rooms = model.case.term.place[place].rooms
        for at in held:
            taken = sum(one.begins <= at.begins < one.ends for one in model.standing.at_place.get(place, ()))
            if sum(one.begins <= at.begins < one.ends for one in held) + taken > rooms:
                model.cp.add(sum(_there_at(model, place, at.begins)) <= max(0, rooms - taken))
                rows += 1
    return rows


def pair_cost(case: Case, part: Sequence[str]) -> list[PairCost] | None:
    """The steps that two meetings are in the same room; ``None`` where a place has several, or is decided later."""
    wanted = Counter(place for m in part for place in case.places(case.meetings[m]))
    if not any(place and n > case.term.place[place].rooms for place, n in wanted.items()):
        return []
    if any(place is None or 1 < case.term.place[place].rooms < n for place, n in wanted.items()):
        return None
    return [PairCost(overlap, where=Where.SAME_PLACE)]


def rooms(case: Case) -> dict[str, int]:
    """How many meetings a place holds at once, where more than those can be held there."""
    return {place: case.term.place[place].rooms for place in _sharing(case)}


def hinders(case: Case, others: Solution, at: At) -> set[str]:
    """The meetings that take all rooms of the place at some minute."""
    held = others.at_place.get(at.place, []) if at.place else []
    beside = [one for one in held if one.begins < at.ends and at.begins < one.ends]
    rooms = case.term.place[at.place].rooms if at.place else 0
    minutes = {at.begins, *(one.begins for one in beside if one.begins > at.begins)}
    full = any(sum(one.begins <= minute < one.ends for one in beside) >= rooms for minute in minutes)
    return {one.meeting for one in beside} if beside and full else set()


def _there_at(model: Model, place: str, minute: int) -> Iterator[Literal]:
    for meeting in model.meetings.values():
        covering = model.case.grid.between(minute - meeting.duration_minutes + 1, minute + 1)
        options = model.options[meeting.id]
        yield from (o.chosen for o in options if o.place == place and covering >> o.start & 1)


def check(term: Term, plan: Plan) -> Iterator[Violation]:
    """Meetings at a place that cannot hold them."""
    sheet = Sheet(term, plan)
    for one in sheet.held:
        place = term.place.get(one.placement.place or "")
        if one.placement.place not in _allowed(one):
            yield Violation(NAME, one.id, {"what": "elsewhere", "place": one.placement.place})
        if place is not None and not sheet.history(one.meeting):
            yield from _open(sheet, one, place)
            yield from _large_enough(one, place)
    yield from _rooms(sheet)


def _allowed(one: Held) -> tuple[str | None, ...]:
    locked = one.meeting.lock.place if one.meeting.lock else None
    return (locked,) if locked else one.meeting.places or (None,)


def _open(sheet: Sheet, one: Held, place: Place) -> Iterator[Violation]:
    if place.hours and not any(hours.covers(one.start, one.end) for hours in place.hours):
        yield Violation(NAME, one.id, {"what": "hours", "place": place.id})
    closure = sheet.closure(place.id, one.start, one.end)
    if closure:
        yield Violation(NAME, one.id, {"what": "closed", "place": place.id, "closure": closure.id})


def _large_enough(one: Held, place: Place) -> Iterator[Violation]:
    people = sum(seat.count for seat in one.meeting.wanted_seats)
    if place.capacity is not None and people > place.capacity:
        params = {"what": "capacity", "place": place.id, "people": people, "capacity": place.capacity}
        yield Violation(NAME, one.id, params)


def _rooms(sheet: Sheet) -> Iterator[Violation]:
    """Full places: the number of meetings at one can only rise when a meeting starts, so those moments will do."""
    at = dict[str, list[Held]]()
    for one in sheet.held:
        place = sheet.term.place.get(one.placement.place or "")
        if place is None:
            continue
        others = [other.id for other in at.get(place.id, ()) if other.end > one.start]
        if len(others) + 1 > place.rooms:
            params = {"what": "rooms", "place": place.id, "rooms": place.rooms, "others": tuple(others)}
            yield Violation(NAME, one.id, params)
        at.setdefault(place.id, []).append(one)

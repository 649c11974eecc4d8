"""The place is one that the meeting may use, open, large enough, and not full.

A place has opening hours, closures, a capacity in people and a number of rooms. History was held where it
was held: of it only the place itself and the rooms count. Broken: `place` and `what` (`elsewhere`, `hours`,
`closed`, `capacity` with `people` and `capacity`, `rooms` with `rooms` and the `others` there).
"""

from collections.abc import Iterator

from models import Place, Plan, Term
from scheduler.checking_sheet import Held, Sheet
from scheduler.outcome import Violation

NAME = "venue"


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

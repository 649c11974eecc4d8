"""How large a term is, against the bounds that keep every later step bounded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from models.faults import Fault
from models.sizes import Sizes

if TYPE_CHECKING:
    from models.calendar import Window
    from models.term import Term

__all__ = ["too_many"]

LISTS: tuple[str, ...] = ("organisations", "units", "places", "roles", "people", "appointments", "absences", "closures")
LISTS += ("closed_days", "series", "meetings")


def too_many(term: Term, sizes: Sizes) -> Iterator[Fault]:
    """Every bound that the term goes beyond."""
    for name in LISTS:
        yield from _above(name, len(getattr(term, name)), getattr(sizes, name), (name,))
    yield from _above("legs", len(term.travel.legs), sizes.legs, ("travel", "legs"))
    yield from _above("relations", len(term.orders) + len(term.day_relations), sizes.relations, ("orders",))
    days = (term.last_day - term.first_day).days + 1
    yield from _above("term_days", days, sizes.term_days, ("last_day",))
    for person, count in Counter(absence.person for absence in term.absences).items():
        yield from _above(f'absences of "{person}"', count, sizes.absences_per_person, ("absences",))
    for n, meeting in enumerate(term.meetings):
        resolved = term.resolved.get(meeting.id)
        count = len(resolved.seats) if resolved else len(meeting.seats)
        yield from _above("seats", count, sizes.seats_per_meeting, ("meetings", n, "seats"))
    starts = sum(_starts(window, term.grid_minutes) for one in term.resolved.values() for window in one.windows)
    yield from _above("starts", starts, sizes.starts, ("meetings",))


def _above(what: str, count: int, limit: int, place: tuple[str | int, ...]) -> Iterator[Fault]:
    if count > limit:
        yield Fault("too_many", place, {"what": what, "count": count, "limit": limit})


def _starts(window: Window, grid_minutes: int) -> int:
    """An upper limit of the starts that lie in a window, without listing them."""
    days = max(0, (window.last_day - window.first_day).days + 1)
    opens, closes = (clock.hour * 60 + clock.minute for clock in (window.from_time, window.to_time))
    return days * max(0, (closes - opens) // grid_minutes + 1)

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
LISTS += ("presences", "closed_days", "forums", "series", "meetings")


def too_many(term: Term, sizes: Sizes) -> Iterator[Fault]:
    """Every bound that the term goes beyond."""
    lists = tuple(_long_lists(term, sizes))
    yield from lists
    if not lists:  # what follows multiplies the one by the other
        yield from _seats(term, sizes)
        yield from _starts(term, sizes)


def _long_lists(term: Term, sizes: Sizes) -> Iterator[Fault]:
    for name in LISTS:
        yield from _above(name, len(getattr(term, name)), getattr(sizes, name), (name,))
    yield from _above("legs", len(term.travel.legs), sizes.legs, ("travel", "legs"))
    yield from _above("relations", _relations(term), sizes.relations, ("orders",))
    days = (term.last_day - term.first_day).days + 1
    yield from _above("term_days", days, sizes.term_days, ("last_day",))
    for person, count in Counter(absence.person for absence in term.absences).items():
        yield from _above(f'absences of "{person}"', count, sizes.absences_per_person, ("absences",))
    for n, series in enumerate(term.series):
        yield from _above("seats", len(series.seats), sizes.seats_per_meeting, ("series", n, "seats"))
    for n, forum in enumerate(term.forums):
        yield from _above("members", len(forum.members), sizes.seats_per_meeting, ("forums", n, "members"))


def _relations(term: Term) -> int:
    """Orders and day relations, with the orders that follow from what is said of series."""
    many = Counter(meeting.series for meeting in term.meetings)
    pairs = sum(many[one.after] for one in term.series_orders)
    in_order = sum(many[one.id] * (many[one.id] - 1) // 2 for one in term.series if one.in_order)
    return len(term.orders) + len(term.day_relations) + pairs + in_order


def _seats(term: Term, sizes: Sizes) -> Iterator[Fault]:
    """Seats of meetings with those of their series and its forums, counted before they are put together."""
    members = {forum.id: len(forum.members) for forum in term.forums}
    shared = {
        series.id: len(series.seats) + sum(members.get(one or "", 0) for one in (series.forum, *series.called))
        for series in term.series
    }
    counts = [len(meeting.seats) + shared.get(meeting.series, 0) for meeting in term.meetings]
    for n, count in enumerate(counts):
        yield from _above("seats", count, sizes.seats_per_meeting, ("meetings", n, "seats"))
    yield from _above("seats", sum(counts), sizes.seats, ("meetings",))


def _starts(term: Term, sizes: Sizes) -> Iterator[Fault]:
    """Starts of all meetings; those of a series' windows are counted once."""
    counted = {series.id: _in_windows(series.windows, term.grid_minutes) for series in term.series}
    starts = sum(
        counted.get(one.series, 0) if one.windows is None else _in_windows(one.windows, term.grid_minutes)
        for one in term.meetings
    )
    yield from _above("starts", starts, sizes.starts, ("meetings",))


def _above(what: str, count: int, limit: int, place: tuple[str | int, ...]) -> Iterator[Fault]:
    if count > limit:
        yield Fault("too_many", place, {"what": what, "count": count, "limit": limit})


def _in_windows(windows: tuple[Window, ...], grid_minutes: int) -> int:
    """An upper limit of the starts that lie in windows, without listing them; an empty window takes time too."""
    return sum(max(1, _in_window(window, grid_minutes)) for window in windows)


def _in_window(window: Window, grid_minutes: int) -> int:
    days = max(0, (window.last_day - window.first_day).days + 1)
    opens, closes = (clock.hour * 60 + clock.minute for clock in (window.from_time, window.to_time))
    return days * max(0, (closes - opens) // grid_minutes + 1)

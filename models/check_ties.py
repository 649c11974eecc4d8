"""What ties meetings and places to each other: orders that can be kept, legs that lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import TYPE_CHECKING

from models.faults import Fault
from models.orders import meetings_by_series
from models.references import Known

if TYPE_CHECKING:
    from models.meetings import Order
    from models.orders import SeriesOrder
    from models.term import Term

__all__ = ["in_one_stage", "order_circles", "order_ties"]

Place = tuple[str | int, ...]
MOST_SHOWN = 10
"""Meetings of a circle that are named."""


def order_ties(term: Term, known: Known) -> Iterator[Fault]:
    """Orders, legs, coordinates and uids that make sense on their own."""
    for n, order in enumerate(term.orders):
        if order.before == order.after:
            yield Fault("order_of_itself", ("orders", n, "after"), {"id": order.after})
        yield from _days_between(order, ("orders", n))
    yield from _series_orders(term, known)
    for n, place in enumerate(term.places):
        if (place.latitude is None) != (place.longitude is None):
            yield Fault("half_coordinates", ("places", n, "latitude"))
    yield from _legs(term)
    yield from _uids(term)


def _series_orders(term: Term, known: Known) -> Iterator[Fault]:
    """Of two series the earlier one has a meeting for each of the other's."""
    of = meetings_by_series(term)
    for n, tie in enumerate(term.series_orders):
        place = ("series_orders", n)
        if tie.before == tie.after:
            yield Fault("series_order_of_itself", (*place, "after"), {"id": tie.after})
        yield from _days_between(tie, place)
        before, after = (len(of.get(one, ())) for one in (tie.before, tie.after))
        if before < after and known.has(tie.before, "series") and not known.partial:
            many = {"befores": before, "afters": after, "missing": after - before}
            yield Fault("series_order_short", (*place, "before"), {"before": tie.before, "after": tie.after, **many})


def _days_between(tie: Order | SeriesOrder, place: Place) -> Iterator[Fault]:
    if tie.at_most_days is not None and tie.at_most_days < tie.at_least_days:
        params = {"at_least": tie.at_least_days, "at_most": tie.at_most_days}
        yield Fault("order_impossible", (*place, "at_most_days"), params)


def _legs(term: Term) -> Iterator[Fault]:
    seen = set[tuple[str, str]]()
    for n, leg in enumerate(term.travel.legs):
        here, there = leg.between
        if here == there:
            yield Fault("leg_to_itself", ("travel", "legs", n, "between"), {"id": here})
        if (here, there) in seen:
            yield Fault("leg_twice", ("travel", "legs", n, "between"), {"between": f"{here} and {there}"})
        seen |= {(here, there)} if leg.one_way else {(here, there), (there, here)}


def _uids(term: Term) -> Iterator[Fault]:
    seen = {term.uid: "the term"}
    for n, meeting in enumerate(term.meetings):
        if meeting.uid in seen:
            params = {"uid": str(meeting.uid), "other": seen[meeting.uid]}
            yield Fault("duplicate_uid", ("meetings", n, "uid"), params)
        elif meeting.uid:
            seen[meeting.uid] = meeting.id


def order_circles(term: Term, known: Known) -> Iterator[Fault]:
    """No meeting comes before itself by way of others."""
    after = dict[str, set[str]]()
    for order in term.ordered:
        if order.before != order.after:
            after.setdefault(order.after, set()).add(order.before)
    try:
        TopologicalSorter(after).prepare()
    except CycleError as circle:
        found = circle.args[1]
        shown = found if len(found) <= MOST_SHOWN else [*found[:MOST_SHOWN], "...", found[-1]]
        yield Fault("order_circle", (_list_of(term, found),), {"circle": " - ".join(shown)})


def _list_of(term: Term, circle: list[str]) -> str:
    """The list that can break the circle: orders between meetings where one of them is in it, else those of series."""
    steps = {frozenset(step) for step in pairwise(circle)}
    if any(frozenset((one.before, one.after)) in steps for one in term.orders):
        return "orders"
    return "series_orders"


def in_one_stage(term: Term, known: Known) -> Iterator[Fault]:
    """No series is planned in two stages."""
    seen = dict[str, str]()
    for n, stage in enumerate(term.stages):
        for s, series in enumerate(stage.series):
            if seen.setdefault(series, stage.id) != stage.id:
                params = {"series": series, "other": seen[series], "stage": stage.id}
                yield Fault("series_in_two_stages", ("stages", n, "series", s), params)

"""What ties meetings and places to each other: orders that can be kept, legs that lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from models.faults import Fault
from models.references import Known

if TYPE_CHECKING:
    from models.term import Term

__all__ = ["in_one_stage", "order_circles", "order_ties"]

MOST_SHOWN = 10
"""Meetings of a circle that are named."""


def order_ties(term: Term, known: Known) -> Iterator[Fault]:
    """Orders, legs, coordinates and uids that make sense on their own."""
    for n, order in enumerate(term.orders):
        if order.before == order.after:
            yield Fault("order_of_itself", ("orders", n, "after"), {"id": order.after})
        if order.at_most_days is not None and order.at_most_days < order.at_least_days:
            params = {"at_least": order.at_least_days, "at_most": order.at_most_days}
            yield Fault("order_impossible", ("orders", n, "at_most_days"), params)
    for n, place in enumerate(term.places):
        if (place.latitude is None) != (place.longitude is None):
            yield Fault("half_coordinates", ("places", n, "latitude"))
    yield from _legs(term)
    yield from _uids(term)


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
    for order in term.orders:
        if order.before != order.after:
            after.setdefault(order.after, set()).add(order.before)
    try:
        TopologicalSorter(after).prepare()
    except CycleError as circle:
        found = circle.args[1]
        shown = found if len(found) <= MOST_SHOWN else [*found[:MOST_SHOWN], "...", found[-1]]
        yield Fault("order_circle", ("orders",), {"circle": " - ".join(shown)})


def in_one_stage(term: Term, known: Known) -> Iterator[Fault]:
    """No series is planned in two stages."""
    seen = dict[str, str]()
    for n, stage in enumerate(term.stages):
        for s, series in enumerate(stage.series):
            if seen.setdefault(series, stage.id) != stage.id:
                params = {"series": series, "other": seen[series], "stage": stage.id}
                yield Fault("series_in_two_stages", ("stages", n, "series", s), params)

"""Ties between whole series, and the orders between meetings that they mean: said once, worked out here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from models.base import Id, Marked
from models.meetings import Days, Order, Series
from models.resolving import joined_id

if TYPE_CHECKING:
    from models.term import Term

__all__ = ["SeriesOrder", "meetings_by_series", "pairs", "sequence"]


class SeriesOrder(Marked):
    """Before each meeting of one series comes one of another, with days between: a presidium before each council.

    They pair in the order of the document, each with one of its own. Where the earlier series has more meetings they
    are shared out evenly, and the last of each share counts: of six before four the first, third, fourth and sixth.
    """

    id: Id
    before: Id
    """Id of the series whose meetings come first; it has no fewer than the other."""
    after: Id
    """Id of the series that has one of them before each of its meetings."""
    at_least_days: Days = 0
    """Least number of days from the one's date to the other's; 0 allows the same day."""
    at_most_days: Days | None = None
    """Greatest number of days from the one's date to the other's; `null` is no limit."""


def meetings_by_series(term: Term) -> dict[str, list[str]]:
    """Ids of the meetings of each series, in the document's order."""
    found: dict[str, list[str]] = {}
    for one in term.meetings:
        found.setdefault(one.series, []).append(one.id)
    return found


def pairs(tie: SeriesOrder, before: Sequence[str], after: Sequence[str]) -> Iterator[Order]:
    """The orders between meetings that it means; none where the earlier ones are too few."""
    if len(before) < len(after) or tie.before == tie.after:
        return
    for n, later in enumerate(after, start=1):
        yield Order(
            id=joined_id(tie.id, later),
            before=before[n * len(before) // len(after) - 1],
            after=later,
            at_least_days=tie.at_least_days,
            at_most_days=tie.at_most_days,
        )


def sequence(series: Series, meetings: Sequence[str]) -> Iterator[tuple[Order, bool]]:
    """The orders of a series whose meetings keep their order, each with whether it is of two neighbours.

    Those of others follow from these where all are placed. The days between are the series' spacing, which holds for
    any two of its meetings anyhow: said of the order too, it leaves far less to try.
    """
    for n, earlier in enumerate(meetings):
        for later in meetings[n + 1 :]:
            name = joined_id(series.id, f"{earlier}-{later}")
            days = series.spacing_days
            yield Order(id=name, before=earlier, after=later, at_least_days=days), later == meetings[n + 1]

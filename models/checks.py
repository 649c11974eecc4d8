"""Everything wrong with a term whose fields could be read: the table of contents of its faults."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from models.check_deadlines import deadlines
from models.check_forums import forums, forums_of_series
from models.check_locks import clashing_locks, locks
from models.check_meetings import asked_and_groups, seats, windows
from models.check_sizes import too_many
from models.check_ties import in_one_stage, order_circles, order_ties
from models.check_times import clock_changes, spans, time_zone
from models.faults import Fault
from models.references import Known, references, unique_ids
from models.sizes import Sizes

if TYPE_CHECKING:
    from models.term import Term

__all__ = ["faults_of"]

CHECKS: tuple[Callable[[Term, Known], Iterator[Fault]], ...] = (
    unique_ids,
    references,
    time_zone,
    spans,
    clock_changes,
    windows,
    seats,
    forums,
    forums_of_series,
    asked_and_groups,
    deadlines,
    locks,
    clashing_locks,
    order_ties,
    order_circles,
    in_one_stage,
)


def faults_of(
    term: Term, sizes: Sizes, left_out: frozenset[str] = frozenset(), unread: frozenset[str] = frozenset()
) -> tuple[Fault, ...]:
    """Everything wrong with a term.

    Args:
        term: a term whose fields are each right on their own.
        sizes: how large it may be.
        left_out: ids that are known although their items could not be read.
        unread: names of the fields that could not be read at all.
    """
    too_large = tuple(too_many(term, sizes))
    if too_large:  # the checks below take time with the size
        return too_large
    known = Known(term, left_out, unread)
    return tuple(fault for check in CHECKS for fault in check(term, known))

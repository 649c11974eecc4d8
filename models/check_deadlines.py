"""What deadlines say of others: whose task they are, and that none has the id of another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from models.faults import Fault
from models.references import Known

if TYPE_CHECKING:
    from models.deadlines import Deadline
    from models.term import Term

__all__ = ["deadlines"]

Place = tuple[str | int, ...]


def deadlines(term: Term, known: Known) -> Iterator[Fault]:
    """Each deadline of a series, or of a meeting, has an id of its own and is the task of somebody known."""
    for n, series in enumerate(term.series):
        yield from _of(series.deadlines, known, ("series", n, "deadlines"))
    for n, meeting in enumerate(term.meetings):
        yield from _of(meeting.deadlines or (), known, ("meetings", n, "deadlines"))


def _of(found: tuple[Deadline, ...], known: Known, place: Place) -> Iterator[Fault]:
    seen = set[str]()
    for n, one in enumerate(found):
        if one.id in seen:
            yield Fault("duplicate_id", (*place, n, "id"), {"id": one.id, "list": "deadlines"})
        seen.add(one.id)
        yield from known.refer_duty(one.task_of, (*place, n, "task_of"))

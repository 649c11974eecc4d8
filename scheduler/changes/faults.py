"""What is wrong with an action: names that the term does not have, and what changes nothing or cannot be meant."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from models import (
    Add,
    Cancel,
    ChangeSeat,
    Fault,
    Leave,
    LowerAttendance,
    Noun,
    Plan,
    RaiseLimit,
    Term,
    Unlock,
    nearest,
)
from models.references import KINDS

__all__ = ["faults_of"]

NAMED: Mapping[str, tuple[str, ...]] = {
    "meeting": ("meetings",),
    "person": ("people",),
    "successor": ("people",),
    "place": ("places",),
    "places": ("places",),
    "series": ("series",),
    "tie": ("orders", "series_orders", "day_relations"),
}
"""For each field of an action that names things, the lists of the term that they stand in."""
Found = Iterator[Fault]


def faults_of(term: Term, action: Noun, n: int, known: Sequence[Plan]) -> tuple[Fault, ...]:
    """What is wrong with the n-th action of a change; its place is in the change.

    Args:
        term: the term as the actions before it left it.
        action: the action.
        n: its number, from 0.
        known: plans that people know, or are about to: a meeting is cancelled on the date that one of them has.
    """
    unknown = tuple(_unknown(term, action, n))
    if unknown:
        return unknown
    found = _OWN[type(action)](term, action, known) if type(action) in _OWN else iter(())
    return tuple(Fault(one.code, ("actions", n, *one.location), one.params) for one in found)


def _unknown(term: Term, action: Noun, n: int) -> Found:
    """Ids that an action names and the term does not know."""
    for field, lists in NAMED.items():
        value = getattr(action, field, None)
        for wanted in (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ():
            yield from _not_in(term, lists, wanted, ("actions", n, field))
    if isinstance(action, Add):
        yield from _not_in(term, ("series",), action.meeting.series, ("actions", n, "meeting", "series"))


def _not_in(term: Term, lists: tuple[str, ...], wanted: str, place: tuple[str | int, ...]) -> Found:
    known = [one.id for name in lists for one in (term.ordered if name == "orders" else getattr(term, name))]
    if wanted not in known:
        kind = " or ".join(KINDS[name] for name in lists)
        params = {"kind": kind, "id": wanted, "nearest": nearest(wanted, known), "list": " or ".join(lists)}
        yield Fault("unknown_id", place, params)


def _cancel(term: Term, action: Cancel, known: Sequence[Plan]) -> Found:
    """It is held on that date, or was to be, as far as anybody knows."""
    if not term.first_day <= action.day <= term.last_day:
        days = {"first_day": term.first_day.isoformat(), "last_day": term.last_day.isoformat()}
        yield Fault("day_outside_term", ("day",), {"day": action.day.isoformat(), **days})
        return
    stands = [plan.placement_of(action.meeting) for plan in known]
    days_held: list[date] = [one.start.date() for one in stands if one]
    before = term.resolved[action.meeting].is_called_off(action.day)
    if len(days_held) == len(stands) > 0 and action.day not in days_held and not before:
        held = " or ".join(dict.fromkeys(day.isoformat() for day in days_held))
        yield Fault("not_held_then", ("day",), {"meeting": action.meeting, "day": action.day.isoformat(), "held": held})


def _unlock(term: Term, action: Unlock, known: Sequence[Plan]) -> Found:
    if term.resolved[action.meeting].lock is None:
        yield Fault("not_locked", ("meeting",), {"meeting": action.meeting})


def _leave(term: Term, action: Leave, known: Sequence[Plan]) -> Found:
    if action.successor is not None and action.newcomer is not None:
        yield Fault("one_of_two", ("newcomer",), {"one": "successor", "other": "newcomer"})
    elif action.successor == action.person:
        yield Fault("own_successor", ("successor",), {"person": action.person})


def _attendance(term: Term, action: LowerAttendance, known: Sequence[Plan]) -> Found:
    meeting = term.resolved[action.meeting]
    groups = {group for seat in meeting.seats for group in seat.groups}
    if action.group not in groups:
        params = {"meeting": action.meeting, "group": action.group, "nearest": nearest(action.group, groups)}
        yield Fault("unknown_group", ("group",), params)


def _says_nothing(*fields: str) -> Callable[[Term, Any, Sequence[Plan]], Found]:
    """That one of the fields says something."""

    def faults(term: Term, action: Any, known: Sequence[Plan]) -> Found:
        if all(getattr(action, field) is None for field in fields):
            yield Fault("says_nothing", (), {"fields": ", ".join(fields)})

    return faults


_OWN: Mapping[type, Callable[[Term, Any, Sequence[Plan]], Found]] = {
    Cancel: _cancel,
    Unlock: _unlock,
    Leave: _leave,
    LowerAttendance: _attendance,
    ChangeSeat: _says_nothing("deputy", "vacancy"),
    RaiseLimit: _says_nothing("meetings_per_day", "meetings_per_week", "meetings_per_term"),
}
"""By the class of the action; the others can always be taken at their word."""

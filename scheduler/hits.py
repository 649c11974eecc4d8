"""Which meetings of a plan something that has happened hits, seen without planning again."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from models import Action, Away, Cancel, Close, CloseDay, Leave, LockAt, Move, Placement, Plan, Term, Withdraw

__all__ = ["hit_by"]


def hit_by(action: Action, term: Term, plan: Plan) -> tuple[Placement, ...]:
    """The meetings that cannot stand as they are, in order of time; of actions that hit none by themselves nothing.

    Args:
        term: the revision that the plan answers.
    """
    hits = _HITS.get(type(action))
    return tuple(one for one in plan.placements if hits and hits(action, one, term))


def _away(action: Away, held: Placement, term: Term) -> bool:
    return action.person in held.people() and _overlaps(action, held, term)


def _close(action: Close, held: Placement, term: Term) -> bool:
    return action.place == held.place and _overlaps(action, held, term)


def _overlaps(action: Away | Close, held: Placement, term: Term) -> bool:
    return any(start < held.end and held.start < end for start, end in _spans(action, term))


def _spans(action: Away | Close, term: Term) -> Iterator[tuple[datetime, datetime]]:
    if action.start and action.end:
        yield action.start, action.end
    if action.weekly:
        for day in action.weekly.days(term.first_day, term.last_day):
            yield datetime.combine(day, action.weekly.from_time), datetime.combine(day, action.weekly.to_time)


def _leave(action: Leave, held: Placement, term: Term) -> bool:
    return action.person in held.people() and action.day <= held.start.date()


def _close_day(action: CloseDay, held: Placement, term: Term) -> bool:
    within = action.first_day <= held.start.date() <= (action.last_day or action.first_day)
    return within and (not action.series or term.resolved[held.meeting].series in action.series)


def _own(action: Cancel | Withdraw | Move | LockAt, held: Placement, term: Term) -> bool:
    return action.meeting == held.meeting


_HITS: Mapping[type, Callable[[Any, Placement, Term], bool]] = {
    Away: _away,
    Close: _close,
    Leave: _leave,
    CloseDay: _close_day,
    Cancel: _own,
    Withdraw: _own,
    Move: _own,
    LockAt: _own,
}
"""By the class of the action."""

"""What happens to places, dates and ties: closed, and loosened."""

from models import Close, CloseDay, ClosedDay, Closure, Space, Term, Untie
from scheduler.changes.editing import free_id, with_fields, with_more, without
from scheduler.changes.ties import untied

__all__ = ["close", "close_day", "space", "untie"]


def close(term: Term, action: Close, reason: str | None) -> Term:
    """One more closure of a place."""
    when = {"start": action.start, "end": action.end, "weekly": action.weekly}
    new = free_id({one.id for one in term.closures}, f"{action.place}.closed")
    return with_more(term, "closures", Closure(id=new, place=action.place, reason=reason, **when))


def close_day(term: Term, action: CloseDay, reason: str | None) -> Term:
    """Closed days; people are shown why, the coordinator also the change's own reason."""
    days = {"first_day": action.first_day, "last_day": action.last_day}
    closed = ClosedDay(reason=action.why, series=action.series, note=reason or "", **days)
    return with_more(term, "closed_days", closed)


def untie(term: Term, action: Untie, reason: str | None) -> Term:
    """Without the order or day relation; of orders that follow from what is said of series, without that one alone."""
    for name in ("orders", "series_orders", "day_relations"):
        term = without(term, name, action.tie)
    return untied(term, action.tie)


def space(term: Term, action: Space, reason: str | None) -> Term:
    """With another least distance in a series."""
    return with_fields(term, "series", action.series, spacing_days=action.days)

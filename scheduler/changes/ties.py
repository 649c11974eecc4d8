"""Orders said of whole series, said of their meetings one by one: what a change leaves alone stays as it was."""

from collections.abc import Collection

from models import Order, Term
from scheduler.changes.editing import with_fields, with_more, without

__all__ = ["one_by_one", "plainly", "untied"]


def one_by_one(term: Term, series: str) -> Term:
    """The term with every order between that series and another as orders between their meetings.

    A meeting that is added or withdrawn would else shift which of them pair.
    """
    for tie in (one for one in term.series_orders if series in (one.before, one.after)):
        pairs = term.paired[tie.id]
        term = with_more(without(term, "series_orders", tie.id), "orders", *pairs)
    return term


def untied(term: Term, tie: str) -> Term:
    """The term without one order between two meetings that follows from what is said of series; the others stay."""
    for between, pairs in term.paired.items():
        if tie in {one.id for one in pairs}:
            return with_more(without(term, "series_orders", between), "orders", *_but(pairs, tie))
    for series, sequence in term.in_sequence.items():
        orders = [one for one, _ in sequence]
        if tie in {one.id for one in orders}:
            return with_more(with_fields(term, "series", series, in_order=False), "orders", *_but(orders, tie))
    return term


def _but(orders: Collection[Order], tie: str) -> list[Order]:
    return [one for one in orders if one.id != tie]


def plainly(term: Term) -> Term:
    """The term with every order said of two meetings."""
    series = tuple(one.model_copy(update={"in_order": False}) if one.in_order else one for one in term.series)
    return term.model_copy(update={"orders": term.ordered, "series_orders": (), "series": series})

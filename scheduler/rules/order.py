"""One meeting before another: a presidium before its council, with so many days between.

The one ends before the other starts, and their dates are neither too near nor too far apart. Meetings that are
not placed bind nobody. Broken, at the later one: `order`, `before`, and `days` between the dates.
"""

from collections.abc import Iterator

from models import Order, Plan, Term
from scheduler.checking_sheet import Held, Sheet
from scheduler.outcome import Violation

NAME = "order"


def check(term: Term, plan: Plan) -> Iterator[Violation]:
    """Meetings that come in the wrong order, too soon or too late after each other."""
    held = {one.id: one for one in Sheet(term, plan).held}
    for order in term.orders:
        before, after = held.get(order.before), held.get(order.after)
        if before and after and not _kept(order, before, after):
            days = (after.day - before.day).days
            yield Violation(NAME, after.id, {"order": order.id, "before": before.id, "days": days})


def _kept(order: Order, before: Held, after: Held) -> bool:
    days = (after.day - before.day).days
    near_enough = order.at_most_days is None or days <= order.at_most_days
    return before.end <= after.start and order.at_least_days <= days and near_enough

"""One meeting before another: a presidium before its council, with so many days between.

The one ends before the other starts, and their dates are neither too near nor too far apart. Meetings that are
not placed bind nobody. Broken, at the later one: `order`, `before`, and `days` between the dates.
"""

from collections.abc import Iterable, Iterator

from models import Order, Plan, ResolvedMeeting, Term
from scheduler.case import Case
from scheduler.checking_sheet import Held, Sheet
from scheduler.model import Model
from scheduler.outcome import Violation
from scheduler.solution import At, Solution

NAME = "order"


def ties(case: Case) -> Iterator[Iterable[str]]:
    """The two meetings of each order."""
    yield from ((order.before, order.after) for order in case.term.orders)


def tells_apart(case: Case, meeting: ResolvedMeeting) -> bool:
    """Whether the hour matters: another meeting may come before or after it on the same day."""
    tied = (order for order in case.term.orders if meeting.id in (order.before, order.after))
    return any(order.at_least_days == 0 for order in tied)


def couple(model: Model) -> None:
    """For every start of the later one, the earlier one has come in time; for every start of that, not too early."""
    for order in _orders(model):
        first, then = order.before, order.after
        for start in sorted({option.start for option in model.options[then]}):
            by_then = model.case.grid.upto(start)
            in_time = _in_time(model, order, start)
            model.cp.add(sum(model.within(then, by_then)) <= sum(model.within(first, in_time)) + model.unplaced[first])
        if order.at_most_days is None:
            continue
        for day in model.days_of(first):
            grid = model.case.grid
            up_to_day, latest = grid.upto_day(day), grid.upto_day(day + order.at_most_days)
            model.cp.add(sum(model.within(first, up_to_day)) <= sum(model.within(then, latest)) + model.unplaced[then])


def _orders(model: Model) -> Iterator[Order]:
    """The orders between meetings of the model."""
    yield from (one for one in model.case.term.orders if {one.before, one.after} <= model.meetings.keys())


def _in_time(model: Model, order: Order, start: int) -> int:
    """The starts of the earlier one after which it is over, and days enough have passed, by a start of the later."""
    grid = model.case.grid
    ended = grid.between(0, grid.minute(start) - model.meetings[order.before].duration_minutes + 1)
    return ended & grid.upto_day(grid.day(start) - order.at_least_days)


def hinders(case: Case, others: Solution, at: At) -> set[str]:
    """The meetings that it would come too early, too late or in the wrong order for."""
    found = set[str]()
    for order in case.term.orders:
        before, after = others.at.get(order.before), others.at.get(order.after)
        if order.before == at.meeting and after and not _fits(order, at, after):
            found.add(after.meeting)
        if order.after == at.meeting and before and not _fits(order, before, at):
            found.add(before.meeting)
    return found


def _fits(order: Order, before: At, after: At) -> bool:
    days = after.day - before.day
    near_enough = order.at_most_days is None or days <= order.at_most_days
    return before.ends <= after.begins and order.at_least_days <= days and near_enough


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

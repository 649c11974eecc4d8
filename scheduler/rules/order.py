"""One meeting before another: a presidium before its council, with so many days between.

The one ends before the other starts, and their dates are neither too near nor too far apart. Meetings that are
not placed bind nobody. Orders between series, and series that keep their order, mean orders between their meetings
(``Term.ordered``). Broken, at the later one: `order`, `before`, and `days` between the dates.
"""

from collections.abc import Iterable, Iterator, Sequence

from models import Order, Plan, ResolvedMeeting, Term
from scheduler.case import Case
from scheduler.checking_sheet import Held, Sheet
from scheduler.day_gap import DayGap
from scheduler.model import Model
from scheduler.outcome import Violation
from scheduler.solution import At, Solution

NAME = "order"


def ties(case: Case) -> Iterator[Iterable[str]]:
    """The two meetings of each order; of one that follows from others too: they say nothing where one is left out."""
    yield from ((order.before, order.after) for order in case.term.ordered)


def tells_apart(case: Case, meeting: ResolvedMeeting) -> bool:
    """Whether the hour matters: another meeting may come before or after it on the same day."""
    return any(order.at_least_days == 0 for order in _of_meeting(case, meeting.id))


def _of_meeting(case: Case, meeting: str) -> Sequence[Order]:
    """The orders that a meeting is one of the two of."""
    return case.once(NAME, lambda: _by_meeting(case)).get(meeting, ())


def _by_meeting(case: Case) -> dict[str, list[Order]]:
    found: dict[str, list[Order]] = {}
    for order in case.term.ordered:
        found.setdefault(order.before, []).append(order)
        found.setdefault(order.after, []).append(order)
    return found


def couple(model: Model) -> None:
    """For every start of the later one, the earlier one has come in time; for every start of that, not too early."""
    for order in _orders(model):
        if order.id not in model.case.term.implied:
            _couple(model, order)


def separate(model: Model, solution: Solution) -> int:
    """Of a series that keeps its order, those of two meetings that are no neighbours: the ones that are broken."""
    implied = (order for order in _orders(model) if order.id in model.case.term.implied)
    broken = [order for order in implied if _breaks(order, solution)]
    for order in broken:
        _couple(model, order)
    return len(broken)


def _breaks(order: Order, solution: Solution) -> bool:
    before, after = solution.at.get(order.before), solution.at.get(order.after)
    return before is not None and after is not None and not _fits(order, before, after)


def _couple(model: Model, order: Order) -> None:
    first, then, grid = order.before, order.after, model.case.grid
    for start in _last_of_each_day(model, order) if order.at_least_days else _starts(model, then):
        by_then, in_time = grid.upto(start), _in_time(model, order, start)
        model.cp.add(model.begun_by(then, by_then) <= model.begun_by(first, in_time) + model.unplaced[first])
    for day in model.days_of(first) if order.at_most_days is not None else ():
        up_to_day, latest = grid.upto_day(day), grid.upto_day(day + (order.at_most_days or 0))
        model.cp.add(model.begun_by(first, up_to_day) <= model.begun_by(then, latest) + model.unplaced[then])


def _starts(model: Model, meeting: str) -> list[int]:
    return sorted({option.start for option in model.options[meeting]})


def _last_of_each_day(model: Model, order: Order) -> Iterator[int]:
    """Starts of the later one that say what the others of their days do, where the hour does not matter."""
    yield from {model.case.grid.day(start): start for start in _starts(model, order.after)}.values()


def _orders(model: Model) -> Iterator[Order]:
    """The orders between meetings of the model."""
    yield from (one for one in model.case.term.ordered if {one.before, one.after} <= model.meetings.keys())


def _in_time(model: Model, order: Order, start: int) -> int:
    """The starts of the earlier one after which it is over, and days enough have passed, by a start of the later."""
    grid = model.case.grid
    ended = grid.between(0, grid.minute(start) - model.meetings[order.before].duration_minutes + 1)
    return ended & grid.upto_day(grid.day(start) - order.at_least_days)


def day_gaps(case: Case) -> Iterator[DayGap]:
    """Each order between two meetings."""
    for order in case.term.ordered:
        yield DayGap(order.before, order.after, order.at_least_days, order.at_most_days, in_turn=True)


def hinders(case: Case, others: Solution, at: At) -> set[str]:
    """The meetings that it would come too early, too late or in the wrong order for."""
    found = set[str]()
    for order in _of_meeting(case, at.meeting):
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
    for order in term.ordered:
        before, after = held.get(order.before), held.get(order.after)
        if before and after and not _kept(order, before, after):
            days = (after.day - before.day).days
            yield Violation(NAME, after.id, {"order": order.id, "before": before.id, "days": days})


def _kept(order: Order, before: Held, after: Held) -> bool:
    days = (after.day - before.day).days
    near_enough = order.at_most_days is None or days <= order.at_most_days
    return before.end <= after.start and order.at_least_days <= days and near_enough

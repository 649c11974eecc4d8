"""Time as the benchmark counts it: grains, one after the other through all days, without nights."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from models import Plan, Seat, Term
from scheduler.case import Case
from scheduler.model import Literal, Model, Option
from scheduler.pair_cost import PairCost, Where

__all__ = ["Held", "attendees", "grain_of", "held", "length_of", "pair_tally", "pairs_value"]

Held = tuple[str, int, int, str | None]
"""Meeting, first grain, number of grains, room."""


def attendees(seats: Sequence[Seat], need: str) -> frozenset[str]:
    """Those who are required at a meeting, or preferred: by their units, which have one person each."""
    return frozenset(seat.unit for seat in seats if seat.need == need)


def length_of(case: Case, meeting: str) -> int:
    """A meeting's number of grains."""
    return case.meetings[meeting].duration_minutes // case.grid.step_minutes


def grain_of(case: Case, start: int) -> int:
    """The grain that a start of the term's grid is."""
    window = case.term.series[0].windows[0]
    opens, closes = (60 * one.hour + one.minute for one in (window.from_time, window.to_time))
    day, slot = divmod(start, case.grid.per_day)
    step = case.grid.step_minutes
    return day * ((closes - opens) // step) + slot - opens // step


def held(term: Term, plan: Plan) -> list[Held]:
    """The placed meetings of a plan, in grains; counted from the document alone."""
    window, step = term.series[0].windows[0], term.grid_minutes
    opens, closes = (60 * one.hour + one.minute for one in (window.from_time, window.to_time))
    found = []
    for one in plan.placements:
        minutes = 60 * one.start.hour + one.start.minute - opens
        grain = (one.start.date() - term.first_day).days * ((closes - opens) // step) + minutes // step
        found.append((one.meeting, grain, (one.end - one.start).seconds // 60 // step, one.place))
    return found


def pair_tally(model: Model, costs: Sequence[PairCost]) -> tuple[list[tuple[int, Literal]], int]:
    """Pair costs as terms of a tally, and the most that they can add up to: for small models only."""
    order = {m: n for n, m in enumerate(model.meetings)}
    terms, most = list[tuple[int, Literal]](), 0
    for one, other in combinations(model.meetings, 2):
        between = _Between(model.case, costs, one, other, order)
        table = [(a, list(between.of(a, model.options[other]))) for a in model.options[one]]
        worst = max((cost for _, row in table for cost, _ in row), default=0)
        if worst:
            both = model.cp.new_int_var(0, worst, "")
            for a, row in table:
                model.cp.add(both >= sum(cost * b.chosen for cost, b in row)).only_enforce_if(a.chosen)
            terms.append((1, both))
            most += worst
    return terms, most


class _Between:
    """What two meetings cost each other by their candidates."""

    def __init__(self, case: Case, costs: Sequence[PairCost], one: str, other: str, order: dict[str, int]) -> None:
        self.case = case
        lengths = length_of(case, one), length_of(case, other)
        self.tables = [
            (
                cost.where,
                1 if cost.weight is None else int(cost.weight[order[one], order[other]]),
                cost.points(*lengths),
            )
            for cost in costs
        ]

    def of(self, option: Option, others: Sequence[Option]) -> Iterator[tuple[int, Option]]:
        """The candidates of the other that cost something beside that one."""
        for there in others:
            apart = grain_of(self.case, there.start) - grain_of(self.case, option.start)
            same = there.place == option.place
            cost = sum(w * points.get(apart, 0) for where, w, points in self.tables if _counts(where, same))
            if cost:
                yield cost, there


def _counts(where: Where, same: bool) -> bool:
    return where == Where.ANYWHERE or (where == Where.SAME_PLACE) == same


def pairs_value(meetings: Sequence[Held]) -> Iterator[tuple[Held, Held]]:
    """Any two meetings near enough to matter, the one that begins first in front."""
    by_time = sorted(meetings, key=lambda one: (one[1], one[0]))
    longest = max((length for _, _, length, _ in by_time), default=0)
    for n, one in enumerate(by_time):
        for other in by_time[n + 1 :]:
            if other[1] - one[1] > longest + 2:
                break
            yield one, other

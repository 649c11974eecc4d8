"""Where the meetings of the CP-SAT model lie: a variable for each candidate of a meeting, and one where it is unplaced.

Who sits at them, and what ties the two, is in ``scheduler.model``.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from ortools.sat.python import cp_model

from models import ResolvedMeeting
from scheduler.case import Case

__all__ = ["Literal", "Option", "Placing", "Sum"]

Literal = cp_model.IntVar
Sum = cp_model.LinearExpr

MANY_DAYS = 60
"""Where a meeting has more days than that, what comes before one of them is a literal of its own."""


@dataclass(frozen=True)
class Option:
    """One candidate of a meeting in the model: true where the meeting is there."""

    start: int
    place: str | None
    chosen: Literal


class Placing:
    """The side of the model that knows starts and places, and nobody."""

    def __init__(self, case: Case, kept: Mapping[str, Sequence[tuple[int, str | None]]]) -> None:
        """Make the variables.

        Args:
            case: the term.
            kept: for each meeting of this model, the candidates to choose among.
        """
        self.case = case
        self.cp = cp_model.CpModel()
        self.meetings: dict[str, ResolvedMeeting] = {m: case.meetings[m] for m in kept}
        self.unplaced: dict[str, Literal] = {m: self.cp.new_bool_var(f"unplaced {m}") for m in kept}
        self.options: dict[str, list[Option]] = {m: self._options(m, pairs) for m, pairs in kept.items()}
        self._within: dict[tuple[str, int], list[Literal]] = {}
        self._said: set[Hashable] = set()
        self._lies_by: dict[str, list[Literal]] = {}

    def _options(self, meeting: str, pairs: Sequence[tuple[int, str | None]]) -> list[Option]:
        new = self.cp.new_bool_var
        return [Option(start, place, new(f"{meeting} {start} {place}")) for start, place in pairs]

    def first_time(self, said: Hashable) -> bool:
        """Whether that was never said to the model before; from now on it was."""
        new = said not in self._said
        self._said.add(said)
        return new

    def places_of(self, meeting: str) -> list[str | None]:
        """Where a meeting can be in this model."""
        return list(dict.fromkeys(option.place for option in self.options[meeting]))

    def one_meeting_in(self, meetings: list[str], days_in_a_row: int) -> None:
        """Of any so many days in a row, one at most has one of the meetings."""
        for first in range(1 - days_in_a_row, self.case.grid.days):
            days = range(first, first + days_in_a_row)
            there = [literal for m in meetings for day in days for literal in self.on_day(m, day)]
            if len(there) > 1:
                self.cp.add_at_most_one(there)

    def unmoved(self, meeting: str) -> Sum:
        """1 where a meeting is where it stood in the plan that is to be changed, else 0."""
        before = self.case.stood[meeting]
        return cp_model.LinearExpr.sum(self.at(meeting, before.start, before.place))

    def at(self, meeting: str, start: datetime, place: str | None) -> list[Literal]:
        """The literal of a meeting's candidate there, if it has one."""
        number = self.case.grid.start_at(start)
        return [o.chosen for o in self.options.get(meeting, ()) if (o.start, o.place) == (number, place)]

    def moved(self, meeting: str) -> Literal:
        """True where a meeting is not where it stood."""
        moved = self.cp.new_bool_var(f"{meeting} moves")
        self.cp.add(moved + self.unmoved(meeting) == 1)
        return moved

    def within(self, meeting: str, starts: int) -> list[Literal]:
        """The literals of a meeting's candidates that start within a set of starts."""
        key = (meeting, starts)
        if key not in self._within:
            self._within[key] = [o.chosen for o in self.options[meeting] if starts >> o.start & 1]
        return self._within[key]

    def begun_by(self, meeting: str, starts: int) -> Sum:
        """1 where a meeting starts within a set of starts that holds every start before each of its own, else 0.

        Of a meeting on many days the days before the last are one literal, which says that it lies on one of them: rows
        that each named all that comes before would together be as long as the square of the starts.
        """
        days = self._days[meeting]
        if len(days) <= MANY_DAYS:
            return cp_model.LinearExpr.sum(self.within(meeting, starts))
        last = self.case.grid.day(starts.bit_length() - 1)
        there = [option.chosen for option in self._options_on[meeting].get(last, ()) if starts >> option.start & 1]
        earlier = bisect_left(days, last)
        return cp_model.LinearExpr.sum([*there, *self._by_then(meeting)[earlier - 1 : earlier]] if earlier else there)

    @cached_property
    def _options_on(self) -> dict[str, dict[int, list[Option]]]:
        """The candidates of each meeting by their day."""
        found: dict[str, dict[int, list[Option]]] = {m: defaultdict(list) for m in self.options}
        for m, options in self.options.items():
            for option in options:
                found[m][self.case.grid.day(option.start)].append(option)
        return found

    def _by_then(self, meeting: str) -> list[Literal]:
        """For each day of a meeting, in order, a literal that is true where it lies on that day or before."""
        if meeting not in self._lies_by:
            literals: list[Literal] = []
            for day in self.days_of(meeting):
                by_then = self.cp.new_bool_var("")
                self.cp.add(by_then == sum([*literals[-1:], *self.on_day(meeting, day)]))
                literals.append(by_then)
            self._lies_by[meeting] = literals
        return self._lies_by[meeting]

    def on_day(self, meeting: str, day: int) -> list[Literal]:
        """The literals of a meeting's candidates on a day of the term."""
        return self._by_day[meeting].get(day, [])

    def days_of(self, meeting: str) -> list[int]:
        """The days of the term on which a meeting has candidates, in order."""
        return self._days[meeting]

    @cached_property
    def _days(self) -> dict[str, list[int]]:
        return {meeting: sorted(days) for meeting, days in self._by_day.items()}

    @cached_property
    def _by_day(self) -> dict[str, dict[int, list[Literal]]]:
        return {
            m: {day: [option.chosen for option in options] for day, options in days.items()}
            for m, days in self._options_on.items()
        }

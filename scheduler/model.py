"""The CP-SAT model of a term, or of a part of it that shares nothing with the rest.

A meeting is at exactly one of its candidates or unplaced; a claim (a person on a seat by an appointment) holds only
where its person is able. Rules couple these variables, goals sum them up. Both ask the model for literals and sums by
what they mean; none of them knows how a variable is numbered.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from ortools.sat.python import cp_model

from models import ResolvedMeeting, Seat
from scheduler.case import Case, Claim
from scheduler.solution import Solution

__all__ = ["Beside", "Literal", "Model", "Option"]

Literal = cp_model.IntVar
Sum = cp_model.LinearExpr

FEW_DAYS = 10
"""Where a meeting has no more days than that, those who sit at it do so day by day (docs/decisions/0009)."""

MANY_DAYS = 60
"""Where a meeting has more days than that, what comes before one of them is a literal of its own."""


@dataclass(frozen=True)
class Option:
    """One candidate of a meeting in the model: true where the meeting is there."""

    start: int
    place: str | None
    chosen: Literal


@dataclass(frozen=True)
class Beside:
    """Meetings that stand where they are while others are planned around them.

    Attributes:
        standing: where they are, and who sits there.
        hindered: for a meeting that is planned, a person and a place, the starts at which that person is kept from it.
    """

    standing: Solution
    hindered: Mapping[tuple[str, str, str | None], int]


class Model:
    """Variables for the placement of some meetings and for who sits at them, with what always ties the two."""

    def __init__(
        self, case: Case, kept: Mapping[str, Sequence[tuple[int, str | None]]], beside: Beside | None = None
    ) -> None:
        """Make the variables.

        Args:
            case: the term.
            kept: for each meeting of this model, the candidates to choose among.
            beside: the meetings that stand; ``None`` where there are none, or they do not count.
        """
        self.case = case
        self.standing = beside.standing if beside else Solution(case, {}, ())
        self._hindered = beside.hindered if beside else {}
        self.cp = cp_model.CpModel()
        self.meetings: dict[str, ResolvedMeeting] = {m: case.meetings[m] for m in kept}
        self.unplaced: dict[str, Literal] = {m: self.cp.new_bool_var(f"unplaced {m}") for m in kept}
        self.options: dict[str, list[Option]] = {m: self._options(m, pairs) for m, pairs in kept.items()}
        self.sits: dict[Claim, Literal] = {}
        self._within: dict[tuple[str, int], list[Literal]] = {}
        self._missing: dict[tuple[str, str], Literal] = {}
        self._sits_at: dict[tuple[Claim, str | None], Literal] = {}
        self._able: dict[Claim, dict[int, Literal]] = {}
        self._within_of: dict[tuple[Claim, frozenset[int]], Literal] = {}
        self._said: set[Hashable] = set()
        self._sits_on: dict[Claim, dict[int, Literal]] = {}
        self._lies_by: dict[str, list[Literal]] = {}
        for m, options in self.options.items():
            self.cp.add_exactly_one([self.unplaced[m], *(option.chosen for option in options)])
            for claim in case.claims[m]:
                self._add_claim(claim)

    def _options(self, meeting: str, pairs: Sequence[tuple[int, str | None]]) -> list[Option]:
        new = self.cp.new_bool_var
        return [Option(start, place, new(f"{meeting} {start} {place}")) for start, place in pairs]

    def _add_claim(self, claim: Claim) -> None:
        """A person sits only where they are able."""
        options = self.options[claim.meeting]
        unable = self.case.unable(claim)
        able = {
            o.chosen.index: o.chosen for o in options if not (unable | self._kept_from(claim, o.place)) >> o.start & 1
        }
        if not able:
            return
        sits = self.cp.new_bool_var(f"{claim.person} {claim.meeting} {claim.seat.id} {claim.appointment}")
        self.cp.add(sum(able.values()) >= sits)
        self.sits[claim], self._able[claim] = sits, able

    def _kept_from(self, claim: Claim, place: str | None) -> int:
        """The starts at which the meetings that stand keep a person from sitting there."""
        return self._hindered.get((claim.meeting, claim.person, place), 0)

    # -- what rules and goals ask ---------------------------------------------------------------------------

    @cached_property
    def sittings_of(self) -> dict[str, dict[str, list[Literal]]]:
        """For each person, the meetings that they may sit at, with the literals that say that they do."""
        found: dict[str, dict[str, list[Literal]]] = defaultdict(lambda: defaultdict(list))
        for claim, literal in self.sits.items():
            found[claim.person][claim.meeting].append(literal)
        return found

    def always_sits(self, person: str, meeting: str) -> bool:
        """Whether the meeting cannot be held without that person."""
        return person in self._needed[meeting]

    @cached_property
    def _needed(self) -> dict[str, set[str]]:
        return {m: set(self.case.indispensable(meeting)) for m, meeting in self.meetings.items()}

    def sitting(self, meeting: str, seat: str, person: str | None = None) -> list[Literal]:
        """The literals of those who sit on a seat, or of one of them."""
        return [self.sits[c] for c in self._claims_on[meeting, seat] if person is None or c.person == person]

    def claims(self, meeting: str, seat: str) -> list[tuple[Claim, Literal]]:
        """Every way in which somebody can come to sit on a seat, with the literal that says that they do."""
        return [(claim, self.sits[claim]) for claim in self._claims_on[meeting, seat]]

    @cached_property
    def _claims_on(self) -> dict[tuple[str, str], list[Claim]]:
        found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim in self.sits:
            found[claim.meeting, claim.seat.id].append(claim)
        return found

    def first_time(self, said: Hashable) -> bool:
        """Whether that was never said to the model before; from now on it was."""
        new = said not in self._said
        self._said.add(said)
        return new

    def upto_ranks(self, meeting: str, seat: Seat) -> Iterator[list[Claim]]:
        """The claims on a seat up to each rank: holders, holders and first deputies, ...; where there are several."""
        claims = self._claims_on[meeting, seat.id]
        for rank in sorted({claim.rank for claim in claims}):
            upto = [claim for claim in claims if claim.rank <= rank]
            if len(upto) > 1:
                yield upto

    def most_of(self, claims: Sequence[Claim], options: Sequence[Literal]) -> Sum:
        """How many of the claims on a seat can hold by the chosen one of the options: one for each appointment."""
        count = claims[0].seat.count
        able = [(o, len({c.appointment for c in claims if o.index in self._able[c]})) for o in options]
        return cp_model.LinearExpr.sum([min(count, n) * o for o, n in able if n])

    def sitting_once(self, meeting: str) -> list[list[Literal]]:
        """Sets of literals of a meeting of which one at most may hold: of one person, and of one appointment."""
        found: dict[tuple[str, str], list[Literal]] = defaultdict(list)
        for seat in self.meetings[meeting].wanted_seats:
            for claim in self._claims_on[meeting, seat.id]:
                found["person", claim.person].append(self.sits[claim])
                found["appointment", claim.appointment].append(self.sits[claim])
        return [literals for literals in found.values() if len(literals) > 1]

    def missing(self, meeting: str, seat: Seat) -> Literal:
        """How many people are missing on a seat that may go wanting."""
        key = (meeting, seat.id)
        if key not in self._missing:
            self._missing[key] = self.cp.new_int_var(0, seat.count, f"missing {meeting} {seat.id}")
        return self._missing[key]

    def vacancies(self) -> Iterator[tuple[Seat, Literal]]:
        """Every seat that may go wanting, with how many people are missing."""
        for meeting in self.meetings.values():
            for seat in meeting.wanted_seats:
                if (meeting.id, seat.id) in self._missing:
                    yield seat, self._missing[meeting.id, seat.id]

    def places_of(self, meeting: str) -> list[str | None]:
        """Where a meeting can be in this model."""
        return list(dict.fromkeys(option.place for option in self.options[meeting]))

    def sits_at(self, claim: Claim, place: str | None) -> Literal:
        """At least true where a claim holds and its meeting is at that place."""
        key = (claim, place)
        if key not in self._sits_at:
            both = self.cp.new_bool_var(f"{claim.person} {claim.meeting} at {place}")
            there = [option.chosen for option in self.options[claim.meeting] if option.place == place]
            self.cp.add(both >= sum(there) + self.sits[claim] - 1)
            self._sits_at[key] = both
        return self._sits_at[key]

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

    def attends(self, person: str, meeting: str, starts: int, place: str | None = None) -> Sum:
        """At least 1 where the person sits at the meeting, and that starts within the set (at the place, if any)."""
        here = {o.chosen.index for o in self.options[meeting] if starts >> o.start & 1 and place in (None, o.place)}
        if self.always_sits(person, meeting):
            there = [o.chosen for o in self.options[meeting] if o.chosen.index in here]
            return cp_model.LinearExpr.sum(there)
        claims = [claim for claim in self._claims_of[person, meeting] if here & self._able[claim].keys()]
        day = self._whole_day(meeting, here)
        if day is not None:
            return cp_model.LinearExpr.sum([self._days_of_sitting(claim)[day] for claim in claims])
        return cp_model.LinearExpr.sum([self._sits_within(claim, here) for claim in claims])

    def _whole_day(self, meeting: str, here: set[int]) -> int | None:
        """The day whose candidates those are, all of them, where the meeting has few days."""
        if len(self._by_day[meeting]) > FEW_DAYS:
            return None
        days = self._by_day[meeting].items()
        return next((day for day, options in days if {chosen.index for chosen in options} == here), None)

    def _days_of_sitting(self, claim: Claim) -> dict[int, Literal]:
        """For each day on which a claim can hold, a literal: one of them is true where it holds."""
        if claim not in self._sits_on:
            days: dict[int, Literal] = {}
            for day, options in self._by_day[claim.meeting].items():
                able = [chosen for chosen in options if chosen.index in self._able[claim]]
                if able:
                    days[day] = self.cp.new_bool_var("")
                    self.cp.add(sum(able) >= days[day])
            self.cp.add(sum(days.values()) == self.sits[claim])
            self._sits_on[claim] = days
            self._tighten_by_day(claim)
        return self._sits_on[claim]

    def _tighten_by_day(self, new: Claim) -> None:
        """What the rule on seats says of all together at the chosen start, of each day: once all of them have days."""
        for upto in self.upto_ranks(new.meeting, new.seat):
            if new in upto and all(claim in self._sits_on for claim in upto):
                for day, options in self._by_day[new.meeting].items():
                    sitting = [self._sits_on[claim][day] for claim in upto if day in self._sits_on[claim]]
                    self.cp.add(sum(sitting) <= self.most_of(upto, options))

    def _sits_within(self, claim: Claim, here: set[int]) -> Literal:
        """True where the claim holds and one of those options is chosen.

        Said as "it holds by another option, or by one of these": its relaxation is tighter than that of "both".
        """
        key = (claim, frozenset(here))
        if key not in self._within_of:
            within = self.cp.new_bool_var("")
            elsewhere = [chosen for n, chosen in self._able[claim].items() if n not in here]
            self.cp.add(sum(elsewhere) + within >= self.sits[claim])
            self._within_of[key] = within
        return self._within_of[key]

    @cached_property
    def _claims_of(self) -> dict[tuple[str, str], list[Claim]]:
        found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim in self.sits:
            found[claim.person, claim.meeting].append(claim)
        return found

    def ladder(self, counted: Sequence[Literal], most: int, already: int = 0) -> list[tuple[int, Literal]]:
        """The number of pairs among those of the literals that hold, `most` at the most, as terms of a tally.

        The steps of a ladder, each dearer than the one below: convex, so that its relaxation is tight. Where `already`
        so many stand beside them, the pairs with those count as well, those among them do not.
        """
        free = 0 if already else 1
        steps = [self.cp.new_bool_var("") for _ in range(most - free)]
        if steps:
            self.cp.add(sum(counted) <= free + sum(steps))
        return list(enumerate(steps, start=already + free))

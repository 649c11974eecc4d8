"""The CP-SAT model of a term, or of a part of it that shares nothing with the rest.

A meeting is at exactly one of its candidates or unplaced (``scheduler.placing``); a claim (a person on a seat by an
appointment) holds only where its person is able. Rules couple these variables, goals sum them up. Both ask the model
for literals and sums by what they mean; none of them knows how a variable is numbered.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ortools.sat.python import cp_model

from models import Seat
from scheduler.case import Case, Claim
from scheduler.placing import Literal, Option, Placing, Sum
from scheduler.solution import Solution

__all__ = ["Beside", "Literal", "Model", "Option"]

FEW_DAYS = 10
"""Where a meeting has no more days than that, those who sit at it do so day by day (docs/decisions/0009)."""


@dataclass(frozen=True)
class Beside:
    """Meetings that stand where they are while others are planned around them.

    Attributes:
        standing: where they are, and who sits there.
        hindered: for a meeting that is planned, a person and a place, the starts at which that person is kept from it.
    """

    standing: Solution
    hindered: Mapping[tuple[str, str, str | None], int]


class Model(Placing):
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
        super().__init__(case, kept)
        self.standing = beside.standing if beside else Solution(case, {}, ())
        self._hindered = beside.hindered if beside else {}
        self.sits: dict[Claim, Literal] = {}
        self._missing: dict[tuple[str, str], Literal] = {}
        self._sits_at: dict[tuple[Claim, str | None], Literal] = {}
        self._able: dict[Claim, dict[int, Literal]] = {}
        self._within_of: dict[tuple[Claim, frozenset[int]], Literal] = {}
        self._sits_on: dict[Claim, dict[int, Literal]] = {}
        self._ladders: dict[tuple[tuple[int, ...], int, int], list[Literal]] = {}
        for m, options in self.options.items():
            self.cp.add_exactly_one([self.unplaced[m], *(option.chosen for option in options)])
            for claim in case.claims[m]:
                self._add_claim(claim)

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

    def hint(self, solution: Solution) -> None:
        """Let the solver begin where the meetings of a solution are, with whom they have."""
        for m in self.options.keys() & solution.at.keys():
            at = solution.at[m]
            for option in self.options[m]:
                self.cp.add_hint(option.chosen, (option.start, option.place) == (at.start, at.place))
        sitting = set(solution.sits)
        for claim, sits in self.sits.items():
            if claim.meeting in solution.at:
                self.cp.add_hint(sits, claim in sitting)

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

    def sits_at(self, claim: Claim, place: str | None) -> Literal:
        """At least true where a claim holds and its meeting is at that place."""
        key = (claim, place)
        if key not in self._sits_at:
            both = self.cp.new_bool_var(f"{claim.person} {claim.meeting} at {place}")
            there = [option.chosen for option in self.options[claim.meeting] if option.place == place]
            self.cp.add(both >= sum(there) + self.sits[claim] - 1)
            self._sits_at[key] = both
        return self._sits_at[key]

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
        key = (tuple(literal.index for literal in counted), most, already)
        if key not in self._ladders:
            self._ladders[key] = [self.cp.new_bool_var("") for _ in range(most - free)]
            if most > free:
                self.cp.add(sum(counted) <= free + sum(self._ladders[key]))
        return list(enumerate(self._ladders[key], start=already + free))

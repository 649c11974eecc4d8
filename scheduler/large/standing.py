"""Meetings that stand, while a few others are planned around them: where they are, who sits there, what that costs."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from copy import copy

from scheduler.case import Case, Claim
from scheduler.goals import Goal
from scheduler.model import Beside
from scheduler.rules import Rule
from scheduler.solution import At, Solution

__all__ = ["Standing"]

Pair = tuple[int, str | None]
Cost = tuple[int, ...]


class Standing:
    """A plan in the making; meetings come and go."""

    def __init__(self, case: Case, part: Sequence[str], rules: Sequence[Rule], goals: Sequence[Goal]) -> None:
        self.case, self.goals = case, goals
        self.of_people = [rule for rule in rules if rule.of_people]
        self.of_meetings = [rule for rule in rules if not rule.of_people]
        self.starts: dict[str, Pair] = {}
        self.sits: dict[str, list[Claim]] = {}
        self._tied = self._ties(part, (*rules, *goals))
        self._counting = [(n, goal, self._counted_at(part, goal)) for n, goal in enumerate(goals) if goal.replanning]

    def _ties(self, part: Sequence[str], ones: Iterable[Rule | Goal]) -> dict[str, set[str]]:
        """For each meeting, those that a rule or goal ties to it by more than people."""
        here, found = set(part), defaultdict[str, set[str]](set)
        for one in ones:
            for tied in one.ties(self.case) if not one.of_people else ():
                together = here.intersection(tied)
                for m in together:
                    found[m] |= together
        return found

    def _counted_at(self, part: Sequence[str], goal: Goal) -> dict[str, list[str]]:
        """For each person whom a goal counts once, the meetings that may have it count them."""
        found = defaultdict[str, list[str]](list)
        for m in part:
            for person in goal.counts(self.case, m, None, ()):
                found[person].append(m)
        return found

    def take(self, solution: Solution) -> None:
        """Let the meetings of a solution stand."""
        for m, at in solution.at.items():
            self.starts[m], self.sits[m] = (at.start, at.place), []
        for claim in solution.sits:
            self.sits[claim.meeting].append(claim)

    def drop(self, meetings: Iterable[str]) -> None:
        """Take meetings out."""
        for m in meetings:
            self.starts.pop(m, None)
            self.sits.pop(m, None)

    def solution(self, meetings: Iterable[str] | None = None) -> Solution:
        """Those that stand, or some of them."""
        ones = [m for m in (self.starts if meetings is None else meetings) if m in self.starts]
        return Solution(self.case, {m: self.starts[m] for m in ones}, [claim for m in ones for claim in self.sits[m]])

    def near(self, meetings: Sequence[str]) -> Solution:
        """The meetings that stand and have anybody, or more than people, in common with some others."""
        found = dict.fromkeys(m for one in meetings for m in sorted(self._tied.get(one, ())))
        people = dict.fromkeys(claim.person for m in meetings for claim in self.case.claims[m])
        found.update(dict.fromkeys(m for person in people for m in self.case.meetings_of[person]))
        free = set(meetings)
        return self.solution(m for m in found if m not in free)

    def around(
        self, kept: Mapping[str, Sequence[Pair]], but: AbstractSet[str] = frozenset()
    ) -> tuple[dict[str, list[Pair]], Beside]:
        """What is left of the candidates of some meetings beside those that stand, but some, and who is kept from which
        of them."""
        others = self.near(list(kept)).without(set(but))
        left = {m: [pair for pair in pairs if not self._hindered(others, m, pair)] for m, pairs in kept.items()}
        hindered = dict[tuple[str, str, str | None], int]()
        for m, pairs in left.items():
            busy = [p for p in dict.fromkeys(claim.person for claim in self.case.claims[m]) if p in others.of_person]
            for person in busy:
                for place in dict.fromkeys(place for _, place in pairs):
                    hindered[m, person, place] = self._closed(others, m, place, person)
        return left, Beside(others, hindered)

    def admits(self, solution: Solution) -> bool:
        """Whether the meetings of a solution can stand beside those that do."""
        others = self.near(list(solution.at))
        starts = {m: (at.start, at.place) for one in (others, solution) for m, at in one.at.items()}
        for at in solution.at.values():
            rest = Solution(
                self.case, {m: pair for m, pair in starts.items() if m != at.meeting}, others.sits + solution.sits
            )
            if any(rule.hinders(self.case, rest, at) for rule in self.of_meetings):
                return False
            people = {claim.person for claim in solution.sits if claim.meeting == at.meeting}
            if any(rule.hinders_person(self.case, rest, at, one) for rule in self.of_people for one in people):
                return False
        return True

    def in_the_way(self, others: Solution, at: At, people: Iterable[str]) -> list[str]:
        """The meetings because of which a meeting cannot be somewhere with some people."""
        found = set[str]().union(*(rule.hinders(self.case, others, at) for rule in self.of_meetings))
        for person in people:
            found |= set[str]().union(*(rule.hinders_person(self.case, others, at, person) for rule in self.of_people))
        return sorted(found - {at.meeting})

    def _closed(self, others: Solution, m: str, place: str | None, person: str) -> int:
        closed = 0
        for rule in self.of_people:
            closed |= rule.closes_person(self.case, others, self.case.meetings[m], place, person)
        return closed

    def _hindered(self, others: Solution, meeting: str, pair: Pair) -> bool:
        at = At.of(self.case, meeting, *pair)
        return any(rule.hinders(self.case, others, at) for rule in self.of_meetings)

    def cost(self, meetings: Sequence[str]) -> Cost:
        """What some meetings cost on each goal beside the others that stand, pairs of them counted once."""
        sums, there = [0] * len(self.goals), self.near(meetings)
        starts = {m: (at.start, at.place) for m, at in there.at.items()}
        sits = list(there.sits)
        for m in meetings:
            others = Solution(self.case, starts, sits)
            for n, goal in enumerate(self.goals):
                sums[n] += self._cost(goal, others, m)
            if m in self.starts:
                starts[m] = self.starts[m]
                sits += self.sits[m]
        for n, goal, meetings_of in self._counting:
            sums[n] += len(self._counted_alone(goal, meetings_of, meetings))
        return tuple(sums)

    def _counted_alone(self, goal: Goal, meetings_of: Mapping[str, Sequence[str]], meetings: Sequence[str]) -> set[str]:
        """The people whom a goal counts because of some meetings, and of no other."""
        people = set[str]().union(*(self._counted(goal, m) for m in meetings))
        others = {m for person in people for m in meetings_of[person]}.difference(meetings)
        return people.difference(*(self._counted(goal, m) for m in others))

    def _counted(self, goal: Goal, meeting: str) -> AbstractSet[str]:
        at = At.of(self.case, meeting, *self.starts[meeting]) if meeting in self.starts else None
        return goal.counts(self.case, meeting, at, self.sits.get(meeting, ()))

    def whole_cost(self, parts: Iterable[Sequence[str]]) -> Cost:
        """What all meetings cost, given in parts: each beside those before it, so that every pair counts once."""
        growing = self._emptied()
        sums, every = [0] * len(self.goals), list[str]()
        for part in parts:
            growing.take(self.solution(part))
            sums = [one + more for one, more in zip(sums, growing.cost(part), strict=True)]
            every += part
        for n, goal, meetings_of in self._counting:
            sums[n] += len(self._counted_alone(goal, meetings_of, every))
        return tuple(sums)

    def _emptied(self) -> "Standing":
        """The same with nothing standing, where nobody is counted."""
        other = copy(self)
        other.starts, other.sits, other._counting = {}, {}, []
        return other

    def _cost(self, goal: Goal, others: Solution, m: str) -> int:
        meeting = self.case.meetings[m]
        if m not in self.starts:
            return goal.unplaced_cost(self.case, meeting)
        at = At.of(self.case, m, *self.starts[m])
        points = goal.start_cost(self.case, others, at)
        points += goal.seated_cost(self.case, m, self.sits[m])
        points += sum(goal.claim_cost(self.case, others, at, claim) for claim in self.sits[m])
        for seat in meeting.wanted_seats:
            missing = seat.count - sum(claim.seat.id == seat.id for claim in self.sits[m])
            points += missing * goal.vacancy_cost(seat)
        return points

"""What no plan goes below on a goal that is as good as the one shown on all goals above it: block by block.

Down to the first goal that is above what the blocks come to alone, each block has no choice: it comes to just that. On
the first goal that is above, the blocks share what the plan spends more than they must, the slack. So each block is
asked what it comes to at the least on a goal below if it spends none of the slack, or one, or two; and no plan is below
the best way to share the slack out. What the others come to at the least in turn bounds each block on that goal from
above while the goals below it are asked. (A convex goal of many blocks at once, such as an even load, is asked by
tangents: C(x, 2) >= a·x - conj(a) at any slope a; the slopes climb by what the blocks' answers are away from them:
A. M. Geoffrion, "Lagrangean relaxation for integer programming", 1974.)
"""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from math import ceil
from typing import TypeVar

from ortools.sat.python import cp_model

from scheduler.case import Case
from scheduler.goals import Goal
from scheduler.large.sharing import NEVER, least_of_all, least_of_others
from scheduler.large.tangents import PARTS, Tangents
from scheduler.model import Literal, Model
from scheduler.rules import Rule
from scheduler.search import HOLDING
from scheduler.solution import Solution
from scheduler.solving import Nothing, Solver

__all__ = ["Bounding", "Part"]

T = TypeVar("T")
Pair = tuple[int, str | None]
Terms = Sequence[tuple[int, Literal]]
Rooms = list[list[T]]
"""One of a kind for each block and each part of the slack that it may spend."""
_Answer = tuple[int, Solution | None]
MOST_SPENT = 2
"""A block is asked for each slack up to this; the last stands for all that is more."""
MANY_BLOCKS = 16
"""More than these are not asked for each slack: each may spend all of it."""
ROUNDS = 3
"""So often the rows that a solution breaks are added; the bound holds without them too, and shows less."""
NEAR = 0.01
"""A goal that is so near its bound is bound enough."""
MANY_SLOPES = 4
"""So much more of the time has a goal that counts pairs."""


def _sum(terms: Terms) -> cp_model.LinearExpr:
    return cp_model.LinearExpr.weighted_sum([var for _, var in terms], [n for n, _ in terms])


@dataclass(frozen=True)
class Part:
    """A block, and what no plan of it goes below: per goal, where it is at that number on all goals above."""

    meetings: Sequence[str]
    bounds: Mapping[str, int]


@dataclass(frozen=True)
class _Room:
    """A block's model where it spends so much of the slack."""

    model: Model
    spent: int


class Bounding:
    """A component in blocks, each as if the others were not there; every meeting is held."""

    def __init__(
        self,
        case: Case,
        kept: Mapping[str, Sequence[Pair]],
        parts: Sequence[Part],
        goals: Sequence[Goal],
        rules: Sequence[Rule],
        shown: Solution,
        values: Mapping[str, int],
    ) -> None:
        """Prepare.

        Args:
            case: the term.
            kept: for each meeting the candidates to choose among.
            parts: the blocks.
            goals: the ranking.
            rules: what is obeyed.
            shown: the plan that is to be judged.
            values: what it comes to.
        """
        self.case, self.kept, self.parts, self.rules, self.shown = case, kept, parts, rules, shown
        self.goals = [goal for goal in goals if goal.name not in HOLDING]
        self.values = values
        loose = (n for n, goal in enumerate(self.goals) if values[goal.name] != self._least(goal.name))
        self.first = next(loose, len(self.goals))
        asked = self.first < len(self.goals) and self.goals[self.first].name in parts[0].bounds
        self.slack = values[self.goals[self.first].name] - self._least(self.goals[self.first].name) if asked else 0
        self.levels = range(self.first + asked, len(self.goals))
        self.rooms: Rooms[_Room] = []

    def _least(self, goal: str) -> int:
        return sum(part.bounds.get(goal, 0) for part in self.parts)

    def run(self, workers: int, solver: Callable[[float], Solver]) -> dict[str, int]:
        """A bound of each goal below the first that is above what the blocks come to.

        Args:
            workers: how many blocks are asked at once.
            solver: makes what they are asked with, for a share of the time that is left.
        """
        found, self.workers, whole = dict[str, int](), workers, solver(1.0)
        with ThreadPoolExecutor(workers) as self.pool:
            for part in self.parts:
                if whole.stopped:  # many models take long to build, and one that is not asked shows nothing
                    return found
                self.rooms.append(list(self.pool.map(partial(self._room, part), self._spendings())))
            for level in self.levels:
                if whole.stopped:
                    break
                goal, below = self.goals[level], self.goals[level:]
                now = solver(_work(goal) / sum(map(_work, below)))
                found[goal.name] = self._by_tangents(goal, now) if goal.counted else self._plainly(goal, now)
        return found

    def counted(self) -> dict[str, int]:
        """What can be said of goals that the blocks have an answer to without asking them again.

        A block that spends nothing of the slack comes to what it came to alone. So does it on the next goal, unless it
        has a part in what that is above its own bound; and so on. No more blocks have a part than there are units.
        """
        found, parted = dict[str, int](), self.slack
        for level in self.levels:
            goal = self.goals[level].name
            alone = sorted((part.bounds.get(goal, 0) for part in self.parts), reverse=True)
            found[goal] = sum(alone[parted:])
            parted += max(0, self.values[goal] - found[goal])
        return found

    def _spendings(self) -> range:
        return range(1 if len(self.parts) > MANY_BLOCKS else min(self.slack, MOST_SPENT) + 1)

    def _room(self, part: Part, spent: int) -> _Room:
        model = Model(self.case, {m: self.kept[m] for m in part.meetings})
        for rule in self.rules:
            rule.couple(model)
        for unplaced in model.unplaced.values():
            model.cp.add(unplaced == 0)
        for goal in self.goals[: self.first]:
            model.cp.add(goal.terms(model).expression() <= part.bounds.get(goal.name, 0))
        if self.slack:
            loose, most = self.goals[self.first], self.slack if spent == self._spendings()[-1] else spent
            model.cp.add(loose.terms(model).expression() <= part.bounds.get(loose.name, 0) + most)
        return _Room(model, spent)

    def _plainly(self, goal: Goal, solver: Solver) -> int:
        """A goal whose terms in each block add up to no more than it comes to."""
        terms = self._each(lambda room: goal.terms(room.model).terms)
        costs = _costs(self._ask(terms, solver))
        self._hold(terms, costs, self.values[goal.name])
        return min(self.values[goal.name], least_of_all(costs, self.slack)[-1])

    def _by_tangents(self, goal: Goal, solver: Solver) -> int:
        """A goal that counts pairs: the best of many slopes, the first of which are those where the plan is."""
        assert goal.counted is not None
        value, held = self.values[goal.name], None
        tangents = Tangents(self.case, goal.counted, self.shown, value)
        while value > (1 + NEAR) * tangents.best and not solver.stopped:
            terms, base = self._each(lambda room: tangents.terms(room.model)), tangents.base()
            answers = self._ask(terms, solver)
            costs = _costs(answers)
            ways = [solution for ones in answers for _, solution in ones[:1] if solution]
            if tangents.hear(least_of_all(costs, self.slack)[-1], ways):
                held = terms, costs, PARTS * value + base
        if held:
            self._hold(*held)
        return min(value, ceil(tangents.best))

    def _hold(self, terms: Rooms[Terms], costs: Rooms[int], most: int) -> None:
        """From here on no block comes to more than the others leave it."""
        others = least_of_others(costs, self.slack)
        for ones, sums, rest in zip(self.rooms, terms, others, strict=True):
            for room, summed in zip(ones, sums, strict=True):
                room.model.cp.add(_sum(summed) <= most - rest[self.slack - room.spent])

    def _each(self, summed: Callable[[_Room], Terms]) -> Rooms[Terms]:
        return [[summed(room) for room in ones] for ones in self.rooms]

    def _ask(self, terms: Rooms[Terms], solver: Solver) -> Rooms[_Answer]:
        """What each block comes to at the least in each of its rooms, and how."""
        pairs = zip(self.rooms, terms, strict=True)
        flat = [(room.model, summed) for ones, sums in pairs for room, summed in zip(ones, sums, strict=True)]
        # Each has its share of the time, so that the last are asked too.
        rounds = [ceil((len(flat) - n) / self.workers) for n in range(len(flat))]

        def ask(n: int) -> _Answer:
            one = Solver(solver.options, solver.until(1 / rounds[n]), solver.cancelled, solver.manner)
            return self._least_in(*flat[n], one)

        found = iter(list(self.pool.map(ask, range(len(flat)))))
        return [[next(found) for _ in ones] for ones in self.rooms]

    def _least_in(self, model: Model, terms: Terms, solver: Solver) -> _Answer:
        """A bound of a sum in a block, `NEVER` where the block has no way; and the last solution."""
        model.cp.minimize(_sum(terms))
        least, last = 0, None
        for _ in range(ROUNDS):
            answer = solver.solve(model, lambda best, bound: None, floor=least)
            if answer is Nothing.AT_ALL:
                return NEVER, last
            if isinstance(answer, Nothing):
                break
            least, last = max(least, answer.bound), answer.solution
            if not sum(rule.separate(model, answer.solution) for rule in self.rules):
                break
        return least, last


def _work(goal: Goal) -> int:
    """How much more there is to do for some goals than for others."""
    return MANY_SLOPES if goal.counted else 1


def _costs(answers: Rooms[_Answer]) -> Rooms[int]:
    return [[least for least, _ in ones] for ones in answers]

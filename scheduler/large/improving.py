"""A whole plan made better, block by block: what is tried for one that costs more than it must, from cheap to dear.

One thread asks blocks for more than they have shown, alone, as long as there are any that cost more than that; the
others free neighbourhoods: a meeting that costs something, with those in its way. Where those come to nothing, the
whole block is solved beside the others; then it becomes one block with another that makes it cost more, since what both
cost above their bounds is what they cost each other.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from scheduler.goals import Goal
from scheduler.large.alone import GOALS_AT_ONCE, Alone, Block
from scheduler.large.freeing import Freeing
from scheduler.large.placing import Placing
from scheduler.large.standing import Cost
from scheduler.search import Knowing
from scheduler.solution import Solution

__all__ = ["Improving"]

NEIGHBOURHOOD_SECONDS = 3.0
FIRST_LEVEL = 0.5
"""So often the first goal that is above its bound is tried; else one of those below."""
ONLY_BETTER = 0.6
"""So often a neighbourhood is left as soon as none better is possible; else it also moves to what is as good."""
PATIENCE, MUCH_PATIENCE = 6, 24
"""So many neighbourhoods of a block come to nothing before more is tried, and so many more before it is tried again."""
BLOCK_SHARE, LEAST_SECONDS = 0.25, 30.0
"""So much of the time that is left a block may have at once, and at the least so much."""
MOST_ASKED, FIRST_SECONDS = 4, 12.0
"""So often a block is asked for more than it has shown; at first for all goals in one sum, which is soon done or never,
then for a few at once."""
MOST_LEFT_OUT, ROUNDS = 6, 3
"""So many of those in a block's way are left out in turn, each for so many rounds, to see which makes it cost more."""
JOINED_MEETINGS = 180
"""No more meetings are joined in one block."""

Step = Callable[[float], None]
"""Does something for the plan until then at the latest."""


class Improving:
    """A plan on its way down.

    Attributes:
        cost: what it comes to.
    """

    def __init__(
        self, placing: Placing, alone: Alone, freeing: Freeing, cost: Cost, heard: Callable[["Improving"], None]
    ) -> None:
        """Prepare.

        Args:
            placing: the meetings, all of which stand that can.
            alone: asks blocks.
            freeing: knows the blocks, and draws neighbourhoods.
            cost: what the plan comes to.
            heard: hears of each better plan, and of each better bound.
        """
        self.placing, self.alone, self.freeing, self.cost, self.heard = placing, alone, freeing, cost, heard
        self.standing, self.goals, self.random = placing.standing, placing.goals, freeing.random
        self.asking = False

    def bound(self, goal: Goal) -> int:
        """Of all blocks together; where a goal counts people once, whatever they are in, at least the worst block's."""
        each = [block.bounds.get(goal.name, 0) for block in self.freeing.blocks]
        return max(each, default=0) if goal.counts_once else sum(each)

    def run(self, until: float) -> None:
        """For as long as a goal is above its bound, and there is time; by several threads at once."""
        while not self.placing.solver_until(until).stopped:
            with self.placing.lock:
                step = self._next()
            if step is None:
                return
            step(until)

    # -- what is tried next; whoever asks holds the lock ------------------------------------------------------------

    def _next(self) -> Step | None:
        level = self._level()
        if level is None:
            return None
        block = self._to_ask()
        if block:
            return self._at(block, self._ask)
        block = self.freeing.choose(level)
        if level >= len(self.placing.early) or block.failed < PATIENCE or block.is_taken:
            return partial(self._neighbourhood, block, level)
        return self._at(block, self._join if block.is_tried else self._whole)

    def _level(self) -> int | None:
        """The number of a goal above its bound, often the first; ``None`` where none is."""
        levels = [n for n, goal in enumerate(self.goals) if self.cost[n] > self.bound(goal)]
        if len(levels) < 2 or self.random.random() < FIRST_LEVEL:
            return next(iter(levels), None)
        return self.random.choice(levels[1:])

    def _to_ask(self) -> Block | None:
        """Of the blocks that may have more to show the one that costs most above that; none while one is asked."""
        if self.asking:
            return None
        open_ones = [one for one in self.freeing.blocks if not one.is_exact and one.asked < MOST_ASKED]
        over = {one: self._over(one) for one in open_ones if not one.is_taken}
        most = max(over, key=over.__getitem__, default=None)
        self.asking = most is not None and any(over[most])
        return most if self.asking else None

    def _over(self, block: Block) -> list[int]:
        """By how much a block costs more than it has shown to, on the first goal on which it does."""
        costs = zip(self.alone.names, self.freeing.cost_of(block), strict=False)
        over = [max(0, cost - block.bounds[name]) for name, cost in costs]
        first = next((n for n, more in enumerate(over) if more), 0)
        return [more if n == first else 0 for n, more in enumerate(over)]

    def _at(self, block: Block, does: Callable[[Block, float], None]) -> Step:
        """One thread at a time is at work on a block as a whole."""
        block.is_taken = True

        def step(until: float) -> None:
            try:
                does(block, until)
            finally:
                block.is_taken = False

        return step

    # -- and how -----------------------------------------------------------------------------------------------------

    def _neighbourhood(self, block: Block, level: int, until: float) -> None:
        with self.placing.lock:
            some = self.freeing.free(block, level)
            only_better = self.random.random() < ONLY_BETTER
            enough = self._costs(list(some), self.goals) if only_better else {}
        goals = self.placing.early if level < len(self.placing.early) else self.goals
        now = self.placing.solver.options.clock()
        until, known = min(until, now + NEIGHBOURHOOD_SECONDS), Knowing(enough=enough)
        found = self.placing.solved(list(some), until, goals, some, known)
        better = found is not None and self._take(list(some), found)
        block.failed = 0 if better else block.failed + 1

    def _ask(self, block: Block, until: float) -> None:
        known, turn = self._known(block), self._turn(until)
        if any(goal.counts_once for goal in self.goals):  # in the whole others may count whom the block counts alone
            known = replace(known, enough={})
        if not block.asked:
            now = self.placing.solver.options.clock()
            known, turn = replace(known, most_goals=None), min(turn, now + FIRST_SECONDS)
        try:
            self.alone.further(block, known, turn)
        finally:
            self.asking = False
        with self.placing.lock:
            self.heard(self)

    def _whole(self, block: Block, until: float) -> None:
        block.is_tried = True
        kept = {m: self.placing.kept[m] for m in block.meetings}
        found = self.placing.searched(kept, self._turn(until), self.placing.early, self._known(block))
        if found.solution.at and not found.broken:
            self._take(block.meetings, found.solution)

    def _join(self, block: Block, until: float) -> None:
        """With one because of which it costs more, if there is room for both."""
        with self.placing.lock:
            room = JOINED_MEETINGS - len(block.meetings)
            others = [one for one, _ in self.freeing.in_the_way_of(block).most_common(MOST_LEFT_OUT)]
            others = [one for one in others if len(one.meetings) <= room]
        other = next((one for one in others if self._cheaper_without(block, one, until)), None)
        with self.placing.lock:
            block.failed = -MUCH_PATIENCE  # where there is none to join, all that is left is to try much else
            if other in self.freeing.blocks and not other.is_taken:
                self.freeing.join([block, other], self.alone.joined([block, other]))

    def _cheaper_without(self, block: Block, other: Block, until: float) -> bool:
        """Whether a block could cost less beside the others if one of them were not there; as far as is known."""
        known, kept = self._known(block, ROUNDS), {m: self.placing.kept[m] for m in block.meetings}
        there = frozenset(other.meetings)
        found = self.placing.searched(kept, self._turn(until), self.placing.early, known, there)
        return any(least < known.enough[goal] for goal, least in found.least.items())

    def _turn(self, until: float) -> float:
        """When something has had its time."""
        now = self.placing.solver.options.clock()
        return min(until, now + max(LEAST_SECONDS, BLOCK_SHARE * (until - now)))

    def _known(self, block: Block, rounds: int | None = None) -> Knowing:
        """Of a block as it stands beside the others: none that costs as much is looked for."""
        with self.placing.lock:
            hint = self.standing.solution(block.meetings)
            enough = self._costs(block.meetings, self.placing.early)
        return Knowing(not self.placing.missing, block.crossed, enough, rounds, hint, GOALS_AT_ONCE)

    def _costs(self, meetings: Sequence[str], goals: Sequence[Goal]) -> dict[str, int]:
        """What some meetings come to on the first goals, beside the others."""
        return dict(zip((goal.name for goal in goals), self.standing.cost(meetings), strict=False))

    def _take(self, free: Sequence[str], found: Solution) -> bool:
        """Let some meetings stand anew, and whether that is better; as they were, where it is no better, or others have
        come in their way."""
        with self.placing.lock:
            if not self.standing.admits(found):
                return False
            before, old = self.standing.cost(free), self.standing.solution(free)
            self.standing.drop(free)
            self.standing.take(found)
            after = self.standing.cost(free)
            if after > before:
                self.standing.drop(free)
                self.standing.take(old)
                return False
            change = zip(self.cost, after, before, strict=True)
            self.cost = tuple(one + new - old for one, new, old in change)
            if after < before:
                self.freeing.moved(free)
                self.heard(self)
            return after < before

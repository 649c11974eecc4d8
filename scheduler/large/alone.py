"""Blocks of a large component as if the others were not there: what each comes to at the least, and where it would be.

Most rules are in a block's model from the beginning. Those of too many rows (who would be late, who has too much on a
day) come as far as solutions break them, round by round; each round proves a bound, and most blocks have the last one
after the first. So each is asked once, and once more only where it costs more in the whole than it was shown to.
"""

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from scheduler.large.placing import Placing, heard_by_nobody
from scheduler.search import Found, Knowing, Search
from scheduler.solution import Solution

__all__ = ["GOALS_AT_ONCE", "Alone", "Block"]

GOALS_AT_ONCE = 2
"""So many goals are asked for in one sum where rows are added round by round."""


@dataclass(eq=False)
class Block:
    """Some meetings that are solved together.

    Attributes:
        meetings: which.
        bounds: per goal, a number that no plan goes below that is at those on all goals above it.
        wished: where they would be alone, as far as that is known; it may break a rule of too many rows.
        crossed: solutions of them that did.
        is_exact: whether nothing more can be shown of them alone.
        asked: how often more was to be shown of them.
        failed: how many neighbourhoods of theirs came to nothing since the last that came to something.
        is_tried: whether all of them were solved beside the others.
        is_taken: whether a thread is at work on them.
    """

    meetings: Sequence[str]
    bounds: Mapping[str, int]
    wished: Solution
    crossed: Sequence[Solution] = ()
    is_exact: bool = False
    asked: int = 0
    failed: int = field(default=0, init=False)
    is_tried: bool = field(default=False, init=False)
    is_taken: bool = field(default=False, init=False)


class Alone:
    """Asks blocks by the goals that do not wait for all others."""

    def __init__(self, placing: Placing) -> None:
        self.placing, self.names = placing, [goal.name for goal in placing.early]

    def first(self, cut: Sequence[Sequence[str]], pool: ThreadPoolExecutor, workers: int, until: float) -> list[Block]:
        """Each block asked once, in its share of the time."""
        nothing = Solution(self.placing.case, {}, ())
        made = [Block(meetings, dict.fromkeys(self.names, 0), nothing) for meetings in cut]

        def ask(n: int) -> None:
            share = self.placing.share(workers, len(made) - n, until)
            self.ask(made[n], min(until, share), Knowing(all_held=not self.placing.missing, rounds=1))

        list(pool.map(ask, range(len(made))))
        return made

    def ask(self, block: Block, until: float, knowing: Knowing) -> None:
        """What a block comes to at the least, as far as there is time for it."""
        placing = self.placing
        kept = {m: placing.kept[m] for m in block.meetings}
        search = Search(placing.case, kept, placing.early, rulebook=placing.rulebook, knowing=knowing)
        found = search.run(placing.solver_until(until), heard_by_nobody)
        self._learn(block, found)

    def further(self, block: Block, knowing: Knowing, until: float) -> None:
        """The same once more: until it is known, or shown to come to no less than what is known of it."""
        self.ask(block, until, knowing)
        block.asked += 1

    def joined(self, blocks: Iterable[Block]) -> Block:
        """Some blocks as one, of which no more is known yet than of them."""
        ones = list(blocks)
        goals = self.placing.early
        bounds = {g.name: (max if g.counts_once else sum)(one.bounds[g.name] for one in ones) for g in goals}
        at = {m: (there.start, there.place) for one in ones for m, there in one.wished.at.items()}
        wished = Solution(self.placing.case, at, [claim for one in ones for claim in one.wished.sits])
        crossed = [solution for one in ones for solution in one.crossed]
        return Block([m for one in ones for m in one.meetings], bounds, wished, crossed, asked=1)

    def _learn(self, block: Block, found: Found) -> None:
        """Let a block know what a search has shown, where that is more than it knew."""
        plain = {name: found.bounds[name] for name in self.names}
        shown = max(plain, plain | found.least, key=self._order)
        block.bounds = max(block.bounds, shown, key=self._order)
        block.crossed = [*block.crossed, *found.crossed]
        if found.solution.at:
            block.wished = found.solution
        block.is_exact = found.is_done

    def _order(self, bounds: Mapping[str, int]) -> list[int]:
        return [bounds[name] for name in self.names]

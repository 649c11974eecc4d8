"""Which meetings a neighbourhood frees: one that costs more than it would alone, and those in its way."""

from collections import Counter
from collections.abc import Mapping, Sequence
from random import Random

from scheduler.goals import Goal
from scheduler.large.alone import Block
from scheduler.large.standing import Cost, Standing
from scheduler.solution import Solution

__all__ = ["Freeing"]

Pair = tuple[int, str | None]
FREE_MEETINGS = 20
"""Meetings in a neighbourhood."""
FREE_DAYS = 14
"""Days of each of them, drawn anew each time, and the one that it has."""
NEAREST = 4
"""So many meetings of somebody who could come, nearest to the day, are freed."""
AS_WISHED = 0.5
"""So often a meeting is freed with what keeps it from where its block alone would have it."""


class Freeing:
    """Draws from what stands; whoever asks holds the lock of it."""

    def __init__(
        self,
        standing: Standing,
        kept: Mapping[str, Sequence[Pair]],
        goals: Sequence[Goal],
        blocks: Sequence[Block],
        random: Random,
    ) -> None:
        """Prepare.

        Args:
            standing: where all meetings stand.
            kept: for each the candidates to choose among.
            goals: the ranking.
            blocks: the meetings in blocks, with what each comes to as if the others were not there.
            random: what draws.
        """
        self.standing, self.kept, self.goals, self.random = standing, kept, goals, random
        self.case = standing.case
        self.blocks = list(blocks)
        self._block_of = {m: block for block in blocks for m in block.meetings}
        self._costs: dict[Block, Cost] = {}

    def moved(self, meetings: Sequence[str]) -> None:
        """Hear that what some meetings cost has changed."""
        for m in meetings:
            self._costs.pop(self._block_of[m], None)

    def choose(self, level: int) -> Block:
        """A block, the likelier the more it costs on a goal above what it would alone."""
        over = self._above_alone(level)
        return self.random.choices(self.blocks, over if any(over) else None)[0]

    def free(self, block: Block, level: int) -> dict[str, Sequence[Pair]]:
        """A meeting that costs something on a goal, and what else those people are wanted at who might make it
        cheaper; each with some of its candidates."""
        seed = self.random.choice([m for m in block.meetings if self.standing.cost([m])[level]] or block.meetings)
        wished = seed in block.wished.at and self.random.random() < AS_WISHED
        free = self._as_wished(seed, block.wished) if wished else self._with_others(seed)
        return {m: self._some(m) for m in free}

    def cost_of(self, block: Block) -> Cost:
        """What a block costs; kept until one of its own meetings moves, so that others may have changed it a little."""
        if block not in self._costs:
            self._costs[block] = self.standing.cost(block.meetings)
        return self._costs[block]

    def in_the_way_of(self, block: Block) -> Counter[Block]:
        """How many meetings of other blocks keep this one from what it wishes."""
        found, others = Counter[Block](), self.standing.near(block.meetings)
        for m, at in block.wished.at.items():
            people = sorted({claim.person for claim in block.wished.sits if claim.meeting == m})
            found.update(self._block_of[other] for other in self.standing.in_the_way(others, at, people))
        del found[block]
        return found

    def join(self, ones: Sequence[Block], whole: Block) -> None:
        """Let some blocks be one."""
        self.blocks = [*(block for block in self.blocks if block not in ones), whole]
        self._block_of.update(dict.fromkeys(whole.meetings, whole))

    def _some(self, meeting: str) -> Sequence[Pair]:
        """The candidates of a meeting on some days, and on that where it stands."""
        kept, day = self.kept[meeting], self.case.grid.day
        days = sorted({day(start) for start, _ in kept})
        if len(days) <= FREE_DAYS:
            return kept
        drawn = set(self.random.sample(days, FREE_DAYS))
        if meeting in self.standing.starts:
            drawn.add(day(self.standing.starts[meeting][0]))
        return [pair for pair in kept if day(pair[0]) in drawn]

    def _as_wished(self, seed: str, wished: Solution) -> list[str]:
        """A meeting, what stands in the way of where and with whom its block would have it alone, and some of its block
        that must move too."""
        others = self.standing.near([seed])
        people = sorted({claim.person for claim in wished.sits if claim.meeting == seed})
        in_the_way = self.standing.in_the_way(others, wished.at[seed], people)
        moved = [m for m, at in wished.at.items() if self.standing.starts.get(m) != (at.start, at.place)]
        return _first_of([seed, *in_the_way, *self.random.sample(moved, len(moved))])

    def _with_others(self, seed: str) -> list[str]:
        """A meeting, and of those whom it could have instead of who sits there the meetings nearest to some day of
        it."""
        sitting = {(claim.seat.id, claim.person) for claim in self.standing.sits.get(seed, ())}
        missed = sorted({c.person for c in self.case.claims[seed] if (c.seat.id, c.person) not in sitting})
        day_of, found = self.case.grid.day, [seed]
        day = day_of(self.random.choice(self.kept[seed])[0])
        self.random.shuffle(missed)
        for person in missed:
            others = [m for m in self.case.meetings_of[person] if m in self.standing.starts]
            others.sort(key=lambda m: abs(day_of(self.standing.starts[m][0]) - day))
            found += others[:NEAREST]
        return _first_of(found)

    def _above_alone(self, level: int) -> list[int]:
        """By how much each block costs more on a goal than it does at least alone."""
        goal = self.goals[level].name
        return [max(0, self.cost_of(block)[level] - block.bounds.get(goal, 0)) for block in self.blocks]


def _first_of(meetings: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(meetings))[:FREE_MEETINGS]

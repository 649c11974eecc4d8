"""Which meetings a neighbourhood frees: one that costs more than it would alone, and those in its way."""

from collections.abc import Mapping, Sequence
from random import Random

from scheduler.goals import Goal
from scheduler.large.standing import Cost, Standing
from scheduler.search import Found

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
        blocks: Sequence[Sequence[str]],
        alone: Sequence[Found],
        random: Random,
    ) -> None:
        """Prepare.

        Args:
            standing: where all meetings stand.
            kept: for each the candidates to choose among.
            goals: the ranking.
            blocks: the meetings in blocks.
            alone: what each block comes to as if the others were not there.
            random: what draws.
        """
        self.standing, self.kept, self.goals, self.random = standing, kept, goals, random
        self.case = standing.case
        self.blocks, self.alone = blocks, alone
        self._block_of = {m: n for n, block in enumerate(blocks) for m in block}
        self._costs: dict[int, Cost] = {}

    def moved(self, meetings: Sequence[str]) -> None:
        """Hear that what some meetings cost has changed."""
        for m in meetings:
            self._costs.pop(self._block_of[m], None)

    def free(self, level: int) -> dict[str, Sequence[Pair]]:
        """A meeting that costs something on a goal, and what else those people are wanted at who might make it
        cheaper; each with some of its candidates."""
        over = self._above_alone(level)
        number = self.random.choices(range(len(over)), over if any(over) else None)[0]
        block = self.blocks[number]
        seed = self.random.choice([m for m in block if self.standing.cost([m])[level]] or block)
        wished = seed in self.alone[number].solution.at and self.random.random() < AS_WISHED
        free = self._as_wished(seed, self.alone[number]) if wished else self._with_others(seed)
        return {m: self._some(m) for m in free}

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

    def _as_wished(self, seed: str, alone: Found) -> list[str]:
        """A meeting, what stands in the way of where and with whom its block would have it alone, and some of its block
        that must move too."""
        wished, others = alone.solution, self.standing.near([seed])
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
        pairs = enumerate(self.alone)
        return [max(0, self._cost_of(n)[level] - found.bounds.get(goal, 0)) for n, found in pairs]

    def _cost_of(self, number: int) -> Cost:
        """What a block costs; kept until one of its own meetings moves, so that others may have changed it a little."""
        if number not in self._costs:
            self._costs[number] = self.standing.cost(self.blocks[number])
        return self._costs[number]


def _first_of(meetings: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(meetings))[:FREE_MEETINGS]

"""A first whole plan of a component: small blocks one after the other, or, where meetings are many, a heat bath."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from scheduler.large.placing import Placing
from scheduler.large.seated_bath import SeatedBath, baths
from scheduler.large.seated_tables import seated
from scheduler.large.standing import Cost
from scheduler.solution import Solution

__all__ = ["Beginning"]

BATHED_MEETINGS, BATHED_SECONDS = 250, 45
"""More than so many begin with a bath, if there is so much time; fewer are placed by blocks before it is compiled."""
BATH_SHARE, BATH_SECONDS_A_MEETING = 0.3, 0.03
"""A bath has so much of the time that is left, and no more than so much for each meeting."""
BLOCKS_SHARE = 0.5
"""How much of the time that is left the blocks may have."""


class Beginning:
    """What stands before anything is improved."""

    def __init__(
        self,
        placing: Placing,
        small: Sequence[Sequence[str]],
        obeying: Callable[[Solution], Solution],
        heard: Callable[[Cost], None],
    ) -> None:
        """Prepare.

        Args:
            placing: the meetings, some of which may stand.
            small: all of them in blocks.
            obeying: cuts a solution down to what obeys every rule.
            heard: hears what each whole plan costs.
        """
        self.placing, self.small, self.obeying, self.heard = placing, small, obeying, heard
        self.standing, self.case, self.solver = placing.standing, placing.case, placing.solver

    def from_plan(self, begun: Solution) -> None:
        """Let meetings stand as they are in a plan that obeys every rule; so does any part of it."""
        at, kept = begun.at, self.placing.kept
        there = {m for m in at.keys() & kept.keys() if (at[m].start, at[m].place) in kept[m]}
        self.standing.take(begun.without(at.keys() - there))

    @property
    def is_bathed(self) -> bool:
        """Whether there are enough meetings to place, and time; what changes another plan begins with that."""
        replans = any(goal.replanning for goal in self.placing.goals)
        seconds = self.solver.deadline - self.solver.options.clock()
        return self.placing.missing > BATHED_MEETINGS and seconds > BATHED_SECONDS and not replans

    def by_blocks(self, each: Callable[..., Iterable[None]]) -> None:
        """Block beside block, as many at once as `each` does."""
        self._place_what_is_left(each)
        self.heard(self._cost())

    def bath(self) -> SeatedBath:
        """All that is not locked, ready to bathe; what is locked stands, placed by the solver.

        Tables and compiled code are made by Python alone, for which threads would wait in turns: nothing else goes on.
        """
        case, placing, options = self.case, self.placing, self.solver.options
        locked = [[m for m in block if case.meetings[m].lock or m in case.standing] for block in self.small]
        placing.place_all(locked, self.solver.until(BATH_SHARE), map)
        tables = seated(case, placing.kept, placing.rulebook.rules, placing.goals)
        random = np.random.default_rng(options.seed)
        made = SeatedBath(tables, random, options.clock, lambda: self.solver.stopped)
        made.fix(self.standing.solution())
        made.compile()
        return made

    def by_baths(self, bath: SeatedBath) -> None:
        """Most meetings at once, in one thread; what is left by the solver."""
        fixed, most = self.standing.solution(), BATH_SECONDS_A_MEETING * len(self.placing.kept)
        cost: Cost | None = None
        for found in baths(bath, self.solver, BATH_SHARE, most):
            cost = self._the_better(fixed, self.obeying(found), cost)
            self.heard(cost)

    def _the_better(self, fixed: Solution, found: Solution, cost: Cost | None) -> Cost:
        """What it costs if what a bath came to stands beside what is fixed, and the solver places what is left; what
        stood before, where that cost less."""
        before = self.standing.solution()
        with self.placing.lock:
            self.standing.drop(before.at)
            self.standing.take(fixed)
            self.standing.take(found.without(set(fixed.at)))
        self._place_what_is_left(map)
        found_cost = self._cost()
        if cost is None or found_cost <= cost:
            return found_cost
        self.standing.drop(self.placing.kept)
        self.standing.take(before)
        return cost

    def _place_what_is_left(self, each: Callable[..., Iterable[None]]) -> None:
        self.placing.place_all(self.small, self.solver.until(BLOCKS_SHARE), each)

    def _cost(self) -> Cost:
        return self.standing.whole_cost(self.small)

"""A heat bath over meetings whose seats are a choice: from hot to cold by the clock, a few meetings at a time."""

from collections import defaultdict
from collections.abc import Callable, Iterator

import numpy as np

from scheduler.large import seated_prices, stirring
from scheduler.large.references import StateReference, TablesReference
from scheduler.large.seated import Ints, Seated
from scheduler.large.seated_tables import HIGHEST
from scheduler.solution import Solution
from scheduler.solving import Solver

__all__ = ["SeatedBath", "baths"]

HOT, COLD = 0.6 * HIGHEST, 0.0003 * HIGHEST
"""From where an empty chair now and then costs nothing to where the goals in the middle of the ranking are settled."""
MOST_OUT = 5
"""So many meetings are taken out at once, at the most."""
CHUNK_SECONDS = 0.1
LARGEST_SHARES, ROUNDS_EACH = (0.02, 0.1, 1.0), 10
"""Those shares of the meetings, of the most chairs, have a place before all others come: they find none later. Of all
meetings hardly one is left out by chance."""

FIRST_SHARE = 0.15
"""Of the time: a short bath first, so that there is a plan soon."""


def baths(bath: "SeatedBath", solver: Solver, share: float, most_seconds: float) -> Iterator[Solution]:
    """A short bath and a long one.

    Args:
        bath: where they are taken.
        solver: its time.
        share: of the time that is left.
        most_seconds: no more than so much of it.
    """
    clock = bath.clock
    until = min(solver.until(share), clock() + most_seconds)
    for part in (FIRST_SHARE, 1.0):
        yield bath.run(clock() + part * max(0.0, until - clock()))


class SeatedBath:
    """A state that is bathed again and again."""

    def __init__(
        self, seated: Seated, random: np.random.Generator, clock: Callable[[], float], stop: Callable[[], bool]
    ) -> None:
        self.seated, self.random, self.clock, self.stop = seated, random, clock, stop
        self.state = seated.nowhere()
        self._references = TablesReference(*seated.tables), StateReference(*self.state)
        self.movable = np.ones(len(seated.meetings), np.bool_)

    def fix(self, solution: Solution) -> None:
        """Let the meetings of a solution stand where they are, throughout."""
        number = {claim: n for n, claim in enumerate(self.seated.claims)}
        sitting = defaultdict[str, list[int]](list)
        for claim in solution.sits:
            sitting[claim.meeting].append(number[claim])
        for i, m in enumerate(self.seated.meetings):
            at = solution.at.get(m)
            if at is not None and (at.start, at.place) in self.seated.kept[m]:
                option = list(self.seated.kept[m]).index((at.start, at.place))
                claims = self.seated.chairs(i, sitting[m])
                seated_prices.put(*self._references, i, option, claims)
                self.movable[i] = False

    def compile(self) -> None:
        """Have the inner loop compiled, which takes longer than many a bath."""
        self.stir(0, COLD, np.flatnonzero(self.movable))

    def run(self, until: float) -> Solution:
        """From hot to cold; where everything stands then, which may break what the tables do not say."""
        free = np.flatnonzero(self.movable)
        self._largest_first(free)
        began, rounds = self.clock(), 100
        while free.size and not self.stop() and (now := self.clock()) < until:
            self.stir(rounds, HOT * (COLD / HOT) ** ((now - began) / (until - began)), free)
            took = self.clock() - now
            rounds = max(1, min(2 * rounds, round(rounds * CHUNK_SECONDS / max(took, 1e-6))))
        return self.seated.solution(self.state)

    def _largest_first(self, free: Ints) -> None:
        """Of those that are nowhere, the largest find a place in an empty year."""
        tables = self.seated.tables
        chairs = np.diff(tables.chairs_of[tables.seats_of])
        nowhere = free[self.state.option[free] < 0]
        largest = nowhere[np.argsort(-chairs[nowhere], kind="stable")]
        for share in LARGEST_SHARES:
            some = largest[: int(np.ceil(share * len(free)))]
            for _ in range(ROUNDS_EACH if some.size else 0):
                if not self.stop():
                    self.stir(len(some), COLD, some)

    def stir(self, rounds: int, heat: float, free: Ints) -> float:
        """So many rounds at one heat, each beginning with one of some meetings; by how much dearer it is then."""
        seed = int(self.random.integers(2**31))
        change: float = stirring.stir(seed, rounds, heat, MOST_OUT, free, self.movable, *self._references)
        return change

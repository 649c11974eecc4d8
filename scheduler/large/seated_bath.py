"""A heat bath over meetings whose seats are a choice: from hot to cold by the clock, a few meetings at a time."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from scheduler.large import stirring
from scheduler.large.seated import HIGHEST, NOWHERE, Seated
from scheduler.solution import Solution

__all__ = ["SeatedBath"]

Numbers = NDArray[np.int64]

HOT, COLD = 0.6 * HIGHEST, 0.001 * HIGHEST
"""From where an empty chair now and then costs nothing to where the goals in the middle of the ranking are settled."""
MOST_OUT = 5
"""So many meetings are taken out at once, at the most."""
CHUNK_SECONDS = 0.1
LARGEST_SHARES, ROUNDS_EACH = (0.02, 0.1), 10
"""Those shares of the meetings, of the most chairs, have a place before all others come: they find none later."""


class SeatedBath:
    """A state that is bathed again and again."""

    def __init__(
        self, seated: Seated, random: np.random.Generator, clock: Callable[[], float], stop: Callable[[], bool]
    ) -> None:
        self.seated, self.random, self.clock, self.stop = seated, random, clock, stop
        self.state = seated.nowhere()
        self.movable = np.ones(len(seated.meetings), np.bool_)

    def fix(self, solution: Solution) -> None:
        """Let the meetings of a solution stand where they are, throughout."""
        number = {claim: n for n, claim in enumerate(self.seated.claims)}
        chairs = self.seated.tables.chairs_of[self.seated.tables.seats_of]
        for i, m in enumerate(self.seated.meetings):
            at = solution.at.get(m)
            if at is None or (at.start, at.place) not in self.seated.kept[m]:
                continue
            sits = [number[claim] for claim in solution.sits if claim.meeting == m]
            claims = np.full(chairs[i + 1] - chairs[i], NOWHERE, np.int64)
            claims[: len(sits)] = sits
            option = list(self.seated.kept[m]).index((at.start, at.place))
            stirring.put(self.seated.tables, self.state, i, option, claims)
            self.movable[i] = False

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

    def _largest_first(self, free: Numbers) -> None:
        """Of those that are nowhere, the largest find a place in an empty year."""
        tables = self.seated.tables
        chairs = np.diff(tables.chairs_of[tables.seats_of])
        nowhere = free[self.state.option[free] < 0]
        largest = nowhere[np.argsort(-chairs[nowhere], kind="stable")]
        for share in LARGEST_SHARES:
            some = largest[: int(np.ceil(share * len(free)))]
            if some.size:
                self.stir(ROUNDS_EACH * len(some), COLD, some)

    def stir(self, rounds: int, heat: float, free: Numbers) -> float:
        """So many rounds at one heat, each beginning with one of some meetings; by how much dearer it is then."""
        seed = int(self.random.integers(2**31))
        tables, state = self.seated.tables, self.state
        change: float = stirring.stir(seed, rounds, heat, MOST_OUT, free, self.movable, tables, state)
        return change

"""Heat baths over a landscape: a meeting is taken out and put back anew, the cheaper the likelier, from hot to cold."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from scheduler.large import heat
from scheduler.large.landscape import Landscape
from scheduler.large.prices import State
from scheduler.large.stages import Stage

__all__ = ["Bathing", "Stop", "Water"]

Stop = Callable[[], bool]

WIDTH = 256
"""Starts in a row that a move of the first goal looks at: fewer places to choose among, but more moves."""
CHUNK_SECONDS = 0.05
MELTED_SHARE = 0.95
"""The share of a later goal's bath while what is above may be broken; then it is mended."""
PHASES, LIGHT, HEAVY = 8, 12.0, 300.0
"""In so many phases a point above comes to weigh more and more: so many units at first, and in the end."""
EVICTING_PHASE, EVICTING_SHARE = 4, 0.3
"""After so many of them meetings are evicted, for no more than that share of the time that is left."""
STARTS_TRIED, MOVES_EACH = 0.02, 10
"""A meeting that is in another's way goes to the best of that share of starts; then all others move so often each."""


@dataclass(frozen=True)
class Water:
    """What all baths of a search share.

    Attributes:
        land: where the meetings are.
        random: where all chance comes from.
        stop: asked whether to end.
        clock: in seconds.
    """

    land: Landscape
    random: np.random.Generator
    stop: Stop
    clock: Callable[[], float]

    def part(self, share: float, until: float) -> float:
        """The moment when a share of the time until another moment has gone by."""
        now = self.clock()
        return now + share * (until - now)

    def is_over(self, until: float) -> bool:
        """Whether there is no time left."""
        return self.stop() or self.clock() >= until

    def seed(self) -> int:
        """One for compiled code or a solver."""
        return int(self.random.integers(2**31))


class Bathing:
    """Baths of one search."""

    def __init__(self, water: Water) -> None:
        self.water, self.land = water, water.land

    def compile(self, stage: Stage, state: State) -> None:
        """Have the inner loop compiled, before anything is timed."""
        self._draw(stage, state, state.copy(), 1, 0, 1.0, (0, 0))

    def bath(self, stage: Stage, state: State, until: float) -> State:
        """From hot to cold by the clock; the best state on the way."""
        value, _ = stage.bath.total(state)
        best, kept, state = value, state.copy(), state.copy()
        width = min(WIDTH, len(self.land.axis)) if stage.is_first else len(self.land.axis)
        draw = partial(self._draw, stage, state, kept, width)
        began, moves = self.water.clock(), len(state.at)
        while best > 0 and not self.water.is_over(until):
            now = self.water.clock()
            warmth = stage.unit * stage.hot * (stage.cold / stage.hot) ** ((now - began) / (until - began))
            value, best = draw(moves, warmth, (value, best))
            took = self.water.clock() - now
            moves = max(1, min(2 * moves, round(moves * CHUNK_SECONDS / max(took, 1e-6))))
        return kept

    def later_bath(self, stage: Stage, state: State, until: float) -> State:
        """Of a later goal; what is above stays as it is, and where that is nothing, it need not on the way."""
        if stage.above.total(state)[0]:
            found = self.bath(stage, state, until)
        else:
            found = self.evict(stage, self._thawed(stage, state, self.water.part(MELTED_SHARE, until)), until)
        return min(state, found, key=stage.worth)

    def _thawed(self, stage: Stage, state: State, until: float) -> State:
        """While what is above weighs more and more: meetings come past each other, which they cannot where it is
        frozen.

        Where some are stuck in each other's way half way down, it begins again, frozen.
        """
        first = state
        for phase in range(PHASES):
            hot, cold = (stage.hot * (stage.cold / stage.hot) ** (n / PHASES) for n in (phase, phase + 1))
            thawed = stage.weighed(LIGHT * (HEAVY / LIGHT) ** (phase / (PHASES - 1)), hot, cold)
            state = self.bath(thawed, state, self.water.part(1 / (PHASES - phase), until))
            if phase + 1 == EVICTING_PHASE:
                state = self.evict(stage, state, self.water.part(EVICTING_SHARE, until))
                if stage.above.total(state)[0]:
                    return self.bath(stage, first, until)
        return state

    def evict(self, stage: Stage, state: State, until: float) -> State:
        """Have a meeting that is in another's way where it costs little above, and those that stood there elsewhere.

        A long meeting that shares people with many has no room of its own where short ones fill the days: it takes one,
        and stays there while they move.
        """
        while (stuck := stage.above.total(state)[1]).any() and not self.water.is_over(until):
            tried = self._evicting(stage, state, int(self.water.random.choice(np.flatnonzero(stuck))))
            if tried:
                state = min(state, self._moved_beside(stage, *tried), key=stage.worth)
        return state

    def _evicting(self, stage: Stage, state: State, one: int) -> tuple[State, int] | None:
        """A meeting at the best of some starts that are drawn, whoever stands there."""
        cost = np.where(self.land.open[one], stage.above.of(one, state), heat.CLOSED)
        cost[:, self.water.random.random(cost.shape[1]) > STARTS_TRIED] = heat.CLOSED
        cost[state.place[one], state.at[one]] = heat.CLOSED
        place, start = divmod(int(cost.argmin()), cost.shape[1])
        if cost[place, start] >= heat.CLOSED:
            return None
        tried = state.copy()
        tried.place[one], tried.at[one] = place, start
        return tried, one

    def _moved_beside(self, stage: Stage, state: State, one: int) -> State:
        """The best state that some moves of all others come to."""
        others, kept = self.land.open.copy(), state.copy()
        others[one] = False
        value, moves = stage.bath.total(state)[0], MOVES_EACH * len(state.at)
        self._draw(stage, state, kept, len(self.land.axis), moves, stage.cold * stage.unit, (value, value), others)
        return kept

    def _draw(
        self,
        stage: Stage,
        state: State,
        kept: State,
        width: int,
        moves: int,
        warmth: float,
        values: tuple[int, int],
        usable: NDArray[np.bool_] | None = None,
    ) -> tuple[int, int]:
        """So many moves at one heat; what the state and the kept best one cost then, as `values` says of before."""
        usable = self.land.open if usable is None else usable
        prices = stage.bath
        arrays = (usable, state.at, state.place, prices.kind, prices.roomy, prices.tables.arrays)
        found: tuple[int, int] = heat.anneal(
            self.water.seed(), moves, width, warmth, *arrays, *values, kept.at, kept.place
        )
        return found

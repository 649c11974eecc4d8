"""The best plan that local search finds of a component with a landscape: goal after goal, a heat bath and then CP-SAT.

The first goal shares its bath with the rules, which weigh more and may be broken on the way. Every later goal moves
meetings only where nothing above gets worse. What a bath leaves is untied by neighbourhoods (docs/decisions/0029).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from scheduler.large import heat
from scheduler.large.landscape import Landscape, Level
from scheduler.large.neighbourhood import Neighbourhood
from scheduler.large.prices import Prices, State

__all__ = ["Settling", "Stop"]

Stop = Callable[[], bool]

RULES_WEIGH = 3
"""Units of the first goal that a broken rule costs, for each step that two meetings are too near; more where a bath
ends with a rule broken."""
ROUNDS = (0.3, 1.0)
"""What share of the time that is left each bath of the first goal has."""
FROZEN_RULES_WEIGH = 1_000
HOT, COLD = 1.2, 0.25
"""The first and the last heat of the first goal's bath, in units."""
TIGHT_HOT, TIGHT_COLD = 4.0, 0.4
"""The same after a bath that left rules broken: there is little room, and it takes more to get out of a corner."""
LATER_HOT, LATER_COLD = 6.0, 0.3
"""The same of a later goal, whose meetings have less room to move."""
UNIT = 16
"""A unit is this part of the most that two meetings can cost each other once, and at least one point."""
WIDTH = 256
"""Starts in a row that a move of the first goal looks at: fewer places to choose among, but more moves."""
CHUNK_SECONDS = 0.05
BATH_SHARE, LATER_BATH_SHARE = 0.75, 0.9
"""The share of the first and of a later goal's time that its bath has; the rest is for neighbourhoods."""
MENDING_SHARE = 0.3
"""The share of all time that is left in which a broken rule is mended, before it is tried again."""
NEIGHBOURS = 8
SOLVE_SECONDS = 0.4


@dataclass(frozen=True)
class _Stage:
    """One goal on its turn.

    Attributes:
        above: the rules and the goals above, which nothing may make worse.
        goal: what the stage makes small.
        unit: what counts as little of it.
        hot: the heat at which its bath begins, in units.
        cold: the heat at which it ends.
        mixed: for the first goal, that and the rules in one sum; then the rules may be broken on the way.
    """

    above: Prices
    goal: Prices
    unit: float
    hot: float
    cold: float
    mixed: Prices | None = None

    @property
    def bath(self) -> Prices:
        """What meetings are drawn by."""
        return self.mixed or self.goal


class Settling:
    """A component on its way down."""

    def __init__(self, land: Landscape, seed: int, stop: Stop, clock: Callable[[], float]) -> None:
        self.land, self.stop, self.clock = land, stop, clock
        self.random = np.random.default_rng(seed)
        self.levels = [level for level in land.levels[1:] if not level.is_empty]
        self.stages = [self._stage(n) for n in range(max(1, len(self.levels)))]

    def _stage(self, n: int) -> _Stage:
        rules, goals = self.land.levels[0], self.levels[n : n + 1]
        unit = max([1.0, *(_largest(self.land, one) / UNIT for one in goals)])
        before = [(rules, FROZEN_RULES_WEIGH), *((level, 1) for level in self.levels[:n])]
        now = Prices(self.land, [(one, 1) for one in goals] or [(rules, 1)])
        above = Prices(self.land, before)
        if n:
            return _Stage(above, now, unit, LATER_HOT, LATER_COLD)
        return _Stage(above, now, unit, HOT, COLD, self._mixed(RULES_WEIGH * unit))

    def _mixed(self, weigh: float) -> Prices:
        return Prices(self.land, [(self.land.levels[0], round(weigh)), *((one, 1) for one in self.levels[:1])])

    def run(self, deadline: float, told: Callable[[State], None]) -> State:
        """Search until a moment of the clock; `told` hears of what each goal has come to."""
        state = self._first()
        told(state)
        for n, stage in enumerate(self.stages):
            now = self.clock()
            share = (deadline - now) / (len(self.stages) - n) * (1.2 if n + 1 < len(self.stages) else 1.0)
            until = min(deadline, now + share)
            bath = BATH_SHARE if stage.mixed else LATER_BATH_SHARE
            state = self._baths(stage, state, now + bath * (until - now))
            told(state)
            state = self._untie(stage, state, until)
            if stage.mixed:
                state = self._mend(stage, state, deadline)
            told(state)
        return state

    def _mend(self, stage: _Stage, state: State, deadline: float) -> State:
        """As long as a rule is broken, bathe again, the rules weighing more each time: else there is no plan."""
        weigh = 2 * RULES_WEIGH * stage.unit
        while stage.above.total(state)[0] and not self.stop() and (now := self.clock()) < deadline:
            weigh *= 2
            hotter = replace(stage, mixed=self._mixed(weigh), hot=TIGHT_HOT, cold=TIGHT_COLD)
            until = now + MENDING_SHARE * (deadline - now)
            bathed = self._bath(hotter, state, now + BATH_SHARE * (until - now))
            state = self._untie(stage, min(state, bathed, key=partial(self._worth, stage)), until)
        return state

    def _worth(self, stage: _Stage, state: State) -> tuple[int, int]:
        return stage.above.total(state)[0], stage.goal.total(state)[0]

    def _first(self) -> State:
        """Each meeting in turn, the longest with most to share first, where it costs the least beside those before
        it."""
        prices = self.stages[0].bath
        state = State.nowhere(len(self.land.meetings))
        ties = prices.tables.weight.sum(axis=(0, 2))
        for i in np.argsort(-(ties * self.land.lengths), kind="stable").tolist():
            cost = np.where(self.land.open[i], prices.of(i, state), heat.CLOSED)
            p, s = divmod(int(cost.argmin()), cost.shape[1])
            state.at[i], state.place[i] = s, p
        return state

    def _baths(self, stage: _Stage, state: State, until: float) -> State:
        """The best state of a few baths; the rules weigh twice as much after one that leaves them broken."""
        best, weigh = state, RULES_WEIGH * stage.unit
        for share in ROUNDS if stage.mixed else ROUNDS[-1:]:
            now = self.clock()
            found = self._bath(stage, state, now + share * (until - now))
            best = min(best, found, key=partial(self._worth, stage))
            if stage.mixed and stage.above.total(found)[0]:
                weigh *= 2
                stage = replace(stage, mixed=self._mixed(weigh), hot=TIGHT_HOT, cold=TIGHT_COLD)
        return best

    def _bath(self, stage: _Stage, state: State, until: float) -> State:
        """From hot to cold by the clock; the best state on the way."""
        value, _ = stage.bath.total(state)
        best, kept, state = value, state.copy(), state.copy()
        width = min(WIDTH, len(self.land.axis)) if stage.mixed else len(self.land.axis)
        run = partial(self._anneal, stage, state, kept, width)
        value, best = run(0, 1.0, value, best)  # compiles it, before anything is timed
        began, moves = self.clock(), len(state.at)
        while best > 0 and not self.stop() and (now := self.clock()) < until:
            cooled = (now - began) / (until - began)
            warmth = stage.unit * stage.hot * (stage.cold / stage.hot) ** cooled
            value, best = run(moves, warmth, value, best)
            took = self.clock() - now
            moves = max(1, min(2 * moves, round(moves * CHUNK_SECONDS / max(took, 1e-6))))
        return kept

    def _anneal(
        self, stage: _Stage, state: State, kept: State, width: int, moves: int, warmth: float, value: int, best: int
    ) -> tuple[int, int]:
        """So many moves at one heat; what the state and the kept best one cost then."""
        arrays = (self.land.open, state.at, state.place, stage.bath.kind, stage.bath.roomy)
        prices = (stage.bath.tables.arrays, stage.above.tables.arrays, stage.mixed is None)
        seed = int(self.random.integers(2**31))
        found: tuple[int, int] = heat.anneal(
            seed, moves, width, warmth, *arrays, *prices, value, best, kept.at, kept.place
        )
        return found

    def _untie(self, stage: _Stage, state: State, until: float) -> State:
        """Free a meeting that costs something, with those in its way, again and again."""
        each = stage.goal.total(state)[1]
        mending = self._mixed(FROZEN_RULES_WEIGH * stage.unit), Prices(self.land, [(self.land.levels[0], 0)])
        while not self.stop() and self.clock() < until:
            dear, worth = stage.above.total(state)[1], each
            broken = stage.mixed is not None and bool(dear.any())
            if not (costly := np.flatnonzero(dear if broken else worth)).size:
                break
            now, above = mending if broken else (stage.goal, stage.above)
            free = self._free(stage, state, int(self.random.choice(costly)))
            better = Neighbourhood(self.land, above, now, state, free).improve(
                int(self.random.integers(2**31)), min(SOLVE_SECONDS, until - self.clock())
            )
            if better is not None:
                state = better
                each = stage.goal.total(state)[1]
        return state

    def _free(self, stage: _Stage, state: State, seed: int) -> list[int]:
        """A meeting, those that cost it something, and those that stand where it would be cheaper."""
        cost = np.where(self.land.open[seed], stage.bath.of(seed, state), heat.CLOSED)
        free = dict.fromkeys([seed, *self._near(stage, state, seed, int(state.place[seed]), int(state.at[seed]))])
        few = np.argpartition(cost, min(40, cost.size - 1), axis=None)[:40]
        for n in self.random.permutation(few).tolist():
            if len(free) >= NEIGHBOURS:
                break
            p, s = divmod(n, cost.shape[1])
            free.update(dict.fromkeys(self._near(stage, state, seed, p, s)))
        while len(free) < min(NEIGHBOURS, len(state.at)):
            free[int(self.random.integers(len(state.at)))] = None
        return list(free)[:NEIGHBOURS]

    def _near(self, stage: _Stage, state: State, one: int, place: int, start: int) -> list[int]:
        """The meetings that would cost this one something if it were there."""
        there = np.array([place]), np.array([start])
        close = np.flatnonzero(np.abs(state.at - start) <= self.land.reach).tolist()
        return [
            j
            for j in close
            if j != one and stage.bath.between(one, j, there, (state.place[j : j + 1], state.at[j : j + 1])).any()
        ]


def _largest(land: Landscape, level: Level) -> int:
    """The most that two meetings can cost each other once, or one by itself."""
    longest = int(land.lengths.max())
    pairs = [max(pair.points(longest, longest).values(), default=0) for pair in level.pairs]
    own = [int(level.places.max(initial=0))] if not pairs else []
    return max([1, *pairs, *own])

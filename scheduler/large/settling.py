"""The best plan that local search finds of a component with a landscape: goal after goal, a heat bath and then CP-SAT.

The first goal shares its bath with the rules, which weigh more and may be broken on the way. Every later goal leaves
what is above it as good as it is. What a bath leaves is untied by neighbourhoods (docs/decisions/0029).
"""

from collections.abc import Callable

import numpy as np

from scheduler.large import heat
from scheduler.large.bathing import Bathing, Stop, Water
from scheduler.large.landscape import Landscape
from scheduler.large.prices import State
from scheduler.large.stages import RULES_WEIGH, Stage, rules_first, stages
from scheduler.large.untying import untied

__all__ = ["Settling"]

BATH_SHARE, LATER_BATH_SHARE = 0.75, 0.9
"""The share of the first and of a later goal's time that its bath has; the rest is for neighbourhoods."""
FIRST_SHARE = 1.2
"""So much more time than its share has a goal that others follow."""
ROUNDS = (0.3, 1.0)
"""What share of the time that is left each bath of the first goal has."""
LITTLE, UNTYING_SHARE = 20, 0.2
"""No more units of the first goal than that may be cleared at once by neighbourhoods, in that share of the time that
is left, and make a second bath needless."""
MENDING_SHARE = 0.3
"""The share of all time that is left in which a broken rule is mended, before it is tried again."""


class Settling:
    """A component on its way down."""

    def __init__(self, land: Landscape, seed: int, stop: Stop, clock: Callable[[], float]) -> None:
        self.land, self.stages = land, stages(land)
        self.water = Water(land, np.random.default_rng(seed), stop, clock)
        self.bathing = Bathing(self.water)

    def run(self, deadline: float, told: Callable[[State], None]) -> State:
        """Search until a moment of the clock; `told` hears of what each goal has come to."""
        state = self._greedy()
        self.bathing.compile(self.stages[0], state)
        told(state)
        for n, stage in enumerate(self.stages):
            left = len(self.stages) - n
            until = min(deadline, self.water.part((FIRST_SHARE if left > 1 else 1.0) / left, deadline))
            bathe, share = (self.bathing.later_bath, LATER_BATH_SHARE) if n else (self._first_baths, BATH_SHARE)
            state = bathe(stage, state, self.water.part(share, until))
            told(state)
            state = untied(self.water, stage, state, until)
            if not n:
                state = self._mend(stage, state, deadline)
            told(state)
        return state

    def _mend(self, stage: Stage, state: State, deadline: float) -> State:
        """As long as a rule is broken, bathe again, the rules weighing more each time: else there is no plan."""
        weigh = 2.0 * RULES_WEIGH
        while stage.above.total(state)[0] and not self.water.is_over(deadline):
            weigh *= 2
            until = self.water.part(MENDING_SHARE, deadline)
            bathed = self.bathing.bath(rules_first(stage, weigh), state, self.water.part(BATH_SHARE, until))
            state = untied(self.water, stage, min(state, bathed, key=stage.worth), until)
        return state

    def _greedy(self) -> State:
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

    def _first_baths(self, stage: Stage, state: State, until: float) -> State:
        """The best state of a few baths; the rules weigh twice as much after one that leaves them broken."""
        best, weigh = state, float(RULES_WEIGH)
        for share in ROUNDS:
            found = self.bathing.bath(stage, state, self.water.part(share, until))
            best = min(best, found, key=stage.worth)
            if stage.goal.total(best)[0] <= LITTLE * stage.unit:
                best = untied(self.water, stage, best, self.water.part(UNTYING_SHARE, until))
            if not any(stage.worth(best)):
                break
            if stage.above.total(found)[0]:
                weigh *= 2
                stage = rules_first(stage, weigh)
        return best

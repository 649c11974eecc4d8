"""The goals of a landscape on their turns: what each makes small, by which sums its meetings are drawn, how hot."""

from dataclasses import dataclass, replace

from scheduler.large.landscape import Landscape, Level
from scheduler.large.prices import Prices, State

__all__ = ["RULES_WEIGH", "Stage", "rules_first", "stages"]

RULES_WEIGH = 3
"""Units of the first goal that a broken rule costs, for each step that two meetings are too near; more where a bath
ends with a rule broken."""
ABOVE_RULES_WEIGH = 1_000
"""Points of the goals above that a broken rule counts for when two states are compared."""
FROZEN_WEIGHS = 1_000
"""Units of a later goal that one point above costs: more than a move can gain, so that none of those is drawn."""
HOT, COLD = 1.2, 0.25
"""The first and the last heat of the first goal's bath, in units."""
TIGHT_HOT, TIGHT_COLD = 4.0, 0.4
"""The same after a bath that left rules broken: there is little room, and it takes more to get out of a corner."""
LATER_HOT, LATER_COLD = 30.0, 1.5
"""The same of a later goal."""
UNIT = 16
"""A unit is this part of the most that two meetings can cost each other once, and at least one point."""


@dataclass(frozen=True)
class Stage:
    """One goal on its turn.

    Attributes:
        above: the rules and the goals above, which nothing may make worse in the end.
        goal: what the stage makes small.
        bath: both in one sum, by which meetings are drawn.
        unit: what counts as little of it.
        hot: the heat at which its bath begins, in units.
        cold: the heat at which it ends.
        levels: what stands above it, level by level, and itself as the last.
    """

    above: Prices
    goal: Prices
    bath: Prices
    unit: float
    hot: float
    cold: float
    levels: tuple[Level, ...]

    @property
    def is_first(self) -> bool:
        """Whether nothing but the rules is above it."""
        return len(self.levels) <= 2

    def worth(self, state: State) -> tuple[int, int]:
        """What is above, and then what it is about: of two states the one where that is less is the better."""
        return self.above.total(state)[0], self.goal.total(state)[0]

    def weighed(self, units: float, hot: float, cold: float) -> "Stage":
        """The same with a bath in which a point above costs so many units, a broken rule some more."""
        rules, *goals, own = self.levels
        above = [(rules, round(RULES_WEIGH * units * self.unit)), *((one, round(units * self.unit)) for one in goals)]
        return replace(self, bath=Prices(self.above.land, [*above, (own, 1)]), hot=hot, cold=cold)


def stages(land: Landscape) -> list[Stage]:
    """A stage for each goal that tells states apart, in their order; one of the rules alone where none does."""
    rules, *goals = (level for level in land.levels if not level.is_empty or not level.name)
    first = _stage(land, (rules, *goals[:1]))
    later = [_stage(land, (rules, *goals[: n + 1])) for n in range(1, len(goals))]
    return [rules_first(first, RULES_WEIGH, HOT, COLD)] + [
        one.weighed(FROZEN_WEIGHS, LATER_HOT, LATER_COLD) for one in later
    ]


def rules_first(stage: Stage, weigh: float, hot: float = TIGHT_HOT, cold: float = TIGHT_COLD) -> Stage:
    """The first stage with a bath in which a broken rule costs so many units, and may be broken on the way."""
    rules, *goals = stage.levels
    bath = Prices(stage.above.land, [(rules, round(weigh * stage.unit)), *((one, 1) for one in goals)])
    return replace(stage, bath=bath, hot=hot, cold=cold)


def _stage(land: Landscape, levels: tuple[Level, ...]) -> Stage:
    rules, *goals = levels
    unit = max([1.0, *(_largest(land, one) / UNIT for one in goals[-1:])])
    goal = Prices(land, [(one, 1) for one in goals[-1:]] or [(rules, 1)])
    above = Prices(land, [(rules, ABOVE_RULES_WEIGH), *((level, 1) for level in goals[:-1])])
    return Stage(above, goal, goal, unit, HOT, COLD, levels)


def _largest(land: Landscape, level: Level) -> int:
    """The most that two meetings can cost each other once, or one by itself."""
    longest = int(land.lengths.max())
    pairs = [max(pair.points(longest, longest).values(), default=0) for pair in level.pairs]
    own = [int(level.places.max(initial=0))] if not pairs else []
    return max([1, *pairs, *own])

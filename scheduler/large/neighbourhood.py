"""A few meetings of a landscape placed anew by CP-SAT, the others standing: what the heat bath cannot untie.

Each free meeting keeps its cheapest candidates. Nothing above gets worse: no candidate is dearer above than where its
meeting is, and no two that are free cost each other more above than they do now.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from ortools.sat.python import cp_model

from scheduler.large.landscape import Landscape
from scheduler.large.prices import Prices, State

__all__ = ["Neighbourhood"]

MOST_CANDIDATES = 30
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class _Choices:
    """The candidates of one free meeting, the one that it has first."""

    places: Ints
    starts: Ints
    cost: Ints


class Neighbourhood:
    """Some meetings that may move together."""

    def __init__(self, land: Landscape, above: Prices, now: Prices, state: State, free: Sequence[int]) -> None:
        self.land, self.above, self.wanted, self.state, self.free = land, above, now, state, tuple(free)
        standing = state.without(self.free)
        self.choices = [self._choices(i, standing) for i in self.free]

    def _choices(self, i: int, standing: State) -> _Choices:
        cost, dear = self.wanted.of(i, standing), self.above.of(i, standing)
        p, s = int(self.state.place[i]), int(self.state.at[i])
        usable = self.land.open[i] & (dear <= dear[p, s])
        usable[p, s] = False
        places, starts = np.nonzero(usable)
        cheapest = np.argsort(cost[places, starts], kind="stable")[: MOST_CANDIDATES - 1]
        places, starts = np.append(p, places[cheapest]), np.append(s, starts[cheapest])
        return _Choices(places, starts, cost[places, starts].astype(np.int64))

    def improve(self, seed: int, seconds: float) -> State | None:
        """A state that costs no more now and is another one; ``None`` where none was found."""
        model = cp_model.CpModel()
        chosen = [[model.new_bool_var("") for _ in one.cost] for one in self.choices]
        terms: list[cp_model.LinearExprT] = []
        for one, literals in zip(self.choices, chosen, strict=True):
            model.add_exactly_one(literals)
            terms.append(cp_model.LinearExpr.weighted_sum(literals, (one.cost - one.cost.min()).tolist()))
        for a, b in combinations(range(len(self.free)), 2):
            terms += self._couple(model, chosen, a, b)
        model.minimize(sum(terms))
        for literals in chosen:
            for n, literal in enumerate(literals):
                model.add_hint(literal, n == 0)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers, solver.parameters.random_seed = 1, seed
        solver.parameters.max_time_in_seconds = seconds
        solver.parameters.catch_sigint_signal = False
        if solver.solve(model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None
        return self._moved([[solver.boolean_value(one) for one in literals].index(True) for literals in chosen])

    def _couple(
        self, model: cp_model.CpModel, chosen: list[list[cp_model.IntVar]], a: int, b: int
    ) -> list[cp_model.LinearExprT]:
        """What two free meetings cost each other: at least as much as the chosen candidate of the one finds."""
        dear, cost = (self._between(prices, a, b) for prices in (self.above, self.wanted))
        shut = dear > dear[0, 0]
        for x, literal in enumerate(chosen[a]):
            if shut[x].any():
                model.add_at_most_one([literal, *(chosen[b][y] for y in np.flatnonzero(shut[x]).tolist())])
        costs = np.where(shut, 0, cost)
        least = int(costs.min())
        costs = costs - least
        if not costs.any():
            return []
        both = model.new_int_var(0, int(costs.max()), "")
        for x, literal in enumerate(chosen[a]):
            if costs[x].any():
                found = cp_model.LinearExpr.weighted_sum(chosen[b], costs[x].tolist())
                model.add(both >= found).only_enforce_if(literal)
        return [both]

    def _between(self, prices: Prices, a: int, b: int) -> Ints:
        one, other = self.choices[a], self.choices[b]
        return prices.between(self.free[a], self.free[b], (one.places, one.starts), (other.places, other.starts))

    def _moved(self, picked: list[int]) -> State | None:
        if not any(picked):
            return None
        state = self.state.copy()
        for i, one, n in zip(self.free, self.choices, picked, strict=True):
            state.at[i], state.place[i] = one.starts[n], one.places[n]
        return state

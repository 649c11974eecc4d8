"""What stands costs, counted from the tables all at once: what a bath adds up change by change."""

import numpy as np

from scheduler.large.seated import Floats, Ints, Seated, State

__all__ = ["cost"]


def cost(seated: Seated, state: State) -> float:
    """What all that stands costs, and what does not."""
    t = seated.tables
    placed = np.flatnonzero(state.option >= 0)
    options = t.options_of[placed] + state.option[placed]
    alone = t.unplaced[state.option < 0].sum() + t.cost[options].sum()
    pairs = _pairs(state.crowd) @ t.crowd_cost + _pairs(state.group) @ t.group_cost
    return float(alone + pairs + _chairs(seated, state, dict(zip(placed.tolist(), options.tolist(), strict=True))))


def _chairs(seated: Seated, state: State, option_of: dict[int, int]) -> float:
    """Those that somebody sits on, and the empty ones of meetings that are held."""
    t, total = seated.tables, 0.0
    for i, option in option_of.items():
        for seat in range(t.seats_of[i], t.seats_of[i + 1]):
            for claim in state.sits[t.chairs_of[seat] : t.chairs_of[seat + 1]]:
                empty = claim < 0
                total += t.vacant[seat] if empty else t.sitting[t.sitting_from[claim] + t.place_no[option]]
    return total


def _pairs(counts: Ints) -> Floats:
    return counts * (counts - 1) / 2

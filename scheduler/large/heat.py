"""The inner loops of the heat bath, compiled: take a meeting out, price all its places and starts, draw a new one.

Every array is one of `tables.Tables` or of the landscape; names of one letter are numbers of meetings (i, j), places
(p) and starts (s). Costs are whole numbers, so the factor of a draw stands in a table.
"""

# ruff: noqa: C901 - a loop nest that is compiled as one is clearer in one piece

import numpy as np
from numba import njit

__all__ = ["anneal", "price", "total"]

CLOSED = 2**29
"""Dearer than anything."""
FAR = 12.0
"""A place whose chance is below e^-12 of the best one's is never drawn."""


@njit(nogil=True)
def price(cost, i, lo, hi, at, place, kind, roomy, weight, where, points, first, offset, change, starts, places):
    """What meeting i costs at each of its places and at each start from lo to hi, beside all others: fills `cost`,
    places × starts counted from lo.

    Meetings that are nowhere yet have a place below 0.
    """
    reach = points.shape[3] // 2
    size = hi - lo + 4 * reach + 4
    anywhere = np.zeros(size, np.int32)
    here = np.zeros((roomy.shape[1], size), np.int32)
    for j in range(at.shape[0]):
        p = place[j]
        if j == i or p < 0 or at[j] < lo - reach or at[j] >= hi + reach:
            continue
        s = at[j] - lo + 2 * reach
        for k in range(where.shape[0]):
            w = weight[k, i, j]
            if w == 0:
                continue
            for n in range(first[k, kind[i], kind[j]], first[k, kind[i], kind[j] + 1]):
                if where[k] != 1:
                    anywhere[s + offset[n]] += w * change[n]
                if where[k] == 1 and roomy[i, p]:
                    here[p, s + offset[n]] += w * change[n]
                elif where[k] == 2 and roomy[i, p]:
                    here[p, s + offset[n]] -= w * change[n]
    for p in range(roomy.shape[1]):
        if roomy[i, p]:
            slope = 0
            height = places[i, p]
            for s in range(2 * reach):
                slope += anywhere[s] + here[p, s]
                height += slope
            for s in range(hi - lo):
                slope += anywhere[s + 2 * reach] + here[p, s + 2 * reach]
                height += slope
                cost[p, s] = min(height + starts[i, s + lo], CLOSED)


@njit(nogil=True)
def price_at(i, p, s, at, place, kind, weight, where, points, first, offset, change, starts, places):
    """What meeting i costs at one place and start."""
    reach = points.shape[3] // 2
    cost = starts[i, s] + places[i, p]
    for j in range(at.shape[0]):
        apart = at[j] - s
        if j == i or place[j] < 0 or apart > reach or apart < -reach:
            continue
        for k in range(where.shape[0]):
            if where[k] == 0 or (where[k] == 1) == (place[j] == p):
                cost += weight[k, i, j] * points[k, kind[i], kind[j], apart + reach]
    return cost


@njit(nogil=True)
def total(meetings, at, place, kind, weight, where, points, first, offset, change, starts, places):
    """What all meetings cost, each pair once; `meetings`: what each costs as it stands, with half of each pair's."""
    doubled = 0
    for i in range(at.shape[0]):
        meetings[i] = price_at(
            i, place[i], at[i], at, place, kind, weight, where, points, first, offset, change, starts, places
        )
        doubled += meetings[i] + starts[i, at[i]] + places[i, place[i]]
    return doubled // 2


@njit(nogil=True)
def anneal(seed, moves, width, heat, open, at, place, kind, roomy, now, value, best, best_at, best_place):
    """Moves of random meetings at one heat; the sum of `now` afterwards and the least one seen, which is kept.

    `now`: arrays of `Tables`; a move is drawn by what it costs.
    """
    np.random.seed(seed)
    far = int(FAR * heat) + 1
    chance = np.zeros(far)
    for n in range(far):
        chance[n] = np.exp(-n / heat)
    size = now[6].shape[1]
    cost = np.zeros((roomy.shape[1], width), np.int32)
    near = np.zeros(roomy.shape[1] * width, np.int64)
    rising = now[0].min() >= 0 and now[2].min() >= 0
    for _ in range(moves):
        i = np.random.randint(at.shape[0])
        lo = max(0, min(np.random.randint(1 - width, size), size - width))
        hi = min(size, lo + width)
        was = price_at(i, place[i], at[i], at, place, kind, *now)
        if rising:
            lo, hi = _worth_pricing(lo, hi, was + far - now[7][i].min(), now[6][i])
        price(cost, i, lo, hi, at, place, kind, roomy, *now)
        p, s = _draw(i, lo, hi, was, open, roomy, cost, chance, near)
        if p < 0:
            continue
        value += cost[p, s] - was
        at[i], place[i] = s + lo, p
        if value < best:
            best = value
            best_at[:] = at
            best_place[:] = place
    return value, best


@njit(nogil=True)
def _worth_pricing(lo, hi, most, starts):
    """A row of starts without those at its ends that by themselves cost more than `most`."""
    while hi > lo and starts[hi - 1] > most:
        hi -= 1
    while lo < hi and starts[lo] > most:
        lo += 1
    return lo, hi


@njit(nogil=True)
def _draw(i, lo, hi, was, open, roomy, cost, chance, near):
    """A place and start by chance, the cheaper the likelier; below 0 to stay, which costs what it `was`.

    `near` is room for the numbers of those that have a chance.
    """
    low = was
    for p in range(roomy.shape[1]):
        if roomy[i, p]:
            for s in range(hi - lo):
                low = min(low, cost[p, s] if open[i, p, s + lo] else CLOSED)
    far, found, width = chance.shape[0], 0, cost.shape[1]
    weight = chance[was - low] if was - low < far else 0.0
    for p in range(roomy.shape[1]):
        if roomy[i, p]:
            for s in range(hi - lo):
                if cost[p, s] < low + far and open[i, p, s + lo]:
                    weight += chance[cost[p, s] - low]
                    near[found] = p * width + s
                    found += 1
    drawn = np.random.random() * weight
    for n in range(found):
        p, s = near[n] // width, near[n] % width
        drawn -= chance[cost[p, s] - low]
        if drawn < 0.0:
            return p, s
    return -1, -1

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
                cost[p, s] = height + starts[i, s + lo]


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
def anneal(
    seed, moves, width, heat, open, at, place, kind, roomy, now, above, frozen, value, best, best_at, best_place
):
    """Moves of random meetings at one heat; the sum of `now` afterwards and the least one seen, which is kept.

    `now` and `above` are arrays of `Tables`: a move is drawn by what it costs now; where `frozen`, never to where it
    costs more above than where it is.
    """
    np.random.seed(seed)
    far = int(FAR * heat) + 1
    chance = np.zeros(far + 1)
    for n in range(far):
        chance[n] = np.exp(-n / heat)
    size = now[6].shape[1]
    cost, dear = np.zeros((roomy.shape[1], width), np.int32), np.zeros((roomy.shape[1], width), np.int32)
    for _ in range(moves):
        i = np.random.randint(at.shape[0])
        lo = max(0, min(np.random.randint(1 - width, size), size - width))
        hi = min(size, lo + width)
        price(cost, i, lo, hi, at, place, kind, roomy, *now)
        was = price_at(i, place[i], at[i], at, place, kind, *now)
        limit = 0
        if frozen:
            price(dear, i, lo, hi, at, place, kind, roomy, *above)
            limit = price_at(i, place[i], at[i], at, place, kind, *above)
        p, s = _draw(i, lo, hi, was, open, roomy, cost, dear, limit, frozen, chance)
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
def _draw(i, lo, hi, was, open, roomy, cost, dear, limit, frozen, chance):
    """A place and start by chance, the cheaper the likelier; below 0 to stay, which costs what it `was`."""
    low = was
    for p in range(roomy.shape[1]):
        if roomy[i, p]:
            for s in range(hi - lo):
                if not open[i, p, s + lo] or (frozen and dear[p, s] > limit):
                    cost[p, s] = CLOSED
                low = min(low, cost[p, s])
    far = chance.shape[0] - 1
    weight = chance[min(was - low, far)]
    for p in range(roomy.shape[1]):
        if roomy[i, p]:
            for s in range(hi - lo):
                weight += chance[min(cost[p, s] - low, far)]
    drawn = np.random.random() * weight
    for p in range(roomy.shape[1]):
        if roomy[i, p]:
            for s in range(hi - lo):
                drawn -= chance[min(cost[p, s] - low, far)]
                if drawn < 0.0:
                    return p, s
    return -1, -1

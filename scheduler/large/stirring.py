"""The inner loop of the heat bath with seats, compiled: take a few meetings out that share people, put them back anew.

Each goes to one of its options by chance, the cheaper the likelier. Names of one letter are those of `seated_prices`.
"""

# ruff: noqa: C901 - loop nests that are compiled are clearer in one piece

import numpy as np
from numba import njit

from scheduler.large.seated import CLOSED
from scheduler.large.seated_prices import NOBODY, days_fit, desk, inner, now, price, put, take

__all__ = ["stir"]

FAR = 8.0
"""An option whose chance is below e^-8 of the best one's is never drawn."""
BY_OPTION, MOST_IN_THE_WAY = 0.3, 20
"""So often what is in the way of a meeting somewhere is taken out, not a few that are tied; if it is no more than so
many meetings."""
BY_DAYS = 0.2
"""So often the next meeting to be taken out is one that the days tie, where there is any; else people do."""


@inner()
def _drawn(t, s, j, most, heat, r):
    """An option of a meeting by chance, its own number or that after the last to be nowhere; and what it costs."""
    options = t.options_of[j + 1] - t.options_of[j]
    r.cost[options] = t.unplaced[j]
    low = t.unplaced[j]
    for c in range(options):
        r.cost[c] = price(t, s, j, c, min(low + FAR * heat, most), r)
        low = min(low, r.cost[c])
    weight = 0.0
    for c in range(options + 1):
        if r.cost[c] < low + FAR * heat:
            weight += np.exp((low - r.cost[c]) / heat)
    left, drawn = np.random.random() * weight, options
    for c in range(options + 1):
        if r.cost[c] < low + FAR * heat:
            left -= np.exp((low - r.cost[c]) / heat)
            if left < 0:
                drawn = c
                break
    return drawn, r.cost[drawn]


@inner()
def _few(t, s, free, movable, most_out, r):
    """Into `r.out` a meeting, and others that are tied to one of them; how many."""
    r.out[0], found = free[np.random.randint(free.shape[0])], 1
    wanted = 2 + np.random.randint(most_out - 1)
    for _ in range(4 * wanted):
        if found == wanted:
            break
        i = r.out[np.random.randint(found)]
        j = _tied(t, s, i)
        known = j < 0 or not movable[j]
        for n in range(found):
            known = known or r.out[n] == j
        if not known:
            r.out[found] = j
            found += 1
    return found


@inner()
def _in_the_way(t, s, free, movable, r):
    """Into `r.out` a meeting, and what keeps it or its holders from one of its options; how many, 0 if they are too
    many."""
    i = free[np.random.randint(free.shape[0])]
    if t.options_of[i + 1] == t.options_of[i]:
        return 0
    o = np.random.randint(t.options_of[i], t.options_of[i + 1])
    r.out[0], found = i, 1
    for n in range(t.gaps_of[i], t.gaps_of[i + 1]):
        if not days_fit(t, s, n, o, t.begins[o] + t.duration[i]):
            found = _with(r, found, t.gap_with[n], movable)
    for q in range(t.claims_of[t.seats_of[i]], t.claims_of[t.seats_of[i + 1]]):
        if t.deputy[q] or not t.able[t.able_from[q] + o - t.options_of[i]]:
            continue
        p = t.person[q]
        for n in range(s.attending[p]):
            if s.day[s.attended[p, n]] == t.day[o]:
                found = _with(r, found, s.attended[p, n], movable)
        if found == 0:
            break
    return found


@inner()
def _with(r, found, j, movable):
    """One more meeting in `r.out`, unless it is there; how many then, 0 where it may not be, or there is no room."""
    for n in range(found):
        if r.out[n] == j:
            return found
    if found == 0 or found == r.out.shape[0] or not movable[j]:
        return 0
    r.out[found] = j
    return found + 1


@inner()
def _tied(t, s, i):
    """A meeting so many days from that one, or one that somebody attends who may sit there; below 0 none."""
    gaps = t.gaps_of[i + 1] - t.gaps_of[i]
    if gaps and np.random.random() < BY_DAYS:
        return t.gap_with[t.gaps_of[i] + np.random.randint(gaps)]
    claims = t.claims_of[t.seats_of[i + 1]] - t.claims_of[t.seats_of[i]]
    if claims == 0:
        return NOBODY
    p = t.person[t.claims_of[t.seats_of[i]] + np.random.randint(claims)]
    return s.attended[p, np.random.randint(s.attending[p])] if s.attending[p] else NOBODY


@inner()
def _shuffle(r, first, found):
    for n in range(found - 1, first, -1):
        k = np.random.randint(first, n + 1)
        r.out[n], r.out[k] = r.out[k], r.out[n]


@njit(nogil=True)
def stir(seed, rounds, heat, most_out, free, movable, t, s):
    """So many times take a few meetings out and put them back, unless that costs more than chance allows; what it has
    changed the cost by.

    `free`: the meetings to begin with; `movable`: for each meeting, whether it may be taken out.
    """
    np.random.seed(seed)
    change = 0.0
    r = desk(t, MOST_IN_THE_WAY)
    for _ in range(rounds):
        by_option = np.random.random() < BY_OPTION
        found = _in_the_way(t, s, free, movable, r) if by_option else _few(t, s, free, movable, most_out, r)
        _shuffle(r, 1 if by_option else 0, found)
        before = 0.0
        for n in range(found):
            i = r.out[n]
            before += now(t, s, i)
            r.options[n] = s.option[i]
            if s.option[i] >= 0:
                take(t, s, i, r.claims[n])
        most, after = before - heat * np.log(np.random.random()), 0.0
        for n in range(found):
            i = r.out[n]
            c, cost = _drawn(t, s, i, most - after, heat, r)
            after += cost
            if after > most:
                break
            if c < t.options_of[i + 1] - t.options_of[i]:
                price(t, s, i, c, CLOSED, r)
                put(t, s, i, c, r.chosen)
        if after <= most:
            change += after - before
        else:
            for n in range(found):
                if s.option[r.out[n]] >= 0:
                    take(t, s, r.out[n], r.chosen)
            for n in range(found):
                if r.options[n] >= 0:
                    put(t, s, r.out[n], r.options[n], r.claims[n])
    return change

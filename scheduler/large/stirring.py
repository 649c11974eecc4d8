"""The inner loop of the heat bath with seats, compiled: take a few meetings out that share people, put them back anew.

Each goes to one of its options by chance, the cheaper the likelier; who sits is the cheapest who can come, holders
before deputies. Names of one letter are the tables (t), what stands (s), numbers of meetings (i, j), options (o, of
all; c, of the meeting's own), people (p) and claims (q).
"""

# ruff: noqa: C901, PLR0912 - loop nests that are compiled are clearer in one piece

from functools import partial
from typing import NamedTuple

import numpy as np
from numba import njit

__all__ = ["put", "stir"]

CLOSED = 1e9
NOBODY = -1
FAR = 8.0
"""An option whose chance is below e^-8 of the best one's is never drawn."""
BY_OPTION, MOST_IN_THE_WAY = 0.3, 20
"""So often what is in the way of a meeting somewhere is taken out, not a few that are tied; if it is no more than so
many meetings."""
BY_DAYS = 0.2
"""So often the next meeting to be taken out is one that the days tie, where there is any; else people do."""


inner = partial(njit, nogil=True, no_cpython_wrapper=True, no_cfunc_wrapper=True)
"""Called by compiled code only: a way in from Python, for so many arrays, takes longer to compile than the rest."""


class Room(NamedTuple):
    """Room to work in: one meeting's people, posts, filled chairs and claims; and what was taken out."""

    people: np.ndarray
    posts: np.ndarray
    filled: np.ndarray
    chosen: np.ndarray
    cost: np.ndarray
    out: np.ndarray
    options: np.ndarray
    claims: np.ndarray


@inner()
def _room(t, most_out):
    chairs, options = 1, 1
    for i in range(t.duration.shape[0]):
        chairs = max(chairs, t.chairs_of[t.seats_of[i + 1]] - t.chairs_of[t.seats_of[i]])
        options = max(options, t.options_of[i + 1] - t.options_of[i])
    whole = np.empty((4, chairs + 1), np.int64)
    out = np.empty((2, most_out), np.int64)
    claims = np.empty((most_out, chairs), np.int64)
    return Room(whole[0], whole[1], whole[2], whole[3], np.empty(options + 1), out[0], out[1], claims)


@inner()
def _kept_away(t, s, p, o, ends):
    """Whether the meetings that somebody attends keep them from one more at an option."""
    today, this_week = 0, 0
    for n in range(s.attending[p]):
        j = s.attended[p, n]
        if s.week[j] != t.week[o]:
            continue
        this_week += 1
        if s.day[j] != t.day[o]:
            continue
        today += 1
        spare = t.minutes[t.place[o], s.place[j]]
        if s.begins[j] <= t.begins[o]:
            if s.ends[j] + spare > t.begins[o]:
                return True
        elif ends + spare > s.begins[j]:
            return True
    return today >= t.most_day[p] or this_week >= t.most_week[p] or s.attending[p] >= t.most_term[p]


@inner()
def _fits(t, s, i, o, ends):
    """Whether days between meetings and rooms of the place allow an option."""
    for n in range(t.gaps_of[i], t.gaps_of[i + 1]):
        j = t.gap_with[n]
        if s.option[j] < 0:
            continue
        apart = s.day[j] - t.day[o]
        if (t.gap_least[n] <= apart <= t.gap_most[n]) != t.gap_inside[n]:
            return False
        if (t.gap_turn[n] > 0 and ends > s.begins[j]) or (t.gap_turn[n] < 0 and s.ends[j] > t.begins[o]):
            return False
    p = t.place[o]
    if t.rooms[p] >= 0:
        beside = 0
        for n in range(t.sharing_of[p], t.sharing_of[p + 1]):
            j = t.sharing[n]
            if s.option[j] >= 0 and j != i and s.place[j] == p and s.begins[j] < ends and t.begins[o] < s.ends[j]:
                beside += 1
        return beside < t.rooms[p]
    return True


@inner()
def _cheapest(t, s, i, c, seat, deputies, most, taken, r):
    """The claim on a seat that costs least of those below `most` who can come; below 0 nobody."""
    o = t.options_of[i] + c
    ends = t.begins[o] + t.duration[i]
    best = NOBODY
    for q in range(t.claims_of[seat], t.claims_of[seat + 1]):
        if t.deputy[q] != deputies or not t.able[t.able_from[q] + c]:
            continue
        cost = _sitting(t, s, q, o, 0)
        if cost >= most:
            continue
        twice = False
        for n in range(taken):
            if r.people[n] == t.person[q] or r.posts[n] == t.appointment[q]:
                twice = True
                break
        if not twice and not _kept_away(t, s, t.person[q], o, ends):
            best, most = q, cost
    return best


@inner()
def _sitting(t, s, q, o, already):
    """What a claim costs; `already` is 1 where it holds."""
    cost = t.sitting[t.sitting_from[q] + t.place_no[o]]
    if t.group[q] >= 0:
        cost += t.group_cost[t.group[q]] * (s.group[t.group[q]] - already)
    return cost


@inner()
def _made_room(t, s, i, c, seat, taken, r):
    """Fill an empty chair with somebody who sits on another seat of the meeting, if another can come there.

    How many people are taken then, and what it costs beside the empty chairs that are left.
    """
    first, chair, o, more = t.seats_of[i], t.chairs_of[t.seats_of[i]], t.options_of[i] + c, 0.0
    for other in range(first, t.seats_of[i + 1]):
        for n in range(t.chairs_of[other], t.chairs_of[other] + r.filled[other - first]):
            old = r.chosen[n - chair]
            if other == seat or r.filled[seat - first] == t.chairs_of[seat + 1] - t.chairs_of[seat]:
                continue
            q = _of_person(t, t.person[old], seat)
            if q < 0 or t.appointment[q] == t.appointment[old] or not t.able[t.able_from[q] + c]:
                continue
            moved = _sitting(t, s, q, o, 0) - _sitting(t, s, old, o, 0)
            _swap_post(r, taken, t.appointment[old], t.appointment[q])
            new = _cheapest(t, s, i, c, other, True, t.vacant[seat] - moved, taken, r)
            if new < 0:
                _swap_post(r, taken, t.appointment[q], t.appointment[old])
            else:
                r.chosen[n - chair] = new
                r.chosen[t.chairs_of[seat] - chair + r.filled[seat - first]] = q
                r.filled[seat - first] += 1
                r.people[taken], r.posts[taken] = t.person[new], t.appointment[new]
                taken += 1
                more += moved + _sitting(t, s, new, o, 0)
    return taken, more


@inner()
def _swap_post(r, taken, old, new):
    """Somebody who is taken sits by another appointment."""
    for n in range(taken):
        if r.posts[n] == old:
            r.posts[n] = new


@inner()
def _of_person(t, p, seat):
    """Somebody's claim on a seat; below 0 none."""
    for q in range(t.claims_of[seat], t.claims_of[seat + 1]):
        if t.person[q] == p:
            return q
    return NOBODY


@inner()
def _price(t, s, i, c, most, r):
    """What a meeting costs at an option beside those that stand, and into `r.chosen` who sits then; `CLOSED` where it
    cannot be, or costs more than `most`."""
    o = t.options_of[i] + c
    if t.least[o] > most or not _fits(t, s, i, o, t.begins[o] + t.duration[i]):
        return CLOSED
    cost = t.cost[o]
    if t.crowd[o] >= 0:
        cost += t.crowd_cost[t.crowd[o]] * s.crowd[t.crowd[o]]
    first, chair, taken = t.seats_of[i], t.chairs_of[t.seats_of[i]], 0
    for seat in range(first, t.seats_of[i + 1]):
        r.filled[seat - first] = 0
        for n in range(t.chairs_of[seat], t.chairs_of[seat + 1]):
            r.chosen[n - chair] = NOBODY
    for deputies in (False, True):
        for seat in range(first, t.seats_of[i + 1]):
            count = t.chairs_of[seat + 1] - t.chairs_of[seat]
            while r.filled[seat - first] < count:
                q = _cheapest(t, s, i, c, seat, deputies, t.vacant[seat], taken, r)
                if q < 0:
                    break
                r.chosen[t.chairs_of[seat] - chair + r.filled[seat - first]] = q
                r.filled[seat - first] += 1
                r.people[taken], r.posts[taken] = t.person[q], t.appointment[q]
                taken += 1
                cost += _sitting(t, s, q, o, 0)
            if deputies and r.filled[seat - first] < count:
                taken, less = _made_room(t, s, i, c, seat, taken, r)
                cost += (count - r.filled[seat - first]) * t.vacant[seat] + less
            if cost > most:
                return CLOSED
    for n in range(t.demands_of[i], t.demands_of[i + 1]):
        there = 0
        for k in range(t.demand_seats_of[n], t.demand_seats_of[n + 1]):
            there += r.filled[t.demand_seat[k]]
        if there < t.demand_least[n]:
            return CLOSED
    return cost


@inner()
def _now(t, s, i):
    """What a meeting costs where it stands."""
    if s.option[i] < 0:
        return t.unplaced[i]
    o = t.options_of[i] + s.option[i]
    cost = t.cost[o]
    if t.crowd[o] >= 0:
        cost += t.crowd_cost[t.crowd[o]] * (s.crowd[t.crowd[o]] - 1)
    for seat in range(t.seats_of[i], t.seats_of[i + 1]):
        for n in range(t.chairs_of[seat], t.chairs_of[seat + 1]):
            cost += t.vacant[seat] if s.sits[n] < 0 else _sitting(t, s, s.sits[n], o, 1)
    return cost


@inner()
def _take(t, s, i, claims):
    """Take a meeting out; `claims` is who sat there."""
    o = t.options_of[i] + s.option[i]
    if t.crowd[o] >= 0:
        s.crowd[t.crowd[o]] -= 1
    s.option[i] = -1
    chair = t.chairs_of[t.seats_of[i]]
    for n in range(chair, t.chairs_of[t.seats_of[i + 1]]):
        q = s.sits[n]
        claims[n - chair] = q
        s.sits[n] = NOBODY
        if q < 0:
            continue
        p = t.person[q]
        for k in range(s.attending[p]):
            if s.attended[p, k] == i:
                s.attending[p] -= 1
                s.attended[p, k] = s.attended[p, s.attending[p]]
                break
        if t.group[q] >= 0:
            s.group[t.group[q]] -= 1


@njit(nogil=True)
def put(t, s, i, c, claims):
    """Let a meeting stand at one of its options, with some people."""
    o = t.options_of[i] + c
    s.option[i] = c
    s.begins[i], s.ends[i], s.day[i], s.week[i] = t.begins[o], t.begins[o] + t.duration[i], t.day[o], t.week[o]
    s.place[i] = t.place[o]
    if t.crowd[o] >= 0:
        s.crowd[t.crowd[o]] += 1
    chair = t.chairs_of[t.seats_of[i]]
    for n in range(chair, t.chairs_of[t.seats_of[i + 1]]):
        q = claims[n - chair]
        s.sits[n] = q
        if q >= 0:
            s.attended[t.person[q], s.attending[t.person[q]]] = i
            s.attending[t.person[q]] += 1
            if t.group[q] >= 0:
                s.group[t.group[q]] += 1


@inner()
def _drawn(t, s, j, most, heat, r):
    """An option of a meeting by chance, its own number or that after the last to be nowhere; and what it costs."""
    options = t.options_of[j + 1] - t.options_of[j]
    r.cost[options] = t.unplaced[j]
    low = t.unplaced[j]
    for c in range(options):
        r.cost[c] = _price(t, s, j, c, min(low + FAR * heat, most), r)
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
        j, apart = t.gap_with[n], s.day[t.gap_with[n]] - t.day[o]
        if s.option[j] >= 0 and (t.gap_least[n] <= apart <= t.gap_most[n]) != t.gap_inside[n]:
            found = _with(r, found, j, movable)
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
    r = _room(t, MOST_IN_THE_WAY)
    for _ in range(rounds):
        by_option = np.random.random() < BY_OPTION
        found = _in_the_way(t, s, free, movable, r) if by_option else _few(t, s, free, movable, most_out, r)
        _shuffle(r, 1 if by_option else 0, found)
        before = 0.0
        for n in range(found):
            i = r.out[n]
            before += _now(t, s, i)
            r.options[n] = s.option[i]
            if s.option[i] >= 0:
                _take(t, s, i, r.claims[n])
        most, after = before - heat * np.log(np.random.random()), 0.0
        for n in range(found):
            i = r.out[n]
            c, cost = _drawn(t, s, i, most - after, heat, r)
            after += cost
            if after > most:
                break
            if c < t.options_of[i + 1] - t.options_of[i]:
                _price(t, s, i, c, CLOSED, r)
                put(t, s, i, c, r.chosen)
        if after <= most:
            change += after - before
        else:
            for n in range(found):
                if s.option[r.out[n]] >= 0:
                    _take(t, s, r.out[n], r.chosen)
            for n in range(found):
                if r.options[n] >= 0:
                    put(t, s, r.out[n], r.options[n], r.claims[n])
    return change

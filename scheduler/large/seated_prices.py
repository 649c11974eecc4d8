"""Meetings with their seats, compiled: what one costs at each of its options, how it is taken out and put back.

Who sits is the cheapest who can come, holders before deputies. Names of one letter are the tables (t), what stands
(s), a desk to work at (r), numbers of meetings (i, j), options (o, of all; c, of the meeting's own), people (p) and
claims (q).
"""

# ruff: noqa: C901, PLR0912, SIM110 - loop nests that are compiled are clearer in one piece

from functools import partial

import numpy as np
from numba import njit

from scheduler.large.references import Desk
from scheduler.large.seated import CLOSED, NOWHERE

__all__ = ["NOBODY", "days_fit", "desk", "inner", "now", "price", "put", "take"]

NOBODY = NOWHERE

inner = partial(njit, nogil=True, no_cpython_wrapper=True, no_cfunc_wrapper=True)
"""Called by compiled code only: a way in from Python, for so many arrays, takes longer to compile than the rest."""


@inner()
def desk(t, most_out):
    chairs, options = 1, 1
    for i in range(t.duration.shape[0]):
        chairs = max(chairs, t.chairs_of[t.seats_of[i + 1]] - t.chairs_of[t.seats_of[i]])
        options = max(options, t.options_of[i + 1] - t.options_of[i])
    whole = np.empty((4, chairs + 1), np.int64)
    out = np.empty((2, most_out), np.int64)
    claims = np.empty((most_out, chairs), np.int64)
    return Desk(whole[0], whole[1], whole[2], whole[3], np.empty(options + 1), out[0], out[1], claims)


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
def days_fit(t, s, n, o, ends):
    """Whether the days between two meetings, by the number of what is said of them, allow an option of the one."""
    j = t.gap_with[n]
    if s.option[j] < 0:
        return True
    in_turn = (t.gap_turn[n] <= 0 or ends <= s.begins[j]) and (t.gap_turn[n] >= 0 or s.ends[j] <= t.begins[o])
    return in_turn and (t.gap_least[n] <= s.day[j] - t.day[o] <= t.gap_most[n]) == t.gap_inside[n]


@inner()
def _fits(t, s, i, o, ends):
    """Whether days between meetings and rooms of the place allow an option."""
    for n in range(t.gaps_of[i], t.gaps_of[i + 1]):
        if not days_fit(t, s, n, o, ends):
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
        twice = _is_taken(r.people, taken, t.person[q]) or _is_taken(r.posts, taken, t.appointment[q])
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
def _change_chairs(t, s, i, c, seat, taken, r):
    """Fill empty chairs of a seat with those who sit on others of the meeting, where somebody else can come there.

    How many people are taken then, and what it costs beside the chairs that are still empty.
    """
    first, chair, o, more = t.seats_of[i], t.chairs_of[t.seats_of[i]], t.options_of[i] + c, 0.0
    for other in range(first, t.seats_of[i + 1]):
        for n in range(t.chairs_of[other], t.chairs_of[other] + r.filled[other - first]):
            if other == seat or r.filled[seat - first] == t.chairs_of[seat + 1] - t.chairs_of[seat]:
                continue
            old = r.chosen[n - chair]
            q = _of_person(t, t.person[old], seat, c, taken, r)
            if q < 0:
                continue
            moved = _sitting(t, s, q, o, 0) - _sitting(t, s, old, o, 0)
            _change_post(r, taken, t.appointment[old], t.appointment[q])
            new = _cheapest(t, s, i, c, other, False, t.vacant[seat] - moved, taken, r)
            if new < 0:
                new = _cheapest(t, s, i, c, other, True, t.vacant[seat] - moved, taken, r)
            if new < 0:
                _change_post(r, taken, t.appointment[q], t.appointment[old])
                continue
            r.chosen[n - chair] = new
            r.chosen[t.chairs_of[seat] - chair + r.filled[seat - first]] = q
            r.filled[seat - first] += 1
            r.people[taken], r.posts[taken] = t.person[new], t.appointment[new]
            taken += 1
            more += moved + _sitting(t, s, new, o, 0)
    return taken, more


@inner()
def _change_post(r, taken, old, new):
    """Somebody who is taken sits by another appointment."""
    for n in range(taken):
        if r.posts[n] == old:
            r.posts[n] = new


@inner()
def _of_person(t, p, seat, c, taken, r):
    """The first claim of somebody on a seat, by an appointment that nobody sits by, that holds at an option; below 0
    none."""
    for q in range(t.claims_of[seat], t.claims_of[seat + 1]):
        if t.person[q] == p and t.able[t.able_from[q] + c] and not _is_taken(r.posts, taken, t.appointment[q]):
            return q
    return NOBODY


@inner()
def _is_taken(ones, taken, one):
    for n in range(taken):
        if ones[n] == one:
            return True
    return False


@inner()
def price(t, s, i, c, most, r):
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
                taken, more = _change_chairs(t, s, i, c, seat, taken, r)
                cost += (count - r.filled[seat - first]) * t.vacant[seat] + more
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
def now(t, s, i):
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
def take(t, s, i, claims):
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

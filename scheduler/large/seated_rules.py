"""What rules say of meetings with their seats, as arrays: days between meetings, rooms, attendance, people's time."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import reduce
from itertools import product
from typing import Any

import numpy as np

from models import Limits
from scheduler.case import Case
from scheduler.large.seated import NOWHERE, Ints, Pair, ends, ints
from scheduler.rules import Rule

__all__ = ["said_by_rules"]

Kept = Mapping[str, Sequence[Pair]]
NO_LIMIT = 10**6


def said_by_rules(
    case: Case, kept: Kept, rules: Sequence[Rule], people: Mapping[str, int], places: Mapping[str | None, int]
) -> dict[str, Any]:
    """The arrays of `Tables` that rules fill, by name.

    Args:
        case: the term.
        kept: the meetings in the order of their numbers, each with its options.
        rules: all that there are.
        people: their numbers.
        places: theirs.
    """
    return {
        **_gaps(case, kept, rules),
        **_rooms(case, kept, rules, places),
        **_demands(case, kept),
        **_people(case, rules, people),
        "minutes": _minutes(case, rules, places),
    }


def _minutes(case: Case, rules: Sequence[Rule], places: Mapping[str | None, int]) -> Ints:
    """From each place to each, as much as any rule wants."""
    asked = [rule.minutes_between for rule in rules if rule.minutes_between]
    pairs = product(places, repeat=2)
    least = (max((minutes(case, here, there) for minutes in asked), default=0) for here, there in pairs)
    return ints(least).reshape(len(places), len(places))


def _gaps(case: Case, kept: Kept, rules: Sequence[Rule]) -> dict[str, Any]:
    """The spans of days, seen from either meeting."""
    number = {m: n for n, m in enumerate(kept)}
    found = defaultdict[int, list[tuple[int, int, int, bool, int]]](list)
    for gap in (gap for rule in rules for gap in rule.day_gaps(case)):
        if gap.one in number and gap.other in number:
            one, other, most = number[gap.one], number[gap.other], gap.most_days
            most = NO_LIMIT if most is None else most
            found[one].append((other, gap.least_days, most, gap.inside, int(gap.in_turn)))
            found[other].append((one, -most, -gap.least_days, gap.inside, -int(gap.in_turn)))
    columns = list(zip(*(row for n in range(len(kept)) for row in found[n]), strict=True)) or [()] * 5
    return {
        "gaps_of": ends(len(found[n]) for n in range(len(kept))),
        "gap_with": ints(columns[0]),
        "gap_least": ints(columns[1]),
        "gap_most": ints(columns[2]),
        "gap_inside": np.array(columns[3], np.bool_),
        "gap_turn": ints(columns[4]),
    }


def _rooms(case: Case, kept: Kept, rules: Sequence[Rule], places: Mapping[str | None, int]) -> dict[str, Any]:
    """How many meetings a place holds at once, and who may want to be there."""
    rooms = dict[str | None, int]()
    for rule in rules:
        rooms |= {one: min(most, rooms.get(one, most)) for one, most in rule.rooms(case).items()}
    sharing: dict[str | None, list[int]] = {place: [] for place in places}
    for n, ones in enumerate(kept.values()):
        for place in dict.fromkeys(place for _, place in ones):
            sharing[place].append(n)
    return {
        "rooms": ints(rooms.get(place, NOWHERE) for place in places),
        "sharing_of": ends(map(len, sharing.values())),
        "sharing": ints(n for ones in sharing.values() for n in ones),
    }


def _demands(case: Case, kept: Kept) -> dict[str, Any]:
    """The least attendance of each group."""
    meetings = [case.meetings[m] for m in kept]
    demands = [(meeting, one) for meeting in meetings for one in meeting.attendance]
    seats = [[n for n, seat in enumerate(meeting.wanted_seats) if one.group in seat.groups] for meeting, one in demands]
    return {
        "demands_of": ends(len(meeting.attendance) for meeting in meetings),
        "demand_least": ints(one.least for _, one in demands),
        "demand_seats_of": ends(map(len, seats)),
        "demand_seat": ints(n for ones in seats for n in ones),
    }


def _people(case: Case, rules: Sequence[Rule], people: Mapping[str, int]) -> dict[str, Any]:
    """How many meetings each takes; where several rules say so, the first."""
    asked = [rule.most_meetings for rule in rules if rule.most_meetings]
    limits = [reduce(Limits.over, (most(case, person) for most in asked), Limits()) for person in people]
    return {
        "most_day": ints(NO_LIMIT if one.meetings_per_day is None else one.meetings_per_day for one in limits),
        "most_week": ints(NO_LIMIT if one.meetings_per_week is None else one.meetings_per_week for one in limits),
        "most_term": ints(NO_LIMIT if one.meetings_per_term is None else one.meetings_per_term for one in limits),
    }

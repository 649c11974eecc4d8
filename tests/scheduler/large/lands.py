"""Small landscapes made of random numbers, terms that have one, and what a state costs when each pair is looked at."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from random import Random

import numpy as np

from models import Term
from scheduler.candidates import candidates
from scheduler.case import Case
from scheduler.large import Landscape, landscape
from scheduler.large.landscape import Level
from scheduler.large.prices import State
from scheduler.pair_cost import PairCost, Where, overlap
from scheduler.rulebook import STANDARD, Rulebook
from tests.build import holds, leg, meeting, person, place, prefer, seat, series, term, window

SHAPES = (
    overlap,
    lambda one, other: {one: 7, -other: 7},
    lambda one, other: {apart: 2 for apart in range(-other - 1, one + 2) if apart},
    lambda one, other: {0: 5},
)
STARTS, MEETINGS = 14, 5
Weighed = Sequence[tuple[Level, int]]


def random_land(random: Random) -> Landscape:
    """Five meetings at two places, with rules and two goals that mean nothing."""
    numbers = np.random.default_rng(random.randrange(2**32))
    is_open = numbers.random((MEETINGS, 2, STARTS)) < 0.6
    is_open[np.arange(MEETINGS), numbers.integers(0, 2, MEETINGS), numbers.integers(0, STARTS, MEETINGS)] = True
    levels = tuple(_level(name, random, numbers) for name in ("", "first", "second"))
    names, lengths = tuple("abcde"), numbers.integers(1, 4, MEETINGS)
    return Landscape(Case(term()), names, ("hall", None), tuple(range(STARTS)), lengths, is_open, levels)


def _level(name: str, random: Random, numbers: np.random.Generator) -> Level:
    pairs = tuple(_pair_cost(random, numbers) for _ in range(random.choice((1, 2, 3))))
    own = int(bool(name))
    starts = own * numbers.integers(0, 9, (MEETINGS, STARTS))
    return Level(name, pairs, starts, own * numbers.integers(0, 9, (MEETINGS, 2)))


def _pair_cost(random: Random, numbers: np.random.Generator) -> PairCost:
    once = numbers.integers(0, 3, (MEETINGS, MEETINGS))
    return PairCost(random.choice(SHAPES), random.choice((None, once + once.T)), random.choice(list(Where)))


def random_state(land: Landscape, random: Random, held: float = 1.0) -> State:
    """Each meeting somewhere where it may be, or sometimes nowhere."""
    state = State.nowhere(len(land.meetings))
    for n in range(len(land.meetings)):
        places, starts = np.nonzero(land.open[n])
        one = random.randrange(len(places))
        if random.random() < held:
            state.at[n], state.place[n] = starts[one], places[one]
    return state


def own_cost(weighed: Weighed, i: int, state: State) -> int:
    """What a meeting costs by itself."""
    at, place = state.at[i], state.place[i]
    return sum(weight * int(level.starts[i, at] + level.places[i, place]) for level, weight in weighed)


def between(land: Landscape, weighed: Weighed, i: int, j: int, state: State) -> int:
    """What two meetings cost each other."""
    apart, same = int(state.at[j] - state.at[i]), state.place[i] == state.place[j]
    cost = 0
    for level, weight in weighed:
        for pair in level.pairs:
            counts = {Where.ANYWHERE: True, Where.SAME_PLACE: same, Where.OTHER_PLACES: not same}[pair.where]
            points = pair.points(int(land.lengths[i]), int(land.lengths[j])).get(apart, 0)
            cost += weight * points * (1 if pair.weight is None else int(pair.weight[i, j])) if counts else 0
    return cost


def counted(land: Landscape, weighed: Weighed, state: State) -> int:
    """What a state costs, pair by pair."""
    held = [n for n in range(len(land.meetings)) if state.place[n] >= 0]
    pairs = sum(between(land, weighed, i, j, state) for i, j in combinations(held, 2))
    return pairs + sum(own_cost(weighed, i, state) for i in held)


# ---- terms ----

GOALS = ("placed", "preferred", "travel")


def random_term(random: Random, meetings: int = 6, goals: Sequence[str] = GOALS, **fields: object) -> Term:
    """A term that leaves no choice of who sits: a few heads, each wanted at several meetings in two days."""
    units = [f"u{n}" for n in range(4)]
    where = ("hall", "office", "ward")[: random.choice((1, 2, 3))]
    heads = [holds(f"p-{unit}", "head", unit) for unit in units]
    people = [person(f"p-{unit}", base=random.choice((*where, None))) for unit in units]
    ones = [_meeting(f"m{n}", random, units, where) for n in range(meetings)]
    hours = (window("mon", "tue", random.choice(("09:00-12:00", "08:00-13:00"))),)
    kinds = [_kind(f"s{n}", random, hours) for n in range(meetings)]
    legs = _legs(where, random.choice((30, 60)))
    rooms = [place(one, rooms=1) for one in where]
    own = {"grid_minutes": 30, "buffer_minutes": random.choice((0, 30)), "goals": tuple(goals), **fields}
    return term(*heads, *people, *rooms, *kinds, *ones, *legs, **own)


def _meeting(name: str, random: Random, units: list[str], where: Sequence[str]) -> object:
    wanted = random.sample(units, random.choice((1, 1, 2)))
    places = tuple(random.sample(where, random.randint(1, len(where))))
    seats = [seat(f"{name}-{unit}", "head", unit, deputy="not", vacancy="never") for unit in wanted]
    return meeting(name, *seats, series=f"s{name[1:]}", places=places, duration_minutes=random.choice((30, 60)))


def _kind(name: str, random: Random, windows: object) -> object:
    wish = prefer("mon", "09:00-11:00", penalty=random.randint(1, 3))
    return series(name, windows=windows, preferences=(wish,) if random.random() < 0.7 else ())


def _legs(where: Sequence[str], minutes: int) -> Iterator[object]:
    """All ways as long as each other: of others the landscape has no words."""
    yield from (leg(one, other, minutes) for one, other in combinations(where, 2))


def landscape_of(town: Term, rulebook: Rulebook = STANDARD) -> Landscape | None:
    """The landscape of all meetings of a term, as one component."""
    case = Case(town)
    own = candidates(case, rulebook.rules)
    return landscape(case, own, list(case.meetings), rulebook.rules, rulebook.ranking(town))

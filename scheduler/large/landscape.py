"""The whole of a component as numbers: what each meeting costs at each of its places and starts, and each pair.

Made of what rules and goals say in `candidate_cost`, `place_cost` and `pair_cost`. Where one of them couples meetings
and says none, or where who sits at a meeting is a choice, there is no landscape, and the component is searched
otherwise. Starts are counted on an axis of the steps at which any of the meetings can be going on: nights take no room
on it, but for what the longest journey needs.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from models import ResolvedMeeting
from scheduler.candidates import Candidates
from scheduler.case import Case
from scheduler.goals import Goal
from scheduler.pair_cost import PairCost
from scheduler.rules import Rule

__all__ = ["Landscape", "Level", "landscape"]

Ints = NDArray[np.int64]
MOST_MEETINGS = 4_000
"""More than these would need gigabytes for what each pair shares."""


@dataclass(frozen=True)
class Level:
    """One goal, or all rules together, in numbers.

    Attributes:
        name: the goal's id; empty for the rules.
        pairs: what pairs of meetings cost.
        starts: what each start of a meeting costs by itself, meetings × axis.
        places: what each place costs a meeting by itself, meetings × places.
    """

    name: str
    pairs: tuple[PairCost, ...]
    starts: Ints
    places: Ints

    @property
    def is_empty(self) -> bool:
        """Whether it tells nothing apart."""
        return not self.pairs and not self.starts.any() and not self.places.any()


@dataclass(frozen=True)
class Landscape:
    """Meetings, places and starts by number.

    Attributes:
        case: the term.
        meetings: ids, in order.
        places: ids of all places that one of them may be at; ``None`` where that is decided later.
        axis: the grid's starts, in order.
        lengths: of each meeting, in steps.
        open: whether a meeting can be at a place at a start: meetings × places × axis.
        levels: the rules, then the goals in their order.
    """

    case: Case
    meetings: tuple[str, ...]
    places: tuple[str | None, ...]
    axis: tuple[int, ...]
    lengths: Ints
    open: NDArray[np.bool_]
    levels: tuple[Level, ...]

    @cached_property
    def reach(self) -> int:
        """Starts further apart than this cost no pair anything."""
        longest = int(self.lengths.max())
        apart = (abs(steps) for level in self.levels for pair in level.pairs for steps in pair.points(longest, longest))
        return max(apart, default=0) + 2

    def starts_of(self, at: Ints, place: Ints) -> dict[str, tuple[int, str | None]]:
        """Numbers as the engine's own starts and places."""
        return {
            m: (self.axis[s], self.places[p])
            for m, s, p in zip(self.meetings, at.tolist(), place.tolist(), strict=True)
        }


def landscape(
    case: Case, candidates: Mapping[str, Candidates], part: Sequence[str], rules: Iterable[Rule], goals: Sequence[Goal]
) -> Landscape | None:
    """The landscape of a component; ``None`` where rules and goals do not say enough of it."""
    if len(part) > MOST_MEETINGS or any(_chooses(case, case.meetings[m]) for m in part):
        return None
    if not all(any(candidates[m].open.values()) for m in part):
        return None
    ones: tuple[Rule | Goal, ...] = (*rules, *goals)
    said = [_pairs(one, case, part) for one in ones]
    if any(one is None for one in said):
        return None
    return _Builder(case, candidates, tuple(part)).build([one or [] for one in said], goals)


def _chooses(case: Case, meeting: ResolvedMeeting) -> bool:
    """Whether it is a choice who sits at a meeting."""
    people = [claim.person for claim in case.claims[meeting.id]]
    return sorted(people) != sorted(case.indispensable(meeting))


def _pairs(one: Rule | Goal, case: Case, part: Sequence[str]) -> list[PairCost] | None:
    """What a rule or goal says of pairs; ``None`` where it ties some of the meetings and has no words for it."""
    if one.pair_cost is not None:
        return one.pair_cost(case, part)
    here = set(part)
    return None if any(len(here.intersection(tied)) > 1 for tied in one.ties(case)) else []


class _Builder:
    """Turns a component's names into numbers."""

    def __init__(self, case: Case, candidates: Mapping[str, Candidates], part: tuple[str, ...]) -> None:
        self.case, self.candidates, self.part = case, candidates, part
        self.places = tuple(dict.fromkeys(place for m in part for place in candidates[m].open))
        step = case.grid.step_minutes
        self.lengths = np.array([-(-case.meetings[m].duration_minutes // step) for m in part], np.int64)
        self.axis = tuple(self._axis(-(-case.longest_journey_minutes // step)))
        self.known: dict[int, NDArray[np.bool_]] = {}

    def build(self, said: list[list[PairCost]], goals: Sequence[Goal]) -> Landscape:
        """The rules are the first of what is said, the goals the last."""
        of_rules, of_goals = said[: len(said) - len(goals)], said[len(said) - len(goals) :]
        nothing = (
            np.zeros((len(self.part), len(self.axis)), np.int64),
            np.zeros((len(self.part), len(self.places)), np.int64),
        )
        hard = Level("", tuple(pair for ones in of_rules for pair in ones), *nothing)
        levels = [
            Level(g.name, tuple(ones), self._starts(g), self._places(g))
            for g, ones in zip(goals, of_goals, strict=True)
        ]
        return Landscape(self.case, self.part, self.places, self.axis, self.lengths, self._open(), (hard, *levels))

    def _axis(self, journey_steps: int) -> Iterable[int]:
        """The steps at which a meeting can be going on, and of the gaps between them no more than a journey needs."""
        used = 0
        for m, steps in zip(self.part, self.lengths.tolist(), strict=True):
            for starts in self.candidates[m].open.values():
                used |= _drawn_out(starts, steps)
        gap = 0
        for start in range(used.bit_length()):
            here = bool(used >> start & 1)
            gap = 0 if here else gap + 1
            if here or (gap <= journey_steps and start > (used & -used).bit_length()):
                yield start

    def _open(self) -> NDArray[np.bool_]:
        found = np.zeros((len(self.part), len(self.places), len(self.axis)), np.bool_)
        for n, m in enumerate(self.part):
            for k, place in enumerate(self.places):
                found[n, k] = self._numbers(self.candidates[m].open.get(place, 0))
        return found

    def _numbers(self, starts: int) -> NDArray[np.bool_]:
        """A set of starts as one truth for each start of the axis."""
        if starts not in self.known:
            size = self.case.grid.days * self.case.grid.per_day // 8 + 1
            bits = np.unpackbits(np.frombuffer(starts.to_bytes(size, "little"), np.uint8), bitorder="little")
            self.known[starts] = bits[list(self.axis)].astype(np.bool_)
        return self.known[starts]

    def _starts(self, goal: Goal) -> Ints:
        found = np.zeros((len(self.part), len(self.axis)), np.int64)
        for n, m in enumerate(self.part):
            for starts, points in goal.candidate_cost(self.case, self.case.meetings[m]):
                found[n, self._numbers(starts)] += points
        return found

    def _places(self, goal: Goal) -> Ints:
        found = np.zeros((len(self.part), len(self.places)), np.int64)
        for n, m in enumerate(self.part):
            costs = goal.place_cost(self.case, self.case.meetings[m])
            found[n] = [costs.get(place, 0) for place in self.places]
        return found


def _drawn_out(starts: int, steps: int) -> int:
    """Every step at which a meeting of that length is going on, if it may begin at any of the starts."""
    found, done = starts, 1
    while done < steps:
        more = min(done, steps - done)
        found |= found << more
        done += more
    return found

"""A component too large for one exact solve, and with a choice of who sits where: solved part by part.

First small blocks are solved one after the other beside those that stand: that is a plan. Where meetings are many, a
heat bath over all of them makes it instead. Large blocks alone, as if the others were not there, give a bound: every
goal counts at least as much in the whole. Then neighbourhoods, for as long as there is time and a goal above its bound:
a meeting that costs more than it must, with those in its way.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property, partial
from random import Random
from threading import Lock

from scheduler.case import Case
from scheduler.goals import Goal
from scheduler.large.blocks import blocks
from scheduler.large.bounding import Bounding, Part
from scheduler.large.seated_bath import baths
from scheduler.large.standing import Cost, Standing
from scheduler.ranking import Pack
from scheduler.rulebook import Rulebook
from scheduler.search import HOLDING, Found, Search, Told
from scheduler.solution import Solution
from scheduler.solving import Manner, Solver

__all__ = ["Decomposed"]

Pair = tuple[int, str | None]
BESIDE_MEETINGS, ALONE_MEETINGS = 20, 60
"""Meetings of a block that is placed beside the others, which is soon done; and of one that is solved alone, which
shows the more the larger it is."""
MANY_MEETINGS, SMALLER_MEETINGS = 500, 30
"""Where there are more than so many, blocks alone are of that size: a sixth of the time, and bounds a little lower."""
BATHED_MEETINGS, BATHED_SECONDS = 250, 45
"""More than so many begin with a bath, if there is so much time; fewer are placed by blocks before it is compiled."""
BATH_SHARE, BATH_SECONDS_A_MEETING = 0.3, 0.1
"""Of the time that is left, and no more than so much for each meeting."""
BESIDE_SHARE, ALONE_SHARE = 0.5, 0.6
"""How much of the time that is left the blocks may have one after the other, and then alone."""
IMPROVE_SHARE = 0.5
"""And then the neighbourhoods; the rest is for bounds."""
LEAST_BLOCK_SECONDS, MOST_SHARES = 5.0, 3
"""A block has so many seconds at the least; and no more than so many shares of the time that is left to all."""
FREE_MEETINGS = 20
"""Meetings in a neighbourhood."""
FREE_DAYS = 14
"""Days of each of them, drawn anew each time, and the one that it has."""
NEIGHBOURHOOD_SECONDS = 3.0
FIRST_LEVEL = 0.5
"""So often the first goal that is above its bound is tried; else one of those below."""
AS_WISHED = 0.5
"""So often a meeting is freed with what keeps it from where its block alone would have it."""
TRIES = 3
"""So often meetings are placed anew where others have come in their way."""
MANNER = Manner(presolve=True)


def _quiet(pack: Pack, values: Sequence[int], bounds: Sequence[int], obeying: bool) -> None:
    return None


def _pair(solution: Solution, meeting: str) -> Pair:
    return solution.at[meeting].start, solution.at[meeting].place


def _counts_once(goal: Goal) -> bool:
    """Whether a goal counts people, each once whatever they are in, so that blocks add up to more than the whole."""
    return goal.replanning and goal.of_people


class Decomposed:
    """A component on its way down."""

    def __init__(
        self,
        case: Case,
        kept: Mapping[str, Sequence[Pair]],
        goals: Sequence[Goal],
        rulebook: Rulebook,
        solver: Solver,
        obeying: Callable[[Solution], Solution] = lambda solution: solution,
    ) -> None:
        """Prepare.

        Args:
            case: the term.
            kept: the meetings of the component, each with the candidates to choose among.
            goals: the ranking.
            rulebook: where the rules stand.
            solver: its options and its time.
            obeying: cuts a solution down to what obeys every rule.
        """
        self.case, self.kept, self.goals, self.rulebook, self.solver = case, kept, goals, rulebook, solver
        self.obeying = obeying
        self.random = Random(solver.options.seed)
        cut = partial(blocks, case, list(kept), rulebook.rules, goals)
        alone = ALONE_MEETINGS if len(kept) <= MANY_MEETINGS else SMALLER_MEETINGS
        self.small, self.blocks = cut(BESIDE_MEETINGS), cut(alone)
        self.standing = Standing(case, list(kept), rulebook.rules, goals)
        self.cost: Cost = ()
        self.alone: Sequence[Found] = ()
        self.bounds: Mapping[str, int] = dict.fromkeys((goal.name for goal in goals), 0)
        self.told: Told = lambda values, bounds: None
        self._block_of = {m: n for n, block in enumerate(self.blocks) for m in block}
        self._costs: dict[int, Cost] = {}
        self._lock = Lock()

    def run(self, workers: int, told: Told = lambda values, bounds: None, begun: Solution | None = None) -> Found:
        """Search until the solver's time is up, or every goal is at its bound.

        Args:
            workers: threads.
            told: hears of each better plan.
            begun: a plan that obeys every rule, to begin with: what it has of these meetings stands where it can.
        """
        self.told = told
        if begun:
            self._begin(begun)
        with ThreadPoolExecutor(workers) as pool:
            if self._is_bathed:
                bathed = pool.submit(self._bathe)
                self.alone = self._alone(pool, workers)
                bathed.result()
            else:
                self._one_by_one(pool.map)
                self._count()
                self.alone = self._alone(pool, workers)
            self.bounds = {goal.name: self._bound(goal) for goal in self.goals}
            self._tell()
            until = self.solver.until(IMPROVE_SHARE)
            list(pool.map(lambda _: self._improve(until), range(workers)))
        return Found(self.standing.solution(), self._sharpened(workers))

    def _begin(self, begun: Solution) -> None:
        """Let meetings stand as they are in a plan that obeys every rule; so does any part of it."""
        there = {m for m, pairs in self.kept.items() if m in begun.at and _pair(begun, m) in pairs}
        self.standing.take(begun.without(set(begun.at) - there))

    # -- a bath ---------------------------------------------------------------------------------------------------

    @property
    def _is_bathed(self) -> bool:
        """Whether there are enough meetings to place, and time; what changes another plan begins with that."""
        seconds = self.solver.deadline - self.solver.options.clock()
        missing = len(self.kept) - len(self.standing.starts)
        return missing > BATHED_MEETINGS and seconds > BATHED_SECONDS and not self._replans

    @property
    def _replans(self) -> bool:
        return any(goal.replanning for goal in self.goals)

    def _bathe(self) -> None:
        """Most meetings at once, in one thread; those that are locked first, and what is left last, by the solver."""
        now = self.solver.options.clock()
        until = min(self.solver.until(BATH_SHARE), now + BATH_SECONDS_A_MEETING * len(self.kept))
        locked = [m for m in self.kept if self.case.meetings[m].lock or m in self.case.standing]
        for n in range(0, len(locked), BESIDE_MEETINGS):
            self._place(locked[n : n + BESIDE_MEETINGS], until)
        fixed = self.standing.solution()
        for found in baths(self.case, self.kept, self.rulebook.rules, self.goals, fixed, self.solver, until):
            self._stand(fixed, self.obeying(found))

    def _stand(self, fixed: Solution, found: Solution) -> None:
        """Let what a bath came to stand beside what is fixed, and the solver place what is left; unless it was better
        before."""
        before, cost = self.standing.solution(), self.cost
        with self._lock:
            self.standing.drop(before.at)
            self.standing.take(fixed)
            self.standing.take(found.without(set(fixed.at)))
        self._one_by_one(map)
        if cost and self.standing.whole_cost(self.small) > cost:
            self.standing.drop(self.kept)
            self.standing.take(before)
        self._count()

    def _count(self) -> None:
        self.cost = self.standing.whole_cost(self.small)
        self._tell()

    # -- blocks ---------------------------------------------------------------------------------------------------

    def _alone(self, pool: ThreadPoolExecutor, workers: int) -> Sequence[Found]:
        """Every block as if the others were not there, by the goals that do not wait for all others.

        None takes much more than its share of the time, so that the last ones have theirs.
        """
        until, goals, clock = self.solver.until(ALONE_SHARE), self._early, self.solver.options.clock

        def search(n: int) -> Found:
            one = Search(self.case, {m: self.kept[m] for m in self.blocks[n]}, goals, rulebook=self.rulebook)
            share = MOST_SHARES * workers * (until - clock()) / (len(self.blocks) - n)
            return one.run(self._solver(min(until, clock() + max(LEAST_BLOCK_SECONDS, share))), _quiet)

        return list(pool.map(search, range(len(self.blocks))))

    @cached_property
    def _early(self) -> Sequence[Goal]:
        """The goals above the first that waits for all others."""
        placed = next(n for n, goal in enumerate(self.goals) if goal.name == "placed")
        waits = (n for n, goal in enumerate(self.goals) if goal.apart and n > placed)
        return self.goals[: next(waits, len(self.goals))]

    def _bound(self, goal: Goal) -> int:
        """Of all blocks together; where a goal counts people once, whatever they are in, at least the worst block's."""
        each = [found.bounds.get(goal.name, 0) for found in self.alone]
        return max(each) if _counts_once(goal) else sum(each)

    @property
    def _values(self) -> dict[str, int]:
        return dict(zip((goal.name for goal in self.goals), self.cost, strict=True))

    def _tell(self) -> None:
        self.told(self._values, self._shown())

    def _shown(self) -> dict[str, int]:
        """What is proven of each goal, those above at their values: what the blocks say, as long as all above are at
        theirs.

        Below one that is not, a block could be better on this goal by being worse on that; then only counting helps.
        """
        values = self._values
        shown, proven = dict[str, int](), True
        for goal in self.goals:
            above = {name: values[name] for name in shown}
            held = "placed" in shown and all(values[name] == 0 for name in HOLDING if name in shown)
            counted = goal.floor(self.case, above) if held and len(self.kept) == len(self.case.meetings) else 0
            shown[goal.name] = min(values[goal.name], max(counted, self.bounds[goal.name] if proven else 0))
            # Only where the blocks' own bounds add up to the value must each block be at its own; that counting proves
            # it does not say so, nor does a sum in which the whole counts somebody once and each block does.
            alike = not _counts_once(goal) or not values[goal.name]
            proven = proven and alike and self.bounds[goal.name] == values[goal.name]
        return shown

    def _sharpened(self, workers: int) -> dict[str, int]:
        """What is shown in the end: below a goal that is above its bound, what the blocks show of how they share it."""
        values, shown = self._values, self._shown()
        if any(values[name] for name in HOLDING & values.keys()) or self._replans:
            return shown
        parts = [Part(block, found.bounds) for block, found in zip(self.blocks, self.alone, strict=True)]
        plan = self.standing.solution()
        bounding = Bounding(self.case, self.kept, parts, self.goals, self.rulebook.rules, plan, values)
        counted = bounding.counted()
        asked = bounding.run(workers, lambda share: self._solver(self.solver.until(share)))
        return {name: max(bound, counted.get(name, 0), asked.get(name, 0)) for name, bound in shown.items()}

    def _one_by_one(self, each: Callable[..., Iterable[None]]) -> None:
        """The blocks beside each other, those first that have most to share; as many at once as `each` does."""
        until = self.solver.until(BESIDE_SHARE)
        first = sorted(self.small, key=self._sharing, reverse=True)
        missing = [[m for m in block if m not in self.standing.starts] for block in first]
        list(each(lambda block: self._place(block, until), filter(None, missing)))

    def _place(self, free: Sequence[str], until: float) -> None:
        """Some meetings beside those that stand; half and half where there is no time for all of them together."""
        if self.solver.stopped:
            return
        for _ in range(TRIES):
            found = self._solved(free, self._until_of(until, free), self._early)
            with self._lock:
                if found and self.standing.admits(found):
                    self.standing.take(found)
                    return
            if not found:
                break
        if len(free) > 1:
            half = len(free) // 2
            self._place(free[:half], until)
            self._place(free[half:], until)

    def _sharing(self, block: Sequence[str]) -> int:
        people = {claim.person for m in block for claim in self.case.claims[m]}
        here = set(block)
        return sum(m not in here for person in people for m in self.case.meetings_of[person])

    def _until_of(self, until: float, block: Sequence[str]) -> float:
        """A block's share of what time is left to all blocks that do not stand yet."""
        now = self.solver.options.clock()
        left = len(self.kept) - len(self.standing.starts)
        return now + max(LEAST_BLOCK_SECONDS, MOST_SHARES * (until - now) * len(block) / max(left, 1))

    # -- solving --------------------------------------------------------------------------------------------------

    def _solver(self, until: float) -> Solver:
        return Solver(self.solver.options, min(until, self.solver.deadline), self.solver.cancelled, MANNER)

    def _solved(
        self, free: Sequence[str], until: float, goals: Sequence[Goal], some: Mapping[str, Sequence[Pair]] | None = None
    ) -> Solution | None:
        """Some meetings anew beside those that stand now; ``None`` where there was no time for it.

        Others may come to stand meanwhile, in the way.
        """
        kept = some or {m: self.kept[m] for m in free}
        with self._lock:
            left, beside = self.standing.around(kept)
        found = Search(self.case, left, goals, rulebook=self.rulebook, beside=beside).run(self._solver(until), _quiet)
        return None if found.broken or not found.solution.at else found.solution

    # -- neighbourhoods -------------------------------------------------------------------------------------------

    def _improve(self, until: float) -> None:
        """For as long as a goal is above its bound, the first of them: a block that costs more than it would alone."""
        while not self._solver(until).stopped:
            with self._lock:
                levels = [n for n, goal in enumerate(self.goals) if self.cost[n] > self.bounds[goal.name]]
                if not levels:
                    return
                first = self.random.random() < FIRST_LEVEL or len(levels) == 1
                level = levels[0] if first else self.random.choice(levels[1:])
                free = self._free(level)
                some = {m: self._some(m) for m in free}
            goals = self._early if level < len(self._early) else self.goals
            found = self._solved(free, self.solver.options.clock() + NEIGHBOURHOOD_SECONDS, goals, some)
            if found:
                with self._lock:
                    self._take(free, found)

    def _some(self, meeting: str) -> Sequence[Pair]:
        """The candidates of a meeting on some days, and on that where it stands."""
        kept, day = self.kept[meeting], self.case.grid.day
        days = sorted({day(start) for start, _ in kept})
        if len(days) <= FREE_DAYS:
            return kept
        drawn = set(self.random.sample(days, FREE_DAYS))
        if meeting in self.standing.starts:
            drawn.add(day(self.standing.starts[meeting][0]))
        return [pair for pair in kept if day(pair[0]) in drawn]

    def _take(self, free: Sequence[str], found: Solution) -> None:
        """Let some meetings stand anew; as they were, where that is no better, or others have come in their way."""
        if not self.standing.admits(found):
            return
        before, old = self.standing.cost(free), self.standing.solution(free)
        self.standing.drop(free)
        self.standing.take(found)
        after = self.standing.cost(free)
        if after > before:
            self.standing.drop(free)
            self.standing.take(old)
            return
        change = zip(self.cost, after, before, strict=True)
        self.cost = tuple(one + new - old for one, new, old in change)
        if after < before:
            for m in free:
                self._costs.pop(self._block_of[m], None)
            self._tell()

    def _free(self, level: int) -> list[str]:
        """A meeting that costs something on a goal, and what else those people are wanted at who might make it
        cheaper."""
        over = self._above_alone(level)
        number = self.random.choices(range(len(over)), over if any(over) else None)[0]
        block = self.blocks[number]
        seed = self.random.choice([m for m in block if self.standing.cost([m])[level]] or block)
        wished = self.alone[number].solution
        if seed in wished.at and self.random.random() < AS_WISHED:
            return self._as_wished(seed, wished)
        return self._with_others(seed)

    def _as_wished(self, seed: str, wished: Solution) -> list[str]:
        """A meeting, what stands in the way of where and with whom its block would have it alone, and some of its block
        that must move too."""
        others, free = self.standing.near([seed]), {seed: None}
        people = sorted({claim.person for claim in wished.sits if claim.meeting == seed})
        for m in self.standing.in_the_way(others, wished.at[seed], people):
            if len(free) < FREE_MEETINGS:
                free[m] = None
        moved = [m for m, at in wished.at.items() if self.standing.starts.get(m) != (at.start, at.place)]
        for m in self.random.sample(moved, len(moved)):
            if len(free) < FREE_MEETINGS:
                free[m] = None
        return list(free)

    def _above_alone(self, level: int) -> list[int]:
        """By how much each block costs more on a goal than it does at least alone."""
        goal = self.goals[level].name
        pairs = enumerate(self.alone)
        return [max(0, self._cost_of(n)[level] - found.bounds.get(goal, 0)) for n, found in pairs]

    def _cost_of(self, number: int) -> Cost:
        """What a block costs; kept until one of its own meetings moves, so that others may have changed it a little."""
        if number not in self._costs:
            self._costs[number] = self.standing.cost(self.blocks[number])
        return self._costs[number]

    def _with_others(self, seed: str) -> list[str]:
        """A meeting, and of those whom it could have instead of who sits there the meetings nearest to some day of
        it."""
        sitting = {(claim.seat.id, claim.person) for claim in self.standing.sits.get(seed, ())}
        missed = sorted({c.person for c in self.case.claims[seed] if (c.seat.id, c.person) not in sitting})
        free = {seed: None}
        day = self.case.grid.day(self.random.choice(self.kept[seed])[0])
        self.random.shuffle(missed)
        for person in missed:
            others = [m for m in self.case.meetings_of[person] if m in self.standing.starts]
            others.sort(key=lambda m: abs(self.case.grid.day(self.standing.starts[m][0]) - day))
            for m in others[:4]:
                if len(free) < FREE_MEETINGS:
                    free[m] = None
        return list(free)

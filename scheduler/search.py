"""The best plan of one component: pack after pack of goals, rows of the large rules added where they are broken."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import count

from scheduler.case import Case
from scheduler.goals import Goal
from scheduler.model import Beside, Model
from scheduler.ranking import Pack, packs
from scheduler.rulebook import STANDARD, Rulebook
from scheduler.solution import Solution
from scheduler.solving import Answer, Nothing, Solver
from scheduler.tally import Tally

__all__ = ["HOLDING", "Found", "NOTHING_KNOWN", "Knowing", "Narrow", "Search", "Told"]

Pair = tuple[int, str | None]

Narrow = Callable[[Model], None]
"""Adds to a model what is demanded beside the rules."""
Reached = Callable[[Pack, Sequence[int], Sequence[int], bool], None]
"""Hears the goals of a pack with a value and a bound each, and whether a plan has them or a solution that may yet break
a rule."""
Told = Callable[[Mapping[str, int], Mapping[str, int]], None]
"""Hears what each goal of a plan comes to that obeys every rule, and a bound of each."""
HOLDING = frozenset({"kept", "placed"})
"""Goals that are nothing where every meeting is held."""
FIRST_SHARE = 0.5
"""Share of the time in which a plan that holds every meeting must be found before one that may not is looked for."""


@dataclass
class Found:
    """What a search has reached.

    Attributes:
        solution: who sits where and when.
        bounds: per goal, a number that no plan that is as good on all goals above it goes below.
        broken: whether the solution breaks a rule and is but a beginning.
        values: what the model counts of each goal that was reached.
        least: what was proven where no plan was found: per goal, a number that no plan goes below that is at those of
            `least` on all goals above it.
        crossed: solutions that broke a rule of too many rows; what rows they need another search can begin with.
        is_done: whether all was proven that was asked for.
    """

    solution: Solution
    bounds: dict[str, int] = field(default_factory=dict)
    broken: bool = False
    values: dict[str, int] = field(default_factory=dict)
    least: dict[str, int] = field(default_factory=dict)
    crossed: list[Solution] = field(default_factory=list)
    is_done: bool = False


@dataclass(frozen=True)
class Knowing:
    """What is known before a search begins.

    Attributes:
        all_held: a plan that holds every meeting is known, so that none is looked for that does not.
        crossed: solutions of these meetings, or of some, that broke a rule of too many rows.
        enough: what a plan of just these meetings comes to; where a bound shows none to be better, none is looked for.
        rounds: so often a solution is looked for that breaks none of those rules; of each try the bound holds.
        hint: where and with whom meetings stand.
        most_goals: so many goals of one sum may be more than 0; ``None`` where as many as fit.
    """

    all_held: bool = False
    crossed: Sequence[Solution] = ()
    enough: Mapping[str, int] = field(default_factory=dict)
    rounds: int | None = None
    hint: Solution | None = None
    most_goals: int | None = None


NOTHING_KNOWN = Knowing()


class Search:
    """One component on its way to a proven plan."""

    def __init__(
        self,
        case: Case,
        kept: Mapping[str, Sequence[Pair]],
        goals: Sequence[Goal],
        narrow: Narrow | None = None,
        rulebook: Rulebook = STANDARD,
        beside: Beside | None = None,
        knowing: Knowing = NOTHING_KNOWN,
    ) -> None:
        """Prepare.

        Args:
            case: the term.
            kept: the meetings of the component, each with the candidates to choose among.
            goals: the ranking.
            narrow: what is demanded beside the rules.
            rulebook: where the rules stand.
            beside: meetings that stand where they are.
            knowing: what is known before.
        """
        self.rules, self.beside, self.knowing = rulebook.rules, beside, knowing
        self.case, self.kept, self.goals, self.narrow = case, kept, goals, narrow
        self.found = Found(Solution(case, {}, ()), {goal.name: 0 for goal in goals})

    def run(self, solver: Solver, heard: Reached) -> Found:
        """Look for the best plan that holds every meeting; where there is none, for the best of those that do not.

        Terms whose meetings all fit are the most common, and without the choice of leaving one out the model is smaller
        and its relaxation tighter. That not all fit is a proof as well: the least priority then bounds `placed`.
        """
        if solver.stopped:  # a large model takes longer to build than some have time
            return self.found
        if self._holding_all_comes_first():
            stopped_by = self._climb(_Ascent(self, every_meeting=True), solver, heard)
            if stopped_by is Nothing.AT_ALL and not self.found.bounds["placed"]:
                least = min(self.case.meetings[m].priority for m in self.kept)
                self.found = Found(Solution(self.case, {}, ()), dict.fromkeys(self.found.bounds, 0) | {"placed": least})
            elif self.found.is_done or self.knowing.all_held or self.found.solution.at or solver.stopped:
                return self.found
        self._climb(_Ascent(self, every_meeting=False), solver, heard)
        return self.found

    def _holding_all_comes_first(self) -> bool:
        """Whether no goal is above those that are nothing where every meeting is held, and each has somewhere to be."""
        names = [goal.name for goal in self.goals]
        above = names[: names.index("placed") + 1]
        return HOLDING.issuperset(above) and all(self.kept.values())

    def _climb(self, ascent: "_Ascent", solver: Solver, heard: Reached) -> Nothing | None:
        """Solve pack after pack, those above held at what was reached; why that ended, unless all is proven."""
        for pack in ascent.packs:
            answer = self._solve_obeying(ascent, pack, solver, heard)
            if answer is Nothing.BETTER:
                ascent.hold(pack, self._known(pack))
                continue
            if isinstance(answer, Nothing):
                # Below a pack that is held, that there is no way says only that no plan comes to what is held.
                return answer if pack is ascent.packs[0] else Nothing.IN_TIME
            self._keep(pack, answer)
            heard(pack, answer.values(pack), pack.bounds(answer.values(pack), answer.bound), True)
            if not answer.proven:
                return Nothing.IN_TIME
            ascent.hold(pack, answer.values(pack))
        self.found.is_done = True
        return None

    def _solve_obeying(self, ascent: "_Ascent", pack: Pack, solver: Solver, heard: Reached) -> Answer | Nothing:
        """Solve again with the rows that the last solution broke, until one obeys every rule.

        Without those rows a solve gives a bound but no plan. Where time is up before one obeys and there is no plan
        yet, the last solution is kept as it is, marked as broken: its reader cuts it down to what obeys.
        """
        half = ascent.every_meeting and not self.knowing.all_held
        model = ascent.model
        model.cp.minimize(pack.objective())
        floor = 0
        for _ in count() if self.knowing.rounds is None else range(self.knowing.rounds):
            share = FIRST_SHARE if half and not self.found.solution.at else 1.0
            answer = solver.solve(model, partial(_report, pack, heard), share, floor)
            if answer is Nothing.AT_ALL:
                return answer
            floor = max(floor, solver.reached)
            self._keep_bound(pack, floor)
            if pack.values(floor) == self._known(pack):
                return Nothing.BETTER
            if isinstance(answer, Nothing) or not sum(rule.separate(model, answer.solution) for rule in self.rules):
                return answer
            self.found.crossed.append(answer.solution)
            if not self.found.solution.at or self.found.broken:
                self.found.solution, self.found.broken = answer.solution, True
                self._raise(pack.goals[:1], pack.bounds(answer.values(pack), answer.bound))
        return Nothing.IN_TIME

    def _known(self, pack: Pack) -> list[int]:
        """What the plan that is known comes to on the goals of a pack."""
        return [self.knowing.enough.get(goal, -1) for goal in pack.goals]

    def _keep(self, pack: Pack, answer: Answer) -> None:
        self.found.solution, self.found.broken = answer.solution, False
        self.found.values.update(zip(pack.goals, answer.values(pack), strict=True))
        self._raise(pack.goals, pack.bounds(answer.values(pack), answer.bound))

    def _keep_bound(self, pack: Pack, bound: int) -> None:
        """What a bound of the weighted sum says without a plan: the values that it is made of itself."""
        self.found.least.update(zip(pack.goals, pack.values(bound), strict=True))

    def _raise(self, goals: Sequence[str], bounds: Sequence[int]) -> None:
        for goal, bound in zip(goals, bounds, strict=False):
            self.found.bounds[goal] = max(self.found.bounds[goal], bound)


def _report(pack: Pack, heard: Reached, best: int, bound: int) -> None:
    values = pack.values(best)
    heard(pack, values, pack.bounds(values, bound), False)


class _Ascent:
    """A model on the way up the ranking."""

    def __init__(self, search: Search, every_meeting: bool) -> None:
        self.every_meeting = every_meeting
        self.model = Model(search.case, search.kept, search.beside)
        for rule in search.rules:
            rule.couple(self.model)
        if search.narrow:
            search.narrow(self.model)
        if every_meeting:
            for unplaced in self.model.unplaced.values():
                self.model.cp.add(unplaced == 0)
        for solution in search.knowing.crossed:
            for rule in search.rules:
                rule.separate(self.model, solution)
        if search.knowing.hint:
            self.model.hint(search.knowing.hint)
        tallies = [self._tally(goal) for goal in search.goals]
        self.packs = packs(search.goals, tallies, most_goals=search.knowing.most_goals)

    def _tally(self, goal: Goal) -> Tally:
        nothing = self.every_meeting and goal.name in HOLDING
        return Tally.of(()) if nothing else goal.terms(self.model)

    def hold(self, pack: Pack, values: Sequence[int]) -> None:
        """From here on nothing is worse on the goals of the pack."""
        for tally, value in zip(pack.tallies, values, strict=True):
            self.model.cp.add(tally.expression() <= value)

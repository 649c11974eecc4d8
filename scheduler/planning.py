"""From a term to a plan: candidates, independent parts, search, and a check before it leaves."""

from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, partial
from importlib.metadata import PackageNotFoundError, version

from models import Engine, GoalResult, Part, Placement, Plan, Term, as_validation_error
from scheduler.answering import placements, unplaced, waiting
from scheduler.candidates import Candidates, candidates
from scheduler.carrying import carried, stood
from scheduler.case import Case
from scheduler.checking import check
from scheduler.components import components
from scheduler.faults import faults
from scheduler.goals import Goal
from scheduler.large import Decomposed, landscape, settled
from scheduler.options import Cancelled, Heard, Options, Progress
from scheduler.outcome import Violation
from scheduler.ranking import Pack
from scheduler.reducing import reduced
from scheduler.rulebook import STANDARD, Rulebook
from scheduler.search import Found, Narrow, Search
from scheduler.solution import Solution
from scheduler.solving import Solver, never
from scheduler.standing import seen_beside, seen_from

MOST_CANDIDATES = 6_000
"""A component with more is searched in another way than by one exact solve."""
TELL_SECONDS = 0.1
"""Least time between two reports of progress."""
CHECK_SHARE = 0.05
"""No more than so much of the time is kept for putting the answer together and checking it."""

__all__ = ["BrokenPlan", "Task", "carry_out", "plan", "ranking_of"]


class BrokenPlan(Exception):
    """A plan that the check refused: a mistake of the engine, never of the term."""

    def __init__(self, violations: tuple[Violation, ...]) -> None:
        super().__init__(f"the plan breaks {len(violations)} rules, first {violations[0]}")
        self.violations = violations


def plan(
    term: Term,
    options: Options = Options(),
    heard: Heard | None = None,
    cancelled: Cancelled | None = None,
    rulebook: Rulebook = STANDARD,
) -> Plan:
    """The best plan of a term, with what was proven of it.

    Args:
        term: what is to be planned.
        options: time limit, workers, seed.
        heard: told of progress, from any thread.
        cancelled: asked often whether to stop; then the best plan found is returned, as when time is up.
        rulebook: what the plan obeys and is measured by; ours, unless the caller has rules or goals of their own.

    Raises:
        pydantic.ValidationError: the term has faults that only show with the calendar, see ``faults``.
        BrokenPlan: the engine made a mistake; nothing is returned then.
    """
    return carry_out(Task(term, rulebook=rulebook), options, heard, cancelled)


@dataclass(frozen=True)
class Task:
    """What a plan is made of.

    Attributes:
        term: the document that it answers.
        baseline: where the meetings stand in the plan that is to be changed; ``None`` for a plan from nothing.
        as_of: the moment that a changed plan is seen from; of a plan from nothing the term says it.
        narrow: what is demanded of the plan beside the rules; it may tie all meetings together.
        rulebook: what the plan obeys and is measured by.
        part: which series are to be planned, and what stands meanwhile; ``None`` for all.
    """

    term: Term
    baseline: tuple[Placement, ...] | None = None
    as_of: datetime | None = None
    narrow: Narrow | None = None
    rulebook: Rulebook = STANDARD
    part: Part | None = None

    @property
    def seen(self) -> Term:
        """The term as the plan sees it."""
        seen = self.term if self.baseline is None else seen_from(self.term, self.as_of, self.baseline)
        return seen if self.part is None else seen_beside(seen, self.part)

    @property
    def standing(self) -> tuple[Placement, ...]:
        """The meetings that keep their start, their place and exactly their people."""
        return self.part.standing if self.part else ()


def carry_out(
    task: Task, options: Options = Options(), heard: Heard | None = None, cancelled: Cancelled | None = None
) -> Plan:
    """The best plan of a task; see ``plan`` for the rest."""
    wrong = faults(task.term, task.rulebook)
    if wrong:
        raise as_validation_error("Term", wrong)
    return _Planning(task, options, heard, cancelled or never).run()


def ranking_of(term: Term, replanning: bool = False) -> list[Goal]:
    """The term's goals, the most important first."""
    return STANDARD.ranking(term, replanning)


def _most_broken(broken: tuple[Violation, ...], solution: Solution) -> set[str]:
    """The meetings, one of twenty and at least one, that most violations are about; they go so that the rest can stay.

    A violation that names no meeting is about a person's limit, from a day on: the first that they sit at then counts.
    """
    counts = Counter(dict.fromkeys((m for m in solution.at if m not in solution.case.standing), 0))
    for one in broken:
        person, day = str(one.params.get("person", "")), str(one.params.get("first_day", ""))
        theirs = (
            at.meeting
            for at in solution.of_person.get(person, ())
            if solution.case.grid.date(at.day).isoformat() >= day
        )
        meeting = one.meeting or next(theirs, "")
        if meeting in counts:
            counts[meeting] += 1
    worst = counts.most_common(max(1, len(counts) // 20))
    return {meeting for meeting, count in worst if count} or {meeting for meeting, _ in worst}


class _Planning:
    """One run."""

    def __init__(self, task: Task, options: Options, heard: Heard | None, cancelled: Cancelled) -> None:
        self.task, self.options, self.heard, self.cancelled = task, options, heard, cancelled
        self.began = self.options.clock()
        self.term = task.seen
        self.case = Case(self.term, task.baseline or (), task.standing)
        self.rules = task.rulebook.rules
        self.goals = task.rulebook.ranking(self.term, task.baseline is not None)
        self.candidates: dict[str, Candidates] = candidates(self.case, self.rules)
        self.parts = [list(self.case.meetings)] if task.narrow else components(self.case, self.goals, self.rules)
        self.found: dict[int, Found] = {}
        self.reached: dict[int, dict[str, tuple[int, int, bool]]] = {}
        self.told_seconds = -TELL_SECONDS
        self.ready_seconds = self.options.clock() - self.began

    def run(self) -> Plan:
        """Search every part, put the answers together, and check the whole."""
        at_once = max(1, min(self.options.workers, len(self.parts)))
        with ThreadPoolExecutor(at_once) as pool:
            for number, found in enumerate(pool.map(self._search, range(len(self.parts)))):
                self.found[number] = found
        crude = any(found.broken for found in self.found.values())
        answer, _ = self._obeying(self._whole(), crude)
        if self.task.baseline and not answer.proven and not self.task.narrow:
            return self._better(answer, self._carried[0])
        return answer

    @cached_property
    def _carried(self) -> tuple[Plan, Solution]:
        """What is left of the plan that is to be changed."""
        return self._obeying(carried(self.case, self.candidates), crude=True)

    def _obeying(self, solution: Solution, crude: bool) -> tuple[Plan, Solution]:
        """The plan of a solution; of a crude one what is left when the meetings that break rules are taken out."""
        answer = self._answer(solution, crude)
        while (broken := check(self.task.term, answer, self.task.rulebook)) and crude:
            solution = solution.without(_most_broken(broken, solution))
            answer = self._answer(solution, crude)
        if broken:
            raise BrokenPlan(broken)
        return answer, solution

    def _cut_down(self, solution: Solution) -> Solution:
        """A solution without the meetings that break rules."""
        return self._obeying(solution, crude=True)[1]

    def _better(self, one: Plan, other: Plan) -> Plan:
        """The better of two plans by the ranking, the first where they are as good."""
        values = [[goal.value for goal in plan.goals] for plan in (one, other)]
        return other if values[1] < values[0] else one

    def _search(self, number: int) -> Found:
        part = self.parts[number]
        kept = {m: self._choices(m) for m in part}
        solver = Solver(self.options, self._deadline(number), self.cancelled)
        if not self.task.narrow and sum(map(len, kept.values())) > MOST_CANDIDATES:
            land = landscape(self.case, self.candidates, part, self.rules, self.goals)
            told = partial(self._tell_all, number)
            if land:
                return settled(self.case, land, self.goals, solver, self.options.workers, told)
            large = Decomposed(self.case, kept, self.goals, self.task.rulebook, solver, self._cut_down)
            return large.run(self.options.workers, told, self._carried[1] if self.task.baseline else None)
        search = Search(self.case, kept, self.goals, self.task.narrow, self.task.rulebook)
        return search.run(solver, partial(self._tell, number))

    def _choices(self, meeting: str) -> list[tuple[int, str | None]]:
        """The candidates that an optimal plan may need; all where more than rules and goals decides."""
        ones = self.candidates[meeting]
        return list(ones.pairs()) if self.task.narrow else reduced(self.case, ones, self.goals, self.rules)

    def _deadline(self, number: int) -> float:
        """When a part has to be done, so that those that wait for a thread have their share of what time is left.

        What the parts come to is then put together and checked, which takes about as long as making ready did.
        """
        now, limit = self.options.clock(), self.options.time_limit_seconds
        left = self.began + limit - min(self.ready_seconds, CHECK_SHARE * limit) - now
        turns = -(-(len(self.parts) - number) // max(1, self.options.workers))
        return now + left / turns

    def _tell(self, number: int, pack: Pack, values: Sequence[int], bounds: Sequence[int], obeying: bool) -> None:
        """What a part has reached, added to what the others have; not more often than anybody can read."""
        self.reached.setdefault(number, {}).update(
            (goal, (value, bound, obeying)) for goal, value, bound in zip(pack.goals, values, bounds, strict=True)
        )
        self._say(number, _at(pack, values, bounds))

    def _tell_all(self, number: int, values: Mapping[str, int], bounds: Mapping[str, int]) -> None:
        """What a large part has reached, goal by goal; a value of a plan that obeys every rule."""
        self.reached[number] = {goal: (value, bounds.get(goal, 0), True) for goal, value in values.items()}
        still_open = (goal for goal, value in values.items() if value > bounds.get(goal, 0))
        self._say(number, next(still_open, self.goals[-1].name))

    def _say(self, number: int, goal: str) -> None:
        seconds = self.options.clock() - self.began
        if self.heard is None or seconds < self.told_seconds + TELL_SECONDS:
            return
        self.told_seconds = seconds
        self.heard(Progress(number + 1, len(self.parts), goal, self._reached(), seconds))

    def _reached(self) -> tuple[GoalResult, ...]:
        """The goals that something is known of, summed over the parts that have reached them."""
        results: list[GoalResult] = []
        for goal in self.goals:
            known = [part[goal.name] for part in list(self.reached.values()) if goal.name in part]
            value, bound = sum(one[0] for one in known), sum(one[1] for one in known)
            obeying = len(known) == len(self.parts) and all(one[2] for one in known)
            proven = obeying and value == bound and all(above.proven for above in results)
            if known:
                results.append(GoalResult(id=goal.name, value=value, bound=bound, proven=proven))
        return tuple(results)

    def _whole(self) -> Solution:
        known = list(self.found.values())
        starts = {m: (at.start, at.place) for found in known for m, at in found.solution.at.items()}
        sits = [claim for found in known for claim in found.solution.sits]
        left = stood(self.case, but=starts)  # of a component for which there was no time
        return Solution(self.case, {**left, **starts}, [*(c for m in left for c in self.case.claims[m]), *sits])

    def _answer(self, solution: Solution, crude: bool) -> Plan:
        bare = self._bare(solution)
        return bare.model_copy(update={"goals": self._results_of(bare, searched=not crude)})

    def _bare(self, solution: Solution) -> Plan:
        return Plan(
            term_uid=self.term.uid,
            term_digest=self.task.term.digest,
            time_zone=self.term.time_zone,
            as_of=self.term.as_of,
            baseline=self.task.baseline,
            part=self.task.part,
            placements=placements(solution),
            unplaced=(*unplaced(self.candidates, solution), *waiting(self.task.term, self.term)),
            goals=(),
            engine=Engine(version=_version(), seed=self.options.seed, workers=self.options.workers),
        )

    def _results_of(self, bare: Plan, searched: bool) -> tuple[GoalResult, ...]:
        """Each goal's value as counted without the solver, with the bound that all parts together prove."""
        results: list[GoalResult] = []
        proven = True
        for goal in self.goals:
            value = goal.value(self.term, bare)
            # Below a goal that is not proven, a gain in one part could pay for a loss in another: what each part
            # proves with its own goals above held fixed says nothing of their sum, nor of a plan that is not its own.
            sound = proven or (searched and len(self.parts) == 1)
            bound = min(value, sum(found.bounds.get(goal.name, 0) for found in self.found.values())) if sound else 0
            proven = proven and value == bound
            results.append(GoalResult(id=goal.name, value=value, bound=bound, proven=proven))
        return tuple(results)


def _at(pack: Pack, values: Sequence[int], bounds: Sequence[int]) -> str:
    """The first goal of a pack that is not proven yet, else the last."""
    still_open = (goal for goal, value, bound in zip(pack.goals, values, bounds, strict=True) if value > bound)
    return next(still_open, pack.goals[-1])


def _version() -> str:
    try:
        return version("terminsplan")
    except PackageNotFoundError:
        return "0"

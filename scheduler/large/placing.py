"""Some meetings solved beside those that stand: how blocks, locked meetings and neighbourhoods come to stand."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from threading import Lock

from scheduler.case import Case
from scheduler.goals import Goal
from scheduler.large.standing import Standing
from scheduler.rulebook import Rulebook
from scheduler.search import NOTHING_KNOWN, Found, Knowing, Search
from scheduler.solution import Solution
from scheduler.solving import Manner, Solver

__all__ = ["Placing", "heard_by_nobody"]

Pair = tuple[int, str | None]
LEAST_SECONDS, MOST_SHARES = 5.0, 3
"""Some meetings have so many seconds at the least; and no more than so many shares of the time that is left to all."""
TRIES = 3
"""So often meetings are placed anew where others have come in their way."""
MANNER = Manner(presolve=True)


def heard_by_nobody(*told: object) -> None:
    """What a small search tells on its way."""


class Placing:
    """The meetings of a component: some stand, others are solved beside them, by several threads at once.

    Attributes:
        standing: those that stand; whoever changes it holds `lock`.
    """

    def __init__(
        self, case: Case, kept: Mapping[str, Sequence[Pair]], goals: Sequence[Goal], rulebook: Rulebook, solver: Solver
    ) -> None:
        """Prepare.

        Args:
            case: the term.
            kept: the meetings of the component, each with the candidates to choose among.
            goals: the ranking.
            rulebook: where the rules stand.
            solver: its options and its time.
        """
        self.case, self.kept, self.goals, self.rulebook, self.solver = case, kept, goals, rulebook, solver
        self.early = _early(goals)
        self.standing = Standing(case, list(kept), rulebook.rules, goals)
        self.lock = Lock()

    @property
    def missing(self) -> int:
        """How many meetings do not stand."""
        return len(self.kept) - len(self.standing.starts)

    def share(self, some: int, of: int, until: float) -> float:
        """When some have had their share of the time until then, which they have with others, or a few shares."""
        now = self.solver.options.clock()
        return now + max(LEAST_SECONDS, MOST_SHARES * (until - now) * some / max(of, 1))

    def solver_until(self, until: float) -> Solver:
        """A solver for small searches that stops then, or with all others."""
        return Solver(self.solver.options, min(until, self.solver.deadline), self.solver.cancelled, MANNER)

    def place_all(self, blocks: Iterable[Sequence[str]], until: float, each: Callable[..., Iterable[None]]) -> None:
        """What does not stand of some blocks, those first that have most to share; as many at once as `each` does."""
        first = sorted(blocks, key=self._sharing, reverse=True)
        missing = [[m for m in block if m not in self.standing.starts] for block in first]
        list(each(lambda block: self.place(block, until), filter(None, missing)))

    def place(self, free: Sequence[str], until: float) -> None:
        """Some meetings beside those that stand; half and half where there is no time for all of them together."""
        if self.solver.stopped:
            return
        for _ in range(TRIES):
            found = self.solved(free, self.share(len(free), self.missing, until), self.early)
            with self.lock:
                if found and self.standing.admits(found):
                    self.standing.take(found)
                    return
            if not found:
                break
        if len(free) > 1:
            half = len(free) // 2
            self.place(free[:half], until)
            self.place(free[half:], until)

    def solved(
        self,
        free: Sequence[str],
        until: float,
        goals: Sequence[Goal],
        some: Mapping[str, Sequence[Pair]] | None = None,
        knowing: Knowing = NOTHING_KNOWN,
    ) -> Solution | None:
        """Some meetings anew beside those that stand now; ``None`` where there was no time for it.

        Others may come to stand meanwhile, in the way.

        Args:
            free: the meetings.
            until: when to stop, on the clock of the options.
            goals: by what.
            some: the candidates to choose among, instead of all that are kept.
            knowing: what is known of them.
        """
        found = self.searched(some or {m: self.kept[m] for m in free}, until, goals, knowing)
        return None if found.broken or not found.solution.at else found.solution

    def searched(
        self,
        kept: Mapping[str, Sequence[Pair]],
        until: float,
        goals: Sequence[Goal],
        knowing: Knowing = NOTHING_KNOWN,
        but: AbstractSet[str] = frozenset(),
    ) -> Found:
        """The same with all that was found; beside those that stand, but some."""
        with self.lock:
            left, beside = self.standing.around(kept, but)
        search = Search(self.case, left, goals, rulebook=self.rulebook, beside=beside, knowing=knowing)
        return search.run(self.solver_until(until), heard_by_nobody)

    def _sharing(self, block: Sequence[str]) -> int:
        people = {claim.person for m in block for claim in self.case.claims[m]}
        here = set(block)
        return sum(m not in here for person in people for m in self.case.meetings_of[person])


def _early(goals: Sequence[Goal]) -> Sequence[Goal]:
    """The goals above the first that waits for all others."""
    placed = next(n for n, goal in enumerate(goals) if goal.name == "placed")
    waits = (n for n, goal in enumerate(goals) if goal.apart and n > placed)
    return goals[: next(waits, len(goals))]

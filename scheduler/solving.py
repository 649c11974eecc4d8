"""One call of CP-SAT: its settings, its time, its progress, and its answer in the engine's words."""

import math
import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from ortools.sat.python import cp_model
from ortools.sat.python.cp_model_helper import SatParameters

from scheduler.model import Model
from scheduler.options import Cancelled, Options
from scheduler.ranking import Pack
from scheduler.solution import Solution

__all__ = ["Answer", "Manner", "Nothing", "Solver", "Told", "never"]

Told = Callable[[int, int], None]
"""Hears a weighted sum and a bound of it, from the solver's thread, and returns soon."""
ASK_SECONDS = 0.05
"""How often a running solve asks whether it is cancelled."""


def never() -> bool:
    """The answer of nobody who wants to cancel."""
    return False


@dataclass(frozen=True)
class Manner:
    """How CP-SAT goes about a call that has something to make small.

    Attributes:
        workers: threads; one follows the relaxation, several share CP-SAT's own mix of searches and neighbourhoods.
        presolve: whether the model is made smaller first.
    """

    workers: int = 1
    presolve: bool = False


class Nothing(Enum):
    """Why a solve found no solution."""

    IN_TIME = "time was up, or it was cancelled"
    AT_ALL = "the model has none: proven"
    BETTER = "none is better than the plan that is known: proven"


@dataclass(frozen=True)
class Answer:
    """A solution of the model as it stood.

    Attributes:
        solution: who sits where and when; obeys the rules whose rows the model held.
        bound: no solution of the model has a smaller weighted sum.
        proven: whether the solution's own is that small.
        assignment: the value of every variable, by its index.
    """

    solution: Solution
    bound: int
    proven: bool
    assignment: list[int]

    def values(self, pack: Pack) -> list[int]:
        """What each goal of a pack comes to."""
        return [sum(n * self.assignment[var.index] for n, var in tally.terms) for tally in pack.tallies]


class Solver:
    """Calls CP-SAT with one term's options until its time is up or it is cancelled.

    Attributes:
        reached: what the last call has proven of its weighted sum, also where it found no solution.
    """

    def __init__(
        self, options: Options, deadline: float, cancelled: Cancelled = never, manner: Manner = Manner()
    ) -> None:
        """Prepare.

        Args:
            options: seed and the rest.
            deadline: on the clock of the options, in seconds.
            cancelled: asked while a call runs.
            manner: how each call goes about it.
        """
        self.options, self.deadline, self.cancelled, self.manner = options, deadline, cancelled, manner
        self.reached = 0

    @property
    def stopped(self) -> bool:
        """Whether no further call should begin."""
        return self.cancelled() or self.options.clock() >= self.deadline

    def until(self, share: float) -> float:
        """The moment of the clock when a share of the time that is left has gone by."""
        now = self.options.clock()
        return now + share * (self.deadline - now)

    def solve(self, model: Model, told: Told, share: float = 1.0, floor: int = 0) -> Answer | Nothing:
        """The best solution of the model as it stands.

        Args:
            model: what is to be solved; it does not change.
            told: hears of each better solution and each better bound.
            share: how much of the time that is left may be used, from 0 to 1.
            floor: a bound that is proven already: a solution that reaches it needs no proof of its own.
        """
        self.reached = floor
        if self.stopped:
            return Nothing.IN_TIME
        solver = cp_model.CpSolver()
        self._set(solver.parameters, share)
        if model.cp.proto.objective.vars:
            _make_small(solver.parameters, self.manner)
        with _Watch(solver, self.cancelled):
            status = solver.solve(model.cp, _Listener(solver, told, floor))
        if status == cp_model.INFEASIBLE:
            return Nothing.AT_ALL
        if model.cp.proto.objective.vars:
            self.reached = max(floor, math.ceil(solver.best_objective_bound - 1e-6))
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return Nothing.IN_TIME
        assignment = list(solver.response_proto.solution)
        proven = status == cp_model.OPTIMAL or round(solver.objective_value) <= floor
        return Answer(_read(model, assignment), self.reached, proven, assignment)

    def _set(self, parameters: SatParameters, share: float) -> None:
        parameters.max_time_in_seconds = max(0.01, share * (self.deadline - self.options.clock()))
        parameters.random_seed = self.options.seed
        parameters.num_workers = self.manner.workers
        parameters.catch_sigint_signal = False  # Ctrl-C is the caller's, by `cancelled`; caught in there it can abort


def _make_small(parameters: SatParameters, manner: Manner) -> None:
    """For a sum to make small: the relaxation nearly finds it, and presolve costs more than it saves (decision 0009).
    Not so for parts of a large component (decision 0029).

    Where there is nothing to make small, whether it can be done at all is the solver's own trade.
    """
    parameters.cp_model_presolve = manner.presolve
    if manner.workers == 1:
        parameters.linearization_level = 2
    if manner == Manner():
        parameters.search_branching = cp_model.LP_SEARCH


def _read(model: Model, assignment: list[int]) -> Solution:
    starts = {
        m: (option.start, option.place)
        for m, options in model.options.items()
        for option in options
        if assignment[option.chosen.index]
    }
    return Solution(model.case, starts, [claim for claim, sits in model.sits.items() if assignment[sits.index]])


class _Listener(cp_model.CpSolverSolutionCallback):
    """Passes on what a running call has reached: the weighted sum of its best solution, and its bound."""

    def __init__(self, solver: cp_model.CpSolver, told: Told, floor: int) -> None:
        super().__init__()
        self._told, self._floor = told, floor
        self._best: int | None = None
        solver.best_bound_callback = self._bounded

    def on_solution_callback(self) -> None:
        """CP-SAT's: a better solution."""
        self._best = round(self.objective_value)
        self._bounded(self.best_objective_bound)
        if self._best <= self._floor:
            self.stop_search()

    def _bounded(self, bound: float) -> None:
        if self._best is not None:
            self._told(self._best, max(self._floor, math.ceil(bound - 1e-6)))


class _Watch:
    """While a call runs, asks whether it is cancelled, and stops it then."""

    def __init__(self, solver: cp_model.CpSolver, cancelled: Cancelled) -> None:
        self._solver, self._cancelled = solver, cancelled
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._ask, daemon=True) if cancelled is not never else None

    def _ask(self) -> None:
        while not self._over.wait(ASK_SECONDS):
            if self._cancelled():
                self._solver.stop_search()

    def __enter__(self) -> None:
        if self._thread:
            self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._over.set()
        if self._thread:
            self._thread.join()

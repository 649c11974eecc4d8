"""How a plan is made, and what is heard of it while it is being made."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from models import GoalResult

__all__ = ["Cancelled", "Heard", "Options", "Progress"]


@dataclass(frozen=True)
class Options:
    """How long and with what to look for a plan.

    Attributes:
        time_limit_seconds: after so long the best plan found is returned, with what was proven.
        workers: threads that look.
        clock: seconds that go by; ``time.process_time`` gives a search its time in seconds of work instead.
        seed: for the solver's choices; with the same term, version, seed and workers a proven plan is the same.
    """

    time_limit_seconds: float = 60.0
    workers: int = 2
    seed: int = 1
    clock: Callable[[], float] = time.monotonic


@dataclass(frozen=True)
class Progress:
    """The state of a search: the best plan so far, goal by goal.

    Attributes:
        component: which of the independent parts is being planned, from 1.
        components: how many such parts the term has.
        goal: id of the first goal that the part has not proven yet.
        goals: value, bound and proven of each goal that something is known of, in the order of the ranking, summed over
            the parts that have reached it. A value is the solver's own: its solution may yet break a rule that it has
            not been told of, so that the plan that is returned can be worse, never better than the bound.
        seconds: since the search began.
        step: which of the plans that are made one after the other is being made, from 1.
        steps: how many there are; in stages one each, and one for the whole where that is planned too.
    """

    component: int
    components: int
    goal: str
    goals: tuple[GoalResult, ...]
    seconds: float
    step: int = 1
    steps: int = 1


Heard = Callable[[Progress], None]
"""Is told of progress, from any thread, and returns soon."""
Cancelled = Callable[[], bool]
"""Is asked often, from any thread, whether to stop with the best plan found."""

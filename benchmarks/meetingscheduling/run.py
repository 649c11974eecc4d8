"""One set planned once, the process to measure: ``python -m benchmarks.meetingscheduling.run SET SEED CPU_SECONDS``.

Prints one line of JSON: the `solution` as the scorer wants it, and the `cpu_seconds` of this process until then.
"""

import json
import os
import sys
import time

import scheduler
from benchmarks.meetingscheduling import comfort, preferred_conflicts
from benchmarks.meetingscheduling.reading import read, solution_of, term_of
from scheduler.options import Options
from scheduler.rulebook import STANDARD

__all__ = ["reserve"]


def reserve(meetings: int) -> float:
    """CPU-seconds to keep for what comes after the search: the last neighbourhood, the answer and its check.

    Measured beyond the limit given to the search: 0.5 s with 50 meetings, 1 s with 400, 4 s with 800. With much else on
    the machine 800 have taken 7 to 10 s: such a run may end over its budget, and is marked then.
    """
    return 1.5 + meetings / 120


def _used() -> float:
    """CPU-seconds of this process and of those that it waited for."""
    times = os.times()
    return time.process_time() + times.children_user + times.children_system


def main(meetings: int, seed: int, cpu_seconds: float) -> None:
    """Read, plan and print; on one core only, where the system can see to it."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    data = read(meetings)
    term = term_of(data)
    rulebook = STANDARD.having(goals=(preferred_conflicts, comfort))
    limit = max(1.0, cpu_seconds - reserve(meetings) - _used())
    options = Options(clock=time.process_time, time_limit_seconds=limit, workers=1, seed=seed)
    made = scheduler.plan(term, options, rulebook=rulebook)
    solution = json.dumps(solution_of(data, made))
    print(f'{{"solution": {solution}, "cpu_seconds": {_used():.3f}}}', flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]))

"""One term planned once: ``python -m benchmarks.planned TERM SEED TIME_LIMIT WORKERS``, the whole process to measure.

TERM is a file, or a number of municipalities: then the year of so many with that seed. Prints one line of JSON.
"""

import json
import resource
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

import scheduler
from benchmarks.gaps import Told, first_all_placed, first_near, gap, is_near
from benchmarks.measure import ROOT
from benchmarks.years import year
from models import Term
from scheduler.options import Options, Progress

__all__ = ["figures", "planned"]


def figures(term: Term, options: Options) -> dict[str, Any]:
    """A term planned once in this process.

    Keys:
        meetings, unplaced: how many, and how many of them the plan does not hold.
        checked: whether the plan obeys every rule.
        seconds, cpu_seconds: of ``scheduler.plan`` alone, with what it compiles and its own check.
        goals: id, value, bound, proven and gap of each.
        near: whether each goal is proven or has a gap of 5 % at most.
        told_near, told_all_placed: `seconds` and `cpu_seconds` at which the search first told of such a state, by the
            solver's own values; null where it never told of one, as a search over a landscape does.
    """
    told: list[Told] = []
    began, cpu_began = time.monotonic(), time.process_time()

    def heard(progress: Progress) -> None:
        told.append(Told(time.monotonic() - began, time.process_time() - cpu_began, progress.goals))

    made = scheduler.plan(term, options, heard)
    seconds, cpu_seconds = time.monotonic() - began, time.process_time() - cpu_began
    return {
        "meetings": len(term.meetings),
        "unplaced": len(made.unplaced),
        "checked": not scheduler.check(term, made),
        "seconds": round(seconds, 2),
        "cpu_seconds": round(cpu_seconds, 2),
        "goals": [{**one.model_dump(), "gap": round(gap(one.value, one.bound), 4)} for one in made.goals],
        "near": is_near(made.goals),
        "told_near": _when(first_near(told, made.goals)),
        "told_all_placed": _when(first_all_placed(told)),
    }


def _when(told: Told | None) -> dict[str, float] | None:
    return {key: round(asdict(told)[key], 2) for key in ("seconds", "cpu_seconds")} if told else None


def planned(term: str, seed: int, time_limit: int, workers: int) -> dict[str, Any]:
    """The same in a process of its own, with its `peak_mb`; of one that failed only `failed`, its last line."""
    command = [sys.executable, "-m", "benchmarks.planned", term, str(seed), str(time_limit), str(workers)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        lines = done.stderr.strip().splitlines() or [f"exit {done.returncode}"]
        return {"failed": lines[-1]}
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def _main(term: str, seed: int, time_limit: int, workers: int) -> None:
    read = year(int(term), seed) if term.isdigit() else Term.model_validate_json(Path(term).read_bytes())
    found = figures(read, Options(time_limit_seconds=time_limit, workers=workers, seed=seed))
    # A child's peak is never below its parent's, which has made no term and is therefore the smaller.
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({**found, "peak_mb": round(peak_mb, 1)}))


if __name__ == "__main__":
    _main(sys.argv[1], *map(int, sys.argv[2:]))

"""The field's benchmark: five public sets, some seeds each, so many CPU-seconds on one core, all included.

Every run is a process of its own that finds no compiled code of an earlier one; its imports and what it compiles
count. What it prints is scored by the benchmark's own scorer. A run over its budget is marked and counts as none: it
can only make the median worse. The five sets with three seeds take a good quarter of an hour.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.measure import ROOT, numbers, report
from benchmarks.meetingscheduling.reading import SETS, read
from benchmarks.meetingscheduling.scores import PROTOTYPE, TIMEFOLD, Score, as_text, median, score_of

__all__ = ["Run", "counted", "parser", "table"]


@dataclass(frozen=True)
class Run:
    """A set planned once.

    Attributes:
        meetings: the set, by their number.
        seed: of the search.
        score: `None` where not every meeting was placed.
        unplaced: how many meetings were not.
        cpu_seconds: of the whole process, from its start to its end.
        within: whether those are no more than its budget.
    """

    meetings: int
    seed: int
    score: Score | None
    unplaced: int
    cpu_seconds: float
    within: bool


def parser() -> argparse.ArgumentParser:
    """The command's options."""
    made = argparse.ArgumentParser(prog="python -m benchmarks.meetingscheduling", description=__doc__)
    sets = ",".join(map(str, SETS))
    made.add_argument("--sets", type=_sets, default=SETS, help=f"by their number of meetings, default {sets}")
    made.add_argument("--seeds", type=numbers, default=(11, 12, 13), help="of the search, default 11,12,13")
    made.add_argument("--cpu-seconds", type=float, default=60.0, help="of each process, default 60")
    return made


def _sets(text: str) -> tuple[int, ...]:
    wanted = numbers(text)
    if unknown := [str(one) for one in wanted if one not in SETS]:
        known = ", ".join(map(str, SETS))
        raise argparse.ArgumentTypeError(f"there is no set of {', '.join(unknown)} meetings, only of {known}")
    return wanted


def run(meetings: int, seed: int, cpu_seconds: float) -> Run:
    """A set planned once in a process of its own.

    Raises:
        subprocess.CalledProcessError: it failed; what it said stands above.
    """
    command = [sys.executable, "-m", "benchmarks.meetingscheduling.run", str(meetings), str(seed), str(cpu_seconds)]
    before = _of_children()
    with TemporaryDirectory() as empty:
        own = {**os.environ, "NUMBA_CACHE_DIR": empty}
        done = subprocess.run(command, cwd=ROOT, env=own, stdout=subprocess.PIPE, check=True)
    said = json.loads(done.stdout)
    # What the system counted holds the end of the process too.
    used = round(max(said["cpu_seconds"], _of_children() - before), 2)
    data, solution = read(meetings), said["solution"]
    unplaced = len(data["meetings"]) - len(solution["assignments"])
    return Run(meetings, seed, score_of(data, solution), unplaced, used, used <= cpu_seconds)


def _of_children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def counted(runs: Sequence[Run]) -> Score | None:
    """The median of a set's runs; one over its budget counts as none."""
    return median([one.score if one.within else None for one in runs])


def better(one: Score | None, other: Score) -> bool:
    """Whether there is a score, and it is greater."""
    return one is not None and one > other


def table(runs: Sequence[Run]) -> str:
    """The runs as one Markdown table, a line for each set."""
    seeds = list(dict.fromkeys(one.seed for one in runs))
    heads = ["meetings", *(f"seed {seed}" for seed in seeds), "median", "Timefold's best", "better"]
    heads += ["prototype", "reached", "CPU-seconds"]
    lines = [heads, ["---:"] * len(heads)]
    sets = dict.fromkeys(one.meetings for one in runs)
    lines += [_line(meetings, [one for one in runs if one.meetings == meetings]) for meetings in sets]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _line(meetings: int, runs: Sequence[Run]) -> list[str]:
    middle, timefold, prototype = counted(runs), TIMEFOLD[meetings], PROTOTYPE[meetings]
    return [
        str(meetings),
        *map(_score, runs),
        as_text(middle),
        as_text(timefold),
        "yes" if better(middle, timefold) else "no",
        as_text(prototype),
        "yes" if middle == prototype or better(middle, prototype) else "no",
        ", ".join(f"{one.cpu_seconds:.1f}{'' if one.within else ' (over)'}" for one in runs),
    ]


def _score(run: Run) -> str:
    score = as_text(run.score) if run.score else f"none, {run.unplaced} unplaced"
    return score if run.within else f"{score} (over budget)"


def _figures(runs: Sequence[Run], given: argparse.Namespace) -> dict[str, Any]:
    medians = {
        meetings: counted([one for one in runs if one.meetings == meetings])
        for meetings in dict.fromkeys(one.meetings for one in runs)
    }
    than = sum(better(one, TIMEFOLD[meetings]) for meetings, one in medians.items())
    return {
        "cpu_seconds": given.cpu_seconds,
        "seeds": list(given.seeds),
        "over_budget": sum(not one.within for one in runs),
        "better_than_timefold": f"{than} of {len(medians)}",
        "medians": {str(meetings): one for meetings, one in medians.items()},
        "cases": [asdict(one) for one in runs],
    }


def main() -> None:
    """Run them all, one after the other, and report."""
    given = parser().parse_args()
    runs = []
    for meetings in given.sets:
        for seed in given.seeds:
            runs.append(run(meetings, seed, given.cpu_seconds))
            print(f"{meetings} meetings, seed {seed}: {as_text(runs[-1].score)}", file=sys.stderr, flush=True)
    print(table(runs))
    report("meetingscheduling", [], _figures(runs, given))


if __name__ == "__main__":
    main()

"""How the figures are taken: seconds of warm runs, wall time and memory of a whole process, and the machine."""

import argparse
import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import scheduler
from models import Term
from scheduler.options import Options

__all__ = [
    "ROOT",
    "Run",
    "arguments",
    "machine",
    "measure",
    "numbers",
    "report",
    "rows_of",
    "summary",
    "whole_process",
    "whole_term",
]

ROOT = Path(__file__).parents[1]
RESULTS = Path(__file__).parent / "results"

# A small process of its own waits for the measured one: a child's peak memory is never below that of its parent.
_WAITER = """
import json, os, subprocess, sys, time
began = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
seconds = time.perf_counter() - began
print(json.dumps({"seconds": seconds, "peak_mb": usage.ru_maxrss / 1024, "exit": os.waitstatus_to_exitcode(status)}))
"""


@dataclass(frozen=True)
class Run:
    """A term planned several times in one warm process.

    Attributes:
        name: of the case.
        meetings: how many it has.
        seconds: of each run, from the term to its checked plan.
        proven: whether every goal of every run was proven.
        checked: whether every plan obeyed every rule.
        goals: value of each goal; the runs agree on all that are proven.
    """

    name: str
    meetings: int
    seconds: tuple[float, ...]
    proven: bool
    checked: bool
    goals: Mapping[str, int]

    @property
    def median(self) -> float:
        """Seconds of the middle run."""
        return median(self.seconds)

    @property
    def worst(self) -> float:
        """Seconds of the slowest run."""
        return max(self.seconds)


def measure(name: str, term: Term, runs: int, options: Options) -> Run:
    """The term planned `runs` times, one after the other."""
    seconds, plans = [], []
    for _ in range(runs):
        began = time.perf_counter()
        plans.append(scheduler.plan(term, options))
        seconds.append(time.perf_counter() - began)
    goals = {goal.id: goal.value for goal in plans[-1].goals}
    checked = not any(scheduler.check(term, one) for one in plans)
    return Run(name, len(term.meetings), tuple(seconds), all(one.proven for one in plans), checked, goals)


def rows_of(runs: Sequence[Run]) -> list[dict[str, object]]:
    """The cases as lines of a table."""
    return [
        {
            "case": run.name,
            "meetings": run.meetings,
            "median s": run.median,
            "worst s": run.worst,
            "proven": run.proven,
            "checked": run.checked,
            **run.goals,
        }
        for run in runs
    ]


def summary(runs: Sequence[Run]) -> dict[str, Any]:
    """All cases, with the median of their medians and the slowest run of all."""
    return {
        "median": round(median(run.median for run in runs), 3),
        "worst": round(max(run.worst for run in runs), 3),
        "proven": sum(run.proven for run in runs),
        "cases": [{**asdict(run), "seconds": [round(one, 3) for one in run.seconds]} for run in runs],
    }


def whole_process(command: Sequence[str]) -> dict[str, float]:
    """Wall seconds, peak resident memory (MB) and exit code of a command, from start to end."""
    waiter = [sys.executable, "-I", "-c", _WAITER, *command]
    done = subprocess.run(waiter, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    return {key: round(value, 2) for key, value in json.loads(done.stdout).items()}


def whole_term(term: Term) -> dict[str, float]:
    """The same for a process that reads the term from a file and plans it once."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "term.json")
        file.write_text(term.model_dump_json())
        return whole_process([sys.executable, "-m", "benchmarks.once", str(file)])


def machine() -> dict[str, Any]:
    """What the figures were taken on."""
    cpu = Path("/proc/cpuinfo")
    lines = cpu.read_text().splitlines() if cpu.exists() else []
    model = next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine()
    )
    return {
        "cpu": model,
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "ortools": version("ortools"),
    }


def arguments(what: str | None, **defaults: int) -> argparse.Namespace:
    """The command's options, each a whole number with its default."""
    parser = argparse.ArgumentParser(description=what)
    for name, value in {"runs": 5, "workers": 2, "time_limit": 120, **defaults}.items():
        parser.add_argument("--" + name.replace("_", "-"), type=int, default=value, help=f"default {value}")
    return parser.parse_args()


def numbers(text: str) -> tuple[int, ...]:
    """An option's whole numbers, with commas between them.

    Raises:
        argparse.ArgumentTypeError: it is none, or holds something else.
    """
    try:
        return tuple(int(one) for one in text.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} must be whole numbers with commas between them") from None


def report(name: str, rows: Iterable[Mapping[str, object]], figures: Mapping[str, Any]) -> None:
    """Print the rows and the figures, and keep the figures in ``benchmarks/results/<name>.json``."""
    _print(list(rows))
    command = " ".join(["python -m", f"benchmarks.{name}", *sys.argv[1:]])
    stored = {"command": command, "machine": machine(), **figures}
    for key, value in stored.items():
        if key != "cases":
            print(f"{key}: {_plain(value)}")
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"{name}.json").write_text(json.dumps(stored, indent=1, ensure_ascii=False) + "\n")


def _print(rows: list[Mapping[str, object]]) -> None:
    if not rows:
        return
    lines = [[str(key) for key in rows[0]], *([_plain(value) for value in row.values()] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        print("  ".join(text.rjust(width) for text, width in zip(line, widths, strict=True)))


def _plain(value: object) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {_plain(one)}" for key, one in value.items())
    return f"{value:.2f}" if isinstance(value, float) else str(value)

"""The year of Södra Älvsborg planned in a short and in a long time: `python -m benchmarks.sodra_alvsborg.plan`.

A plan is checked when it is returned: the seconds until the first checked plan with all meetings placed are at most
those of the shortest run that returned one.
"""

import argparse
from collections.abc import Sequence
from typing import Any

from benchmarks.gaps import said
from benchmarks.measure import numbers, report
from benchmarks.planned import planned
from benchmarks.sodra_alvsborg import FILE

__all__ = ["all_placed_seconds", "parser"]


def parser() -> argparse.ArgumentParser:
    """The command's options."""
    made = argparse.ArgumentParser(prog="python -m benchmarks.sodra_alvsborg.plan", description=__doc__)
    made.add_argument("--time-limits", type=numbers, default=(30, 300), help="seconds of each search, default 30,300")
    made.add_argument("--workers", type=int, default=2, help="default 2")
    made.add_argument("--seed", type=int, default=1, help="default 1")
    return made


def all_placed_seconds(runs: Sequence[dict[str, Any]]) -> float | None:
    """At most so many seconds until the first checked plan with all meetings placed; `None` where no run has one."""
    return min((one["seconds"] for one in runs if one.get("checked") and not one["unplaced"]), default=None)


def main() -> None:
    """One run for each limit, and report."""
    given = parser().parse_args()
    runs = [
        {"time_limit": limit, **planned(str(FILE), given.seed, limit, given.workers)} for limit in given.time_limits
    ]
    rows = [{key: value for key, value in one.items() if not isinstance(value, list | dict)} for one in runs]
    for row, one in zip(rows, runs, strict=True):
        row["goals"] = said(one.get("goals", ()))
    figures = {"workers": given.workers, "seed": given.seed, "all_placed_seconds": all_placed_seconds(runs)}
    report("sodra_alvsborg.plan", rows, {**figures, "cases": runs})


if __name__ == "__main__":
    main()

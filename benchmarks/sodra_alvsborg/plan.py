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

__all__ = ["all_placed_seconds", "parser", "rows_of"]


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


def rows_of(runs: Sequence[dict[str, Any]]) -> list[dict[str, object]]:
    """The runs as lines of a table, which goals are proven before the gaps of the others."""
    keys = ("time_limit", "meetings", "unplaced", "checked", "seconds", "cpu_seconds", "peak_mb")
    return [
        {**{key: one.get(key, "") for key in keys}, "goals": one.get("failed") or said(one["goals"])} for one in runs
    ]


def main() -> None:
    """One run for each limit, and report."""
    given = parser().parse_args()
    runs = [
        {"time_limit": limit, **planned(str(FILE), given.seed, limit, given.workers)} for limit in given.time_limits
    ]
    figures = {"workers": given.workers, "seed": given.seed, "all_placed_seconds": all_placed_seconds(runs)}
    report("sodra_alvsborg.plan", rows_of(runs), {**figures, "cases": runs})


if __name__ == "__main__":
    main()

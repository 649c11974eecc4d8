"""Years of one municipality and of the whole country: what a plan costs as they grow, how near it is to the best.

The cost of a year is the CPU-seconds of ``scheduler.plan`` until its first plan within 5 %: each goal is proven or
has a gap |value − bound| / max(1, |bound|) of at most 5 %. Where the search tells of such a state on its way, it is
the time of that, by the solver's own values, if the plan that it ends with is checked; else it is that of the whole
run. Of a run that ends further away only a lower bound of its cost is known, and the exponent leaves it out. All
sizes and seeds take hours.
"""

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from benchmarks.gaps import exponent, said
from benchmarks.measure import numbers, report
from benchmarks.planned import planned

__all__ = ["cost_of", "growth", "parser", "rows_of"]

FIT_FROM = 8
"""Fewer municipalities are planned in the time that any process takes, and say nothing of growth."""


def parser() -> argparse.ArgumentParser:
    """The command's options."""
    made = argparse.ArgumentParser(prog="python -m benchmarks.sizes", description=__doc__)
    sizes = (1, 8, 20, 49, 100, 290)
    made.add_argument("--municipalities", type=numbers, default=sizes, help=f"default {','.join(map(str, sizes))}")
    made.add_argument("--seeds", type=numbers, default=(1, 2, 3), help="of year and search, default 1,2,3")
    made.add_argument(
        "--time-limits", type=numbers, default=(900,), help="seconds of each search: one for all sizes, or one for each"
    )
    made.add_argument("--workers", type=int, default=2, help="default 2")
    return made


def cost_of(run: Mapping[str, Any]) -> float | None:
    """CPU-seconds to the first plan within 5 %; `None` of a run that failed, broke a rule or ended without one."""
    if "failed" in run or not (run["checked"] and run["near"]):
        return None
    told: Mapping[str, float] = run["told_near"] or run
    return told["cpu_seconds"]


def growth(runs: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """The exponents of the cost, by municipalities and by meetings, of the runs of 8 municipalities and more.

    Two more are told of runs that did not come near: the CPU-seconds until all meetings were placed first; and those of
    whole runs, which say how the time given is used, no more.
    """
    wanted = [one for one in runs if one["municipalities"] >= FIT_FROM]
    large = [one for one in wanted if "failed" not in one]
    near = [(one, cost) for one in large if (cost := cost_of(one)) is not None]
    costs = [cost for _, cost in near]
    placed = [(one["meetings"], one["told_all_placed"]["cpu_seconds"]) for one in large if one["told_all_placed"]]
    return {
        "runs_within_5_percent": f"{len(near)} of {len(wanted)} from {FIT_FROM} municipalities on",
        "sizes_fitted": len({one["municipalities"] for one, _ in near}),
        "exponent_by_municipalities": _rounded(exponent([one["municipalities"] for one, _ in near], costs)),
        "exponent_by_meetings": _rounded(exponent([one["meetings"] for one, _ in near], costs)),
        "exponent_until_all_are_placed_by_meetings": _rounded(
            exponent([meetings for meetings, _ in placed], [cost for _, cost in placed])
        ),
        "exponent_of_whole_runs_by_meetings": _rounded(
            exponent([one["meetings"] for one in large], [one["cpu_seconds"] for one in large])
        ),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)


def rows_of(runs: Sequence[Mapping[str, Any]]) -> list[dict[str, object]]:
    """The runs as lines of a table, which goals are proven before the gaps of the others."""
    return [_row(run) for run in runs]


def _row(run: Mapping[str, Any]) -> dict[str, object]:
    case = {key: run[key] for key in ("municipalities", "seed")}
    if "failed" in run:
        return {
            **case,
            **dict.fromkeys(("meetings", "s", "CPU s", "peak MB", "unplaced", "checked", "all placed", "to 5 %"), ""),
            "goals": run["failed"],
        }
    cost = cost_of(run)
    return {
        **case,
        "meetings": run["meetings"],
        "s": run["seconds"],
        "CPU s": run["cpu_seconds"],
        "peak MB": run["peak_mb"],
        "unplaced": run["unplaced"],
        "checked": run["checked"],
        "all placed": f"{told['cpu_seconds']:.1f} CPU s" if (told := run["told_all_placed"]) else "not all",
        "to 5 %": "not within" if cost is None else f"{cost:.1f} CPU s",
        "goals": said(run["goals"]),
    }


def main() -> None:
    """Plan all sizes and seeds, one after the other, and report."""
    given = parser().parse_args()
    sizes, limits = given.municipalities, given.time_limits
    limits = limits * len(sizes) if len(limits) == 1 else limits
    if len(limits) != len(sizes):
        parser().error(f"--time-limits: {len(limits)} for {len(sizes)} sizes; give one, or one for each")
    runs: list[dict[str, Any]] = []
    for municipalities, limit in zip(sizes, limits, strict=True):
        for seed in given.seeds:
            found = planned(str(municipalities), seed, limit, given.workers)
            runs.append({"municipalities": municipalities, "seed": seed, "time_limit": limit, **found})
            print(_row(runs[-1]), file=sys.stderr, flush=True)
    report("sizes", rows_of(runs), {"workers": given.workers, **growth(runs), "cases": runs})


if __name__ == "__main__":
    main()

"""Areas that share nobody, planned at once: 12 of them are 204 meetings."""

import scheduler
from benchmarks.area import Area
from benchmarks.autumns import term_of
from benchmarks.measure import arguments, measure, report, rows_of, summary, whole_term
from models import Term
from scheduler.options import Options

__all__ = ["areas"]


def areas(count: int, seed: int, busy: float = 0.5, meetings_per_day: int = 1) -> Term:
    """One term of so many seeded areas, 17 meetings each; `busy` is each person's share of busy afternoons."""
    made = [Area(f"a{n}", busy, 1000 * seed + n) for n in range(count)]
    return term_of(made, f"areas {count} {seed} {busy}", meetings_per_day)


def main() -> None:
    """Plan them all at once and report."""
    given = arguments(__doc__, count=12, seeds=1, meetings_per_day=1)
    options = Options(time_limit_seconds=given.time_limit, workers=given.workers)
    scheduler.plan(areas(1, 0), options)  # so that the process is warm
    terms = {
        f"seed {seed}": areas(given.count, seed, 0.5, given.meetings_per_day) for seed in range(1, given.seeds + 1)
    }
    runs = [measure(name, term, given.runs, options) for name, term in terms.items()]
    report("areas", rows_of(runs), {**summary(runs), "whole_process": whole_term(next(iter(terms.values())))})


if __name__ == "__main__":
    main()

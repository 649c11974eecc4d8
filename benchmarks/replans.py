"""Borås 2026 after a cancellation: each autumn meeting called off, a week before its date and in August."""

import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from statistics import median

import scheduler
from benchmarks.boras import boras
from benchmarks.measure import arguments, report
from models import Cancel, Change, Placement, Plan, Term
from scheduler.options import Options

__all__ = ["after_cancelling"]

AUTUMN = datetime(2026, 8, 20, 8)
"""Before the first autumn meeting."""


def after_cancelling(term: Term, one: Placement) -> Term:
    """The term in which a meeting is not held on its date."""
    return scheduler.apply(term, Change(actions=(Cancel(meeting=one.meeting, day=one.start.date()),)))


def _cases(term: Term, plan: Plan) -> Iterator[tuple[str, Term, datetime]]:
    for one in plan.placements:
        if one.start > AUTUMN:
            changed = after_cancelling(term, one)
            yield f"{one.meeting}, early", changed, AUTUMN
            yield f"{one.meeting}, late", changed, one.start.replace(hour=8, minute=0) - timedelta(days=7)


def main() -> None:
    """Re-plan them all and report."""
    given = arguments(__doc__, runs=3)
    options = Options(time_limit_seconds=given.time_limit, workers=given.workers)
    term = boras()
    plan = scheduler.plan(term, options)  # which also warms the process
    rows: list[dict[str, object]] = []
    for name, changed, as_of in _cases(term, plan):
        seconds, made = [], plan
        for _ in range(given.runs):
            began = time.perf_counter()
            made = scheduler.replan(changed, plan, as_of, options)
            seconds.append(time.perf_counter() - began)
        value = {goal.id: goal.value for goal in made.goals}
        told = {"placed": len(made.placements), "disturbed": value["disturbed"], "moved": value["moved"]}
        proven = made.proven and not scheduler.check(changed, made)
        rows.append({"case": name, "median s": median(seconds), "worst s": max(seconds), "proven": proven, **told})
    medians = [float(str(row["median s"])) for row in rows]
    worst = max(float(str(row["worst s"])) for row in rows)
    figures = {"median": round(median(medians), 3), "worst": round(worst, 3)}
    report("replans", rows, {**figures, "proven": sum(bool(row["proven"]) for row in rows), "of": len(rows)})


if __name__ == "__main__":
    main()

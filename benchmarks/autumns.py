"""Twenty seeded autumns: 17 meetings and some 60 people, 40, 50 and 60 % busy, with all default goals."""

from typing import Any
from uuid import UUID, uuid5

import scheduler
from benchmarks.area import AUTUMN_BREAK, FIRST_DAY, LAST_DAY, Area
from benchmarks.measure import arguments, measure, report, rows_of, summary, whole_term
from models import Term
from scheduler.options import Options

__all__ = ["autumn", "term_of"]

SHARES = (0.4, 0.5, 0.6)
"""Share of the afternoons that everyone is busy, in turn."""

NAMESPACE = UUID("5d3b9f6e-6f0a-4d0b-9a43-8f3a1c2f7e11")


def autumn(seed: int, busy: float, meetings_per_day: int = 1) -> Term:
    """A seeded autumn.

    Args:
        seed: the same seed and share make the same term.
        busy: share of the afternoons that each person is busy, from 0 to 1.
        meetings_per_day: most meetings that one person attends on a date.
    """
    return term_of([Area("a", busy, seed)], f"autumn {seed} {busy}", meetings_per_day)


def term_of(areas: list[Area], title: str, meetings_per_day: int) -> Term:
    """One term that holds the areas; they share neither people nor places."""
    lists: dict[str, list[dict[str, Any]]] = {}
    for area in areas:
        for name, items in area.lists.items():
            lists.setdefault(name, []).extend(items)
    closed = {"first_day": AUTUMN_BREAK[0], "last_day": AUTUMN_BREAK[1], "reason": "Autumn break"}
    legs = [leg for area in areas for leg in area.legs]
    return Term.model_validate(
        {
            "uid": uuid5(NAMESPACE, title),
            "title": title,
            "first_day": FIRST_DAY,
            "last_day": LAST_DAY,
            "buffer_minutes": 15,
            "public_holidays": {"country": "SE"},
            "closed_days": [closed],
            "limits": {"meetings_per_day": meetings_per_day},
            "travel": {"legs": legs, "within_locality_minutes": 10, "default_minutes": 60},
            **lists,
        }
    )


def main() -> None:
    """Plan them all and report."""
    given = arguments(__doc__, terms=20, meetings_per_day=1)
    options = Options(time_limit_seconds=given.time_limit, workers=given.workers)
    scheduler.plan(autumn(0, 0.4, given.meetings_per_day), options)  # so that the process is warm
    runs = []
    for seed in range(1, given.terms + 1):
        busy = SHARES[seed % len(SHARES)]
        runs.append(
            measure(f"seed {seed}, {busy:.0%} busy", autumn(seed, busy, given.meetings_per_day), given.runs, options)
        )
    name = "autumns" if given.meetings_per_day == 1 else f"autumns-{given.meetings_per_day}-a-day"
    whole = whole_term(autumn(1, 0.5, given.meetings_per_day))
    report(name, rows_of(runs), {**summary(runs), "whole_process": whole})


if __name__ == "__main__":
    main()

"""What reasons cost: why not there, spare starts, alternatives, and repairs of an impossible Borås."""

import time
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import partial
from statistics import median

import scheduler
from benchmarks.boras import boras
from benchmarks.measure import arguments, report
from models import Away, Cancel, Change, Plan, Term
from scheduler.options import Options

__all__ = ["impossible_terms"]

MEETING = "host-vc-vega"
HEADS = ("vcc-vega", "vcc-vega-ersattare")


def impossible_terms(term: Term) -> Iterator[tuple[str, Term, datetime]]:
    """Changes after which one meeting of Borås has no place, each with the moment that it is seen from."""
    autumn = {"start": datetime(2026, 8, 1), "end": datetime(2026, 12, 1)}
    away = scheduler.apply(term, Change(actions=tuple(Away(person=who, **autumn) for who in HEADS)))
    yield "nobody heads the centre, in August", away, datetime(2026, 8, 20, 8)
    yield "nobody heads the centre, a week before", away, datetime(2026, 11, 20, 8)
    cancelled = scheduler.apply(term, Change(actions=(Cancel(meeting=MEETING, day=date(2026, 11, 26)),)))
    yield "cancelled on the last date", cancelled, datetime(2026, 11, 26, 8)


def _asked(term: Term, plan: Plan) -> Iterator[tuple[str, datetime]]:
    """Meetings and starts all over the autumn."""
    days = [date(2026, 9, 1) + timedelta(days=n) for n in range(90)]
    for n, day in enumerate(day for day in days if day.weekday() < 5):
        yield plan.placements[2 + n % 17].meeting, datetime(day.year, day.month, day.day, 13 + n % 3)


def _row(what: str, seconds: list[float], **more: object) -> dict[str, object]:
    return {"what": what, "times": len(seconds), "median s": median(seconds), "worst s": max(seconds), **more}


def _timed(ask: Callable[[], object]) -> float:
    began = time.perf_counter()
    ask()
    return time.perf_counter() - began


def main() -> None:
    """Ask them all and report."""
    given = arguments(__doc__, runs=3)
    options = Options(time_limit_seconds=given.time_limit, workers=given.workers)
    term = boras()
    plan = scheduler.plan(term, options)
    asked = list(_asked(term, plan))
    scheduler.verdict(term, plan, *asked[0])  # warm
    meetings = [one.meeting for one in plan.placements]
    instant = [partial(scheduler.verdict, term, plan, *one) for one in asked]
    solved = [partial(scheduler.forced, term, plan, *one, None, options) for one in asked[:20]]
    here = [partial(scheduler.why_here, term, plan, meeting) for meeting in meetings]
    spare = [partial(scheduler.spare_starts, term, plan, meeting) for meeting in meetings]
    other = [partial(scheduler.alternatives, term, plan, 1, 2, options)] * given.runs
    rows = [
        _row("why not there, without solving", list(map(_timed, instant))),
        _row("why not there, forced by solving", list(map(_timed, solved))),
        _row("why here", list(map(_timed, here))),
        _row("spare starts", list(map(_timed, spare))),
        _row("one alternative", list(map(_timed, other))),
    ]
    for name, changed, as_of in impossible_terms(term):
        made = scheduler.replan(changed, plan, as_of, options)
        found = partial(scheduler.repairs, changed, made, MEETING, 10, options)
        runs = [_timed(found) for _ in range(given.runs)]
        rows.append(_row(f"repairs: {name}", runs, repairs=len(found().repairs)))
    told = [{**row, "repairs": row.get("repairs", "")} for row in rows]
    report("reasons", told, {"cases": told})


if __name__ == "__main__":
    main()

"""Other plans that are as good, or nearly: each the best of those that differ enough from all before it."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from models import Alternative, GoalResult, Move, Plan, Term
from scheduler.model import Model
from scheduler.options import Cancelled, Heard, Options
from scheduler.planning import Task, carry_out, ranking_of
from scheduler.standing import as_seen
from scheduler.standing_plan import differences

__all__ = ["alternatives"]


def alternatives(
    term: Term,
    plan: Plan,
    count: int = 3,
    differ: int = 1,
    options: Options = Options(),
    heard: Heard | None = None,
    cancelled: Cancelled | None = None,
) -> tuple[Alternative, ...]:
    """Up to so many other plans of the term, the best ones of those that differ in so many meetings.

    Fewer where there are no more, or where time is up. A plan that changes another one is compared with that as the
    plan itself was: what it may not touch no alternative touches.

    Args:
        term: the revision that the plan answers.
        plan: the plan as it stands.
        count: how many to look for at most.
        differ: in how many meetings each must differ from the plan and from the others, by time or place.
        options: time limit for all together, workers, seed.
        heard: told of progress, from any thread.
        cancelled: asked often whether to stop.
    """
    found, deadline = [plan], time.monotonic() + options.time_limit_seconds
    for _ in range(count):
        task = Task(term, plan.baseline, plan.as_of, partial(_apart, tuple(found), differ), part=plan.part)
        left = replace(options, time_limit_seconds=max(0.01, deadline - time.monotonic()))
        other = carry_out(task, left, heard, cancelled)
        if min(_differing(other, one) for one in found) < differ or len(other.placements) < len(plan.placements):
            break
        found.append(other)
    return tuple(_alternatives(term, plan, found[1:]))


def _apart(plans: Sequence[Plan], differ: int, model: Model) -> None:
    """So many of the meetings that each plan holds are elsewhere."""
    for plan in plans:
        there = [option for one in plan.placements for option in model.at(one.meeting, one.start, one.place)]
        model.cp.add(sum(there) <= len(plan.placements) - differ)


def _differing(one: Plan, other: Plan) -> int:
    """In how many meetings two plans differ."""
    here, there = ({(p.meeting, p.start, p.place) for p in plan.placements} for plan in (one, other))
    return len({meeting for meeting, *_ in here ^ there})


def _alternatives(term: Term, plan: Plan, others: Sequence[Plan]) -> Iterator[Alternative]:
    seen = as_seen(term, plan)
    for other in others:
        costs = differences(ranking_of(term, plan.baseline is not None), seen, other, plan)
        honest = other.model_copy(update={"goals": _measured(other, plan)})
        said = {"costs": costs, "proven": other.proven, "actions": tuple(_moves(other, plan))}
        yield Alternative(plan=honest, differs=_differing(other, plan), **said)


def _moves(other: Plan, plan: Plan) -> Iterator[Move]:
    """The moves that make one plan of another."""
    here = {(one.meeting, one.start, one.place) for one in plan.placements}
    for one in other.placements:
        if (one.meeting, one.start, one.place) not in here:
            yield Move(meeting=one.meeting, start=one.start, place=one.place)


def _measured(other: Plan, plan: Plan) -> tuple[GoalResult, ...]:
    """The goals of an alternative with the bounds of all plans, not only of those that differ so much.

    What was proven for the plan holds as long as the alternative is as good on all goals above.
    """
    results, as_good, proven = list[GoalResult](), True, True
    for mine, best in zip(other.goals, plan.goals, strict=True):
        bound = min(mine.value, best.bound) if as_good else 0
        proven = proven and mine.value == bound
        results.append(GoalResult(id=mine.id, value=mine.value, bound=bound, proven=proven))
        as_good = as_good and mine.value == best.value
    return tuple(results)

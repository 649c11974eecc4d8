"""Whether a plan of a part says the truth about it: what waited, and what the stages before came to."""

from collections.abc import Iterator, Sequence

from models import Part, Plan, StageResult, Term
from scheduler.goals import Goal
from scheduler.outcome import Violation
from scheduler.standing import as_asked, seen_beside

__all__ = ["of_a_part"]


def of_a_part(term: Term, seen: Term, plan: Plan, goals: Sequence[Goal]) -> Iterator[Violation]:
    """What is stated wrongly.

    Args:
        term: the term that the plan answers.
        seen: the term as the plan saw it.
        goals: what is counted.

    Returns:
        Violations of `structure`, `what` one of `waits` (a meeting is said to wait that does not, or the other way
        round) and `stages` (their last is not the plan), and of `goal`, `what` `stage`.
    """
    placed, waits = {one.meeting for one in plan.placements}, {one.meeting for one in plan.waiting}
    for meeting in term.resolved:
        if (meeting not in seen.resolved) != (meeting in waits) or (meeting in waits and meeting in placed):
            yield Violation("structure", meeting, {"what": "waits"})
    if plan.part and plan.part.stages:
        yield from _stages(as_asked(term, plan), plan, plan.part, goals)


def _stages(term: Term, plan: Plan, part: Part, goals: Sequence[Goal]) -> Iterator[Violation]:
    series = [series for stage in part.stages for series in stage.series]
    if part.stages[-1].goals != plan.goals or sorted(series) != sorted(part.series):
        yield Violation("structure", "", {"what": "stages"})
    for n, stage in enumerate(part.stages[:-1]):
        upto = tuple(series for one in part.stages[: n + 1] for series in one.series)
        yield from _stage(seen_beside(term, Part(series=upto)), plan, stage, goals)


def _stage(seen: Term, plan: Plan, stage: StageResult, goals: Sequence[Goal]) -> Iterator[Violation]:
    """Where a stage held all its meetings they stand as it left them, so that it can be counted again."""
    stated = {goal.id: goal.value for goal in stage.goals}
    if stated.get("placed") != 0:
        return
    held = tuple(one for one in plan.placements if one.meeting in seen.resolved)
    there = plan.model_copy(update={"placements": held})
    for goal in goals:
        if goal.name in stated and goal.value(seen, there) != stated[goal.name]:
            params = {"what": "stage", "goal": goal.name, "value": stated[goal.name], "stage": stage.stage or ""}
            yield Violation("goal", "", {**params, "counted": goal.value(seen, there)})

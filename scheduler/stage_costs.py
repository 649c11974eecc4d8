"""What planning stage by stage costs against planning all at once, goal by goal, as far as that is proven."""

from collections.abc import Sequence
from itertools import takewhile

from models import GoalResult, Plan, StageCost

__all__ = ["cost_of_stages"]


def cost_of_stages(staged: Plan, whole: Plan) -> tuple[StageCost, ...]:
    """What a plan made in stages costs against one made at once, in the order of the ranking.

    A plan made in stages is a plan of the whole too: where the search for the whole has found nothing as good, it is
    the best known one, and what is proven of the whole still says how much the stages cost at most.

    Args:
        staged: from ``plan_in_stages``.
        whole: from ``plan``, of the same revision of the term.

    Raises:
        ValueError: the plans do not answer the same term, or the one was not made in stages, or the other not at once.
    """
    if staged.part is None or not staged.part.stages or whole.part or whole.baseline or staged.baseline:
        raise ValueError("give a plan made in stages, and one made at once from nothing")
    if staged.term_digest != whole.term_digest or [g.id for g in staged.goals] != [g.id for g in whole.goals]:
        raise ValueError("the two plans answer different revisions of the term: plan both again")
    best = _best_known(staged.goals, whole.goals)
    costs = list[StageCost]()
    for n, (mine, its) in enumerate(zip(staged.goals, best, strict=True)):
        sound = all(stage.goals[n].proven for stage in staged.part.stages)
        costs.append(_cost(mine, its, sound, as_good=all(_nothing(one) for one in costs)))
    return tuple(costs)


def _cost(staged: GoalResult, whole: GoalResult, sound: bool, as_good: bool) -> StageCost:
    """The cost on one goal.

    Args:
        sound: whether every stage has proven this goal and those above; else a longer search may do with less.
        as_good: whether the stages are proven to cost nothing above; then they cost no less than nothing here.
    """
    at_least = staged.value - whole.value if sound else None
    if as_good:
        at_least = max(0, at_least or 0)
    return StageCost(
        id=staged.id,
        staged=staged.value,
        whole=whole.value,
        at_least=at_least,
        at_most=staged.value - whole.bound,
        proven=sound and whole.proven,
    )


def _nothing(cost: StageCost) -> bool:
    return cost.proven and cost.cost == 0


def _best_known(staged: Sequence[GoalResult], whole: Sequence[GoalResult]) -> list[GoalResult]:
    """The whole's goals; where the plan made in stages is better, its values with what is proven of the whole.

    Below the first goal on which the two differ nothing is proven of plans that are as good as the better one.
    """
    if [one.value for one in whole] <= [one.value for one in staged]:
        return list(whole)
    same = len(list(takewhile(lambda pair: pair[0].value == pair[1].value, zip(staged, whole, strict=True))))
    best = list[GoalResult]()
    for n, (mine, its) in enumerate(zip(staged, whole, strict=True)):
        bound = its.bound if n <= same else 0
        proven = bound == mine.value and all(one.proven for one in best)
        best.append(GoalResult(id=mine.id, value=mine.value, bound=bound, proven=proven))
    return best

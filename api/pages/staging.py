"""On a term's page: planning some series while the rest stands, or stage by stage, and what the stages cost."""

from dataclasses import dataclass

from pydantic import TypeAdapter

from api.pages.standing import Standing
from api.pages.visit import Visit
from api.store import WHOLE, Wanted
from api.telling import cost_proof, cost_summary, goal_title, part_sentence, signed, stage_title, waiting_lines
from models import StageCost
from scheduler import stages_of

__all__ = ["Costs", "Parts", "costs_of", "part_lines", "parts_of", "wanted_of"]

_COSTS = TypeAdapter(tuple[StageCost, ...])


@dataclass(frozen=True)
class Parts:
    """What of a term can be planned on its own.

    Attributes:
        series: id, title and whether it is chosen; empty where there is but one.
        stages: their titles in their order; empty where the term has none.
        wrong: what is wrong with what was chosen.
        against_whole: whether what the stages cost was asked for.
    """

    series: tuple[tuple[str, str, bool], ...]
    stages: tuple[str, ...]
    wrong: str
    against_whole: bool


def parts_of(visit: Visit, standing: Standing, wrong: str = "") -> Parts:
    """What the form offers, with what was chosen in it."""
    term, chosen = standing.stored.term, visit.form.all("series")
    series = tuple((one.id, one.title, one.id in chosen) for one in term.series)
    stages = (stage_title(term, stage, visit.language) for stage, _ in stages_of(term))
    against_whole = bool(visit.form.text("against_whole"))
    return Parts(series if len(series) > 1 else (), tuple(stages) if term.stages else (), wrong, against_whole)


def wanted_of(visit: Visit, standing: Standing) -> Wanted | None:
    """What of the term is to be planned, as the form says; `None` where it says no series."""
    how, chosen = visit.form.text("how"), visit.form.all("series")
    if how == "part":
        stands = standing.plan.id if standing.plan else None
        return Wanted(series=chosen, standing_plan_id=stands) if chosen else None
    if how == "stages":
        return Wanted(stages=True, against_whole=bool(visit.form.text("against_whole")))
    return WHOLE


def part_lines(visit: Visit, standing: Standing) -> tuple[str, ...]:
    """Which part of the term the plan is of, or which stages it was made in, and what waits."""
    plan = standing.plan.plan if standing.plan else None
    if plan is None or plan.part is None:
        return ()
    names = standing.names
    return part_sentence(plan.part, names, visit.language), *waiting_lines(plan, names, visit.language)


@dataclass(frozen=True)
class _Cost:
    """One goal: what the stages came to, what the whole did, what the difference is and how far that is proven."""

    goal: str
    staged: str
    whole: str
    cost: str
    proof: str
    proven: bool


@dataclass(frozen=True)
class Costs:
    """What the stages of a plan cost."""

    summary: str
    rows: tuple[_Cost, ...]


def costs_of(visit: Visit, standing: Standing) -> Costs | None:
    """What the stages of the plan cost against the whole; `None` where it has none, or nobody asked."""
    if standing.plan is None or not standing.plan.plan.part or not standing.plan.plan.part.stages:
        return None
    result = visit.office.job(standing.plan.job_id).result
    if not result:
        return None
    costs = _COSTS.validate_python(result["costs"])
    return Costs(cost_summary(costs, visit.language), tuple(_cost(visit, one) for one in costs))


def _cost(visit: Visit, one: StageCost) -> _Cost:
    staged, whole = (visit.say(f"count.{one.id}", value=value) for value in (one.staged, one.whole))
    proof = cost_proof(one, visit.language)
    return _Cost(goal_title(one.id, visit.language), staged, whole, signed(one.cost), proof, one.proven)

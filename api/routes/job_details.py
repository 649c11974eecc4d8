"""What a job has found out, in sentences."""

from collections.abc import Iterator, Sequence

from pydantic import TypeAdapter

from api.routes.standing import standing
from api.store import Job, Workspace
from api.telling import Names, cost_proof, cost_sentence, cost_summary, goal_title, repairs_lines, verdict_lines
from api.texts import Language, say
from models import Alternative, Repairs, StageCost, Verdict
from scheduler import Answered

__all__ = ["details_of"]

TOLD = ("why-not", "repairs", "alternatives")

_ALTERNATIVES = TypeAdapter(tuple[Alternative, ...])
_COSTS = TypeAdapter(tuple[StageCost, ...])


def details_of(office: Workspace, job: Job, language: Language) -> list[str]:
    """The sentences of a job that explains a plan, or tells what stages cost, once it has a result; else none."""
    if job.kind == "plan" and job.result is not None:
        return list(_costs(_COSTS.validate_python(job.result["costs"]), language))
    if job.kind not in TOLD or job.result is None:
        return []
    return [line.strip() for line in _lines(job, standing(office, job.request["plan_id"]), language)]


def _costs(costs: Sequence[StageCost], language: Language) -> Iterator[str]:
    yield cost_summary(costs, language)
    yield from (f"{goal_title(one.id, language)}: {cost_proof(one, language)}" for one in costs)


def _lines(job: Job, here: Answered, language: Language) -> Iterator[str]:
    names = Names(None, here.term)
    if job.kind == "why-not":
        verdict = Verdict.model_validate(job.result)
        now = next((one for one in here.plan.placements if one.meeting == verdict.meeting), None)
        yield from verdict_lines(verdict, now, names, language, asked_to_force=True)
    elif job.kind == "repairs":
        yield from repairs_lines(Repairs.model_validate(job.result), names, language)
    else:
        yield from _alternatives(_ALTERNATIVES.validate_python(job.result), language)


def _alternatives(found: Sequence[Alternative], language: Language) -> Iterator[str]:
    if not found:
        yield say("explain.no_alternatives", language)
    for number, one in enumerate(found, start=1):
        yield say("explain.alternative", language, number=number, differs=one.differs)
        yield from (cost_sentence(cost, language) for cost in one.costs)

"""What was planned while the rest stood, in which stages, and what those cost."""

from collections import Counter
from collections.abc import Iterator, Sequence

from api.telling.names import Names
from api.telling.times import listed
from api.texts import Language, knows, say
from models import Part, Plan, StageCost, Term

__all__ = [
    "cost_proof",
    "cost_summary",
    "goal_title",
    "part_sentence",
    "proof_code",
    "signed",
    "stage_title",
    "waiting_lines",
]


def goal_title(goal: str, language: Language) -> str:
    """What a goal is called; its id where the catalogue has no words for it."""
    return say(f"goal.{goal}", language) if knows(f"goal.{goal}") else goal


def part_sentence(part: Part, names: Names, language: Language) -> str:
    """Which series were planned while how many meetings stood, or which stages the plan was made in."""
    if not part.stages:
        series = listed((names.of("series", one) for one in part.series), language)
        return say("plan.part", language, series=series, standing=len(part.standing))
    stages = [
        say(
            "plan.stage",
            language,
            title=stage_title(names.term, one.stage, language),
            proof=say("plan.stage.proven" if all(g.proven for g in one.goals) else "plan.stage.open", language),
        )
        for one in part.stages
    ]
    return say("plan.staged", language, stages=listed(stages, language))


def stage_title(term: Term, stage: str | None, language: Language) -> str:
    """What a stage is called; of the series that are in none `Other series`."""
    known = next((one.title for one in term.stages if one.id == stage), stage)
    return known or say("plan.stage.rest", language)


def proof_code(plan: Plan, otherwise: str) -> str:
    """The text that sums up what was proven of a plan.

    Args:
        otherwise: the text where not all of it was.
    """
    if not plan.proven:
        return otherwise
    return "proof.part.all" if plan.part else "proof.all"


def waiting_lines(plan: Plan, names: Names, language: Language) -> Iterator[str]:
    """How many meetings of which series wait for their turn."""
    resolved = names.term.resolved
    waits = Counter(resolved[one.meeting].series for one in plan.waiting if one.meeting in resolved)
    for series, meetings in waits.items():
        yield say("plan.waiting", language, meetings=meetings, series=names.of("series", series))


def signed(number: int) -> str:
    """A difference with its sign, and nought without one."""
    return f"{number:+d}".replace("-", "−") if number else "0"


def cost_proof(cost: StageCost, language: Language) -> str:
    """How much of what the stages cost on a goal is proven."""
    if cost.proven:
        return say("staged.proven", language, cost=signed(cost.cost))
    most = signed(cost.at_most)
    if cost.at_least is None:
        return say("staged.at_most", language, most=most)
    if cost.at_least == cost.at_most:
        return say("staged.exactly", language, most=most)
    return say("staged.between", language, least=signed(cost.at_least), most=most)


def cost_summary(costs: Sequence[StageCost], language: Language) -> str:
    """What it comes to, in one sentence: below the first goal on which the plans differ the rest follows from that."""
    differs = next((one for one in costs if one.cost or not one.proven), None)
    if differs is None:
        return say("staged.nothing", language)
    if differs.proven:
        return say("staged.something", language, goal=goal_title(differs.id, language))
    return say("staged.unproven", language)

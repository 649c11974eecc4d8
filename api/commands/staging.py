"""What `terminsplan plan` is asked to plan: the whole term, some series while the rest stands, or stage by stage."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from api.commands.checking import violation_lines
from api.commands.exits import Exit, Stop
from api.commands.files import read_plan
from api.commands.planning import search
from api.commands.screen import Screen, Sheet
from api.telling import cost_proof, cost_summary, goal_title, listed, signed
from api.texts import Language, say
from models import Plan, StageCost, Term

if TYPE_CHECKING:
    from scheduler.options import Cancelled, Heard, Options

__all__ = ["Asked", "Made", "asked", "make_plan", "print_costs"]


@dataclass(frozen=True)
class Asked:
    """What is to be planned.

    Attributes:
        series: ids of the series; empty for all.
        standing: where the meetings of the others stand; of all series, `None`.
        stages: whether the term is planned in stages.
        against_whole: whether it is planned at once too, to say what the stages cost.
    """

    series: tuple[str, ...] = ()
    standing: Plan | None = None
    stages: bool = False
    against_whole: bool = False


@dataclass(frozen=True)
class Made:
    """A plan, and what its stages cost where that was asked."""

    plan: Plan
    costs: tuple[StageCost, ...] = ()


def asked(
    term: Term, series: str | None, standing: Path | None, stages: bool, against_whole: bool, language: Language
) -> Asked:
    """What the options ask for. Raises `Stop` where they do not fit together, or not the term."""
    refused = {
        "plan.series_or_stages": series is not None and stages,
        "plan.needs_series": standing is not None and series is None,
        "plan.needs_stages": against_whole and not stages,
        "plan.no_stages": stages and not term.stages,
    }
    for code, is_so in refused.items():
        if is_so:
            raise Stop(Exit.FAULTY, say(code, language))
    chosen = tuple(one.strip() for one in series.split(",")) if series is not None else ()
    known = {one.id for one in term.series}
    wrong = [one for one in chosen if one not in known]
    if wrong:
        said = {"wrong": listed(wrong, language), "known": listed(sorted(known), language)}
        raise Stop(Exit.FAULTY, say("plan.unknown_series", language, **said))
    stands = read_plan(standing, language) if standing else None
    if stands and stands.term_uid != term.uid:
        raise Stop(Exit.FAULTY, say("plan.other_term", language, file=standing))
    return Asked(chosen, stands, stages, against_whole)


def make_plan(term: Term, what: Asked, options: "Options", name: str, language: Language, screen: Screen) -> Made:
    """Plan with a progress bar; Ctrl-C stops with the best found. Raises `Stop` where the term cannot be planned so."""
    from scheduler import CannotStand

    try:
        return search(lambda heard, cancelled: _made(term, what, options, heard, cancelled), name, language, screen)
    except CannotStand as refused:
        _, *lines = violation_lines(term, refused.violations, language)
        raise Stop(Exit.FAULTY, "\n".join((say("plan.cannot_stand", language), *lines))) from None


def _made(term: Term, what: Asked, options: "Options", heard: "Heard", cancelled: "Cancelled") -> Made:
    import scheduler

    if what.series:
        return Made(scheduler.plan_part(term, what.standing, what.series, options, heard, cancelled))
    if what.against_whole:
        staged, whole = scheduler.plan_both_ways(term, options, heard, cancelled)
        return Made(staged, scheduler.cost_of_stages(staged, whole))
    if what.stages:
        return Made(scheduler.plan_in_stages(term, options, heard, cancelled))
    return Made(scheduler.plan(term, options, heard, cancelled))


def print_costs(costs: Sequence[StageCost], language: Language, screen: Screen) -> None:
    """What the stages cost, goal by goal, and in one sentence; nothing where that was not asked."""
    if not costs:
        return
    screen.line()
    heads = tuple(say(f"word.{head}", language) for head in ("goal", "staged", "whole", "costs", "proof"))
    rows = [
        (goal_title(one.id, language), str(one.staged), str(one.whole), signed(one.cost), cost_proof(one, language))
        for one in costs
    ]
    screen.table(Sheet(say("plan.costs", language), heads, rows))
    screen.strong(cost_summary(costs, language), good=all(one.proven for one in costs))

"""One part of a term planned while the rest stands; a term planned stage by stage, and what that costs."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from models import Engine, Part, Placement, Plan, StageResult, Term
from scheduler.checking_structure import structure
from scheduler.options import Cancelled, Heard, Options
from scheduler.outcome import Violation
from scheduler.planning import Task, carry_out
from scheduler.rulebook import STANDARD, Rulebook
from scheduler.standing import seen_beside

__all__ = ["CannotStand", "plan_both_ways", "plan_in_stages", "plan_part", "stages_of"]


class CannotStand(ValueError):
    """Meetings that were to stand, and cannot as the term is now.

    Attributes:
        violations: which, and the rules that they would break; never empty.
    """

    def __init__(self, violations: tuple[Violation, ...]) -> None:
        meetings = ", ".join(sorted({one.meeting for one in violations if one.meeting}))
        super().__init__(f"as the term is now these meetings cannot stand: {meetings}; plan their series too")
        self.violations = violations


def plan_part(
    term: Term,
    standing: Plan | None,
    series: Iterable[str],
    options: Options = Options(),
    heard: Heard | None = None,
    cancelled: Cancelled | None = None,
    rulebook: Rulebook = STANDARD,
) -> Plan:
    """The best plan of some series, while every meeting of the others that stands keeps its time, place and people.

    What is proven of it is proven of all plans in which those meetings stand. Meetings of other series that stand
    nowhere wait: the plan says so, and no goal counts them.

    Args:
        term: the term as it is now.
        standing: where the others stand, of this or an earlier revision of the term; ``None`` where nothing does.
        series: ids of those that are planned.
        options: time limit, workers, seed.
        heard: told of progress, from any thread.
        cancelled: asked often whether to stop; then the best plan found is returned, as when time is up.
        rulebook: what the plan obeys and is measured by.

    Raises:
        ValueError: no series is named, or one that the term has not, or the plan is of another term.
        CannotStand: what stands breaks a rule as the term is now.
        pydantic.ValidationError: the term has faults that only show with the calendar, see ``faults``.
        BrokenPlan: the engine made a mistake; nothing is returned then.
    """
    wanted = _known(term, series)
    if standing and standing.term_uid != term.uid:
        raise ValueError(f"the plan is of term {standing.term_uid}, not of {term.uid}: take one of this term")
    there = standing.as_baseline if standing else ()
    task = Task(term, part=Part(series=wanted, standing=_others(term, there, wanted)), rulebook=rulebook)
    return _beside(task, options, heard, cancelled)


def _known(term: Term, series: Iterable[str]) -> tuple[str, ...]:
    """The series, each once and in the document's order."""
    wanted = set(series)
    unknown = sorted(wanted - {one.id for one in term.series})
    if unknown or not wanted:
        raise ValueError(f"unknown series: {', '.join(unknown)}" if unknown else "name a series to plan")
    return tuple(one.id for one in term.series if one.id in wanted)


def _others(term: Term, there: Iterable[Placement], series: Sequence[str]) -> tuple[Placement, ...]:
    """The meetings of other series that the term still has."""
    held = (one for one in there if one.meeting in term.resolved)
    return tuple(one for one in held if term.resolved[one.meeting].series not in series)


def _beside(task: Task, options: Options, heard: Heard | None, cancelled: Cancelled | None) -> Plan:
    assert task.part
    broken = tuple(_broken_by_standing(task.term, task.part, task.rulebook))
    if broken:
        raise CannotStand(broken)
    return carry_out(task, options, heard, cancelled)


def _broken_by_standing(term: Term, part: Part, rulebook: Rulebook) -> Iterator[Violation]:
    """The rules that are broken by what stands alone."""
    seen = seen_beside(term, part)
    alone = Plan(
        term_uid=term.uid,
        term_digest=term.digest,
        time_zone=term.time_zone,
        as_of=term.as_of,
        placements=part.standing,
        unplaced=(),
        goals=(),
        engine=Engine(version="", seed=0, workers=0),
    )
    unknown = [one for one in structure(seen, alone) if one.params["what"] == "unknown"]
    yield from unknown or (one for rule in rulebook.rules for one in rule.check(seen, alone))


# ---- stage by stage ----


@dataclass(frozen=True)
class _Step:
    """A stage that has something to plan; of the series that are in none its id is ``None``."""

    stage: str | None
    series: tuple[str, ...]


def stages_of(term: Term) -> tuple[tuple[str | None, tuple[str, ...]], ...]:
    """Id and series of each stage that has a meeting, in their order; ``None`` last for the series that are in none."""
    return tuple((one.stage, one.series) for one in _steps(term))


def _steps(term: Term) -> list[_Step]:
    meeting = {one.series for one in term.resolved.values()}
    staged = {series for stage in term.stages for series in stage.series}
    rest = tuple(one.id for one in term.series if one.id not in staged)
    steps = [*(_Step(stage.id, stage.series) for stage in term.stages), _Step(None, rest)]
    return [one for one in steps if not meeting.isdisjoint(one.series)]


def plan_in_stages(
    term: Term,
    options: Options = Options(),
    heard: Heard | None = None,
    cancelled: Cancelled | None = None,
    rulebook: Rulebook = STANDARD,
) -> Plan:
    """The plan that comes of planning the term's stages one after the other, each while those before it stand.

    What a stage had no place for is tried again in the next. The plan's `part` says what each stage came to; its bounds
    hold while the stages before its last one stand.

    Args:
        term: a term with stages.
        options: time limit for all stages together, workers, seed.
        heard: told of progress, from any thread.
        cancelled: asked often whether to stop; then the best plan found is returned, as when time is up.
        rulebook: what the plan obeys and is measured by.

    Raises:
        ValueError: the term has no stages.
        pydantic.ValidationError: the term has faults that only show with the calendar, see ``faults``.
        BrokenPlan: the engine made a mistake; nothing is returned then.
    """
    if not term.stages:
        raise ValueError("the term has no stages: give it some, or plan it at once")
    steps = _steps(term)
    if not steps:
        return carry_out(Task(term, rulebook=rulebook), options, heard, cancelled)
    return _Stages(Task(term, rulebook=rulebook), steps, options, heard, cancelled).run()


def plan_both_ways(
    term: Term,
    options: Options = Options(),
    heard: Heard | None = None,
    cancelled: Cancelled | None = None,
    rulebook: Rulebook = STANDARD,
) -> tuple[Plan, Plan]:
    """The term planned in stages and planned at once, for ``cost_of_stages``; see ``plan_in_stages`` for the rest.

    The stages have half of the time limit, what they leave is for the whole.
    """
    began, steps = options.clock(), len(_steps(term)) + 1
    half = replace(options, time_limit_seconds=options.time_limit_seconds / 2)
    staged = plan_in_stages(term, half, _as_step(heard, None, steps), cancelled, rulebook)
    gone = options.clock() - began
    left = replace(options, time_limit_seconds=max(0.01, options.time_limit_seconds - gone))
    whole = Task(term, rulebook=rulebook)
    return staged, carry_out(whole, left, _as_step(heard, steps, steps, gone), cancelled)


def _as_step(heard: Heard | None, step: int | None, steps: int, since: float = 0.0) -> Heard | None:
    """Hears of a plan as one of several.

    Args:
        step: which; ``None`` where the plan says so.
        since: seconds that have gone before it began.
    """
    if heard is None:
        return None
    told = heard
    return lambda one: told(replace(one, step=step or one.step, steps=steps, seconds=since + one.seconds))


class _Stages:
    """One run through the stages."""

    def __init__(
        self, task: Task, steps: Sequence[_Step], options: Options, heard: Heard | None, cancelled: Cancelled | None
    ) -> None:
        self.task, self.steps, self.options, self.heard, self.cancelled = task, steps, options, heard, cancelled
        self.began = options.clock()
        self.results: tuple[StageResult, ...] = ()

    def run(self) -> Plan:
        """The plan of the last stage."""
        made = self._stage(0, ())
        for n in range(1, len(self.steps)):
            made = self._stage(n, made.as_baseline)
        return made

    def _stage(self, n: int, standing: tuple[Placement, ...]) -> Plan:
        step = self.steps[n]
        series = tuple(series for one in self.steps[: n + 1] for series in one.series)
        part = Part(series=series, standing=standing)
        heard = _as_step(self.heard, n + 1, len(self.steps), self.options.clock() - self.began)
        made = _beside(replace(self.task, part=part), self._options(n), heard, self.cancelled)
        self.results += (StageResult(stage=step.stage, series=step.series, goals=made.goals),)
        return made.model_copy(update={"part": part.model_copy(update={"stages": self.results})})

    def _options(self, n: int) -> Options:
        """With a share of the time that is left, by how many meetings are left."""
        of_series = Counter(one.series for one in self.task.term.resolved.values())
        left = [sum(of_series[series] for series in step.series) for step in self.steps[n:]]
        seconds = self.began + self.options.time_limit_seconds - self.options.clock()
        return replace(self.options, time_limit_seconds=max(0.01, seconds * left[0] / sum(left)))

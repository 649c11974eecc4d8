"""From ideas to repairs: each is made into actions, applied and planned again; only what helps is offered."""

import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from pydantic import ValidationError

from models import Action, Cancel, Change, NoRepair, Placement, Plan, Repair, Repairs, Term
from scheduler.answering import blockers_counted
from scheduler.changing import apply
from scheduler.options import Cancelled, Heard, Options
from scheduler.outcome import Violation
from scheduler.planning import Task, carry_out
from scheduler.repairs.ideas import Idea, Ideas
from scheduler.repairs.mending import Unmendable, mended
from scheduler.repairs.prices import price_of
from scheduler.repairs.widest import widest
from scheduler.rules import RULES
from scheduler.solving import never
from scheduler.standing import seen_from

__all__ = ["repairs"]

TRIES_A_REPAIR = 3
"""So many ideas are tried for each repair that is wanted."""


def repairs(
    term: Term,
    plan: Plan,
    meeting: str,
    most: int = 10,
    options: Options = Options(),
    heard: Heard | None = None,
    cancelled: Cancelled | None = None,
    *,
    known: bool = False,
) -> Repairs:
    """What would mend a meeting that the plan does not hold, the cheapest first, each verified by planning again.

    A repair counts where the nearest plan with its actions done holds the meeting and every other one that the plan
    holds. Where none does, all that repairs can ask is granted at once: either a repair is read out of that plan, or it
    is proven that none of the allowed kinds helps.

    Args:
        term: the revision that the plan answers.
        plan: the plan, which leaves the meeting out.
        meeting: id of the meeting.
        most: how many repairs at most.
        options: time limit for all together, workers, seed.
        heard: told of progress of the plans that verify, from any thread.
        cancelled: asked often whether to stop with what has been found.
        known: whether people know this very plan, so that whom a repair disturbs is counted from it; else it is counted
            from the plan that it changes, if it changes one.

    Raises:
        KeyError: the term has no such meeting.
    """
    run = _Repairing(term, plan, meeting, options, heard, cancelled or never, known)
    if plan.placement_of(meeting):
        return run.none("held")
    return run.none("plan_again") if run.needless() else run.find(most)


@dataclass(frozen=True)
class _Proposal:
    """Actions that may help, before they are verified."""

    price: int
    actions: tuple[Action, ...]


class _Repairing:
    def __init__(
        self,
        term: Term,
        plan: Plan,
        meeting: str,
        options: Options,
        heard: Heard | None,
        cancelled: Cancelled,
        known: bool,
    ) -> None:
        self.term, self.plan, self.meeting, self.options, self.heard = term, plan, meeting, options, heard
        self.deadline = time.monotonic() + options.time_limit_seconds
        self.asked_to_stop = cancelled
        self.known = known or plan.baseline is None
        self.baseline = plan.as_baseline if self.known else plan.baseline or ()
        self.seen = seen_from(term, plan.as_of, self.baseline)
        self.ideas = Ideas(term, plan, self.seen, meeting)

    def cancelled(self) -> bool:
        """Whether to stop with what has been found."""
        return self.asked_to_stop() or time.monotonic() >= self.deadline

    def needless(self) -> bool:
        """Whether planning again is enough: a meeting that was soon is free once people know that it is not held."""
        return self.known and self.plan.baseline is not None and self._holds_more(self._planned(self.term)) is not None

    def none(self, code: str) -> Repairs:
        """No repairs, and why."""
        blocked = blockers_counted(self.ideas.standing.candidates)[2]
        why = NoRepair.model_validate({"code": code, "blocked": blocked})
        return Repairs(meeting=self.meeting, repairs=(), none=why)

    def find(self, most: int) -> Repairs:
        """The repairs, or why there are none."""
        found = self._verified(self._proposals(most * TRIES_A_REPAIR), most)
        if not found and not self.cancelled():
            return self._last_resort()
        ranked = sorted(found, key=lambda one: (one.price, one.disturbed, one.start, one.place or ""))
        return Repairs(meeting=self.meeting, repairs=tuple(ranked)) if ranked else self.none("time")

    # -- proposals ------------------------------------------------------------------------------------------------

    def _proposals(self, most: int) -> list[_Proposal]:
        """What could be asked, in the order of ideas, nothing twice."""
        found = dict[tuple[Action, ...], _Proposal]()
        for actions in self._calling_off():
            found[actions] = _Proposal(price_of(self.term, actions), actions)
        for idea in self.ideas.varied(self.cancelled):
            if len(found) >= most or self.cancelled():
                break
            actions = self._actions_of(idea)
            if actions:
                found.setdefault(actions, _Proposal(max(idea.price, price_of(self.term, actions)), actions))
        return list(found.values())

    def _calling_off(self) -> Iterator[tuple[Action, ...]]:
        """A meeting that is soon, and cannot be held then, is called off so that it can be held another day."""
        lock = self.seen.resolved[self.meeting].lock
        if lock and self.ideas.soon and (self.plan.as_of is None or lock.start >= self.plan.as_of):
            yield (Cancel(meeting=self.meeting, day=lock.start.date()),)

    def _actions_of(self, idea: Idea) -> tuple[Action, ...]:
        supposed = self.ideas.standing.supposed(idea.at, idea.seating)
        try:
            return mended(self.term, self.seen, supposed, self._broken_by(supposed))
        except Unmendable:
            return ()

    def _broken_by(self, plan: Plan) -> list[Violation]:
        return [violation for rule in RULES for violation in rule.check(self.seen, plan)]

    # -- verifying ------------------------------------------------------------------------------------------------

    def _verified(self, proposals: Sequence[_Proposal], most: int) -> list[Repair]:
        """Those that help, tried in order on all threads until there are enough."""
        found: list[Repair] = []
        at_once = max(1, self.options.workers)
        with ThreadPoolExecutor(at_once) as pool:
            for first in range(0, len(proposals), at_once):
                if len(found) >= most or self.cancelled():
                    break
                tried = pool.map(self._verify, proposals[first : first + at_once])
                found += [repair for repair in tried if repair]
        return [one for one in found if not any(_asks_more(one, other) for other in found)][:most]

    def _verify(self, proposal: _Proposal) -> Repair | None:
        made = self._planned_after(proposal.actions)
        at = self._holds_more(made) if made else None
        if made is None or at is None:
            return None
        disturbed = next(goal.value for goal in made.goals if goal.id == "disturbed")
        return Repair(
            actions=proposal.actions,
            price=proposal.price,
            start=at.start,
            place=at.place,
            moved=self._moved(made),
            disturbed=disturbed,
        )

    def _moved(self, made: Plan) -> int:
        """How many other meetings stand elsewhere than people know; one without a time as before is not moved."""
        as_of = self.plan.as_of
        stood = {one.meeting: (one.start, one.place) for one in self.baseline if as_of is None or one.start >= as_of}
        others = (one for one in made.placements if one.meeting in stood and one.meeting != self.meeting)
        return sum((one.start, one.place) != stood[one.meeting] for one in others)

    def _planned_after(self, actions: Sequence[Action]) -> Plan | None:
        try:
            mended_term = apply(self.term, Change(actions=tuple(actions)))
        except ValidationError:
            return None
        return self._planned(mended_term)

    def _planned(self, term: Term) -> Plan:
        left = replace(self.options, time_limit_seconds=max(0.1, self.deadline - time.monotonic()), workers=1)
        return carry_out(Task(term, self.baseline, self.plan.as_of), left, self.heard, self.cancelled)

    def _holds_more(self, made: Plan) -> Placement | None:
        """Where the meeting is, if it is, and every meeting that was held still is."""
        before = {one.meeting for one in self.plan.placements}
        now = {one.meeting for one in made.placements}
        return made.placement_of(self.meeting) if before <= now else None

    # -- when nothing simple helps --------------------------------------------------------------------------------

    def _last_resort(self) -> Repairs:
        """Grant everything at once: a repair is read out of that plan, or none exists."""
        held = {one.meeting for one in self.plan.placements}
        granted = widest(self.term, self.seen, self.meeting, held)
        made = self._planned(granted)
        if self._holds_more(made) is None:
            proven = next((goal.bound > 0 and goal.proven for goal in made.goals if goal.id == "placed"), False)
            return self.none("proven" if proven else self._unfinished)
        found = self._read_out(made)
        return Repairs(meeting=self.meeting, repairs=tuple(found)) if found else self.none(self._unfinished)

    @property
    def _unfinished(self) -> str:
        """Why nothing was found, where that nothing helps is not proven."""
        return "time" if self.cancelled() else "not_found"

    def _read_out(self, made: Plan) -> list[Repair]:
        bare = made.model_copy(update={"baseline": None})
        try:
            actions = mended(self.term, self.seen, bare, self._broken_by(bare))
        except Unmendable:
            return []
        return self._verified([_Proposal(price_of(self.term, actions), actions)] if actions else [], 1)


def _asks_more(one: Repair, other: Repair) -> bool:
    """Whether a repair asks all that another one asks, and more."""
    return len(one.actions) > len(other.actions) and all(action in one.actions for action in other.actions)

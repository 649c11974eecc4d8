"""The verbs: from a term to a plan that is proven and checked. Pure: no files, no network, no calendar clock."""

from scheduler.about import About, choices, spare_starts, verdict, why_here
from scheduler.alternatives import alternatives
from scheduler.candidates import Candidates, candidates
from scheduler.case import Case
from scheduler.changing import Entangled, apply, take_back
from scheduler.checking import check
from scheduler.comparing import Answered, compare
from scheduler.explaining import load
from scheduler.faults import faults
from scheduler.forcing import forced
from scheduler.forums import forums_on
from scheduler.goals import DEFAULT_RANKING, GOALS
from scheduler.hits import hit_by
from scheduler.options import Cancelled, Heard, Options, Progress
from scheduler.outcome import Violation
from scheduler.planning import BrokenPlan, plan
from scheduler.repairs import repairs
from scheduler.replanning import replan
from scheduler.rules import RULES
from scheduler.stage_costs import cost_of_stages
from scheduler.staging import CannotStand, plan_both_ways, plan_in_stages, plan_part, stages_of
from scheduler.standing import known_at

__all__ = [
    "DEFAULT_RANKING",
    "GOALS",
    "RULES",
    "About",
    "Answered",
    "BrokenPlan",
    "CannotStand",
    "Cancelled",
    "Candidates",
    "Case",
    "Entangled",
    "Heard",
    "Options",
    "Progress",
    "Violation",
    "alternatives",
    "apply",
    "candidates",
    "check",
    "choices",
    "compare",
    "cost_of_stages",
    "faults",
    "known_at",
    "forced",
    "forums_on",
    "hit_by",
    "load",
    "plan",
    "plan_both_ways",
    "plan_in_stages",
    "plan_part",
    "repairs",
    "replan",
    "spare_starts",
    "stages_of",
    "take_back",
    "verdict",
    "why_here",
]

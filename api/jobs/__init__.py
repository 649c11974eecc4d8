"""How a job is worked on: durably, in a process of its own, by whichever solver is alive."""

from api.jobs.heart import declare_ended
from api.jobs.kinds import KINDS, Check, Found, Kind, Scheduler, own, planning, replanning
from api.jobs.worker import working

__all__ = ["KINDS", "Check", "Found", "Kind", "Scheduler", "declare_ended", "own", "planning", "replanning", "working"]

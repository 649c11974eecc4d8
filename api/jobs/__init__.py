"""How a job is worked on: durably, in a process of its own, by whichever solver is alive."""

from api.jobs.heart import declare_ended
from api.jobs.solving import Check, Planner, Scheduler
from api.jobs.worker import working

__all__ = ["Check", "Planner", "Scheduler", "declare_ended", "working"]

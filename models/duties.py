"""Who answers for a task."""

from models.base import Id, Marked

__all__ = ["Duty"]


class Duty(Marked):
    """Who answers for a task of the meeting: a unit, or a role in one."""

    unit: Id
    """Id of the unit."""
    role: Id | None = None
    """Id of the role in it; `null` is the unit as such."""

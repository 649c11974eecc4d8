"""What the solver-free check says of a plan."""

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Violation"]


@dataclass(frozen=True)
class Violation:
    """One thing that a plan breaks.

    Attributes:
        rule: name of the rule.
        meeting: id of the meeting at which it is broken; empty where it is about the plan as a whole.
        params: what it is about, by name (`person`, `other`, `day`, `minutes`, ...).
    """

    rule: str
    meeting: str = ""
    params: Mapping[str, object] = field(default_factory=dict)

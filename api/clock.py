"""The one place where the time of day comes from; everything else is handed a clock."""

from collections.abc import Callable
from datetime import UTC, datetime

__all__ = ["Clock", "system_clock"]

Clock = Callable[[], datetime]
"""Says what time it is, in UTC with its zone; tests pass a fixed one."""


def system_clock() -> datetime:
    """The machine's time."""
    return datetime.now(UTC)

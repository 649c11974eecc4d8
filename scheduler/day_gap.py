"""How many days two meetings may be apart, or must not be: how a rule between meetings speaks to the local search."""

from dataclasses import dataclass

__all__ = ["DayGap"]


@dataclass(frozen=True)
class DayGap:
    """What a rule says of the days of two meetings, where both are held.

    Attributes:
        one: id of the meeting that days are counted from.
        other: id of the meeting that they are counted to; days before it are negative.
        least_days: where the span begins.
        most_days: where it ends, that day too; ``None`` is never.
        inside: whether they must be so many days apart, or must not.
        in_turn: whether the first must have ended before the other starts.
    """

    one: str
    other: str
    least_days: int
    most_days: int | None
    inside: bool = True
    in_turn: bool = False

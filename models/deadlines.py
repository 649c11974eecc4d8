"""Days that hang on a meeting: when its material is out, its questions are in, its minutes are published."""

from operator import not_
from typing import Annotated, Literal

from pydantic import Field

from models.base import Day, Flag, Id, Marked, Noun, Text
from models.duties import Duty

__all__ = ["Deadline", "Deadlines", "Due", "OwnDeadlines"]

MOST = 20


class Deadline(Marked):
    """Something that is to be done so many days before or after a meeting."""

    id: Id
    """Unique among the deadlines of a meeting."""
    title: Text
    """What is to be done, for people."""
    days: Annotated[int, Field(ge=0, le=365)]
    """How many days from the meeting's date; 0 is the date itself."""
    side: Literal["before", "after"] = "before"
    """Whether it lies before the meeting or after it."""
    counted: Literal["calendar_days", "working_days"] = "calendar_days"
    """`working_days` counts Mondays to Fridays only, and neither public holidays nor days that the term closes for the
    meeting's series."""
    task_of: Duty | None = None
    """Whose task it is; `null` is not yet decided."""
    public: Flag = False
    """Whether it stands in the timetable for the public, where its meeting does."""


class Due(Noun):
    """The date of a deadline of a meeting that a plan holds."""

    deadline: Id
    """Id of the deadline."""
    day: Day
    """The last date for it."""


def _unsaid(value: object) -> bool:
    return value is None


Deadlines = Annotated[tuple[Deadline, ...], Field(max_length=MOST, exclude_if=not_)]
"""Of a series; a document without any says nothing of them."""
OwnDeadlines = Annotated[tuple[Deadline, ...] | None, Field(max_length=MOST, exclude_if=_unsaid)]
"""Of a meeting: ``None`` is its series', and left out of the document."""

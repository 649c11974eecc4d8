"""What every noun shares: frozen, closed to unknown keys, plain in JSON, and a few exact field types."""

from datetime import datetime, time
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

__all__ = [
    "Id",
    "LocalDateTime",
    "LocalTime",
    "Marked",
    "Minutes",
    "Noun",
    "Note",
    "Text",
    "Weekday",
    "WEEKDAYS",
]

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""Weekdays in ISO order, so that ``WEEKDAYS[day.weekday()]`` names a date's weekday."""

# No control characters: they break calendars, terminals and logs. A note may hold line breaks and tabs.
_LINE = r"^[^\x00-\x1f\x7f\x85\u2028\u2029\ufeff]*$"
_LINES = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*$"

Id = Annotated[str, StringConstraints(pattern=r"^\w[\w.:-]{0,63}$")]
"""A name for machines: 1-64 letters (any alphabet), digits, ``_ . : -``; never a position in a list."""
Text = Annotated[str, StringConstraints(min_length=1, max_length=300, pattern=_LINE, strip_whitespace=True)]
"""One line for people, at most 300 characters."""
Note = Annotated[str, StringConstraints(max_length=4000, pattern=_LINES)]
"""Free lines for people, at most 4,000 characters."""
Minutes = Annotated[int, Field(ge=0, le=10_000)]


_Clock = TypeVar("_Clock", datetime, time)


def _local(moment: _Clock) -> _Clock:
    if moment.tzinfo is not None:
        raise PydanticCustomError("offset_given", "give local time without an offset; the term's time_zone says where")
    if moment.second or moment.microsecond:
        raise PydanticCustomError("not_a_whole_minute", "give whole minutes")
    return moment


# JSON Schema's own date-time and time demand an offset, which is just what these must not have.
_DATE_TIME = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d(:00)?$", "examples": ["2026-09-01T13:00"]}
_TIME = {"type": "string", "pattern": r"^\d\d:\d\d(:00)?$", "examples": ["13:00"]}

LocalDateTime = Annotated[datetime, AfterValidator(_local), WithJsonSchema(_DATE_TIME)]
"""A wall-clock moment in the term's time zone, without offset, in whole minutes."""
LocalTime = Annotated[time, AfterValidator(_local), WithJsonSchema(_TIME)]
"""A wall-clock time of day, in whole minutes."""


class Noun(BaseModel):
    """A value of the domain: immutable, and closed to keys that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, use_attribute_docstrings=True)


class Marked(Noun):
    """A noun that can carry a remark and be marked as an assumption rather than a fact."""

    note: Note = ""
    """A remark for people; never interpreted."""
    illustrative: bool = False
    """True where the value is an example or an assumption rather than taken from a source."""

"""What every noun shares: frozen, closed to unknown keys, plain in JSON, and a few exact field types."""

import re
from datetime import date, datetime, time
from operator import not_
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

__all__ = [
    "Day",
    "Flag",
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

_ID = r"^\w[\w.:-]{0,63}$"
# In JSON Schema \w is ASCII alone (ECMA-262), so there a letter is whatever is no space, control or ASCII punctuation.
_ID_IN_SCHEMA = r"^[^\s\x00-/:-@\[-^`{-\x9f][^\s\x00-,/;-@\[-^`{-\x9f]{0,63}$"

Id = Annotated[str, StringConstraints(pattern=_ID), Field(json_schema_extra={"pattern": _ID_IN_SCHEMA})]
"""A name for machines: 1-64 letters (any alphabet), digits, ``_ . : -``; never a position in a list."""
Text = Annotated[str, StringConstraints(min_length=1, max_length=300, pattern=_LINE, strip_whitespace=True)]
"""One line for people, at most 300 characters."""
Note = Annotated[str, StringConstraints(max_length=4000, pattern=_LINES)]
"""Free lines for people, at most 4,000 characters."""
Minutes = Annotated[int, Field(ge=0, le=10_000)]
Flag = Annotated[bool, Field(exclude_if=not_)]
"""Yes or no, of which a document says nothing while it is no: a term that does not use it keeps its digest."""


_Clock = TypeVar("_Clock", datetime, time)
_Dated = TypeVar("_Dated", date, datetime)
YEARS = range(1900, 2200)


def _said_as(kind: str, pattern: str, example: str) -> BeforeValidator:
    """Demands a text of a form: numbers, which would be read as seconds since 1970, are a slip of the pen."""

    def checked(value: Any) -> Any:
        if isinstance(value, int | float) or (isinstance(value, str) and not re.match(pattern, value)):
            raise PydanticCustomError(f"{kind}_parsing", "give it as text, such as {example}", {"example": example})
        return value

    return BeforeValidator(checked)


def _sane(moment: _Dated) -> _Dated:
    if moment.year not in YEARS:
        params = {"first": YEARS[0], "last": YEARS[-1]}
        raise PydanticCustomError("year_out_of_range", "give a year from {first} to {last}", params)
    return moment


def _local(moment: _Clock) -> _Clock:
    if moment.tzinfo is not None:
        raise PydanticCustomError("offset_given", "give local time without an offset; the term's time_zone says where")
    if moment.second or moment.microsecond:
        raise PydanticCustomError("not_a_whole_minute", "give whole minutes")
    return moment


# JSON Schema's own date-time and time demand an offset, which is just what these must not have.
_DATE_TIME = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d(:00)?$", "examples": ["2026-09-01T13:00"]}
_TIME = {"type": "string", "pattern": r"^\d\d:\d\d(:00)?$", "examples": ["13:00"]}

_DAY = r"\d{4}-\d\d-\d\d"

Day = Annotated[date, AfterValidator(_sane), _said_as("date", _DAY, "2026-09-01")]
"""A date, from the year 1900 to 2199."""
LocalDateTime = Annotated[
    datetime,
    AfterValidator(_local),
    AfterValidator(_sane),
    WithJsonSchema(_DATE_TIME),
    _said_as("datetime", _DAY + r"[T ]\d\d:\d\d", "2026-09-01T13:00"),
]
"""A wall-clock moment in the term's time zone, without offset, in whole minutes."""
LocalTime = Annotated[time, AfterValidator(_local), WithJsonSchema(_TIME), _said_as("time", r"\d\d:\d\d", "13:00")]
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

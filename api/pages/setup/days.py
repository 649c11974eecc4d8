"""Forms of what a term is, and of the days on which nothing is planned."""

from api.pages.setup.choices import Ticks, Weekdays
from api.pages.setup.groups import Part
from api.pages.setup.kinds import Field, Line, Lines, Number, Words
from api.pages.setup.noun import MARKED, Noun

__all__ = ["CLOCK", "DAY", "DAYS", "HOURS", "MOMENT", "SPAN", "TERM", "WEEKLY", "WHEN"]

DAY = Line(nullable=True, type="date")
CLOCK = Line(type="time", most=5)
MOMENT = Line(nullable=True, type="datetime-local", most=16)

SPAN = (Field("first_day", Line(type="date")), Field("last_day", Line(type="date")))
HOURS = (Field("weekdays", Weekdays()), Field("from_time", CLOCK), Field("to_time", CLOCK))
WEEKLY = Part(
    (
        *HOURS,
        Field("every_weeks", Number()),
        Field("first_day", DAY, code="from_day"),
        Field("last_day", DAY, code="to_day"),
    )
)
WHEN = (Field("start", MOMENT), Field("end", MOMENT), Field("weekly", WEEKLY))
"""Once, or week after week."""

TERM = (
    Field("title", Line(), required=True),
    Field("first_day", Line(type="date"), code="term_first_day", required=True),
    Field("last_day", Line(type="date"), code="term_last_day", required=True),
)
"""What a term must have."""

_FRAME = Noun(
    "frame",
    (
        *TERM,
        Field("description", Lines()),
        Field("grid_minutes", Number()),
        Field("buffer_minutes", Number()),
        Field("notice_days", Number()),
        Field("as_of", MOMENT),
        Field("time_zone", Line(), more=True),
        *MARKED,
    ),
)
_HOLIDAYS = Noun(
    "holidays",
    (
        Field(
            "public_holidays",
            Part((Field("country", Line()), Field("subdivision", Line(nullable=True)), Field("categories", Words()))),
        ),
    ),
)
_CLOSED_DAYS = Noun(
    "closed_days",
    (
        Field("reason", Line(), code="closed_reason", required=True),
        Field("first_day", Line(type="date"), required=True),
        Field("last_day", DAY, code="last_day_too"),
        Field("series", Ticks(("series",)), code="closed_series"),
        *MARKED,
    ),
    path=("closed_days",),
    named_by=(),
)

DAYS = (_FRAME, _HOLIDAYS, _CLOSED_DAYS)

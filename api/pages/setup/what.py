"""Forms of what is to be planned: series, meetings, and what ties meetings to each other."""

from api.pages.setup.choices import Choice, Refer, Ticks, Weekdays
from api.pages.setup.days import DAY, HOURS, SPAN
from api.pages.setup.groups import Inherited, Part, Rows, Several
from api.pages.setup.kinds import Field, Line, Number, Tick, Words
from api.pages.setup.noun import MARKED, Noun
from models import WEEKDAYS

__all__ = ["ATTENDANCE", "DUTY", "FRESH_SEAT", "SEAT", "WHAT"]

_DEPUTY, _VACANCY = ("should", "may", "not"), ("never", "priced")
_WINDOWS = Rows(Part((*SPAN, *HOURS)), fresh={"weekdays": WEEKDAYS[:5], "from_time": "08:00", "to_time": "17:00"})
SEAT = (
    Field("role", Refer(("roles",))),
    Field("unit", Refer(("units",))),
    Field("count", Number()),
    Field("need", Choice("need", ("required", "on_demand"))),
    Field("deputy", Choice("deputy", _DEPUTY)),
    Field("vacancy", Choice("vacancy", _VACANCY)),
    Field("groups", Words(), more=True),
    *MARKED,
)
"""The fields of a seat."""
FRESH_SEAT = {"count": "1", "need": "required", "deputy": "may", "vacancy": "never"}
_SEATS = Rows(Part(SEAT), fresh=FRESH_SEAT, named_by=("role", "unit"))
ATTENDANCE = Rows(Part((Field("group", Line()), Field("least", Number()), *MARKED)), fresh={"least": "1"})
_PREFERENCES = Rows(
    Part(
        (
            Field("weekdays", Weekdays()),
            Field("from_time", Line(nullable=True, type="time", most=5), code="earliest"),
            Field("to_time", Line(nullable=True, type="time", most=5), code="latest"),
            Field("penalty", Number()),
            *MARKED,
        )
    ),
    fresh={"penalty": "1"},
)
DUTY = Part((Field("unit", Refer(("units",))), Field("role", Refer(("roles",), nullable=True)), *MARKED))
_DUTIES = (Field("convener", DUTY), Field("chair", DUTY), Field("agenda_holder", DUTY))

_DEADLINES = Rows(
    Part(
        (
            Field("title", Line(), code="deadline_title"),
            Field("days", Number()),
            Field("side", Choice("side", ("before", "after")), code="deadline_side"),
            Field("counted", Choice("counted", ("calendar_days", "working_days"))),
            Field("task_of", DUTY),
            Field("public", Tick(), code="deadline_public"),
            *MARKED,
        )
    ),
    fresh={"side": "before", "counted": "calendar_days"},
    named_by=("title",),
)

_SERIES = Noun(
    "series",
    (
        Field("title", Line(), code="series_title", required=True),
        Field("duration_minutes", Number()),
        Field("windows", _WINDOWS),
        Field("places", Several(("places",))),
        Field("forum", Refer(("forums",), nullable=True)),
        Field("called", Several(("forums",)), code="called_too"),
        Field("seats", _SEATS),
        Field("attendance", ATTENDANCE),
        Field("preferences", _PREFERENCES),
        Field("spacing_days", Number()),
        Field("in_order", Tick()),
        Field("priority", Number()),
        *_DUTIES,
        Field("agenda_deadline_days", Number(nullable=True)),
        Field("deadlines", _DEADLINES),
        Field("public", Tick()),
        *MARKED,
    ),
    path=("series",),
    named_by=("title",),
)

_LOCKED_SEATS = Rows(Part((Field("seat", Refer(("seats",))), Field("people", Several(("people",))), *MARKED)))
_LOCK = Part(
    (
        Field("start", Line(type="datetime-local", most=16), code="lock_start"),
        Field("place", Refer(("places",), nullable=True)),
        Field("seats", _LOCKED_SEATS, code="locked_seats"),
        Field("reason", Line(nullable=True)),
        *MARKED,
    )
)
_CALLED_OFF = Rows(Part((Field("first_day", Line(type="date")), Field("last_day", DAY, code="last_day_too"), *MARKED)))
_SEAT_RULES = Rows(
    Part(
        (
            Field("seat", Refer(("seats",))),
            Field("deputy", Choice("deputy", _DEPUTY, nullable=True)),
            Field("vacancy", Choice("vacancy", _VACANCY, nullable=True)),
            *MARKED,
        )
    )
)
_MEETINGS = Noun(
    "meetings",
    (
        Field("series", Refer(("series",)), required=True),
        Field("title", Line(nullable=True), code="meeting_title"),
        Field("places", Inherited(Several(("places",)))),
        Field("asked", Ticks(("on_demand",))),
        Field("seats", _SEATS, code="own_seats"),
        Field("windows", Inherited(_WINDOWS, may_be_none=False), code="own_windows"),
        Field("duration_minutes", Number(nullable=True), code="own_duration"),
        Field("priority", Number(nullable=True), code="own_priority"),
        Field("lock", _LOCK),
        Field("attendance", Inherited(ATTENDANCE)),
        Field("preferences", Inherited(_PREFERENCES)),
        *_DUTIES,
        Field("agenda_deadline_days", Number(nullable=True), code="own_deadline"),
        Field("deadlines", Inherited(_DEADLINES)),
        Field("seat_rules", _SEAT_RULES),
        Field("called_off", _CALLED_OFF),
        *MARKED,
    ),
    path=("meetings",),
    named_by=("title", "series"),
)
_ORDERS = Noun(
    "orders",
    (
        Field("before", Refer(("meetings",)), required=True),
        Field("after", Refer(("meetings",)), required=True),
        Field("at_least_days", Number()),
        Field("at_most_days", Number(nullable=True)),
        *MARKED,
    ),
    path=("orders",),
    named_by=("before", "after"),
)
_SERIES_ORDERS = Noun(
    "series_orders",
    (
        Field("before", Refer(("series",)), required=True, code="series_before"),
        Field("after", Refer(("series",)), required=True, code="series_after"),
        Field("at_least_days", Number()),
        Field("at_most_days", Number(nullable=True)),
        *MARKED,
    ),
    path=("series_orders",),
    named_by=("before", "after"),
)
_DAY_RELATIONS = Noun(
    "day_relations",
    (
        Field("kind", Choice("relation", ("same_day", "different_days")), code="relation"),
        Field("meetings", Several(("meetings",)), code="related"),
        *MARKED,
    ),
    path=("day_relations",),
    named_by=("kind", "meetings"),
)
_STAGES = Noun(
    "stages",
    (
        Field("title", Line(), code="stage_title", required=True),
        Field("series", Several(("series",)), code="staged_series"),
        *MARKED,
    ),
    path=("stages",),
    named_by=("title",),
)

WHAT = (_SERIES, _MEETINGS, _ORDERS, _SERIES_ORDERS, _DAY_RELATIONS, _STAGES)

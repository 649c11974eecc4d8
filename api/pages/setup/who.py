"""Forms of organisations and their parts, of people, what they hold, and when they cannot come."""

from dataclasses import replace

from api.pages.setup.choices import Refer
from api.pages.setup.days import DAY, WHEN
from api.pages.setup.groups import Part, Several
from api.pages.setup.kinds import Field, Line, Number
from api.pages.setup.noun import MARKED, Noun
from api.pages.setup.where import NAMED

__all__ = ["ORGANISATION", "WHO"]

_LIMITS = (
    Field("meetings_per_day", Number(nullable=True)),
    Field("meetings_per_week", Number(nullable=True)),
    Field("meetings_per_term", Number(nullable=True)),
    *MARKED,
)
_DISTRICTS = Noun(
    "districts",
    (Field("name", Line(), required=True), Field("area", Refer(("areas",)), required=True), *MARKED),
    path=("districts",),
)
_UNITS = Noun(
    "units",
    (
        Field("name", Line(), required=True),
        Field("organisation", Refer(("organisations",)), required=True),
        Field("place", Refer(("places",), nullable=True), code="unit_place"),
        Field("area", Refer(("areas",), nullable=True)),
        Field("district", Refer(("districts",), nullable=True)),
        Field("phone", Line(nullable=True, type="tel"), code="unit_phone"),
        Field("kind", Line(), code="unit_kind", more=True),
        *MARKED,
    ),
    path=("units",),
)
_PEOPLE = Noun(
    "people",
    (
        Field("name", Line(), code="person_name", required=True),
        Field("base", Refer(("places",), nullable=True)),
        Field("email", Line(nullable=True, type="email")),
        Field("phone", Line(nullable=True, type="tel")),
        Field("limits", Part(_LIMITS, nullable=False), code="own_limits"),
        *MARKED,
    ),
    path=("people",),
)
_APPOINTMENTS = Noun(
    "appointments",
    (
        Field("role", Refer(("roles",)), required=True),
        Field("unit", Refer(("units",)), required=True),
        Field("holder", Refer(("people",), nullable=True)),
        Field("deputies", Several(("people",))),
        Field("first_day", DAY, code="from_day"),
        Field("last_day", DAY, code="to_day"),
        *MARKED,
    ),
    path=("appointments",),
    named_by=("role", "unit"),
)
_ABSENCES = Noun(
    "absences",
    (
        Field("person", Refer(("people",)), required=True),
        *WHEN,
        Field("reason", Line(nullable=True), private=True),
        *(replace(one, private=True) for one in MARKED),
    ),
    path=("absences",),
    named_by=("person",),
)
_PRESENCES = Noun(
    "presences",
    (Field("person", Refer(("people",)), required=True), *WHEN[:2], *MARKED),
    path=("presences",),
    named_by=("person",),
)
_TERM_LIMITS = Noun("limits", (Field("limits", Part(_LIMITS, nullable=False)),))

ORGANISATION = (
    Noun("organisations", NAMED, path=("organisations",)),
    Noun("areas", NAMED, path=("areas",)),
    _DISTRICTS,
    _UNITS,
    Noun("roles", NAMED, path=("roles",)),
)
WHO = (_PEOPLE, _APPOINTMENTS, _ABSENCES, _PRESENCES, _TERM_LIMITS)

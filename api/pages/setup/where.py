"""Forms of places and of the ways between them."""

from api.pages.setup.choices import Refer
from api.pages.setup.days import HOURS, WHEN
from api.pages.setup.groups import Pair, Part, Rows
from api.pages.setup.kinds import Decimal, Field, Line, Number, Tick
from api.pages.setup.noun import MARKED, Noun
from models import WEEKDAYS

__all__ = ["NAMED", "WHERE"]

NAMED = (Field("name", Line(), required=True), *MARKED)

_PLACES = Noun(
    "places",
    (
        Field("name", Line(), required=True),
        Field("address", Line(nullable=True)),
        Field("locality", Refer(("localities",), nullable=True)),
        Field("rooms", Number()),
        Field("capacity", Number(nullable=True)),
        Field("hours", Rows(Part(HOURS), fresh={"weekdays": WEEKDAYS[:5]})),
        Field("latitude", Decimal(), more=True),
        Field("longitude", Decimal(), more=True),
        *MARKED,
    ),
    path=("places",),
)
_TRAVEL = Noun(
    "travel",
    (
        Field(
            "travel",
            Part(
                (
                    Field("default_minutes", Number()),
                    Field("within_locality_minutes", Number()),
                    *MARKED,
                ),
                nullable=False,
            ),
        ),
    ),
)
_LEGS = Noun(
    "legs",
    (
        Field("between", Pair(("places", "localities"))),
        Field("minutes", Number(), code="leg_minutes", required=True),
        Field("one_way", Tick()),
        *MARKED,
    ),
    path=("travel", "legs"),
    named_by=(),
)
_CLOSURES = Noun(
    "closures",
    (
        Field("place", Refer(("places",)), required=True),
        *WHEN,
        Field("reason", Line(nullable=True)),
        *MARKED,
    ),
    path=("closures",),
    named_by=("place", "reason"),
)

WHERE = (Noun("localities", NAMED, path=("localities",)), _PLACES, _TRAVEL, _LEGS, _CLOSURES)

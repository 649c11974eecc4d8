"""Forms of forums: who sits in them and answers for what, how the chair alternates, and when they are active."""

from api.pages.setup.choices import Choice, Refer
from api.pages.setup.days import DAY
from api.pages.setup.groups import Part, Rows, Several
from api.pages.setup.kinds import Field, Line, Lines, Number, Tick, Words
from api.pages.setup.noun import MARKED, Noun
from api.pages.setup.what import ATTENDANCE, DUTY, FRESH_SEAT, SEAT

__all__ = ["FORUMS"]

_STANDING = Field("standing", Choice("standing", ("voting", "co_opted", "without_vote")))
_MEMBERS = Rows(
    Part((*SEAT[:2], _STANDING, *SEAT[2:])), fresh={**FRESH_SEAT, "standing": "voting"}, named_by=("role", "unit")
)
_OFFICER = Part(
    (Field("side", Line()), Field("person", Refer(("people",), nullable=True), code="elected"), *MARKED), nullable=False
)
_ELECTIONS = Rows(
    Part(
        (
            Field("first_day", Line(type="date"), code="elected_from"),
            Field("chair", _OFFICER),
            Field("vice_chair", _OFFICER),
            *MARKED,
        )
    )
)
_CHAIRMANSHIP = Part(
    (
        Field("sides", Words()),
        Field("first_day", Line(type="date"), code="first_period"),
        Field("years", Number()),
        Field("elections", _ELECTIONS),
        *MARKED,
    )
)
_STATES = Rows(
    Part(
        (
            Field("first_day", Line(type="date")),
            Field("state", Choice("state", ("active", "resting", "ended"))),
            *MARKED,
        )
    ),
    fresh={"state": "active"},
)
_FORUMS = Noun(
    "forums",
    (
        Field("title", Line(), code="forum_title", required=True),
        Field("area", Refer(("areas",), nullable=True)),
        Field("members", _MEMBERS),
        Field("representation", ATTENDANCE),
        Field("quorum", Number(nullable=True)),
        Field("convener", DUTY),
        Field("chair", DUTY),
        Field("secretary", DUTY),
        Field("chairmanship", _CHAIRMANSHIP),
        Field("assignment", Lines()),
        Field("first_day", DAY, code="from_day"),
        Field("last_day", DAY, code="to_day"),
        Field("states", _STATES),
        Field("reports_to", Several(("forums",))),
        Field("formed_by", Several(("forums",))),
        Field("public", Tick(), code="forum_public"),
        *MARKED,
    ),
    path=("forums",),
    named_by=("title",),
)

FORUMS = (_FORUMS,)

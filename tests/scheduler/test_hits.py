"""Whom something hits that has happened: those meetings that cannot stand as they are, and no others."""

from datetime import date, datetime, time

import pytest

from api.routes.examples import PLAN, TERM
from models import (
    Action,
    Away,
    Cancel,
    Close,
    CloseDay,
    Leave,
    LockAt,
    Move,
    Plan,
    SetFree,
    Term,
    Weekly,
    Withdraw,
)
from scheduler import hit_by

HELD = PLAN["placements"][0]["meeting"]
AT_ONE = datetime(2026, 9, 1, 13)  # a Tuesday; it ends at half past two
HALF_PAST_TWO = datetime(2026, 9, 1, 14, 30)
TUESDAYS = Weekly(weekdays=("tue",), from_time=time(14), to_time=time(15))
OTHER_WEEKS = Weekly(weekdays=("tue",), from_time=time(14), to_time=time(15), first_day=date(2026, 9, 8))

HITS: dict[str, Action] = {
    "away over its end": Away(person="chef-1", start=datetime(2026, 9, 1, 14), end=datetime(2026, 9, 1, 16)),
    "away every Tuesday": Away(person="chef-1", weekly=TUESDAYS),
    "leaves that day": Leave(person="chef-1", day=date(2026, 9, 1)),
    "its place is closed": Close(place="centrum", start=datetime(2026, 9, 1), end=datetime(2026, 9, 2)),
    "the day is closed": CloseDay(first_day=date(2026, 9, 1), why="Studiedag"),
    "the days are closed": CloseDay(first_day=date(2026, 8, 31), last_day=date(2026, 9, 2), why="Studiedagar"),
    "the day is closed for its series": CloseDay(first_day=date(2026, 9, 1), why="Studiedag", series=("höst",)),
    "cancelled": Cancel(meeting=HELD, day=date(2026, 9, 1)),
    "withdrawn": Withdraw(meeting=HELD),
    "moved": Move(meeting=HELD, start=datetime(2026, 9, 2, 13)),
    "locked": LockAt(meeting=HELD, start=datetime(2026, 9, 2, 13)),
}
SPARES: dict[str, Action] = {
    "away until it begins": Away(person="chef-1", start=datetime(2026, 9, 1, 8), end=AT_ONE),
    "away from its end": Away(person="chef-1", start=HALF_PAST_TWO, end=datetime(2026, 9, 1, 16)),
    "away from the week after": Away(person="chef-1", weekly=OTHER_WEEKS),
    "somebody else is away": Away(person="chef-2", weekly=TUESDAYS),
    "leaves the day after": Leave(person="chef-1", day=date(2026, 9, 2)),
    "somebody else leaves": Leave(person="chef-2", day=date(2026, 9, 1)),
    "another place is closed": Close(place="other", start=datetime(2026, 9, 1), end=datetime(2026, 9, 2)),
    "the day after is closed": CloseDay(first_day=date(2026, 9, 2), why="Studiedag"),
    "closed for another series": CloseDay(first_day=date(2026, 9, 1), why="Studiedag", series=("other",)),
    "another is cancelled": Cancel(meeting="other", day=date(2026, 9, 1)),
    "somebody can come after all": SetFree(person="chef-1", start=AT_ONE, end=HALF_PAST_TWO),
}


@pytest.mark.parametrize("what", HITS)
def test_hits(what: str) -> None:
    assert [one.meeting for one in hit_by(HITS[what], Term.model_validate(TERM), Plan.model_validate(PLAN))] == [HELD]


@pytest.mark.parametrize("what", SPARES)
def test_spares(what: str) -> None:
    assert hit_by(SPARES[what], Term.model_validate(TERM), Plan.model_validate(PLAN)) == ()

"""What forums are on a date: members by appointment, who chairs, and their meetings."""

import scheduler
from models import ForumDay, Term
from scheduler import forums_on
from tests.build import day, elected, forum, holds, meeting, member, placed, plan, series, sits, term, turns

BOARD = forum(
    "board",
    member("town", "head", groups=("town",)),
    member("region", "nurse", groups=("region",), deputy="not", standing="co_opted", vacancy="priced"),
    chairmanship=turns("town", "region", elections=[elected("2026-09-14", "region:cia", "town")]),
    states="2026-09-28 resting",
    last_day="2026-09-30",
)
TOWN = term(
    BOARD,
    forum("task"),
    series("board", forum="board"),
    meeting("one", series="board"),
    meeting("two", series="board"),
    holds("anna", "head", deputies=["bo"], last_day="2026-09-20"),
    holds("dan", "head", id="after", first_day="2026-09-21"),
    holds("cia", "nurse", deputies=["bo"]),
)


def _on(text: str, of: Term = TOWN) -> ForumDay:
    found = forums_on(of, None, day(text))
    assert [one.forum for one in found] == ["board", "task"]
    return found[0]


def test_names_those_appointed_on_the_date() -> None:
    assert [(one.holders, one.deputies) for one in _on("2026-09-20").members] == [(("anna",), ("bo",)), (("cia",), ())]
    assert [one.holders for one in _on("2026-09-21").members] == [("dan",), ("cia",)]
    assert [one.standing for one in _on("2026-09-21").members] == ["voting", "co_opted"]


def test_says_what_it_does_and_who_chairs_on_the_date() -> None:
    told = {text: _on(text) for text in ("2026-09-13", "2026-09-14", "2026-09-28", "2026-10-01")}
    assert [one.state for one in told.values()] == ["active", "active", "resting", "not_set_up"]
    chairs = [one.officers.chair.person if one.officers else None for one in told.values()]
    assert chairs == [None, "cia", "cia", None]
    assert told["2026-10-01"].officers is None


def test_without_a_plan_its_meetings_have_no_time() -> None:
    assert [(one.meeting, one.start) for one in _on("mon").meetings] == [("one", None), ("two", None)]


def test_its_meetings_come_in_order_of_time_and_those_without_one_last() -> None:
    made = plan(TOWN, placed("two", "tue 10:00", sits("anna", "town"), sits("cia", "region")))
    (board, task) = forums_on(TOWN, made, day("mon"))
    assert [(one.meeting, one.start is not None) for one in board.meetings] == [("two", True), ("one", False)]
    assert task.meetings == ()


def test_a_planned_forum_tells_every_meeting_with_its_time() -> None:
    made = scheduler.plan(TOWN)
    (board, _) = forums_on(TOWN, made, day("mon"))
    assert {one.meeting: one.start for one in board.meetings} == {one.meeting: one.start for one in made.placements}

"""`terminsplan forums`: what the forums of a term are on a date, and who chairs them."""

import json as json_format
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter, ValidationError

import scheduler
from api.clock import Clock, system_clock
from api.commands.exits import Exit, Stop
from api.commands.files import read_plan, write
from api.commands.screen import Sheet
from api.telling import Names, officer_text
from api.telling.dates import long_day
from api.texts import Language, say
from models import ForumDay, Term
from models.base import Day

__all__ = ["forums_on", "forums_sheet", "write_forums"]

_DAY: TypeAdapter[date] = TypeAdapter(Day)
"""A date as the API takes it."""


def forums_on(
    term: Term, plan: Path | None, on: str | None, language: Language, clock: Clock = system_clock
) -> tuple[ForumDay, ...]:
    """Every forum on a date.

    Args:
        term: whose forums.
        plan: where its meetings stand, if that is asked.
        on: the date as it was given; today where it was not.
        language: of what is wrong.
        clock: tells what day it is.

    Raises:
        Stop: the date is none, or the plan cannot be read.
    """
    day = _day(on, language) if on else clock().astimezone(ZoneInfo(term.time_zone)).date()
    return tuple(scheduler.forums_on(term, read_plan(plan, language) if plan else None, day))


def _day(text: str, language: Language) -> date:
    try:
        return _DAY.validate_strings(text)
    except ValidationError:
        raise Stop(Exit.FAULTY, say("forums.on.wrong", language)) from None


def forums_sheet(term: Term, forums: Sequence[ForumDay], planned: bool, language: Language) -> Sheet:
    """A line each: its state, who chairs, how many seats it has, and how many meetings; `planned`: and how many of them
    have a time."""
    names = Names(None, term)
    fields = ("state", "chair", "vice_chair", "members")
    heads = (say("forums.forum", language), *(say(f"setup.field.{field}", language) for field in fields))
    rows = [_row(term, names, one, planned, language) for one in forums]
    columns = (*heads, say("forums.meetings", language))
    return Sheet(say("forums.caption", language, day=long_day(forums[0].day, language)), columns, rows)


def _row(term: Term, names: Names, one: ForumDay, planned: bool, language: Language) -> tuple[str, ...]:
    chair, vice_chair = names.duty(term.forum[one.forum].chair), ""
    if one.officers:
        officers = one.officers.chair, one.officers.vice_chair
        chair, vice_chair = (officer_text(names, officer, language) for officer in officers)
    placed, held = sum(meeting.start is not None for meeting in one.meetings), str(len(one.meetings))
    if planned and one.meetings:
        held = say("forums.placed", language, placed=placed, meetings=held)
    return one.title, say(f"forums.state.{one.state}", language), chair, vice_chair, str(len(one.members)), held


def write_forums(file: Path, forums: Sequence[ForumDay], language: Language) -> None:
    """Write them as JSON, as the API answers. Raises `Stop`."""
    document = {"forums": [one.model_dump(mode="json") for one in forums]}
    write(file, json_format.dumps(document, ensure_ascii=False, indent=2) + "\n", language)

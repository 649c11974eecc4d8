"""Calendars as files: one for the term and one for every series, unit and person that has a meeting."""

from datetime import datetime
from pathlib import Path

from pydantic import ValidationError

from api.clock import Clock, system_clock
from api.commands.exits import Exit, Stop
from api.commands.faults import fault_lines
from api.commands.files import text_of, write
from api.feeds import FeedRelease, History, file_name, history, render, subscribers
from api.texts import Language
from models import Plan, Term

__all__ = ["remembered", "write_calendars", "write_memory"]


def write_calendars(term: Term, plan: Plan, directory: Path, language: Language, clock: Clock = system_clock) -> int:
    """Write the plan's calendars; answers how many files there are.

    What calendars were told before is kept in the directory, so that writing there again raises the sequence of
    what has moved and leaves the rest as it was. Raises `Stop` where a file cannot be read or written.
    """
    told = remembered(term, plan, directory, language, clock())
    release, files = FeedRelease(term, told), 0
    for subscriber in (one.model_copy(update={"language": language}) for one in subscribers(term)):
        file = directory / file_name(subscriber)
        if (
            subscriber.kind == "term" or told.seen_by(subscriber) or file.exists()
        ):  # somebody's last meeting may be gone
            write(file, render(release, subscriber), language)
            files += 1
    write_memory(term, told, directory, language)
    return files


def remembered(term: Term, plan: Plan, directory: Path, language: Language, now: datetime) -> History:
    """What calendars are told of a plan, after what they were told before as the directory remembers it.

    Raises `Stop` where that cannot be read.
    """
    return history(_memory_of(_memory(term, directory), language), term, plan, now)


def write_memory(term: Term, told: History, directory: Path, language: Language) -> None:
    """Remember in the directory what calendars were told. Raises `Stop` where it cannot be written."""
    write(_memory(term, directory), told.model_dump_json() + "\n", language)


def _memory(term: Term, directory: Path) -> Path:
    return directory / f".terminsplan-{term.uid}.json"


def _memory_of(memory: Path, language: Language) -> History | None:
    if not memory.exists():
        return None
    try:
        return History.model_validate_json(text_of(memory, language))
    except ValidationError as error:
        raise Stop(Exit.FAULTY, "\n".join(fault_lines(error, str(memory), language))) from None

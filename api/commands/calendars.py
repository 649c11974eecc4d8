"""Calendars as files: one for the term and one for every series, unit and person that has a meeting."""

from pathlib import Path

from pydantic import ValidationError

from api.clock import Clock, system_clock
from api.commands.exits import Exit, Stop
from api.commands.faults import fault_lines
from api.commands.files import text_of, write
from api.feeds import FeedRelease, History, file_name, history, render, subscribers
from api.texts import Language
from models import Plan, Term

__all__ = ["write_calendars"]


def write_calendars(term: Term, plan: Plan, directory: Path, language: Language, clock: Clock = system_clock) -> int:
    """Write the plan's calendars; answers how many files there are.

    What calendars were told before is kept in the directory, so that writing there again raises the sequence of
    what has moved and leaves the rest as it was. Raises `Stop` where a file cannot be read or written.
    """
    memory = directory / f".terminsplan-{term.uid}.json"
    told = history(_remembered(memory, language), term, plan, clock())
    release, files = FeedRelease(term, told), 0
    for subscriber in (one.model_copy(update={"language": language}) for one in subscribers(term)):
        file = directory / file_name(subscriber)
        if (
            subscriber.kind == "term" or told.seen_by(subscriber) or file.exists()
        ):  # somebody's last meeting may be gone
            write(file, render(release, subscriber), language)
            files += 1
    write(memory, told.model_dump_json() + "\n", language)
    return files


def _remembered(memory: Path, language: Language) -> History | None:
    if not memory.exists():
        return None
    try:
        return History.model_validate_json(text_of(memory, language))
    except ValidationError as error:
        raise Stop(Exit.FAULTY, "\n".join(fault_lines(error, str(memory), language))) from None
